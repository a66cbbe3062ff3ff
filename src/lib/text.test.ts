import { describe, expect, it } from 'vitest';
import { capitalize, cleanLine, cleanLines, cutText, foldWords, isTidy } from './text.ts';

describe('cleanLine', () => {
  it.each([
    ['  Testby\u00a0 IF \r\n', 'Testby IF'],
    ['Test\u200bby\u0000 IF\u0007', 'Testby IF'],
    ['Förening', 'Förening'],
    ['lone \ud800 half', 'lone \ufffd half'],
    ['tab\there', 'tab here'],
  ])('%j becomes %j', (written, clean) => {
    expect(cleanLine(written)).toBe(clean);
  });

  it('leaves tidy text as the same string', () => {
    expect(isTidy('Åmåls IF 1912')).toBe(true);
    expect(isTidy('a & b')).toBe(false);
  });
});

it('keeps paragraphs, but no more than one empty line', () => {
  expect(cleanLines('a \r\n\r\n\r\n\r\n b\u00a0c')).toBe('a\n\nb c');
});

it('folds case and punctuation and keeps å, ä and ö apart', () => {
  expect(foldWords('  HÅBO-Tibble  KK! ')).toBe('håbo tibble kk');
  expect(foldWords('Håbo')).not.toBe(foldWords('Habo'));
});

it('cuts at a whole character and marks it', () => {
  expect(cutText('abcdef', 4)).toBe('abc…');
  expect(cutText('ab😀cd', 4)).toBe('ab…');
  expect(cutText('abc', 3)).toBe('abc');
});

it('capitalizes Swedish letters', () => {
  expect(capitalize('övrigt')).toBe('Övrigt');
  expect(capitalize('')).toBe('');
});
