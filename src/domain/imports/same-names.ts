// What a register no longer names, beside what it names for the first time: the same under a new id, or a new name?
import { findAddressTwins } from '../addresses/records.ts';
import type { Tx } from '../context.ts';
import { identityName } from './identity.ts';
import type { RegisterFile } from './registers.ts';

/** A source record, as far as one can be known again by it. */
export interface KnownRecord {
  id: string;
  associationId: string;
  name: string;
  municipality: string;
  address: string;
  firstSeenAt: Date;
  lastSeenAt: Date;
}

export interface Pair {
  gone: KnownRecord;
  fresh: KnownRecord;
}

type Register = Pick<RegisterFile, 'platform' | 'instance' | 'began_at'>;

export interface SeenAgain {
  /** Associations of the register that were known before the file. */
  before: number;
  /** How many of these the file names again. */
  seen: number;
}

/** In the order of `files`. Each register's records are found by the index: a join would read the whole table. */
export async function countSeenAgain(tx: Tx, files: readonly Register[]): Promise<SeenAgain[]> {
  return await tx.$queryRaw<SeenAgain[]>`
    SELECT counted.before, counted.seen
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(files)}::jsonb)
      AS (platform platform, instance text, began_at timestamptz)) WITH ORDINALITY AS g(platform, instance, began_at, place)
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS before, (count(*) FILTER (WHERE s.last_seen_at >= g.began_at))::int AS seen
      FROM source_record s WHERE s.platform = g.platform AND s.instance = g.instance
        AND s.missing_since IS NULL AND s.first_seen_at < g.began_at) counted
    ORDER BY g.place`;
}

/**
 * `same`: gone, and a record that came later bears its name in its municipality, no other of either does (of several that
 * do, the address tells). `renamed`: gone, and exactly one that came later has nearly its name, or
 * an e-mail address or phone number that these two alone bear.
 */
export async function findSameNames(tx: Tx, register: Register): Promise<{ same: Pair[]; renamed: Pair[] }> {
  const gone = await readRecords(tx, register, 'gone');
  if (gone.length === 0) return { same: [], renamed: [] };
  const fresh = await readRecords(tx, register, 'fresh');
  const same = [...pairUp(gone, fresh, nameKey)];
  const named = without(gone, fresh, same);
  same.push(...pairUp(named.gone, named.fresh, (one) => `${nameKey(one)}\n${identityName(one.address)}`));
  const left = without(gone, fresh, same);
  const near = findRenamed(left.gone, left.fresh);
  const unlike = without(left.gone, left.fresh, near);
  return { same, renamed: [...near, ...(await findSameAddress(tx, unlike.gone, unlike.fresh))] };
}

/** `fresh`: first named after one that is gone was named last. */
const readRecords = (
  tx: Tx,
  { platform, instance, began_at }: Register,
  which: 'gone' | 'fresh',
) => tx.$queryRaw<KnownRecord[]>`
  WITH own AS (
    SELECT * FROM source_record WHERE platform = ${platform}::platform AND instance = ${instance} AND missing_since IS NULL
  ), gone AS (SELECT * FROM own WHERE last_seen_at < ${began_at}::timestamptz
  ), fresh AS (
    SELECT * FROM own WHERE last_seen_at >= ${began_at}::timestamptz AND first_seen_at > (SELECT min(last_seen_at) FROM gone)
  ), asked AS (
    SELECT * FROM gone WHERE ${which} = 'gone' UNION ALL SELECT * FROM fresh WHERE ${which} = 'fresh')
  SELECT id, association_id AS "associationId", coalesce(fields ->> 'name', '') AS name, municipality_code AS municipality,
    coalesce(fields ->> 'streetAddress', '') AS address, first_seen_at AS "firstSeenAt", last_seen_at AS "lastSeenAt"
  FROM asked ORDER BY id`;

