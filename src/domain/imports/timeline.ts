// What registers changed, on the timeline: the journal of each run.
import { Prisma } from '#prisma/client.ts';
import { timelineSource } from '../timeline/source.ts';

interface ToldImport {
  action: string;
  changed: string[];
  runId: string;
}

export const importsOnTimeline = timelineSource<'import', ToldImport>({
  kind: 'import',
  rows: (associationId) => Prisma.sql`FROM import_change WHERE association_id = ${associationId}::uuid`,
  time: Prisma.sql`at`,
  id: Prisma.sql`run_id || ':' || source_record_id`,
  columns: Prisma.sql`action, changed, run_id AS "runId"`,
  insteadOf: [],
});
