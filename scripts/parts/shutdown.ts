const SAME_PRESS = 700;

/**
 * The first Ctrl-C or SIGTERM ends things in order, a second one at once. One press can arrive twice, from the terminal and
 * from npm, so that what follows within a moment is the same one.
 */
export function onShutdown(gently: (signal: string) => void, atOnce: () => void): void {
  let first = 0;
  const handler = (signal: NodeJS.Signals) => {
    if (first === 0) {
      first = Date.now();
      gently(signal);
    } else if (Date.now() - first > SAME_PRESS) {
      atOnce();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, handler);
}
