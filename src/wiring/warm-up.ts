// Begins to read the filter index when the web part starts, so that the first person's list need not wait for it.
import { unfiltered } from '#domain/search/filter-index.ts';
import { runtime } from './context.ts';

/** Returns at once. What goes wrong is logged, and the next list tries again. */
export function warmUp(): void {
  void runtime().providers.filters.select(unfiltered);
}
