export type Span = { first: number; end: number };

// Drawn beyond what is seen, so that a quick scroll meets rows; in steps, so that not every row scrolled draws anew.
const AHEAD = 12;
const STEP = 4;

/** The rows to draw, `end` not among them, when those from `top` on are seen over `seen` pixels. */
export function windowSpan(count: number, height: number, top: number, seen: number): Span {
  const from = Math.floor((Math.floor(top / height) - AHEAD) / STEP) * STEP;
  const end = Math.min(count, from + Math.ceil(seen / height) + 2 * AHEAD + STEP);
  return { first: Math.max(0, Math.min(from, end)), end };
}

type Frame = { top: number; seen: number; head: number; margin: number };

/** Where to scroll so that a row lies free of the head above and with `margin` below; null when it does already. */
export function scrollTopFor(
  index: number,
  height: number,
  { top, seen, head, margin }: Frame,
): number | null {
  const begin = index * height;
  if (begin < top) return begin;
  const least = begin + height + head + margin - seen;
  return least > top ? least : null;
}
