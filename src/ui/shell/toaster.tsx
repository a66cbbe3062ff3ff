'use client';
import { Suspense, useEffect, useState } from 'react';
import { onFirstToast } from '#ui/kit/toast.ts';
import { onDemand } from '#ui/shared/on-demand.ts';

const view = onDemand(() => import('#ui/kit/toaster-view.tsx').then((module) => module.ToasterView));

/** Stands once in the root layout; the messages' own code comes with the first message. */
export function Toaster(props: { regionLabel: string; closeLabel: string }) {
  const [wanted, setWanted] = useState(false);
  useEffect(() => onFirstToast(() => setWanted(true)), []);
  return wanted ? (
    <Suspense>
      <view.Loaded {...props} />
    </Suspense>
  ) : null;
}
