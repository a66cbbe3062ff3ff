import { describe, expect, it } from 'vitest';
import { placeTooltip } from './tooltip-position.ts';

const screen = { width: 1000, height: 800 };
const tip = { left: 0, top: 0, width: 100, height: 24 };

describe('placeTooltip', () => {
  it('stands centred on the wanted side', () => {
    const anchor = { left: 400, top: 300, width: 40, height: 32 };
    expect(placeTooltip(anchor, tip, 'top', screen)).toEqual({ left: 370, top: 270 });
    expect(placeTooltip(anchor, tip, 'right', screen)).toEqual({ left: 446, top: 304 });
  });

  it('turns to the other side where there is no room', () => {
    const anchor = { left: 400, top: 4, width: 40, height: 32 };
    expect(placeTooltip(anchor, tip, 'top', screen).top).toBe(42);
  });

  it('never leaves the window', () => {
    const anchor = { left: 980, top: 300, width: 16, height: 32 };
    expect(placeTooltip(anchor, tip, 'bottom', screen).left).toBe(892);
  });
});
