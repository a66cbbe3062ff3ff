// The rows of a page: picked by their ids first, and joined to names for those few alone.
import { Prisma } from '#prisma/client.ts';
import type { Db } from '../context.ts';
import { writeCursor } from '../paging.ts';
import type { CrmStatus, PipelineStage } from './rules.ts';

export interface AssociationRow {
  id: string;
  name: string;
  orgNumber: string | null;
  municipalityCode: string;
  municipality: string;
  types: string[];
  activities: string[];
  city: string | null;
  email: string | null;
  phone: string | null;
  hasEmail: boolean;
  crmStatus: CrmStatus;
  pipeline: PipelineStage;
  memberSince: Date | null;
  ownerId: string | null;
  owner: string | null;
  qualityScore: number;
  lastActivityAt: Date | null;
  updatedAt: Date;
  createdAt: Date;
  incomplete: boolean;
  contact: string | null;
}

const columns = Prisma.sql`
  a.id, a.name, a.org_number AS "orgNumber", a.municipality_code AS "municipalityCode", m.name AS municipality,
  a.types, a.activities, a.city, a.email, a.phone, a.has_email AS "hasEmail", a.crm_status::text AS "crmStatus",
  a.pipeline::text AS pipeline, a.member_since AS "memberSince", a.owner_id AS "ownerId", u.name AS owner,
  a.quality_score AS "qualityScore", a.last_activity_at AS "lastActivityAt", a.updated_at AS "updatedAt",
  a.created_at AS "createdAt", a.incomplete, c.name AS contact`;

export type SortedRow = AssociationRow & { sortValue: string | number | null };

/** `more`: there are further rows, even where these are no more than a page: some may have gone while they were read. */
export const finishPage = (rows: SortedRow[], limit: number, more = rows.length > limit) => {
  const last = more ? rows[Math.min(limit, rows.length) - 1] : undefined;
  return {
    rows: rows.slice(0, limit).map(({ sortValue: _, ...row }): AssociationRow => row),
    nextCursor: last ? writeCursor({ value: last.sortValue, id: last.id }) : null,
  };
};

type Times = 'memberSince' | 'lastActivityAt' | 'updatedAt' | 'createdAt';
/** As JSON holds a row: times are texts. */
type WrittenRow = {
  [Key in keyof SortedRow]: Key extends Times ? Exclude<SortedRow[Key], Date> | string : SortedRow[Key];
};

/**
 * `picked` selects associations with a `sort_value`, and `order` orders them, both as alias `a`; names of municipality,
 * owner and contact are joined to those few alone. They travel as one text: reading it costs a third of reading cells.
 */
export async function rowsOf(
  db: Db,
  picked: Prisma.Sql,
  order: Prisma.Sql,
  how = Prisma.empty,
): Promise<SortedRow[]> {
  const [page] = await db.$queryRaw<{ rows: string }[]>`${how}
    SELECT coalesce(json_agg(r), '[]')::text AS rows FROM (
      SELECT ${columns}, a.sort_value AS "sortValue"
      FROM (${picked}) a
      JOIN municipality m ON m.code = a.municipality_code
      LEFT JOIN "user" u ON u.id = a.owner_id
      LEFT JOIN contact c ON c.association_id = a.id AND c.is_primary AND c.deleted_at IS NULL
      ORDER BY ${order}) r`;
  return (JSON.parse(page?.rows ?? '[]') as WrittenRow[]).map((row) => ({
    ...row,
    memberSince: row.memberSince === null ? null : new Date(row.memberSince),
    lastActivityAt: row.lastActivityAt === null ? null : new Date(row.lastActivityAt),
    updatedAt: new Date(row.updatedAt),
    createdAt: new Date(row.createdAt),
  }));
}
