'use client';
import { type ComponentType, useEffect, useState } from 'react';
import { pollSeconds } from '#ui/shared/live-state.ts';
import type { LiveLineProps } from './live-line.tsx';

type Line = { Line?: ComponentType<LiveLineProps>; late: boolean };

/** Fetches the line once the page is there. Nobody asked for it, so its absence must not take the page away. */
export function useLiveLine(): Line {
  const [line, setLine] = useState<Line>({ late: false });
  useEffect(() => {
    let again: ReturnType<typeof setTimeout>;
    let late = false;
    const fetchLine = () => {
      import('./live-line.tsx').then(
        ({ LiveLine }) => setLine({ Line: LiveLine, late }),
        () => {
          late = true;
          setLine({ late });
          again = setTimeout(fetchLine, pollSeconds * 1000);
        },
      );
    };
    fetchLine();
    return () => clearTimeout(again);
  }, []);
  return line;
}
