// A worker process that takes a job, says so, and never finishes it: tests kill it in the middle.
import { z } from 'zod';
import { openJobWorker } from '#adapters/queue/bull-worker.ts';
import { job } from '#domain/job.ts';

const [databaseUrl = '', redisUrl = '', name = ''] = process.argv.slice(2);
const slow = job({ name: 'test.write', payload: z.strictObject({ id: z.uuid() }), run: async () => {} });

openJobWorker(
  { databaseUrl, redisUrl: redisUrl || undefined, name },
  {
    jobs: [slow],
    run: () => {
      process.stdout.write('started\n');
      return new Promise(() => {});
    },
    onError: () => {},
    lockMs: 1000,
  },
);
