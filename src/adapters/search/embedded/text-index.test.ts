import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMisspelling, slipsAllowed } from './misspelling.ts';
import { buildTextIndex, type TextRow } from './text-index.ts';
import { WordIndexBuilder } from './word-index.ts';

const near = (typed: string, written: string, slips = slipsAllowed(typed.length)) => {
  const text = Buffer.from(written);
  return isMisspelling(Buffer.from(typed), text, 0, text.length, slips);
};

describe('a misspelling', () => {
  it.each([
    ['a missing letter', 'anglholm', 'angelholm', true],
    ['a letter too many', 'malmoo', 'malmo', true],
    ['a wrong letter', 'malna', 'malma', true],
    ['two swapped letters', 'mlamo', 'malmo', true],
    ['two slips in a long word', 'fotbolsklub', 'fotbollsklubb', true],
    ['one slip, and the end not yet typed', 'idrotsfor', 'idrottsforening', true],
    ['two slips in a short word', 'mlmoo', 'malma', false],
    ['any slip in three letters', 'abd', 'abc', false],
    ['another word', 'segling', 'simning', false],
  ])('is %s: %s for %s is %s', (_, typed, written, expected) => {
    expect(near(typed, written)).toBe(expected);
  });

  it('is what the plain table of distances says', () => {
    const word = fc.stringMatching(/^[abc]{4,9}$/);
    fc.assert(
      fc.property(word, word, (typed, written) => {
        const slips = slipsAllowed(typed.length);
        const ends =
          typed.length < 6 ? [written.length] : Array.from({ length: written.length + 1 }, (_, end) => end);
        const expected = ends.some((end) => distance(typed, written.slice(0, end)) <= slips);
        expect(near(typed, written)).toBe(expected);
      }),
    );
  });
});

/** Restricted Damerau distance, as in a textbook. */
function distance(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_unused, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? 99;
  for (let i = 1; i <= one.length; i += 1) {
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let cost = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, at(i - 2, j - 2) + 1);
      const row = table[i];
      if (row) row[j] = cost;
    }
  }
  return at(one.length, other.length);
}

describe('packed words', () => {
  const words = fc.array(fc.tuple(fc.stringMatching(/^[ab1]{1,4}$/), fc.nat({ max: 200 })), {
    maxLength: 60,
  });

  it('find the rows that a look at each word finds', async () => {
    await fc.assert(
      fc.asyncProperty(words, fc.stringMatching(/^[ab1]{1,4}$/), async (pairs, typed) => {
        const builder = new WordIndexBuilder();
        for (const [word, row] of pairs) builder.add(word, row);
        const index = await builder.build(async () => {});
        const rows = (fits: (word: string) => boolean) =>
          [...new Set(pairs.filter(([word]) => fits(word)).map(([, row]) => row))].sort((a, b) => a - b);
        const found = (way: 'whole' | 'beginning' | 'part' | 'misspelt') =>
          index.find(typed, way)?.members() ?? [];
        expect(found('whole')).toEqual(rows((word) => word === typed));
        expect(found('beginning')).toEqual(rows((word) => word.startsWith(typed)));
        expect(found('part')).toEqual(rows((word) => word.includes(typed)));
        expect(found('misspelt')).toEqual(
          rows((word) => slipsAllowed(typed.length) > 0 && !/1/.test(word + typed) && near(typed, word)),
        );
      }),
    );
  });
});

async function* rowsOf(names: string[]): AsyncGenerator<TextRow> {
  for (const [seq, name] of names.entries())
    yield { seq, name, written: name, words: `${name} provby`, about: 'om klubben' };
}

const asTyped = (words: string[]) => ({ words, written: words });

describe('ranks', () => {
  const names = ['malmo fk', 'malmoarna', 'sjobo malmo', 'fk lyktan'];
  const ranks = async (words: string[]) =>
    (await buildTextIndex(rowsOf(names))).match(asTyped(words)).map((rows) => rows.members());

  it('put a name that begins with the words first, then names with them, then what else has them', async () => {
    expect(await ranks(['malmo'])).toEqual([[0], [1], [], [], [2], [], [], []]);
    expect(await ranks(['provby'])).toEqual([[], [], [], [], [], [], [0, 1, 2, 3], []]);
    expect(await ranks(['fk', 'malmo'])).toEqual([[], [], [], [], [0], [], [], []]);
  });

  it('know words of any length, however much of them is typed', async () => {
    const long = 'a'.repeat(70);
    const index = await buildTextIndex(rowsOf(['malmo', `${long}b`]));
    for (const typed of [long.slice(0, 30), long, `${long}b`])
      expect(index.match(asTyped([typed])).flatMap((rows) => rows.members())).toEqual([1]);
  });

  it('are the same for rows that changed after the words were read', async () => {
    const index = await buildTextIndex(rowsOf(names.map(() => 'nagot annat')));
    for await (const row of rowsOf(names)) index.put(row);
    expect(index.match(asTyped(['malmo'])).map((rows) => rows.members())).toEqual([
      [0],
      [1],
      [],
      [],
      [2],
      [],
      [],
      [],
    ]);
    expect(index.match(asTyped(['nagot'])).flatMap((rows) => rows.members())).toEqual([]);
  });

  it('fall back word by word, and on all words together when nothing holds them', async () => {
    expect((await ranks(['alm'])).flat().toSorted()).toEqual([0, 1, 2]);
    expect((await ranks(['malmp', 'fk'])).flat()).toEqual([0]);
    expect((await ranks(['sjobo', 'malmoa'])).flat()).toEqual([2]);
    expect((await ranks(['xyzzy'])).flat()).toEqual([]);
  });
});
