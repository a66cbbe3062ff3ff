// What people see when PostgreSQL, or one of its connections, is ended under a call.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type Database, openDatabase } from '#adapters/db/client.ts';
import { testContext } from '#tests/support/context.ts';
import { separateDatabase } from '#tests/support/database.ts';
import { writtenEvents } from '#tests/support/expect.ts';
import type { Context } from './context.ts';
import { readSafely } from './database-errors.ts';
import { command, query } from './operation.ts';
import { createTag } from './tags/commands.ts';

let place: Awaited<ReturnType<typeof separateDatabase>>;
let database: Database;
let context: Context;
beforeAll(async () => {
  place = await separateDatabase();
  database = openDatabase(place.url, { max: 6 });
  context = await testContext('system', { db: database.db });
});
afterAll(async () => {
  await database.close();
  await place.drop();
});

const endItself = 'SELECT pg_terminate_backend(pg_backend_pid())';
const unavailable = { code: 'unavailable', messageKey: 'databaseUnavailable' };

type Read = (context: Context) => Promise<unknown>;
/** Ends the connection it reads on the first `times` times. */
function endedReads(times: number, end: Read) {
  let calls = 0;
  const read = query({
    name: 'test.endedRead',
    input: z.strictObject({}),
    allow: 'public',
    internal: 'for this test',
    async run(context) {
      calls += 1;
      if (calls <= times) await end(context);
      return calls;
    },
  });
  return { read, calls: () => calls };
}

const ways: [string, Read][] = [
  ['through the ORM', ({ db }) => db.$queryRawUnsafe(endItself)],
  ['on a bare connection', () => database.pool.query(endItself)],
];

it.each(ways)('a read whose connection is ended is tried once more, %s', async (_name, end) => {
  expect(await endedReads(1, end).read(context, {})).toBe(2);
});

it.each(ways)('a read that is ended twice says that the database does not answer, %s', async (_name, end) => {
  const { read, calls } = endedReads(9, end);
  await expect(read(context, {})).rejects.toMatchObject(unavailable);
  expect(calls()).toBe(2);
});

it('a save whose connection is ended between its statements is not sent again and leaves nothing', async () => {
  let calls = 0;
  const save = command({
    name: 'test.endedSave',
    input: z.strictObject({}),
    allow: 'tag.write',
    internal: 'for this test',
    async run(unit) {
      calls += 1;
      await createTag(unit, { name: 'Halv' });
      await unit.tx.$executeRawUnsafe(endItself);
      await createTag(unit, { name: 'Hel' });
    },
  });
  await expect(save(context, {})).rejects.toMatchObject(unavailable);
  expect(calls).toBe(1);
  expect(await context.db.tag.count()).toBe(0);
  expect(await writtenEvents(context.db)).toEqual([]);
});

it('a save whose connection is ended from outside says so, whichever statement it stands at', async () => {
  const { pool } = database;
  const save = command({
    name: 'test.endedFromOutside',
    input: z.strictObject({}),
    allow: 'tag.write',
    internal: 'for this test',
    async run(unit) {
      const [row] = await unit.tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      await pool.query('SELECT pg_terminate_backend($1)', [row?.pid]);
      await createTag(unit, { name: 'Halv' });
    },
  });
  await expect(save(context, {})).rejects.toMatchObject(unavailable);
  expect(await context.db.tag.count()).toBe(0);
});

it('after all connections were ended at once every read and save goes on', async () => {
  const all = Array.from({ length: 6 }, (_, index) => index);
  await Promise.all(all.map(() => readSafely(() => database.pool.query('SELECT pg_sleep(0.05)'))));
  await database.pool.query(`SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`);
  await Promise.all(all.map((index) => createTag(context, { name: `Tagg ${index}` })));
  expect(await context.db.tag.count()).toBe(6);
});
