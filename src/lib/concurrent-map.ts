// Works on a few things at once, so that one is computed while another waits, and hands the results over in order.

/**
 * `work` is given the end of the piece before it, for what must happen in order; that promise never rejects. A result that
 * failed is thrown when it is called for.
 */
export async function* concurrentMap<T, R>(
  items: Iterable<T>,
  work: (item: T, before: Promise<unknown>) => Promise<R>,
  atOnce = 3,
): AsyncGenerator<{ item: T; result: () => Promise<R> }> {
  const begun: { item: T; result: () => Promise<R> }[] = [];
  let before: Promise<unknown> = Promise.resolve();
  for (const item of items) {
    const working = work(item, before);
    before = working.catch(() => {});
    begun.push({ item, result: () => working });
    const first = begun.length >= atOnce ? begun.shift() : undefined;
    if (first) yield first;
  }
  yield* begun;
}
