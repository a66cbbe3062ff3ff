import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');

function tokensOf(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`), css.indexOf('}', css.indexOf(`${selector} {`)));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]),
  );
}

// WCAG 2.2: relative luminance and contrast ratio.
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const tones = ['neutral', 'info', 'attention', 'progress', 'success', 'danger'];
const surfaces = ['background', 'card', 'popover', 'sidebar', 'muted', 'accent', 'selected'];

const TEXT = 4.5;
const SHAPE = 3;

const pairs: [text: string, ground: string, least: number][] = [
  ...surfaces.flatMap((ground): [string, string, number][] => [
    ['foreground', ground, TEXT],
    ['muted-foreground', ground, TEXT],
    ['ring', ground, SHAPE],
  ]),
  ...['background', 'card', 'popover'].flatMap((ground): [string, string, number][] => [
    ['primary', ground, TEXT],
    ['input', ground, SHAPE],
    ...tones.map((tone): [string, string, number] => [`tone-${tone}-foreground`, ground, TEXT]),
  ]),
  ...tones.map((tone): [string, string, number] => [`tone-${tone}-foreground`, `tone-${tone}`, TEXT]),
  ['primary-foreground', 'primary', TEXT],
  ['primary-foreground', 'primary-hover', TEXT],
  ['primary-soft-foreground', 'primary-soft', TEXT],
  ['destructive-foreground', 'destructive', TEXT],
  ['destructive-foreground', 'destructive-hover', TEXT],
];

describe.each([':root', '.dark'])('colours of %s', (selector) => {
  const tokens = tokensOf(selector);

  it.each(pairs)('%s on %s has a contrast of at least %d', (text, ground, least) => {
    expect(contrast(tokens[text] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(least);
  });
});
