// The rows of a page: picked by their ids first, and joined to names for those few alone.
import { Prisma } from '#prisma/client.ts';
import type { Db } from '../context.ts';
import { finishPage } from '../paging.ts';
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

export type SortedRow = AssociationRow & { sortValue: string | number | null };

export function finishSortedPage(sorted: SortedRow[], limit: number) {
  const page = finishPage(sorted, limit, ({ sortValue, id }) => ({ value: sortValue, id }));
  return { ...page, rows: page.rows.map(({ sortValue: _, ...row }): AssociationRow => row) };
}

const columns: Record<keyof SortedRow, string> = {
  id: 'a.id',
  name: 'a.name',
  orgNumber: 'a.org_number',
  municipalityCode: 'a.municipality_code',
  municipality: 'm.name',
  types: 'a.types',
  activities: 'a.activities',
  city: 'a.city',
  email: 'a.email',
  phone: 'a.phone',
  hasEmail: 'a.has_email',
  crmStatus: 'a.crm_status',
  pipeline: 'a.pipeline',
  memberSince: 'a.member_since',
  ownerId: 'a.owner_id',
  owner: 'u.name',
  qualityScore: 'a.quality_score',
  lastActivityAt: 'a.last_activity_at',
  updatedAt: 'a.updated_at',
  createdAt: 'a.created_at',
  incomplete: 'a.incomplete',
  contact: 'c.name',
  sortValue: 'a.sort_value',
};
const names = Object.keys(columns) as (keyof SortedRow)[];
const cells = Prisma.raw(Object.values(columns).join(', '));

type Times = 'memberSince' | 'lastActivityAt' | 'updatedAt' | 'createdAt';
/** As JSON holds a row: times are texts. */
type WrittenRow = {
  [Key in keyof SortedRow]: Key extends Times ? Exclude<SortedRow[Key], Date> | string : SortedRow[Key];
};

/**
 * `picked` selects associations with a `sort_value`, in order; names of municipality, owner and contact are joined to those
 * few alone. `changes` is asked of the same moment. They travel as one text, each row with its place: reading it costs a third of reading cells, and sorting
 * names by Swedish rules again would cost as much as all the rest.
 */
export async function rowsOf(
  db: Db,
  picked: Prisma.Sql,
  { how = Prisma.empty, changes = Prisma.sql`false` }: { how?: Prisma.Sql; changes?: Prisma.Sql } = {},
): Promise<{ rows: SortedRow[]; hasChanges: boolean }> {
  const [page] = await db.$queryRaw<{ rows: string; hasChanges: boolean }[]>`${how}
    SELECT coalesce(json_agg(json_build_array(a.place, ${cells})), '[]')::text AS rows, ${changes} AS "hasChanges"
    FROM (SELECT p.*, row_number() OVER () AS place FROM (${picked}) p) a
    JOIN municipality m ON m.code = a.municipality_code
    LEFT JOIN "user" u ON u.id = a.owner_id
    LEFT JOIN contact c ON c.association_id = a.id AND c.is_primary AND c.deleted_at IS NULL`;
  const written: [number, ...unknown[]][] = JSON.parse(page?.rows ?? '[]');
  const rows = written.sort(([one], [other]) => one - other).map(rowOf);
  return { rows, hasChanges: page?.hasChanges ?? false };
}

function rowOf([_place, ...values]: [number, ...unknown[]]): SortedRow {
  const row = Object.fromEntries(names.map((name, index) => [name, values[index]])) as unknown as WrittenRow;
  return {
    ...row,
    memberSince: row.memberSince === null ? null : new Date(row.memberSince),
    lastActivityAt: row.lastActivityAt === null ? null : new Date(row.lastActivityAt),
    updatedAt: new Date(row.updatedAt),
    createdAt: new Date(row.createdAt),
  };
}
