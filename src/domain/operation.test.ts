import { randomUUID } from 'node:crypto';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { testContext } from '#tests/support/context.ts';
import { tableFingerprint } from '#tests/support/database.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import type { Unit } from './context.ts';
import { conflict, type ErrorCode } from './errors.ts';
import { command, query } from './operation.ts';

const Tag = z.strictObject({ id: z.uuid(), name: z.string().min(1).max(40) });
const newTag = (name = 'Idrott') => ({ id: randomUUID(), name });

const addTag = command({
  name: 'tag.add',
  input: Tag,
  allow: 'import.run',
  async run({ tx, emit }, { id, name }) {
    await tx.tag.create({ data: { id, name, colour: 'blue' } });
    emit('association.tagged', { ids: [id], associations: [id], details: { name } });
    return name;
  },
});

const listTags = query({
  name: 'tag.list',
  input: z.strictObject({}),
  allow: 'signed-in',
  run: ({ db }) => db.tag.findMany(),
});

const addBoth = command({
  name: 'tag.addBoth',
  input: z.strictObject({ first: Tag, second: Tag, fail: z.boolean() }),
  allow: 'import.run',
  async run(unit, { first, second, fail }) {
    await addTag(unit, first);
    await addTag(unit, second);
    if (fail) throw conflict('tryAgain');
    unit.emit('association.tagged', { ids: [first.id, second.id] });
  },
});

describe('access', () => {
  it.each(['admin', 'manager', 'system'] as const)('lets %s in', async (who) => {
    const context = await testContext(who);
    await expect(addTag(context, newTag())).resolves.toBe('Idrott');
    expect(await context.db.tag.count()).toBe(1);
  });

  it('refuses a lesser role and leaves every table as it was', async () => {
    const context = await testContext('user');
    await expectRefusal(context.db, 'forbidden', () => addTag(context, newTag()));
  });

  it('asks who you are before it says that you may not', async () => {
    const context = await testContext('anonymous');
    await expectRefusal(context.db, 'unauthenticated', () => addTag(context, newTag()));
    await expectRefusal(context.db, 'unauthenticated', () => listTags(context, {}));
  });

  it('keeps what is the system’s own from every person', async () => {
    const inner = query({ name: 'x.y', input: z.strictObject({}), allow: 'system', run: async () => 1 });
    const admin = await testContext('admin');
    await expectRefusal(admin.db, 'forbidden', () => inner(admin, {}));
    await expect(inner(await testContext('system'), {})).resolves.toBe(1);
  });

  it('checks access before it reads the input, so that a stranger learns nothing from the errors', async () => {
    const context = await testContext('user');
    await expectRefusal(context.db, 'forbidden', () => addTag(context, { id: 'no uuid', name: '' }));
  });

  it('checks the inner command too', async () => {
    const outer = command({
      name: 'tag.open',
      input: Tag,
      allow: 'signed-in',
      run: async (unit, input) => addTag(unit, input),
    });
    const context = await testContext('user');
    await expectRefusal(context.db, 'forbidden', () => outer(context, newTag()));
  });
});

describe('input', () => {
  it('refuses unknown keys and names each field at fault', async () => {
    const context = await testContext('manager');
    const input = { ...newTag(''), role: 'admin' };
    const error = await expectRefusal(context.db, 'invalid', () => addTag(context, input));
    expect(error.details.fields).toEqual([
      expect.objectContaining({ path: 'name', code: 'too_small' }),
      expect.objectContaining({ path: '', code: 'unrecognized_keys' }),
    ]);
  });
});

