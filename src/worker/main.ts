// Entry point of the worker process: node src/worker/main.ts
import { closeRuntime, runtime, systemContext } from '#wiring/context.ts';
import { env } from '#wiring/env.ts';
import { listenForEvents } from '#wiring/live.ts';
import { logger } from '#wiring/logger.ts';
import { startWorker } from './worker.ts';

const log = logger('worker');
const { DATABASE_URL, REDIS_URL } = env();
const { database } = runtime();

const worker = startWorker({
  settings: { databaseUrl: DATABASE_URL, redisUrl: REDIS_URL },
  db: database.db,
  pool: database.pool,
  log,
  context: (requestId) => ({ ...systemContext('worker'), requestId }),
  listen: listenForEvents,
});

let stopping = false;
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'worker stops');
  // Whatever hangs, the process ends; unfinished jobs are taken over by the next worker.
  setTimeout(() => process.exit(0), 8_000).unref();
  await worker.stop(7_500);
  await closeRuntime();
  process.exit(0);
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('unhandledRejection', (err) => log.error({ err }, 'unhandled rejection'));

await worker.ready();
log.info({ queue: REDIS_URL ? 'redis' : 'postgres' }, 'worker is ready');
