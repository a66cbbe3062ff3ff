'use client';
import { useState } from 'react';
import { useSessionRefusals } from '#ui/shared/use-session-refusals.ts';
import { SignInDialog } from '#ui/sign-in/sign-in-dialog.tsx';

/** Asks for a new sign-in when the session has ended; put away, it asks again with the next call that is refused. */
export function SessionGuard() {
  const refusals = useSessionRefusals();
  const [putAway, setPutAway] = useState(0);
  if (refusals === 0 || refusals === putAway) return null;
  return <SignInDialog onClose={() => setPutAway(refusals)} />;
}
