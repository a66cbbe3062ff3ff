import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Prisma } from '#prisma/client.ts';
import { testContext } from '#tests/support/context.ts';
import { type PersonMarks, type RegisterField, registerFieldNames, registerFields } from './fields.ts';
import { asSourceValues } from './origin.ts';
import { isIncomplete, registerValues, type SourceValues, shownValues } from './shown-values.ts';
import { showValues } from './shown-values-sql.ts';

const source = (
  id: string,
  fields: SourceValues['fields'],
  more: Partial<SourceValues> = {},
): SourceValues => ({
  id,
  fields,
  moved: {},
  firstSeenAt: new Date('2026-01-01T00:00:00Z'),
  incomplete: false,
  missingSince: null,
  ...more,
});
const movedCity = (at: string) => ({ city: { at, run: 'run' } });
const mark = { at: '2026-01-01T00:00:00Z', by: null };
const cityOf = (sources: SourceValues[], person: PersonMarks = {}) => shownValues(person, sources).city;

describe('the shown value', () => {
  it("is the person's, also an emptied one, where a person marked the field", () => {
    const one = source('a', { city: 'Arbrå', types: ['Idrott'] });
    const shown = shownValues({ city: { ...mark, value: 'Mitt' }, types: { ...mark, value: [] } }, [one]);
    expect(shown).toMatchObject({ city: 'Mitt', types: [] });
  });

  it('is nothing where nobody says anything', () => {
    expect(shownValues({}, [])).toMatchObject({ city: null, types: [], descriptionSections: [] });
  });

  it('is of the register whose value moved last, whatever was read last', () => {
    const [old, young] = [
      source('a', { city: 'Gamla' }, { moved: movedCity('2026-02-01T00:00:00Z') }),
      source('b', { city: 'Nya' }, { moved: movedCity('2026-03-01T00:00:00Z') }),
    ];
    expect(cityOf([old, young])).toBe('Nya');
    expect(cityOf([young, old])).toBe('Nya');
  });

  it('is of a register that has one, before newer ones that have none', () => {
    const young = source('b', { city: null }, { moved: movedCity('2026-03-01T00:00:00Z') });
    expect(cityOf([source('a', { city: 'Arbrå' }), young])).toBe('Arbrå');
    expect(cityOf([young])).toBeNull();
  });

  it('is of a complete row before a newer one without detail, of which any value is better than none', () => {
    const bare = source('b', { city: 'Nya' }, { incomplete: true, moved: movedCity('2026-03-01T00:00:00Z') });
    expect(cityOf([source('a', { city: 'Arbrå' }), bare])).toBe('Arbrå');
    expect(cityOf([source('a', {}), bare])).toBe('Nya');
  });

  it('is of a register that still lists the association before one that has lost it', () => {
    const lost = source('b', { city: 'Nya', email: 'info@prov.example' }, { missingSince: new Date() });
    const sources = [source('a', { city: 'Arbrå' }, { incomplete: true }), lost];
    expect(shownValues({}, sources)).toMatchObject({ city: 'Arbrå', email: 'info@prov.example' });
    expect(cityOf([lost])).toBe('Nya');
  });

  it('is, of two alike, of the record known longest', () => {
    expect(cityOf([source('b', { city: 'B' }), source('a', { city: 'A' })])).toBe('A');
  });
});

it('a field that all registers emptied is spoken of, one that none named is not', () => {
  const said = registerValues([source('a', { city: null }), source('b', {})]);
  expect(said.city).toMatchObject({ value: null, source: { id: 'a' } });
  expect(said).not.toHaveProperty('email');
});

