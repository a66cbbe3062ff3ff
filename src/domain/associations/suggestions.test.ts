import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '#domain/context.ts';
import { addAssociation, setRegisterValues } from '#tests/support/associations.ts';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import { acceptSuggestion, keepMine, updateAssociation } from './edit.ts';
import { getAssociation } from './queries.ts';
import { sameValue, suggestionsOf } from './suggestions.ts';

const mark = { at: '2026-01-01T00:00:00Z', by: 'somebody', value: 'Mitt' };

describe('suggestionsOf', () => {
  it("offers what differs from a person's word, and nothing else", () => {
    expect(suggestionsOf({ city: 'Mitt' }, { city: 'Registrets' }, { city: mark })).toEqual([
      { field: 'city', mine: 'Mitt', register: 'Registrets' },
    ]);
    expect(suggestionsOf({ city: 'Lika' }, { city: 'Lika' }, { city: mark })).toEqual([]);
    expect(suggestionsOf({ city: 'Visat' }, { city: 'Registrets' }, {})).toEqual([]);
  });

  it('takes silence for no suggestion, but an emptied field for one', () => {
    expect(suggestionsOf({ city: 'Mitt' }, {}, { city: mark })).toEqual([]);
    expect(suggestionsOf({ city: 'Mitt' }, { city: null }, { city: mark })).toHaveLength(1);
  });

  it('does not ask again about what was turned down', () => {
    const person = { city: { ...mark, kept: 'Gammalt' } };
    expect(suggestionsOf({ city: 'Mitt' }, { city: 'Gammalt' }, person)).toEqual([]);
    expect(suggestionsOf({ city: 'Mitt' }, { city: 'Nytt' }, person)).toHaveLength(1);
  });
});

it('sameValue sees as people do', () => {
  expect(sameValue(null, [])).toBe(true);
  expect(sameValue(undefined, null)).toBe(true);
  expect(sameValue({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
  expect(sameValue(['a', 'b'], ['b', 'a'])).toBe(false);
  expect(sameValue(0, null)).toBe(false);
});

describe('an answer to a suggestion', () => {
  let ctx: Context;
  let id: string;

  beforeEach(async () => {
    ctx = await testContext('user');
    id = await addAssociation(ctx, { city: 'Testby', types: ['Idrott'] });
    await setRegisterValues(ctx, id, { city: 'Testby', types: ['Idrott'] });
    await updateAssociation(ctx, { id, version: 1, fields: { city: 'Mitt', types: ['Kultur'] } });
    await setRegisterValues(ctx, id, { city: 'Nystad', types: [] });
  });

  it("Accept puts the register's value in place and lets the field follow it again", async () => {
    expect(await acceptSuggestion(ctx, { id, version: 2, field: 'city' })).toEqual({ id, version: 3 });
    const after = await getAssociation(ctx, { id });
    expect(after).toMatchObject({ city: 'Nystad', edited: ['types'], suggestions: [{ field: 'types' }] });
    expect((await writtenEvents(ctx.db)).at(-1)).toMatchObject({
      name: 'association.suggestionAccepted',
      associations: [id],
      details: { before: { city: 'Mitt' }, after: { city: 'Nystad' } },
    });
  });

  it('is of the register that says so, where several speak', async () => {
    await setRegisterValues(ctx, id, { homepageUrl: 'https://annan.example' }, { instance: 'annan.ibgo.se' });
    await updateAssociation(ctx, { id, version: 2, fields: { homepageUrl: 'https://min.example' } });
    const other = { instance: 'annan.ibgo.se', at: '2026-02-15T08:00:00Z' };
    await setRegisterValues(ctx, id, { homepageUrl: 'https://ny.example' }, other);
    const { suggestions, sourceRecords } = await getAssociation(ctx, { id });
    const registerOf = (field: string) => {
      const { sourceId } = suggestions.find((one) => one.field === field) ?? {};
      return sourceRecords.find((source) => source.id === sourceId)?.instance;
    };
    expect(registerOf('city')).toBe('bollnas.ibgo.se');
    expect(registerOf('homepageUrl')).toBe('annan.ibgo.se');
  });

  it('Accept of an emptied list empties it', async () => {
    await acceptSuggestion(ctx, { id, version: 2, field: 'types' });
    expect((await getAssociation(ctx, { id })).types).toEqual([]);
  });

  it('Keep leaves the value and is asked no more', async () => {
    await keepMine(ctx, { id, version: 2, field: 'city' });
    const after = await getAssociation(ctx, { id });
    expect(after).toMatchObject({ city: 'Mitt', suggestions: [{ field: 'types' }] });
    expect((await writtenEvents(ctx.db)).at(-1)).toMatchObject({
      name: 'association.suggestionKept',
      details: { kept: { city: 'Mitt' }, declined: { city: 'Nystad' } },
    });
  });

  it('to nothing is refused, and so is an empty name', async () => {
    for (const answer of [acceptSuggestion, keepMine]) {
      await expectRefusal(ctx.db, 'conflict', () => answer(ctx, { id, version: 2, field: 'email' }));
      await expectRefusal(ctx.db, 'conflict', () => answer(ctx, { id, version: 1, field: 'city' }));
    }
    await updateAssociation(ctx, { id, version: 2, fields: { name: 'Mitt namn' } });
    await setRegisterValues(ctx, id, { name: '' });
    await expectRefusal(ctx.db, 'invalid', () => acceptSuggestion(ctx, { id, version: 3, field: 'name' }));
  });

  it('is refused to whom is not signed in', async () => {
    const anonymous = await testContext('anonymous');
    for (const answer of [acceptSuggestion, keepMine]) {
      await expectRefusal(ctx.db, 'unauthenticated', () =>
        answer(anonymous, { id, version: 2, field: 'city' }),
      );
    }
  });
});
