// Merges one batch of staged rows in one transaction: origin, journal, contacts and the cursor move together or not at all.
import { z } from 'zod';
import { command } from '../operation.ts';
import * as sql from './merge-sql.ts';

export interface ImportCounts {
  associations: { created: number; updated: number; unchanged: number };
  contacts: { created: number; updated: number; unchanged: number };
  older: number;
}

export const noCounts = (): ImportCounts => ({
  associations: { created: 0, updated: 0, unchanged: 0 },
  contacts: { created: 0, updated: 0, unchanged: 0 },
  older: 0,
});

export const MergeImportBatch = z.strictObject({
  runId: z.uuid(),
  from: z.int().min(0),
  to: z.int().min(1),
  leaseId: z.uuid(),
});

export const mergeImportBatch = command({
  name: 'import.mergeBatch',
  input: MergeImportBatch,
  allow: 'system',
  internal: 'a step of job import.run',
  quiet: 'rows that change nothing leave no event',
  async run({ tx, emit }, { runId, from, to, leaseId }) {
    const batch = { runId, from, to };
    // Two runs merge in turn, so that the same new association cannot be made twice.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('kansli.import'))`;
    // Tables grow within a run faster than their statistics: a plan made for yesterday's size would scan them whole.
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    const [run] = await tx.$queryRaw<{ counts: ImportCounts | Record<string, never>; cursor: number }[]>`
      SELECT counts, cursor FROM import_run WHERE id = ${runId}::uuid AND lease_id = ${leaseId}::uuid AND state = 'MERGING' FOR UPDATE`;
    if (!run || run.cursor !== from - 1) return null;

    await tx.$executeRaw(sql.lockKnown(batch));
    await tx.$executeRaw(sql.classify(batch));
    const actions = await tx.$queryRaw<{ action: string; associations: number; contacts: number }[]>(
      sql.countActions(batch),
    );
    const of = (action: string) =>
      actions.find((row) => row.action === action) ?? { associations: 0, contacts: 0 };

    if (of('created').associations > 0) {
      await tx.$executeRaw(sql.insertAssociations(batch));
      await tx.$executeRaw(sql.insertOrigins(batch));
      await tx.$executeRaw(sql.insertSourceRecords(batch));
      await tx.$executeRaw(sql.insertContacts(batch));
      await tx.$executeRaw(sql.journalCreated(batch));
    }
    await tx.$executeRaw(sql.insertListings(batch));
    if (of('unchanged').associations > 0) await tx.$executeRaw(sql.touchSeen(batch));

    const contactChanges = { created: 0, updated: 0 };
    const withChangedContacts = new Set<string>();
    if (of('changed').associations > 0) {
      await tx.$executeRaw(sql.journalChanged(batch));
      await tx.$executeRaw(sql.updateAssociations(batch));
      await tx.$executeRaw(sql.updateOrigins(batch));
      const steps = [
        { count: 'created', statement: sql.insertNewContacts },
        { count: 'updated', statement: sql.updateContacts },
        { count: 'updated', statement: sql.markMissingContacts },
      ] as const;
      for (const { count, statement } of steps) {
        const changed = await tx.$queryRaw<{ association_id: string }[]>(statement(batch));
        contactChanges[count] += changed.length;
        for (const row of changed) withChangedContacts.add(row.association_id);
      }
      await tx.$executeRaw(sql.updateSourceRecords(batch));
      await tx.$executeRaw(sql.ensurePrimary(batch));
    }

    const touched = await tx.$queryRaw<{ id: string; action: string }[]>(
      sql.touchedAssociations(batch, [...withChangedContacts]),
    );
    const ids = touched.map((row) => row.id);
    const created = of('created').associations;
    const updated = touched.length - created;
    if (ids.length > 0) {
      await tx.$executeRaw`SELECT refresh_association_index(${ids}::uuid[])`;
      emit('import.merged', { ids, details: { runId, created, updated } });
    }

    const total = { ...noCounts(), ...run.counts };
    const rows = actions.reduce((sum, row) => sum + row.associations, 0);
    const contacts = actions.reduce((sum, row) => sum + row.contacts, 0);
    total.associations.created += created;
    total.associations.updated += updated;
    total.associations.unchanged += rows - created - updated;
    total.contacts.created += of('created').contacts + contactChanges.created;
    total.contacts.updated += contactChanges.updated;
    total.contacts.unchanged += Math.max(
      0,
      contacts - of('created').contacts - contactChanges.created - contactChanges.updated,
    );
    total.older += of('older').associations;
    await tx.importRun.update({
      where: { id: runId },
      data: { cursor: to - 1, failures: 0, counts: structuredClone(total) as object },
    });
    return total;
  },
});