describe('events', () => {
  it('stand in the same transaction, with actor, ids and timeline', async () => {
    const context = await testContext('manager');
    const tag = newTag();
    await addTag(context, tag);
    expect(await writtenEvents(context.db)).toEqual([
      {
        name: 'association.tagged',
        entity: 'association',
        ids: [tag.id],
        associations: [tag.id],
        actorType: 'user',
        actorId: context.actor.type === 'user' && context.actor.id,
        details: { name: 'Idrott' },
      },
    ]);
  });

  it('a command that emits nothing throws and is undone', async () => {
    const silent = command({
      name: 'tag.silent',
      input: Tag,
      allow: 'signed-in',
      run: ({ tx }, { id, name }) => tx.tag.create({ data: { id, name, colour: 'red' } }),
    });
    const context = await testContext('admin');
    const before = await tableFingerprint(context.db);
    await expect(silent(context, newTag())).rejects.toThrow('without an event');
    expect(await tableFingerprint(context.db)).toEqual(before);
  });

  it('an event about something without a UUID throws and is undone', async () => {
    const odd = command({
      name: 'tag.odd',
      input: Tag,
      allow: 'signed-in',
      async run({ tx, emit }, { id, name }) {
        await tx.tag.create({ data: { id, name, colour: 'red' } });
        emit('tag.created', { ids: ['0180'] });
      },
    });
    const context = await testContext('admin');
    const before = await tableFingerprint(context.db);
    await expect(odd(context, newTag())).rejects.toThrow('tag.created names "0180", which is no UUID');
    expect(await tableFingerprint(context.db)).toEqual(before);
  });

  it('unless it says why it is quiet', async () => {
    const quiet = command({
      name: 'tag.quiet',
      input: Tag,
      allow: 'signed-in',
      quiet: 'nobody needs to know',
      run: ({ tx }, { id, name }) => tx.tag.create({ data: { id, name, colour: 'red' } }),
    });
    const context = await testContext('user');
    await quiet(context, newTag());
    expect(await context.db.tag.count()).toBe(1);
    expect(await writtenEvents(context.db)).toEqual([]);
  });
});

