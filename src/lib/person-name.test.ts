import { describe, expect, it } from 'vitest';
import { restoreName, sameLetters } from './person-name.ts';

describe('restoreName', () => {
  it.each([
    ['Anna testlund', 'Anna Testlund'],
    ['Ann-louise övningsson', 'Ann-Louise Övningsson'],
    ['Carl von testén', 'Carl von Testén'],
    ['Per-olof af provberg', 'Per-Olof af Provberg'],
    ['Maria de la prova', 'Maria de la Prova'],
    ['KARL MALLGREN', 'Karl Mallgren'],
    ['Pat mcprovey', 'Pat McProvey'],
    ["Sean o'test", "Sean O'Test"],
    ['anna b. ek', 'Anna B. Ek'],
    ['j.o. berg', 'J.O. Berg'],
    ['Omar al-prov', 'Omar al-Prov'],
    ['östen ek', 'Östen Ek'],
    ['Anna McProvey', 'Anna McProvey'],
    ['von ek', 'Von Ek'],
    ['Test IFK', 'Test IFK'],
  ])('%s becomes %s', (written, restored) => {
    expect(restoreName(written)).toBe(restored);
  });

  it('changes nothing a second time', () => {
    for (const name of ['Anna von Testén', 'Ann-Louise Ek', "O'Test", 'J.O. Berg'])
      expect(restoreName(name)).toBe(name);
  });
});

it('compares letter by letter', () => {
  expect(sameLetters('Ann-Louise  EK', 'ann-louise ek.')).toBe(true);
  expect(sameLetters('Åsa Ek', 'Asa Ek')).toBe(false);
});
