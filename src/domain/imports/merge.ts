// Merges one batch of staged rows in one transaction: origin, journal, contacts and the cursor move together or not at all.
import { z } from 'zod';
import { showOtherRegisters, showValues } from '../associations/shown-values-sql.ts';
import type { Tx } from '../context.ts';
import { command } from '../operation.ts';
import { renameContactKeys } from './contact-identity-sql.ts';
import { createAssociations } from './create-sql.ts';
import * as sql from './merge-sql.ts';

export interface ImportCounts {
  associations: { created: number; updated: number; unchanged: number };
  contacts: { created: number; updated: number; unchanged: number };
  older: number;
  /** Rows of associations that lie in the trash: they stay there, brought up to date, and count nowhere else. */
  inTrash: number;
  /** Associations that the run marked as gone from their register. */
  missing: number;
}

export const noCounts = (): ImportCounts => ({
  associations: { created: 0, updated: 0, unchanged: 0 },
  contacts: { created: 0, updated: 0, unchanged: 0 },
  older: 0,
  inTrash: 0,
  missing: 0,
});

export const MergeImportBatch = z.strictObject({
  runId: z.uuid(),
  holderId: z.uuid(),
  /** At most so many, from where the run stands. */
  rows: z.int().min(1),
});

interface Classified {
  action: string;
  associations: number;
  contacts: number;
  /** Ids of associations that the register had lost. */
  found: string[];
}

export const mergeImportBatch = command({
  name: 'import.mergeBatch',
  input: MergeImportBatch,
  allow: 'system',
  internal: 'a step of job import.run',
  quiet: 'rows that change nothing leave no event',
  /** Null when the run is somebody else's now, has ended or was cancelled. */
  async run({ tx, emit }, { runId, holderId, rows: most }) {
    // Tables grow within a run faster than their statistics: every join of a batch goes by a key, row for row, whatever
    // the planner believes. A batch is not waited for on the disk: the log is in order, so the commit that ends the run
    // takes all before it along, and a lost batch is merged again.
    await tx.$executeRaw`
      SELECT set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
        set_config('work_mem', '64MB', true), set_config('synchronous_commit', 'off', true)`;
    // Whoever cancels the run, or takes it over, waits for this batch: nothing is merged twice, and nothing half.
    const [run] = await tx.$queryRaw<
      { counts: Partial<ImportCounts>; cursor: number; rowsToMerge: number }[]
    >`
      SELECT counts, cursor, rows_to_merge AS "rowsToMerge" FROM import_run
      WHERE id = ${runId}::uuid AND holder_id = ${holderId}::uuid AND state = 'MERGING' FOR UPDATE`;
    if (!run) return null;
    const from = run.cursor + 1;
    const to = Math.min(from + most, run.rowsToMerge);
    const batch = { runId, from, to };
    const actions = await tx.$queryRaw<Classified[]>(sql.classify(batch));
    const of = (action: string) =>
      actions.find((row) => row.action === action) ?? { associations: 0, contacts: 0, found: [] };
    const known = actions.some(({ action }) => action !== 'created');
    const created = of('created').associations > 0 ? await create(tx, batch) : [];
    if (known) await tx.$executeRaw(sql.insertListings(batch));
    const { associations: same, found } = of('unchanged');
    if (same > 0) await tx.$executeRaw(sql.touchSeen(batch));
    // A register that had lost them is heard again before others that have.
    const back = await showOtherRegisters(tx, found);
    const altered = of('changed').associations > 0 ? await alter(tx, batch) : nothingAltered;

    const ids = [...created, ...new Set([...back, ...altered.ids])];
    if (ids.length > 0) {
      const details = { runId, created: created.length, updated: altered.ids.length };
      emit('import.merged', { ids, details });
    }

    const trashed = new Set(known ? await findTrashed(tx, batch) : []);
    const total = { ...noCounts(), ...run.counts };
    const rows = actions.reduce((sum, row) => sum + row.associations, 0);
    const contacts = actions.reduce((sum, row) => sum + row.contacts, 0);
    const newContacts = of('created').contacts + altered.contacts.created;
    total.associations.created += created.length;
    const updated = altered.ids.filter((id) => !trashed.has(id)).length;
    total.associations.updated += updated;
    total.associations.unchanged += rows - created.length - updated - trashed.size;
    total.inTrash += trashed.size;
    total.contacts.created += newContacts;
    total.contacts.updated += altered.contacts.updated;
    total.contacts.unchanged += Math.max(0, contacts - newContacts - altered.contacts.updated);
    total.older += of('older').associations;
    await tx.$executeRaw`
      UPDATE import_run SET cursor = ${to - 1}, failures = 0, counts = ${JSON.stringify(total)}::jsonb
      WHERE id = ${runId}::uuid`;
    return { updated, done: to === run.rowsToMerge };
  },
});

async function findTrashed(tx: Tx, { runId, from, to }: sql.Batch): Promise<string[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT a.id FROM import_merge_row w JOIN association a ON a.id = w.association_id
    WHERE w.run_id = ${runId}::uuid AND w.position >= ${from} AND w.position < ${to} AND a.deleted_at IS NOT NULL`;
  return found.map(({ id }) => id);
}

async function create(tx: Tx, batch: sql.Batch): Promise<string[]> {
  const made = await tx.$queryRaw<{ id: string; unfolded: boolean }[]>(createAssociations(batch));
  const unfolded = made.filter((row) => row.unfolded).map(({ id }) => id);
  if (unfolded.length > 0) await tx.$executeRaw`SELECT refresh_association_index(${unfolded}::uuid[])`;
  return made.map(({ id }) => id);
}

interface Altered {
  ids: string[];
  contacts: { created: number; updated: number };
}
const nothingAltered: Altered = { ids: [], contacts: { created: 0, updated: 0 } };

async function alter(tx: Tx, batch: sql.Batch): Promise<Altered> {
  await tx.$executeRaw(sql.lockChanged(batch));
  await tx.$executeRaw(sql.findMoved(batch));
  await tx.$executeRaw(sql.journalChanged(batch));
  await tx.$executeRaw(sql.updateSourceRecords(batch));
  await tx.$executeRaw(sql.markNaturalPersons(batch));
  const shown = await tx.$queryRaw<{ id: string }[]>(showValues(sql.changedAssociations(batch)));
  await tx.$executeRaw(renameContactKeys(batch));
  const steps = [
    { count: 'created', statement: sql.insertNewContacts },
    { count: 'updated', statement: sql.updateContacts },
    { count: 'updated', statement: sql.markMissingContacts },
  ] as const;
  const contacts = { created: 0, updated: 0 };
  const touched = new Set(shown.map(({ id }) => id));
  for (const { count, statement } of steps) {
    const changed = await tx.$queryRaw<{ association_id: string }[]>(statement(batch));
    contacts[count] += changed.length;
    for (const row of changed) touched.add(row.association_id);
  }
  await tx.$executeRaw(sql.ensurePrimary(batch));
  const altered = await tx.$queryRaw<{ id: string }[]>(sql.alteredAssociations(batch, [...touched]));
  const ids = altered.map(({ id }) => id);
  if (ids.length > 0) await tx.$executeRaw`SELECT refresh_association_index(${ids}::uuid[])`;
  return { ids, contacts };
}