const nameKey = ({ municipality, name }: KnownRecord) => `${municipality}\n${identityName(name)}`;

/** Pairs of which each side is the only one with its key. */
function pairUp(gone: KnownRecord[], fresh: KnownRecord[], key: (one: KnownRecord) => string): Pair[] {
  const bearers = Map.groupBy(fresh, key);
  return [...Map.groupBy(gone, key)].flatMap(([shared, [one, ...others]]) => {
    const [other, ...more] = bearers.get(shared) ?? [];
    const only = one && other && others.length + more.length === 0 && other.firstSeenAt > one.lastSeenAt;
    return only ? [{ gone: one, fresh: other }] : [];
  });
}

function without(gone: KnownRecord[], fresh: KnownRecord[], pairs: Pair[]) {
  const taken = new Set(pairs.flatMap((pair) => [pair.gone.id, pair.fresh.id]));
  const left = ({ id }: KnownRecord) => !taken.has(id);
  return { gone: gone.filter(left), fresh: fresh.filter(left) };
}

/** So many comparisons take a second or so; beyond, nobody would read the list. */
const mostComparisons = 2_000_000;

function findRenamed(gone: KnownRecord[], fresh: KnownRecord[]): Pair[] {
  if (gone.length * fresh.length > mostComparisons) return [];
  const keyed = fresh.map((one) => ({ one, key: identityName(one.name) }));
  const near = gone.flatMap((one) => {
    const key = identityName(one.name);
    return keyed
      .filter(
        ({ one: other, key: otherKey }) =>
          other.municipality === one.municipality &&
          other.firstSeenAt > one.lastSeenAt &&
          isNear(key, otherKey),
      )
      .map((other) => ({ gone: one, fresh: other.one }));
  });
  return withoutRivals(near);
}

async function findSameAddress(tx: Tx, gone: KnownRecord[], fresh: KnownRecord[]): Promise<Pair[]> {
  if (gone.length === 0 || fresh.length === 0) return [];
  const goneBy = new Map(gone.map((one) => [one.associationId, one]));
  const freshBy = new Map(fresh.map((one) => [one.associationId, one]));
  const twins = await findAddressTwins(tx, [...goneBy.keys(), ...freshBy.keys()]);
  const pairs = twins
    .flatMap(({ one, other }) => [
      { gone: goneBy.get(one), fresh: freshBy.get(other) },
      { gone: goneBy.get(other), fresh: freshBy.get(one) },
    ])
    .filter((pair): pair is Pair => pair.gone !== undefined && pair.fresh !== undefined)
    .filter((pair) => pair.fresh.firstSeenAt > pair.gone.lastSeenAt);
  return withoutRivals(pairs);
}

/** Only pairs of which neither side stands in another pair. */
function withoutRivals(pairs: Pair[]): Pair[] {
  const claims = new Map<string, number>();
  for (const { id } of pairs.flatMap((pair) => [pair.gone, pair.fresh]))
    claims.set(id, (claims.get(id) ?? 0) + 1);
  return pairs.filter((pair) => claims.get(pair.gone.id) === 1 && claims.get(pair.fresh.id) === 1);
}

const digitsOf = (text: string) => text.replace(/\D+/g, ' ').trim();

/** One letter in five may differ, at most four; numbers may not: the second team is not the third. */
export function isNear(one: string, other: string): boolean {
  const limit = Math.min(4, Math.floor(Math.min(one.length, other.length) / 5));
  if (Math.abs(one.length - other.length) > limit || digitsOf(one) !== digitsOf(other)) return false;
  return editDistance(one, other) <= limit;
}

/** Levenshtein's, row by row. */
function editDistance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...one].entries()) {
    const row = [at + 1];
    for (let column = 1; column <= other.length; column += 1) {
      const changed = (above[column - 1] ?? 0) + (other[column - 1] === letter ? 0 : 1);
      row.push(Math.min(changed, (above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[other.length] ?? 0;
}
