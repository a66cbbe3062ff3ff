export type Side = 'top' | 'right' | 'bottom' | 'left';

type Box = { left: number; top: number; width: number; height: number };

const GAP = 6;
const EDGE = 8;
const opposite = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const;

const clamp = (value: number, most: number) => Math.max(EDGE, Math.min(value, most - EDGE));

function spotOn(side: Side, anchor: Box, tip: Box) {
  const centerX = anchor.left + anchor.width / 2 - tip.width / 2;
  const centerY = anchor.top + anchor.height / 2 - tip.height / 2;
  if (side === 'top') return { left: centerX, top: anchor.top - tip.height - GAP };
  if (side === 'bottom') return { left: centerX, top: anchor.top + anchor.height + GAP };
  if (side === 'left') return { left: anchor.left - tip.width - GAP, top: centerY };
  return { left: anchor.left + anchor.width + GAP, top: centerY };
}

/** Beside the anchor, on the other side where there is no room, and always inside the window. */
export function placeTooltip(anchor: Box, tip: Box, side: Side, window: { width: number; height: number }) {
  const fits = ({ left, top }: { left: number; top: number }) =>
    left >= 0 && top >= 0 && left + tip.width <= window.width && top + tip.height <= window.height;
  const wanted = spotOn(side, anchor, tip);
  const other = spotOn(opposite[side], anchor, tip);
  const { left, top } = fits(wanted) || !fits(other) ? wanted : other;
  return { left: clamp(left, window.width - tip.width), top: clamp(top, window.height - tip.height) };
}

export function tooltipPosition(anchor: Element, tip: Element, side: Side): { left: string; top: string } {
  const { left, top } = placeTooltip(anchor.getBoundingClientRect(), tip.getBoundingClientRect(), side, {
    width: window.innerWidth,
    height: window.innerHeight,
  });
  return { left: `${Math.round(left)}px`, top: `${Math.round(top)}px` };
}
