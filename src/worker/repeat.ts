// Runs one task again and again: at once, when woken, and after a pause; never twice at the same time.

export interface Repeated {
  wake(): void;
  /** Resolves when a run that is under way has ended. */
  stop(): Promise<void>;
}

export function repeat(
  task: () => Promise<unknown>,
  everyMs: number,
  onError: (error: unknown) => void,
): Repeated {
  let stopped = false;
  let woken = true;
  let rouse = (): void => {};

  const loop = (async () => {
    while (!stopped) {
      if (!woken) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, everyMs);
          rouse = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      woken = false;
      if (stopped) return;
      await task().catch(onError);
    }
  })();

  return {
    wake() {
      woken = true;
      rouse();
    },
    stop() {
      stopped = true;
      rouse();
      return loop;
    },
  };
}
