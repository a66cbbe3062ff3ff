// Between the start and the merge: every staged row is given its municipality, and which row of each identity is merged is written down.
import { z } from 'zod';
import type { Tx } from '../context.ts';
import { command } from '../operation.ts';
import { assignMunicipalities } from './assign-municipalities.ts';
import { noteRefusedRows } from './refused-rows.ts';
import type { Staged } from './stage.ts';
import * as sql from './staging-sql.ts';

/** Locks the run; false when it was cancelled or another process has it now. */
async function holds(tx: Tx, runId: string, holderId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM import_run WHERE id = ${runId}::uuid AND holder_id = ${holderId}::uuid
      AND state IN ('QUEUED', 'STAGING', 'MERGING') FOR UPDATE`;
  return rows.length === 1;
}

const Held = z.strictObject({ runId: z.uuid(), holderId: z.uuid() });

export const beginStaging = command({
  name: 'import.beginStaging',
  input: Held,
  allow: 'system',
  internal: 'a step of job import.run',
  quiet: 'staging is not yet a change',
  async run({ tx }, { runId, holderId }) {
    if (!(await holds(tx, runId, holderId))) return false;
    await tx.importRun.updateMany({ where: { id: runId }, data: { state: 'STAGING', warnings: [] } });
    return true;
  },
});

const StagedFile = z.custom<Staged>((value) => typeof value === 'object');

/** After rows were lost: what a second reading of the stored file found takes the place of what the first did. */
export const recordStagedFile = command({
  name: 'import.recordFile',
  input: Held.extend({ fileId: z.uuid(), staged: StagedFile }),
  allow: 'system',
  internal: 'a step of job import.run',
  quiet: 'staging is not yet a change',
  async run({ tx }, { runId, holderId, fileId, staged }) {
    if (!(await holds(tx, runId, holderId))) return false;
    await tx.importIssue.deleteMany({ where: { runId, fileId } });
    const { inspection, refusal } = staged;
    const found = inspection ? { inspection: inspection as object } : { refusal: refusal as object };
    await tx.importFile.updateMany({ where: { id: fileId, runId }, data: found });
    await noteRefusedRows(tx, runId, fileId, staged.refusedRows);
    return true;
  },
});

export const completeStaging = command({
  name: 'import.completeStaging',
  input: Held,
  allow: 'system',
  internal: 'a step of job import.run',
  quiet: 'staging is not yet a change',
  async run({ tx }, { runId, holderId }) {
    if (!(await holds(tx, runId, holderId))) return false;
    await tx.$executeRaw(sql.wholeRun);
    await tx.$executeRaw`DELETE FROM import_merge_row WHERE run_id = ${runId}::uuid`;
    await tx.$executeRaw`DELETE FROM import_municipality p USING import_file f WHERE f.id = p.file_id AND f.run_id = ${runId}::uuid`;
    await tx.$executeRaw`DELETE FROM import_issue WHERE run_id = ${runId}::uuid AND (seq >= 0 OR code = 'municipality_unknown')`;
    const warnings = await assignMunicipalities(tx, runId);
    await tx.$executeRaw(sql.refuseUnassigned(runId));
    const rowsToMerge = await tx.$executeRaw(sql.insertMergeRows(runId));
    // The batches find their range in it.
    await tx.$executeRaw`ANALYZE import_merge_row`;
    await tx.$executeRaw(sql.insertIssues(runId));
    await tx.$executeRaw(sql.countAssigned(runId));
    await tx.$executeRaw(sql.beginMerging(runId, rowsToMerge, JSON.stringify(warnings)));
    return true;
  },
});
