'use client';
import { useEffect, useState } from 'react';

const PATIENCE_MS = 150;

/** True once a wait has lasted so long that a person wonders: shorter ones show nothing, and nothing flickers. */
export function useSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [waiting]);
  return waiting && slow;
}
