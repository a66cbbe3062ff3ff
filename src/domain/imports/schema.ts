// What an import asks for, and what it answers: the same for the screen and the command line.
import { z } from 'zod';
import { CursorText } from '../paging.ts';

export const maxFilesPerRun = 400;
export const maxFileBytes = 500 * 1024 * 1024;

export const FileName = z.string().min(1).max(255);
const MunicipalityCode = z.string().regex(/^\d{4}$/);

/** One file that the storage already holds under `storageKey`, its rows staged under `id`. */
export const StoredFile = z.strictObject({
  id: z.uuid(),
  name: FileName,
  size: z.int().min(0).max(maxFileBytes),
  storageKey: z.string().min(1).max(200),
  inspection: z.unknown().optional(),
  refusal: z
    .strictObject({ code: z.string().max(60), params: z.record(z.string().max(60), z.unknown()) })
    .nullish(),
  refusedRows: z
    .array(z.strictObject({ row: z.int().min(1), code: z.string().max(60), detail: z.string().max(300) }))
    .max(1_000)
    .default([]),
});

export const DraftImport = z.strictObject({});
export const AddImportFile = z.strictObject({ runId: z.uuid(), file: StoredFile });
export const RemoveImportFile = z.strictObject({ runId: z.uuid(), fileId: z.uuid() });

export const StartImport = z.strictObject({
  runId: z.uuid(),
  /** The operator's word where a file does not tell its municipality: file id -> municipality code. */
  municipalities: z.record(z.uuid(), MunicipalityCode).default({}),
});

export const ImportId = z.strictObject({ runId: z.uuid() });

export const ListImports = z.strictObject({
  limit: z.int().min(1).max(100).default(30),
  cursor: CursorText.nullish(),
});

export const ListImportIssues = z.strictObject({
  runId: z.uuid(),
  code: z.string().max(60).optional(),
  fileId: z.uuid().optional(),
  limit: z.int().min(1).max(200).default(100),
  cursor: CursorText.nullish(),
});

export const ConfirmMissing = z.strictObject({
  runId: z.uuid(),
  platform: z.enum(['FRI', 'IBGO', 'RBOK', 'ACTOR', 'OTHER']),
  instance: z.string().max(300),
});

export interface ImportWarning {
  code:
    | 'host_of_other_municipality'
    | 'shared_register'
    | 'fewer_rows'
    | 'older_rows'
    | 'twin_files'
    | 'in_trash'
    | 'renumbered'
    | 'renamed';
  params: Record<string, string | number>;
}

/**
 * A register of whose associations far fewer were named again than before, or whose ids have changed: what is gone is not
 * marked until a person says so.
 */
export interface HeldRegister {
  platform: string;
  instance: string;
  /** Associations known before, and how many of them the file names again. */
  before: number;
  now: number;
  /** So many are gone whose names new ids bear; 0 once that is decided. */
  sameNames?: number;
  takenAsSame?: number;
  rows: number;
  /** Times of the file's first and last row. */
  beganAt: string;
  scrapedAt: string;
  confirmedAt?: string;
}
