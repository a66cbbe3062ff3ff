// The colours a tag may have: names of the palette, never a colour of its own.

export const tagColours = [
  'neutral',
  'info',
  'attention',
  'progress',
  'success',
  'danger',
  'primary',
] as const;
/** What stands after somebody who saw `from` chose `wanted`: others' changes in between stay. */
export function tagsAfter(
  current: readonly string[],
  from: readonly string[],
  wanted: readonly string[],
): string[] {
  const removed = new Set(from.filter((id) => !wanted.includes(id)));
  const added = wanted.filter((id) => !from.includes(id));
  return [...new Set([...current.filter((id) => !removed.has(id)), ...added])];
}
