// The orders a list may come in: by one column, empty values last in both directions, ties broken by id.
import { Prisma } from '#prisma/client.ts';
import type { Cursor } from '../paging.ts';

export const sortColumns = {
  name: { column: 'name_key', type: 'text', nullable: false },
  municipality: { column: 'municipality_name', type: 'text', nullable: false },
  city: { column: 'city', type: 'text', nullable: true },
  /** The first of its types, as the list shows them. */
  type: { column: 'types[1] COLLATE "sv-SE-x-icu"', type: 'text', nullable: true },
  /** Status and stage in the order of the work. */
  status: { column: 'crm_status', type: 'crm_status', nullable: false },
  stage: { column: 'pipeline', type: 'pipeline_stage', nullable: false },
  owner: { column: 'owner_name', type: 'text', nullable: true },
  updated: { column: 'updated_at', type: 'timestamptz', nullable: false },
  created: { column: 'created_at', type: 'timestamptz', nullable: false },
  activity: { column: 'last_activity_at', type: 'timestamptz', nullable: true },
  quality: { column: 'quality_score', type: 'smallint', nullable: false },
  memberSince: { column: 'member_since', type: 'date', nullable: true },
} as const;

export type SortColumn = keyof typeof sortColumns;
export type Direction = 'asc' | 'desc';

/** The parts of a sorted statement on alias `a`: rows with a value, and then those without. */
export function sortSql(key: SortColumn, direction: Direction) {
  const { column, type, nullable } = sortColumns[key];
  const by = Prisma.raw(`a.${column}`);
  const way = Prisma.raw(direction);
  const past = Prisma.raw(direction === 'asc' ? '>' : '<');
  return {
    nullable,
    /** The sort key as it stands in a cursor. */
    value: Prisma.sql`${by}${Prisma.raw(type === 'smallint' || type === 'text' ? '' : '::text')}`,
    order: Prisma.sql`${by} ${way}, a.id ${way}`,
    isNull: Prisma.sql`${by} IS NULL`,
    isValued: nullable ? Prisma.sql`${by} IS NOT NULL` : Prisma.sql`true`,
    /** Both kinds of rows in one statement; only for few, as no index has this order. */
    wholeOrder: Prisma.sql`(${by} IS NULL), ${by} ${way}, CASE WHEN ${by} IS NULL THEN a.id END, a.id ${way}`,
    /** Rows with a value after a cursor that has one. */
    after: ({ value, id }: Cursor) =>
      Prisma.sql`(${by}, a.id) ${past} (${String(value)}::${Prisma.raw(type)}, ${id}::uuid)`,
    /** Rows without a value after a cursor that has none. */
    afterNull: ({ id }: Cursor) => Prisma.sql`a.id > ${id}::uuid`,
  };
}