describe('nested commands', () => {
  it('commit once, with all their events', async () => {
    const context = await testContext('manager');
    await addBoth(context, { first: newTag('A'), second: newTag('B'), fail: false });
    expect(await context.db.tag.count()).toBe(2);
    expect(await writtenEvents(context.db)).toHaveLength(3);
    const commits = await context.db.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT xmin::text AS id FROM (SELECT xmin FROM tag UNION ALL SELECT xmin FROM event) written`;
    expect(commits).toHaveLength(1);
  });

  it('are undone together when the outer one fails', async () => {
    const context = await testContext('manager');
    await expectRefusal(context.db, 'conflict', () =>
      addBoth(context, { first: newTag('A'), second: newTag('B'), fail: true }),
    );
  });

  it('are undone together when the inner one fails', async () => {
    const context = await testContext('manager');
    const error = await expectRefusal(context.db, 'conflict', () =>
      addBoth(context, { first: newTag('A'), second: newTag('A'), fail: false }),
    );
    expect(error.messageKey).toBe('alreadyExists');
  });
});

describe('a failed inner command', () => {
  it('undoes the outer one even when that takes no notice', async () => {
    const careless = command({
      name: 'tag.careless',
      input: z.strictObject({ good: Tag, bad: Tag }),
      allow: 'signed-in',
      async run(unit, { good, bad }) {
        await addTag(unit, good);
        await failLate(unit, bad).catch(() => undefined);
      },
    });
    const failLate = command({
      name: 'tag.failLate',
      input: Tag,
      allow: 'signed-in',
      async run(unit, tag) {
        await addTag(unit, tag);
        throw conflict('changedMeanwhile');
      },
    });
    const context = await testContext('manager');
    const error = await expectRefusal(context.db, 'conflict', () =>
      careless(context, { good: newTag('A'), bad: newTag('B') }),
    );
    expect(error.messageKey).toBe('changedMeanwhile');
  });
});

describe('two commands in each other’s way', () => {
  const rename = command({
    name: 'tag.rename',
    input: z.strictObject({ ids: z.array(z.uuid()) }),
    allow: 'signed-in',
    async run({ tx, emit }, { ids: [first, second] }) {
      await tx.$executeRaw`UPDATE tag SET colour = colour || '1' WHERE id = ${first}::uuid`;
      met += 1;
      if (met === 2) meet();
      if (met <= 2) await meeting;
      await tx.$executeRaw`UPDATE tag SET colour = colour || '2' WHERE id = ${second}::uuid`;
      emit('association.tagged', { ids: [] });
    },
  });
  let met = 0;
  const { promise: meeting, resolve: meet } = Promise.withResolvers<void>();

  it('both come through: the one that PostgreSQL ends is run again, and its events stand once', async () => {
    const context = await testContext('manager');
    const [a, b] = [newTag('a'), newTag('b')];
    await addTag(context, a);
    await addTag(context, b);
    await Promise.all([rename(context, { ids: [a.id, b.id] }), rename(context, { ids: [b.id, a.id] })]);
    expect(met).toBe(3);
    const colours = (await context.db.tag.findMany()).map(({ colour }) =>
      [...colour.replace('blue', '')].sort().join(''),
    );
    expect(colours).toEqual(['12', '12']);
    expect(await writtenEvents(context.db)).toHaveLength(4);
  });
});

describe('what a command can reach', () => {
  it('does not compile with a provider, the pool, or the log', () => {
    expectTypeOf<Unit>().not.toHaveProperty('providers');
    expectTypeOf<Unit>().not.toHaveProperty('db');
    expectTypeOf<Unit>().not.toHaveProperty('log');
    command({
      name: 'tag.mail',
      input: Tag,
      allow: 'signed-in',
      async run(unit) {
        // @ts-expect-error a command has no providers
        expect(unit.providers).toBeUndefined();
        // @ts-expect-error nor a database outside its transaction
        expect(unit.db).toBeUndefined();
      },
    });
    command({
      name: 'tag.search',
      input: Tag,
      allow: 'signed-in',
      async run(unit) {
        // @ts-expect-error a query wants providers, so a command cannot call one
        await listTags(unit, {});
      },
    });
  });

  it('does not have them when it runs either', async () => {
    const keys: string[] = [];
    const peek = command({
      name: 'tag.peek',
      input: z.strictObject({}),
      allow: 'signed-in',
      quiet: 'reads its own unit',
      run: async (unit) => keys.push(...Object.keys(unit)),
    });
    await peek(await testContext('user'), {});
    expect(keys.sort()).toEqual(['actor', 'emit', 'now', 'requestId', 'tx']);
  });
});

describe('database errors', () => {
  const change = (run: (tx: Unit['tx']) => Promise<unknown>) =>
    command({
      name: 'tag.change',
      input: z.strictObject({}),
      allow: 'signed-in',
      quiet: 'test',
      run: ({ tx }) => run(tx),
    });
  const missing = randomUUID();

  const faults: [code: ErrorCode, messageKey: string, run: (tx: Unit['tx']) => Promise<unknown>][] = [
    ['not_found', 'notFound', (tx) => tx.tag.update({ where: { id: missing }, data: { name: 'x' } })],
    [
      'invalid',
      'unknownReference',
      (tx) => tx.associationTag.create({ data: { associationId: missing, tagId: missing } }),
    ],
    [
      'invalid',
      'invalidInput',
      (tx) => tx.tag.create({ data: { id: missing, name: 'a\0b', colour: 'red' } }),
    ],
    [
      'conflict',
      'alreadyExists',
      (tx) =>
        tx.$executeRaw`INSERT INTO setting (key, value, updated_at) SELECT 'a', '1', now() FROM generate_series(1, 2)`,
    ],
    [
      'unavailable',
      'databaseUnavailable',
      (tx) => tx.$executeRaw`SELECT pg_terminate_backend(pg_backend_pid())`,
    ],
  ];

  it.each(faults)('become %s %s', async (code, messageKey, run) => {
    const context = await testContext('user');
    const error = await expectRefusal(context.db, code, () => change(run)(context, {}));
    expect(error.messageKey).toBe(messageKey);
  });

  it('a connection lost between two statements is unavailable, and the next call works', async () => {
    const context = await testContext('user');
    const cut = change(async (tx) => {
      await tx.tag.count();
      await context.db.$queryRaw`SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
        WHERE datname = current_database() AND state = 'idle in transaction'`;
      await tx.tag.count();
    });
    await expectRefusal(context.db, 'unavailable', () => cut(context, {}));
    await expect(listTags(context, {})).resolves.toEqual([]);
  });

  it('a database that cannot be reached is unavailable', async () => {
    const { openDatabase } = await import('#adapters/db/client.ts');
    const nowhere = openDatabase('postgresql://nobody@127.0.0.1:1/none');
    const context = await testContext('user', { db: nowhere.db });
    await expect(listTags(context, {})).rejects.toMatchObject({ code: 'unavailable' });
    await expect(
      addTag({ ...context, actor: { type: 'system', name: 'test' } }, newTag()),
    ).rejects.toMatchObject({
      code: 'unavailable',
    });
    await nowhere.close();
  });
});
