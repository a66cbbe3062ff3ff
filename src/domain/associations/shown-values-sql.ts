// The rule of `shown-values.ts` for many associations at once, and how the register fields of a JSON object become columns.
import { Prisma } from '#prisma/client.ts';
import type { Tx } from '../context.ts';
import { type FieldKind, registerFieldNames, registerFields } from './fields.ts';
import { refreshIndex } from './records.ts';

const all = registerFieldNames.map((field) => ({ field, ...registerFields[field] }));
const sqlTypes: Record<FieldKind, string> = { text: 'text', texts: 'text[]', int: 'int', json: 'jsonb' };

function columnValue({ field, kind }: (typeof all)[number]): string {
  if (kind === 'texts') return `coalesce(f."${field}", '{}')`;
  if (kind === 'json') return `coalesce(f."${field}", '[]')`;
  return `f."${field}"`;
}

/** For `jsonb_to_record(...) AS f(...)`. */
export const recordShape = Prisma.raw(
  all.map(({ field, kind }) => `"${field}" ${sqlTypes[kind]}`).join(', '),
);
/** The columns of table association that registers feed, and what `f` says of them, in the same order. */
export const registerColumns = Prisma.raw(all.map(({ column }) => column).join(', '));
export const registerColumnValues = Prisma.raw(all.map(columnValue).join(', '));
/** The shown values of alias `a` as one JSON object. */
export const currentValues = Prisma.raw(
  `jsonb_build_object(${all.map(({ field, column }) => `'${field}', to_jsonb(a.${column})`).join(', ')})`,
);

const ofAlias = (alias: string) => Prisma.raw(all.map(({ column }) => `${alias}.${column}`).join(', '));
// A name is needed: where nobody gives one, the one that stands is left.
const shownColumns = Prisma.raw(
  all
    .map((one) =>
      one.column === 'name' ? 'coalesce(f.name, a.name) AS name' : `${columnValue(one)} AS ${one.column}`,
    )
    .join(', '),
);

/** What the registers say of association `a`, as one JSON object `said.register`. */
const registerValues = Prisma.sql`
  SELECT coalesce(jsonb_object_agg(best.field, best.value), '{}') AS register FROM (
    SELECT DISTINCT ON (v.field COLLATE "C") v.field, v.value
    FROM source_record s, jsonb_each(s.fields) AS v(field, value)
    WHERE s.association_id = a.id
    ORDER BY v.field COLLATE "C", v.value IN ('null', '[]'), s.missing_since IS NOT NULL, s.incomplete,
      coalesce((s.moved #>> ARRAY[v.field, 'at'])::timestamptz, s.first_seen_at) DESC, s.id
  ) best`;

/**
 * Writes the shown values of those associations (a query of ids) that a register names, where they differ; answers the ids
 * of what it changed. The caller holds the associations.
 */
export const showValues = (ids: Prisma.Sql) => Prisma.sql`
  UPDATE association AS b SET (${registerColumns}) = ROW(${ofAlias('d')}), incomplete = d.incomplete, updated_at = now(),
    version = b.version + 1
  FROM (
    SELECT a.id, known.incomplete, ${shownColumns}
    FROM association a
    LEFT JOIN association_origin o ON o.association_id = a.id,
    LATERAL (SELECT bool_and(s.incomplete) AS incomplete FROM source_record s WHERE s.association_id = a.id) known,
    LATERAL (${registerValues}) said,
    LATERAL jsonb_to_record(said.register || coalesce(
      (SELECT jsonb_object_agg(m.field, m.mark -> 'value') FROM jsonb_each(o.person) AS m(field, mark)), '{}')) AS f(${recordShape})
    WHERE a.id IN (${ids}) AND known.incomplete IS NOT NULL
  ) d
  WHERE b.id = d.id AND (b.incomplete, ${ofAlias('b')}) IS DISTINCT FROM (d.incomplete, ${ofAlias('d')})
  RETURNING b.id`;

/**
 * After a register has lost or found rows again: only where another register names the association too can that change
 * what is shown. Answers the ids of what changed.
 */
export async function showOtherRegisters(tx: Tx, associationIds: readonly string[]): Promise<string[]> {
  if (associationIds.length === 0) return [];
  const shared = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM association a WHERE a.id = ANY (${[...associationIds]}::uuid[])
      AND (SELECT count(*) FROM source_record s WHERE s.association_id = a.id) > 1
    ORDER BY a.id FOR UPDATE`;
  if (shared.length === 0) return [];
  const ids = shared.map(({ id }) => id);
  const changed = await tx.$queryRaw<{ id: string }[]>(showValues(Prisma.sql`SELECT unnest(${ids}::uuid[])`));
  if (changed.length > 0)
    await refreshIndex(
      tx,
      changed.map(({ id }) => id),
    );
  return changed.map(({ id }) => id);
}
