// Narrows the options of a picker while a person types.
import { foldText } from '#lib/fold.ts';

/** What contains the query, those that begin with it first; otherwise the given order stays. å finds å and a. */
export function filterOptions<T extends { label: string; hint?: string }>(options: T[], query: string): T[] {
  const wanted = foldText(query.trim());
  if (wanted === '') return options;
  const first: T[] = [];
  const rest: T[] = [];
  for (const option of options) {
    const label = foldText(option.label);
    if (label.startsWith(wanted)) first.push(option);
    else if (label.includes(wanted) || foldText(option.hint ?? '').includes(wanted)) rest.push(option);
  }
  return [...first, ...rest];
}
