// Port: rows of drafts and running imports wait here, written in bulk, until the merge takes them batch by batch.
import type { NormalizedRecord } from './record.ts';
import type { SearchText } from './search-text.ts';

export interface StagedRow {
  /** Counted from 1 within its file. */
  row: number;
  /** JSON Lines twins (1) win over their JSON file (0) at the same time of scraping. */
  fileRank: 0 | 1;
  /** The id that a new association gets: fixed here, so that a resumed import makes no second one. */
  newId: string;
  /** One for each of the record's contacts, for the same reason. */
  contactIds: string[];
  /** Of the association or any of its contacts. */
  hasEmail: boolean;
  hasPhone: boolean;
  search: SearchText | null;
  record: NormalizedRecord;
}

/** A lock that PostgreSQL keeps for a connection of ours: it ends by itself when the process dies. */
export interface Lock {
  end(): Promise<void>;
}

/** First key of the advisory locks that say which runs are worked on; the second is made of the run's id. */
export const runLockClass = 4712;

export interface StagingArea {
  /** Streams a file's rows into staging with COPY; resolves with their count. All or nothing. */
  write(file: { runId: string; fileId: string }, rows: AsyncIterable<StagedRow>): Promise<number>;
  /** Only one run merges at a time, so that no association is made twice. Null while another one has the turn. */
  takeTurn(): Promise<Lock | null>;
  /** The right to work on one run. Null while another process works on it. */
  holdRun(runId: string): Promise<Lock | null>;
  /** Removes what was staged of these files. Safe to repeat. */
  clear(fileIds: readonly string[]): Promise<void>;
}