// Few values and times, so that registers often agree, and times and flags often meet.
const times = ['2026-01-01T00:00:00Z', '2026-02-01T09:30:00.123Z', '2026-02-01T10:30:00.123+01:00'];
const text = fc.constantFrom(null, '', 'Arbrå', "Nya 'kraft' \\ å");
const values = {
  text,
  int: fc.constantFrom(null, 1900, 2001),
  texts: fc.constantFrom(null, [], ['Idrott'], ['Idrott', 'Kultur, "ny"']),
  json: fc.constantFrom(null, [], [{ title: 'Om', data: { b: ['x'], a: '1' } }]),
};
const anyValue = (field: RegisterField) =>
  field === 'name' ? fc.constantFrom('Testby IF', 'Testby idrott') : values[registerFields[field].kind];
const fieldsOf = (keep: RegisterField[]) =>
  fc.record(Object.fromEntries(registerFieldNames.map((field) => [field, anyValue(field)])), {
    requiredKeys: keep,
  });
const someFields = fieldsOf([]);
const aSource = fc.record({
  fields: fieldsOf(['name']),
  moved: fc
    .dictionary(fc.constantFrom(...registerFieldNames), fc.constantFrom(...times), { maxKeys: 8 })
    .map((moved) =>
      Object.fromEntries(Object.entries(moved).map(([field, at]) => [field, { at, run: 'r' }])),
    ),
  firstSeenAt: fc.constantFrom(...times),
  incomplete: fc.boolean(),
  missingSince: fc.constantFrom(null, ...times),
});
const world = fc.array(
  fc.record({ marks: fc.option(someFields), sources: fc.array(aSource, { minLength: 1, maxLength: 4 }) }),
  { minLength: 1, maxLength: 12 },
);

it('the database answers as the rule does, for whatever people and registers said', async () => {
  const { db } = await testContext('system');
  let instance = 0;
  await fc.assert(
    fc.asyncProperty(world, async (associations) => {
      const given = associations.map(({ marks, sources }) => ({
        id: crypto.randomUUID(),
        person: Object.fromEntries(
          Object.entries(marks ?? {}).map(([field, value]) => [field, { ...mark, value }]),
        ) as PersonMarks,
        sources: sources.map((one) => ({
          ...one,
          id: crypto.randomUUID(),
          instance: `${++instance}.example`,
        })),
      }));
      await db.$executeRaw`
        INSERT INTO association (id, name, municipality_code)
        SELECT (g ->> 'id')::uuid, 'Utan namn', '0180' FROM jsonb_array_elements(${JSON.stringify(given)}::jsonb) g`;
      await db.$executeRaw`
        INSERT INTO association_origin (association_id, person)
        SELECT (g ->> 'id')::uuid, g -> 'person' FROM jsonb_array_elements(${JSON.stringify(given)}::jsonb) g
        WHERE g -> 'person' <> '{}'`;
      await db.$executeRaw`
        INSERT INTO source_record (id, association_id, platform, instance, external_id, municipality_code, raw, content_hash,
          file_rank, last_seen_at, run_id, fields, moved, first_seen_at, incomplete, missing_since)
        SELECT s.id, (g ->> 'id')::uuid, 'IBGO', s.instance, '1', '0180', '{}', '', 0, now(), s.id, s.fields, s.moved,
          s."firstSeenAt", s.incomplete, s."missingSince"
        FROM jsonb_array_elements(${JSON.stringify(given)}::jsonb) g, jsonb_to_recordset(g -> 'sources')
          AS s(id uuid, instance text, fields jsonb, moved jsonb, "firstSeenAt" timestamptz, incomplete bool, "missingSince" timestamptz)`;
      const ids = given.map(({ id }) => id);
      const all = Prisma.sql`SELECT unnest(${ids}::uuid[])`;
      await db.$queryRaw(showValues(all));

      const rows = await db.association.findMany({
        where: { id: { in: ids } },
        include: { sourceRecords: true },
      });
      for (const { id, person } of given) {
        const row = rows.find((one) => one.id === id);
        const sources = (row?.sourceRecords ?? []).map(asSourceValues);
        expect(row).toMatchObject({ ...shownValues(person, sources), incomplete: isIncomplete(sources) });
      }
      // What stands as it should is left alone.
      expect(await db.$queryRaw(showValues(all))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
