// The import as the queue runs it.
import { z } from 'zod';
import { job } from '../job.ts';
import { continueImport } from './run.ts';

export const runImport = job({
  name: 'import.run',
  payload: z.strictObject({ runId: z.uuid() }),
  run: (context, { runId }) => continueImport(context, runId),
});
