// What a register's newest full file no longer has is marked, never removed; the register remembers that file.
import { showOtherRegisters } from '../associations/shown-values-sql.ts';
import type { Tx } from '../context.ts';

export interface RegisterFile {
  platform: string;
  instance: string;
  rows: number;
  /** Times of the file's first and last row. */
  began_at: Date | string;
  scraped_at: Date | string;
}

/** Rows that are gone stay, and say since when they are missing; other registers are heard before them. Resolves with their count. */
export async function markMissing(tx: Tx, registers: readonly RegisterFile[]): Promise<number> {
  const missing = await tx.$queryRaw<{ association_id: string }[]>`
    UPDATE source_record s SET missing_since = g.began_at
    FROM jsonb_to_recordset(${JSON.stringify(registers)}::jsonb) AS g(platform platform, instance text, began_at timestamptz)
    WHERE s.platform = g.platform AND s.instance = g.instance AND s.missing_since IS NULL AND s.last_seen_at < g.began_at
    RETURNING s.association_id`;
  await showOtherRegisters(
    tx,
    missing.map((row) => row.association_id),
  );
  return missing.length;
}

export const rememberRegisters = (
  tx: Tx,
  runId: string,
  registers: readonly RegisterFile[],
) => tx.$executeRaw`
  INSERT INTO register (platform, instance, last_rows, last_scraped_at, last_run_id)
  SELECT platform, instance, rows, scraped_at, ${runId}::uuid
  FROM jsonb_to_recordset(${JSON.stringify(registers)}::jsonb) AS g(platform platform, instance text, rows int, scraped_at timestamptz)
  ON CONFLICT (platform, instance) DO UPDATE SET last_rows = excluded.last_rows,
    last_scraped_at = excluded.last_scraped_at, last_run_id = excluded.last_run_id`;
