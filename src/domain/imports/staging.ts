// Writes down what staging found: files, refusals, problems by row, and which row of each identity wins.
import { z } from 'zod';
import type { Tx } from '../context.ts';
import { command } from '../operation.ts';
import type { ImportWarning } from './schema.ts';
import { municipalityName, type StagedFile } from './stage.ts';

/** Locks the run; false when it was cancelled or another process has it now. */
async function holds(tx: Tx, runId: string, leaseId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM import_run WHERE id = ${runId}::uuid AND lease_id = ${leaseId}::uuid
      AND state IN ('QUEUED', 'STAGING', 'MERGING') FOR UPDATE`;
  return rows.length === 1;
}

const Held = z.strictObject({ runId: z.uuid(), leaseId: z.uuid() });

export const beginStaging = command({
  name: 'import.beginStaging',
  input: Held,
  allow: 'system',
  internal: 'a step of job import.run',
  quiet: 'staging is not yet a change',
  async run({ tx }, { runId, leaseId }) {
    if (!(await holds(tx, runId, leaseId))) return false;
    await tx.$executeRaw`DELETE FROM import_winner WHERE run_id = ${runId}::uuid`;
    await tx.importIssue.deleteMany({ where: { runId } });
    await tx.importRun.update({
      where: { id: runId },
      data: { state: 'STAGING', stagedRows: 0, warnings: [] },
    });
    return true;
  },
});

const Staged = z.custom<StagedFile>((value) => typeof value === 'object');

export const recordStagedFile = command({
  name: 'import.recordFile',
  input: Held.extend({ fileId: z.uuid(), staged: Staged }),
  allow: 'system',
  internal: 'a step of job import.run',
  quiet: 'staging is not yet a change',
  async run({ tx }, { runId, leaseId, fileId, staged }) {
    if (!(await holds(tx, runId, leaseId))) return false;
    const refusal = staged.refusal === null ? undefined : structuredClone(staged.refusal);
    await tx.importFile.update({
      where: { id: fileId },
      data: { rows: staged.rows, ...(refusal && { refusal: refusal as object }) },
    });
    await tx.importRun.update({ where: { id: runId }, data: { stagedRows: { increment: staged.rows } } });
    await tx.importIssue.createMany({
      data: staged.refusedRows.map(({ row, code, detail }) => ({
        runId,
        fileId,
        row,
        seq: -1,
        code,
        field: 'row',
        value: detail.slice(0, 200),
        name: '',
      })),
      skipDuplicates: true,
    });
    return true;
  },
});

export const completeStaging = command({
  name: 'import.completeStaging',
  input: Held.extend({ warnings: z.array(z.custom<ImportWarning>()).max(2_000) }),
  allow: 'system',
  internal: 'a step of job import.run',
  quiet: 'staging is not yet a change',
  async run({ tx }, { runId, leaseId, warnings }) {
    if (!(await holds(tx, runId, leaseId))) return false;
    // The newest row of an identity wins; of two twins the one with the original spelling; of two alike the later.
    const winners = await tx.$executeRaw`
      INSERT INTO import_winner (run_id, position, seq)
      SELECT ${runId}::uuid, (row_number() OVER (ORDER BY seq) - 1)::int, seq FROM (
        SELECT DISTINCT ON (platform, instance, external_id) seq FROM import_row WHERE run_id = ${runId}::uuid
        ORDER BY platform, instance, external_id, scraped_at DESC, file_rank DESC, seq DESC) newest`;
    // Just filled, the tables have no statistics yet, and plans made without them take minutes where seconds do.
    await tx.$executeRaw`ANALYZE import_row, import_winner`;
    await tx.$executeRaw`
      INSERT INTO import_issue (run_id, file_id, row, seq, code, field, value, name)
      SELECT r.run_id, r.file_id, r.row, i.ordinality, i.value ->> 'code', i.value ->> 'field', i.value ->> 'value',
             left(r.fields ->> 'name', 200)
      FROM import_row r, jsonb_array_elements(r.issues) WITH ORDINALITY AS i WHERE r.run_id = ${runId}::uuid
      ON CONFLICT DO NOTHING`;
    await tx.$executeRaw`
      UPDATE import_run SET state = 'MERGING', winners = ${winners}, rows = staged_rows, warnings = ${JSON.stringify(warnings)}::jsonb,
        issue_counts = (SELECT coalesce(jsonb_object_agg(code, n), '{}') FROM (
          SELECT code, count(*) AS n FROM import_issue WHERE run_id = ${runId}::uuid GROUP BY code) counted)
      WHERE id = ${runId}::uuid`;
    return true;
  },
});

export function warningsOf(files: { name: string; staged: StagedFile }[]): ImportWarning[] {
  const stems = new Map<string, number>();
  for (const { name, staged } of files) {
    if (staged.refusal) continue;
    const stem = name.replace(/\.jsonl?$/i, '');
    stems.set(stem, (stems.get(stem) ?? 0) + 1);
  }
  return [
    ...[...stems]
      .filter(([, count]) => count > 1)
      .map(([stem]) => ({ code: 'twin_files' as const, params: { file: stem } })),
    ...files.flatMap(({ name, staged }) =>
      staged.foreign.map(({ code, home, host }) => ({
        code: 'host_of_other_municipality' as const,
        params: {
          file: name,
          register: host,
          municipality: municipalityName(code),
          owner: municipalityName(home),
        },
      })),
    ),
  ];
}
