// Finds associations and turns a filter into one where-clause, the same for list, count, export and bulk.
import { searchWords, writtenWords } from '#lib/search-words.ts';
import { Prisma } from '#prisma/client.ts';
import type { DbOrTx, Tx } from '../context.ts';
import { conflict, notFound } from '../errors.ts';
import { findLastChange } from '../last-change.ts';
import { planOnce } from '../plan-once.ts';
import type { AssociationFilterIndex, Selection } from '../search/filter-index.ts';
import type { AssociationSearch } from '../search/provider.ts';
import type { AssociationFilter } from './schema.ts';

/** Names that the database keeps for its orders: nothing that an answer shows. */
export const namesForSorting = { nameKey: true, municipalityName: true, ownerName: true } as const;

/** A living association; with a version, the one that the person saw, or a conflict that tells what stands there now. */
export async function findAssociation(db: DbOrTx, id: string, version?: number) {
  const association = await db.association.findUnique({ where: { id }, omit: namesForSorting });
  if (!association || association.deletedAt) throw notFound('association');
  if (version !== undefined && association.version !== version) {
    throw conflict('changedMeanwhile', {
      version: association.version,
      current: association,
      last: await findLastChange(db, id, { entity: 'association', id }),
    });
  }
  return association;
}

/** The same, locked until the command ends: an import or another person waits. */
export async function lockAssociation(tx: Tx, id: string, version?: number) {
  await tx.$queryRaw`${planOnce} SELECT 1 FROM association WHERE id = ${id}::uuid FOR UPDATE`;
  return findAssociation(tx, id, version);
}

export const refreshIndex = (tx: Tx, ids: string[]) =>
  tx.$executeRaw`${planOnce} SELECT refresh_association_index(${ids}::uuid[])`;

export interface FilterClause {
  /** On alias `a`. */
  where: Prisma.Sql;
  /** How well the text fits, when there is text. */
  rank: Prisma.Sql | null;
}

const among = (column: string, type: string, values: readonly string[]) =>
  values.length === 1
    ? Prisma.sql`${Prisma.raw(column)} = ${values[0]}::${Prisma.raw(type)}`
    : Prisma.sql`${Prisma.raw(column)} = ANY (${[...values]}::${Prisma.raw(type)}[])`;

/** What a filter selects, from the index in memory; null when that cannot tell. */
export async function selectAssociations(
  { q, ...filter }: AssociationFilter,
  index: AssociationFilterIndex,
): Promise<Selection | null> {
  const words = searchWords(q);
  if (q !== '' && words.length === 0) return null;
  return index.select({ ...filter, words, written: writtenWords(q) });
}

/** Up to this many, rows are fetched by number and sorted; beyond it, walking the sort index finds a page sooner. */
const fewEnough = 2_000;

/** For when the index knows which rows, but not in which order they come; null with a text that many rows hold. */
export function whereSelected(selection: Selection, filter: AssociationFilter): Prisma.Sql | null {
  const few = selection.count <= fewEnough;
  if (!few && filter.q !== '') return null;
  const rows = few ? Prisma.sql`a.seq = ANY (${selection.seqs()}::int[])` : walkingWhere(filter);
  return Prisma.sql`a.deleted_at IS NULL AND ${rows}`;
}

// OFFSET 0 keeps the planner from turning the check of a row into a join of all rows.
function walkingWhere(filter: AssociationFilter): Prisma.Sql {
  const parts = plainConditions(filter);
  if (filter.municipality.length > 0) {
    parts.push(Prisma.sql`EXISTS (SELECT 1 FROM association_listing l
      WHERE l.association_id = a.id AND ${among('l.municipality_code', 'text', filter.municipality)} OFFSET 0)`);
  }
  if (filter.type.length > 0) parts.push(Prisma.sql`a.types && ${[...filter.type]}::text[]`);
  return parts.length > 0 ? Prisma.join(parts, ' AND ') : Prisma.sql`true`;
}

function plainConditions(filter: AssociationFilter): Prisma.Sql[] {
  const parts: Prisma.Sql[] = [];
  if (filter.status.length > 0) parts.push(among('a.crm_status', 'crm_status', filter.status));
  if (filter.stage.length > 0) parts.push(among('a.pipeline', 'pipeline_stage', filter.stage));
  if (filter.owner.length > 0) {
    const ids = filter.owner.filter((owner) => owner !== 'none');
    const owned = Prisma.sql`a.owner_id = ANY (${ids}::uuid[])`;
    parts.push(filter.owner.includes('none') ? Prisma.sql`(a.owner_id IS NULL OR ${owned})` : owned);
  }
  if (filter.hasEmail !== null) parts.push(Prisma.sql`a.has_email = ${filter.hasEmail}`);
  return parts;
}

/** Builds the condition for a filter. Text goes through the search provider; the rest is plain columns. */
export async function whereAssociations(
  filter: AssociationFilter,
  search: AssociationSearch,
): Promise<FilterClause> {
  const parts: Prisma.Sql[] = [Prisma.sql`a.deleted_at IS NULL`];
  if (filter.municipality.length > 0) {
    parts.push(Prisma.sql`a.id IN (SELECT l.association_id FROM association_listing l
      WHERE ${among('l.municipality_code', 'text', filter.municipality)})`);
  }
  if (filter.type.length > 0) {
    parts.push(Prisma.sql`a.id IN (SELECT t.association_id FROM association_type t
      WHERE ${among('t.type', 'text', filter.type)})`);
  }
  parts.push(...plainConditions(filter));
  const text = filter.q === '' ? null : await search.match(filter.q);
  if (text) parts.push(text.where);
  // Typed text without a letter or digit finds nothing, rather than everything.
  else if (filter.q !== '') parts.push(Prisma.sql`false`);
  return { where: Prisma.join(parts, ' AND '), rank: text?.rank ?? null };
}
