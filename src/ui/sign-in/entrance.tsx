'use client';
import type { ComponentProps } from 'react';
import { CenteredCard } from '#ui/shell/centered-card.tsx';
import { BrandPanel } from './brand-panel.tsx';

/** Every page for those who are not inside yet. */
export function Entrance(props: ComponentProps<typeof CenteredCard>) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
      <BrandPanel />
      <CenteredCard {...props} />
    </div>
  );
}
