// Where the values of one association come from: its source records, and the marks of people.
import type { Prisma } from '#prisma/client.ts';
import type { DbOrTx, Tx } from '../context.ts';
import { planOnce } from '../plan-once.ts';
import type { PersonMarks } from './fields.ts';
import type { SourceValues } from './shown-values.ts';

/** The columns of a source record that say what is shown. */
export const sourceColumns = {
  id: true,
  fields: true,
  moved: true,
  firstSeenAt: true,
  incomplete: true,
  missingSince: true,
} as const satisfies Prisma.SourceRecordSelect;

type SourceRow = Prisma.SourceRecordGetPayload<{ select: typeof sourceColumns }>;

// JSON is checked where it is written: by the import's reader, and here.
export const asSourceValues = (row: SourceRow): SourceValues => ({
  ...row,
  fields: row.fields as SourceValues['fields'],
  moved: row.moved as SourceValues['moved'],
});

export const asPersonMarks = (origin: { person: unknown } | null): PersonMarks =>
  (origin?.person ?? {}) as PersonMarks;

export async function readOrigin(db: DbOrTx, associationId: string) {
  const [origin, sources] = [
    await db.associationOrigin.findUnique({ where: { associationId } }),
    await db.sourceRecord.findMany({ where: { associationId }, select: sourceColumns }),
  ];
  return { person: asPersonMarks(origin), sources: sources.map(asSourceValues) };
}

export const savePersonMarks = (tx: Tx, id: string, person: PersonMarks) =>
  tx.$executeRaw`${planOnce}
    INSERT INTO association_origin (association_id, person) VALUES (${id}::uuid, ${JSON.stringify(person)}::jsonb)
    ON CONFLICT (association_id) DO UPDATE SET person = excluded.person`;
