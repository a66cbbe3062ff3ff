export type InSight = { first: number; last: number };

/**
 * The row that a step leads to: from the current one as long as it is in sight. Was it scrolled away, the step enters
 * what is seen: from above the first row, from below the last.
 */
export function nextRow(current: number | null, by: 1 | -1, inSight: InSight | null): number {
  if (inSight && (current === null || current < inSight.first || current > inSight.last))
    return by > 0 ? inSight.first : inSight.last;
  return (current ?? -1) + by;
}
