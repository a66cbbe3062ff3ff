// Imports, as the browser reaches them. Files come in through /api/imports/{runId}/files.
import { expose, router } from '#api/trpc.ts';
import {
  cancelImport,
  confirmMissing,
  discardImport,
  draftImport,
  removeImportFile,
  startImport,
} from '#domain/imports/commands.ts';
import { getImport, listImportIssues, listImports } from '#domain/imports/queries.ts';
import { takeAsSame } from '#domain/imports/take-as-same.ts';

export const importRouter = router({
  draft: expose(draftImport),
  removeFile: expose(removeImportFile),
  start: expose(startImport),
  discard: expose(discardImport),
  cancel: expose(cancelImport),
  get: expose(getImport),
  list: expose(listImports),
  issues: expose(listImportIssues),
  confirmMissing: expose(confirmMissing),
  takeAsSame: expose(takeAsSame),
});
