// A file is read once: what people are shown of it and the rows that will be merged come from the same pass, whole or not
// at all.
import { createHash } from 'node:crypto';
import { rowId } from '#lib/row-id.ts';
import type { Providers } from '../context.ts';
import type { Inspected } from './inspect.ts';
import { type RefusedRow, startInspection } from './inspect-file.ts';
import { RegisterFileRefused } from './parse-file.ts';
import { searchTextOf } from './search-text.ts';
import type { StagedRow } from './staging-area.ts';

export interface FileToStage {
  runId: string;
  fileId: string;
  name: string;
  storageKey: string;
}

/** What was found, with the rows that could not be kept (at most a thousand); the others are staged. */
export type Staged = Inspected & { refusedRows: RefusedRow[] };

/** Reads the stored file. A refusal is an answer; only what is unavailable throws. */
export async function stageStoredFile(
  { storage, staging }: Pick<Providers, 'storage' | 'staging'>,
  { runId, fileId, name, storageKey }: FileToStage,
): Promise<Staged> {
  const hash = createHash('sha256');
  async function* open() {
    for await (const chunk of storage.open(storageKey)) {
      hash.update(chunk);
      yield chunk;
    }
  }
  const fileRank = /\.jsonl$/i.test(name) ? 1 : 0;
  const reading = startInspection(name);
  async function* rows(): AsyncGenerator<StagedRow> {
    for await (const { row, record } of reading.records(open)) {
      const { association, contacts } = record;
      yield {
        row,
        fileRank,
        newId: rowId(),
        contactIds: contacts.map(() => rowId()),
        hasEmail: association.email !== null || contacts.some(({ emails }) => emails.length > 0),
        hasPhone: association.phone !== null || contacts.some(({ phones }) => phones.length > 0),
        search: searchTextOf(record),
        record,
      };
    }
  }
  try {
    await staging.write({ runId, fileId }, rows());
  } catch (error) {
    if (!(error instanceof RegisterFileRefused)) throw error;
    return { inspection: null, refusal: { code: error.code, params: error.params }, refusedRows: [] };
  }
  const { inspection, refusedRows } = reading;
  return { inspection: { ...inspection, sha256: hash.digest('hex') }, refusal: null, refusedRows };
}
