// What a register's newest full file no longer has is marked, never removed; the register remembers that file.
import { showOtherRegisters } from '../associations/shown-values-sql.ts';
import type { Tx, Unit } from '../context.ts';

export interface RegisterFile {
  platform: string;
  instance: string;
  rows: number;
  /** Times of the file's first and last row. */
  began_at: Date | string;
  scraped_at: Date | string;
}

/**
 * Rows that are gone stay, and say since when they are missing; so does the timeline of each association, and other
 * registers are heard before them. `except` holds source records that a person has to decide about first. Resolves with how many associations it concerns.
 */
export async function markMissing(
  { tx, emit }: Pick<Unit, 'tx' | 'emit'>,
  runId: string,
  registers: readonly RegisterFile[],
  except: readonly string[] = [],
): Promise<number> {
  if (registers.length === 0) return 0;
  const gone = await tx.$queryRaw<{ association: string }[]>`
    WITH marked AS (
      UPDATE source_record s SET missing_since = g.began_at
      FROM jsonb_to_recordset(${JSON.stringify(registers)}::jsonb) AS g(platform platform, instance text, began_at timestamptz)
      WHERE s.platform = g.platform AND s.instance = g.instance AND s.missing_since IS NULL AND s.last_seen_at < g.began_at
        AND s.id <> ALL (${except}::uuid[])
      RETURNING s.association_id)
    SELECT DISTINCT association_id AS association FROM marked ORDER BY 1`;
  const ids = gone.map(({ association }) => association);
  await showOtherRegisters(tx, ids);
  for (let from = 0; from < ids.length; from += idsPerEvent) {
    const some = ids.slice(from, from + idsPerEvent);
    emit('import.markedMissing', { ids: some, associations: some, details: { runId } });
  }
  return ids.length;
}

const idsPerEvent = 2_000;

export const rememberRegisters = (
  tx: Tx,
  runId: string,
  registers: readonly RegisterFile[],
) => tx.$executeRaw`
  INSERT INTO register (platform, instance, last_scraped_at, last_run_id)
  SELECT platform, instance, scraped_at, ${runId}::uuid
  FROM jsonb_to_recordset(${JSON.stringify(registers)}::jsonb) AS g(platform platform, instance text, scraped_at timestamptz)
  ON CONFLICT (platform, instance) DO UPDATE SET
    last_scraped_at = excluded.last_scraped_at, last_run_id = excluded.last_run_id`;
