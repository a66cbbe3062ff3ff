// The import as the queue runs it, and what is swept up after it.
import { z } from 'zod';
import { job } from '../job.ts';
import { continueImport } from './run.ts';
import { sweepImports } from './sweep.ts';

export const runImport = job({
  name: 'import.run',
  kind: 'import',
  payload: z.strictObject({ runId: z.uuid() }),
  run: (context, { runId }) => continueImport(context, runId),
});

export const sweepEndedImports = job({
  name: 'import.sweep',
  payload: z.strictObject({}),
  run: sweepImports,
});
