// The list, search and the record through the product's own API, signed in, beside bare SQL on the same rows.
import { createUser } from '#domain/users/create.ts';
import { closeRuntime, runtime, systemContext } from '#wiring/context.ts';
import { addWork, importGenerated } from './parts/data.ts';
import { startFloor } from './parts/floor.ts';
import { measure, printTimings, random } from './parts/measure.ts';
import { startWeb } from './parts/web.ts';

const associations = Number(process.argv[2] ?? 250_000);
const events = Number(process.argv[3] ?? associations * 20);
const rounds = Number(process.argv[4] ?? 400);
const context = systemContext('bench');
const { db } = runtime().database;

const there = await db.association.count();
if (there < associations) {
  console.log(`making ${associations} associations and ${events} events ...`);
  await importGenerated(context, { associations });
}
if ((await db.user.count()) === 0) {
  const ids: string[] = [];
  for (let n = 0; n < 10; n += 1) {
    const person = {
      name: `Bänk ${n}`,
      email: `bench${n}@kansli.example`,
      role: 'manager' as const,
      locale: 'sv' as const,
    };
    ids.push((await createUser(context, { ...person, password: 'bench-password-of-length' })).id);
  }
  await addWork(context, ids, events);
}

const web = await startWeb('bench0@kansli.example', 'bench-password-of-length');
const next = random(11);
const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
const codes = (await db.municipality.findMany({ select: { code: true } })).map(({ code }) => code);
const types = (
  await db.$queryRaw<
    { type: string }[]
  >`SELECT type FROM association_type GROUP BY 1 ORDER BY count(*) DESC LIMIT 15`
).map(({ type }) => type);
const sample = await db.$queryRaw<
  { id: string; name: string; version: number }[]
>`SELECT id, name, version FROM association TABLESAMPLE SYSTEM (1) LIMIT 500`;
const versions = new Map(sample.map(({ id, version }) => [id, version]));
const statuses = ['UNCONTACTED', 'CONTACTED', 'INTERESTED', 'NEGOTIATION', 'MEMBER', 'LOST', 'INACTIVE'];
const sorts = [
  'name',
  'municipality',
  'city',
  'type',
  'status',
  'stage',
  'owner',
  'activity',
  'memberSince',
  'quality',
  'updated',
  'created',
];

const anyFilter = () => ({
  ...(next() < 0.5 && { municipality: [pick(codes)] }),
  ...(next() < 0.4 && { status: [pick(statuses)] }),
  ...(next() < 0.3 && { type: [pick(types)] }),
  ...(next() < 0.3 && { hasEmail: next() < 0.7 }),
  sort: pick(sorts),
  order: pick(['asc', 'desc']),
  limit: 50,
});
const misspell = (word: string) => {
  const at = 1 + Math.floor(next() * (word.length - 2));
  return word.slice(0, at) + word.slice(at + 1);
};
const longWord = () =>
  pick(sample)
    .name.split(/[^\p{L}]+/u)
    .find((word) => word.length > 5) ?? 'förening';

const list = (name: string, input: () => object) =>
  measure(name, rounds, () => web.query('association.list', input()));
await web.settled();
const floor = await startFloor();
const floors = {
  nothing: await measure('floor', rounds, () => floor.ask('nothing')),
  filtered: await measure('floor', rounds, () => floor.ask('filtered', [pick(codes), pick(statuses)])),
  all: await measure('floor', Math.min(rounds, 100), () => floor.ask('all')),
  record: await measure('floor', rounds, () => floor.ask('record', [pick(sample).id])),
};
await floor.stop();

const ping = await measure('an empty API call (signed in)', rounds, () => web.query('user.me'));

let cursor: string | null = null;
const deep = await measure('list: 600 pages on, one after another', rounds, async () => {
  const page: { nextCursor: string | null } = await web.query('association.list', {
    sort: 'name',
    limit: 50,
    cursor,
  });
  cursor = page.nextCursor;
});
const rows = [
  { ours: ping, floor: floors.nothing },
  {
    ours: await list('list: any filter and sort, exact count', anyFilter),
    floor: floors.filtered,
    bar: [7, 20] as [number, number],
  },
  {
    ours: await list('list: 2 filters, exact count', () => ({
      municipality: [pick(codes)],
      status: [pick(statuses)],
      limit: 50,
    })),
    floor: floors.filtered,
    bar: [7, 20] as [number, number],
  },
  {
    ours: await list('list: no filter, exact count', () => ({ sort: pick(sorts), limit: 50 })),
    floor: floors.all,
    bar: [7, 15] as [number, number],
  },
  { ours: deep, bar: [5, 15] as [number, number] },
  {
    ours: await list('search: a whole name', () => ({ q: pick(sample).name, sort: 'relevance', limit: 50 })),
    bar: [10, 40] as [number, number],
  },
  {
    ours: await list('search: the beginning of a word', () => ({
      q: longWord().slice(0, 4),
      sort: 'relevance',
      limit: 50,
    })),
    bar: [10, 40] as [number, number],
  },
  {
    ours: await list('search: a misspelt word', () => ({
      q: misspell(longWord()),
      sort: 'relevance',
      limit: 50,
    })),
    bar: [10, 40] as [number, number],
  },
  {
    ours: await measure('record: first data', rounds, () =>
      web.query('association.get', { id: pick(sample).id }),
    ),
    floor: floors.record,
    bar: [5, 15] as [number, number],
  },
  {
    ours: await measure('record: timeline', rounds, () =>
      web.query('association.timeline', { id: pick(sample).id }),
    ),
  },
  {
    ours: await measure('save one field', Math.min(rounds, 200), async () => {
      const { id } = pick(sample);
      const version = versions.get(id) ?? 1;
      const fields = { city: `Ort ${Math.floor(next() * 1e6)}` };
      const saved = await web.mutate<{ version: number }>('association.update', { id, version, fields });
      versions.set(id, saved.version);
    }),
    bar: [10, 30] as [number, number],
  },
];
console.log(
  `\n${await db.association.count()} associations, ${await db.contact.count()} contacts, ${await db.event.count()} events`,
);
printTimings(rows);
await web.stop();
await closeRuntime();
