import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetAllKept, keptKey, onKeptChange, readKept, writeKept } from './kept-texts.ts';

/** The part of a browser's storage that is used; its keys are its own properties, as in a browser. */
function fakeStorage(): Storage {
  const own: Record<string, string> = Object.create({
    getItem: (key: string) => own[key] ?? null,
    setItem: (key: string, value: string) => {
      own[key] = value;
    },
    removeItem: (key: string) => {
      delete own[key];
    },
  });
  return own as unknown as Storage;
}

const note = keptKey('u1', 'note:a1');

beforeEach(() => {
  vi.stubGlobal('localStorage', fakeStorage());
  forgetAllKept();
});
afterEach(() => void vi.unstubAllGlobals());

it('keeps a text for one person and one thing, until it is sent', () => {
  writeKept(note, 'Ringde, inget svar');
  expect(readKept(note)).toBe('Ringde, inget svar');
  expect(localStorage.getItem(note)).toBe('Ringde, inget svar');
  expect(readKept(keptKey('u2', 'note:a1'))).toBeNull();
  expect(readKept(keptKey('u1', 'note:a2'))).toBeNull();
  writeKept(note, null);
  expect(readKept(note)).toBeNull();
  expect(localStorage.getItem(note)).toBeNull();
});

it('leaves no text behind at sign-out, and other things of the browser alone', () => {
  writeKept(note, 'Ringde');
  localStorage.setItem('theme', 'dark');
  forgetAllKept();
  expect(Object.keys(localStorage)).toEqual(['theme']);
  expect(readKept(note)).toBeNull();
});

it('tells those who show it', () => {
  const told = vi.fn();
  const stop = onKeptChange(told);
  writeKept(note, 'x');
  stop();
  writeKept(note, 'y');
  expect(told).toHaveBeenCalledOnce();
});

it('keeps the text in the page where the browser refuses to store', () => {
  vi.stubGlobal('localStorage', undefined);
  writeKept(note, 'Ringde');
  expect(readKept(note)).toBe('Ringde');
});
