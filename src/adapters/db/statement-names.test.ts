import { expect, it } from 'vitest';
import { planOnce } from '#domain/plan-once.ts';
import { testDatabase } from '#tests/support/database.ts';
import { statementNames } from './statement-names.ts';

const orm = 'SELECT "public"."user"."id" FROM "public"."user" WHERE "public"."user"."id" = $1';

it('names what the ORM writes, and raw statements that ask for it, from the third time on', () => {
  const nameOf = statementNames();
  for (const sql of [orm, `${planOnce.sql} SELECT 1`]) {
    expect([nameOf({ sql }), nameOf({ sql })]).toEqual(['', '']);
    const name = nameOf({ sql });
    expect(name).not.toBe('');
    expect(nameOf({ sql })).toBe(name);
  }
  expect(nameOf({ sql: orm })).not.toBe(nameOf({ sql: `${planOnce.sql} SELECT 1` }));
});

it('leaves raw statements to be planned for their values', () => {
  const nameOf = statementNames();
  const sql = 'SELECT count(*) FROM association WHERE crm_status = $1';
  for (let use = 0; use < 5; use += 1) expect(nameOf({ sql })).toBe('');
});

it('stops before names without end fill the memory of every connection', () => {
  const nameOf = statementNames();
  const names = new Set<string>();
  for (let length = 1; length < 1_000; length += 1) {
    const sql = `${orm} AND "public"."user"."id" IN (${'$1,'.repeat(length)}$1)`;
    for (let use = 0; use < 3; use += 1) names.add(nameOf({ sql }));
  }
  names.delete('');
  expect(names.size).toBe(300);
});

it('holds in the database: a lookup by key is prepared once, and still right', async () => {
  const { db } = await testDatabase();
  for (let use = 0; use < 6; use += 1) {
    expect(await db.municipality.findUnique({ where: { code: '0180' } })).toMatchObject({
      name: 'Stockholm',
    });
    expect(await db.municipality.findUnique({ where: { code: '1480' } })).toMatchObject({ name: 'Göteborg' });
  }
});
