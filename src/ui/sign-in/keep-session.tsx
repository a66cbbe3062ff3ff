'use client';
import { useEffect } from 'react';

const HOUR_MS = 60 * 60 * 1000;

/** Asks once an hour whether the session lives; the answer prolongs its cookie, so daily users stay signed in. */
export function KeepSession() {
  useEffect(() => {
    const ask = () => void fetch('/api/auth/get-session').catch(() => undefined);
    ask();
    const timer = setInterval(ask, HOUR_MS);
    return () => clearInterval(timer);
  }, []);
  return null;
}
