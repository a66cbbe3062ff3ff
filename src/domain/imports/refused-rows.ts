// A row that is left out is never left out in silence: it stands among the run's problems, under its file and number.
import type { Tx } from '../context.ts';
import type { RefusedRow } from './inspect-file.ts';

export async function noteRefusedRows(tx: Tx, runId: string, fileId: string, refused: readonly RefusedRow[]) {
  if (refused.length === 0) return;
  await tx.importIssue.createMany({
    data: refused.map(({ row, code, detail }) => ({
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
}
