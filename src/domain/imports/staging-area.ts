// Port: rows of a running import wait here, written in bulk, until the merge takes them batch by batch.
import type { NormalizedRecord } from './record.ts';

export interface StagedRow {
  seq: number;
  fileId: string;
  /** Counted from 1 within its file. */
  row: number;
  /** JSON Lines twins (1) win over their JSON file (0) at the same time of scraping. */
  fileRank: 0 | 1;
  municipalityCode: string;
  /** The municipality that the register belongs to, when that is another. */
  homeCode: string;
  /** The id that a new association gets: fixed here, so that a resumed import makes no second one. */
  newId: string;
  /** One for each of the record's contacts, for the same reason. */
  contactIds: string[];
  record: NormalizedRecord;
}

export interface StagingArea {
  /** Streams rows into staging with COPY; resolves with their count. All or nothing. */
  write(runId: string, rows: AsyncIterable<StagedRow>): Promise<number>;
  clear(runId: string): Promise<void>;
}
