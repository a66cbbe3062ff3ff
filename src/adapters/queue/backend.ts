// Where BullMQ keeps its jobs: in PostgreSQL beside the product's tables, or in Redis when there is one.
import {
  createPostgresBackend,
  type Processor,
  Queue,
  Worker,
  type WorkerOptions,
  withBackend,
} from 'bullmq';
import { Redis, type RedisOptions } from 'ioredis';
import type { JobKind } from '#domain/job.ts';
import { queueSchema } from './migrate-queue.ts';

export interface QueueSettings {
  databaseUrl: string;
  redisUrl?: string | undefined;
  /** Another name gives other queues; tests use it. */
  name?: string;
}

interface Opened<T> {
  opened: T;
  close(): Promise<void>;
}

type Options = Omit<WorkerOptions, 'connection'>;

const postgres = withBackend(createPostgresBackend);
const prefix = 'kansli';
const queueName = ({ name = 'kansli' }: QueueSettings, kind: JobKind) => `${name}-${kind}`;

const postgresConnection = ({ databaseUrl }: QueueSettings, max: number) => ({
  connectionString: databaseUrl,
  schema: queueSchema,
  max,
});

function connectRedis(url: string, options: RedisOptions): Redis {
  const redis = new Redis(url, { retryStrategy: (times) => Math.min(times * 200, 3000), ...options });
  // Reported by BullMQ's own error event; without a listener ioredis writes to standard error.
  redis.on('error', () => {});
  return redis;
}

export function openQueue(settings: QueueSettings, kind: JobKind): Opened<Queue> {
  if (!settings.redisUrl) {
    const queue = new postgres.Queue(queueName(settings, kind), {
      connection: postgresConnection(settings, 2),
    });
    return { opened: queue as unknown as Queue, close: () => queue.close() };
  }
  // A producer fails fast, so that the dispatcher gives its events back and tries again.
  const connection = connectRedis(settings.redisUrl, { maxRetriesPerRequest: 1, commandTimeout: 5000 });
  const queue = new Queue(queueName(settings, kind), { connection, prefix, skipWaitingForReady: true });
  return {
    opened: queue,
    async close() {
      await queue.close();
      connection.disconnect();
    },
  };
}

export function openWorker(
  settings: QueueSettings,
  kind: JobKind,
  run: Processor,
  options: Options,
): Opened<Worker> {
  if (!settings.redisUrl) {
    const worker = new postgres.Worker(queueName(settings, kind), run, {
      ...options,
      connection: postgresConnection(settings, 3),
    });
    return { opened: worker as unknown as Worker, close: () => worker.close() };
  }
  const connection = connectRedis(settings.redisUrl, { maxRetriesPerRequest: null });
  const worker = new Worker(queueName(settings, kind), run, { ...options, connection, prefix });
  return {
    opened: worker,
    async close() {
      await worker.close();
      connection.disconnect();
    },
  };
}
