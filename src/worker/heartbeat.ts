// A row that says when a worker was last alive and whether its queue answered; the health page reads it. No event:
// nobody's data changes.
import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '#domain/context.ts';
import { heartbeatKey } from '#domain/system/queries.ts';

/** A queue that is slower than this does not answer, as far as people are concerned. */
const queuePatience = 2_000;

export async function beat(db: Db, queue: { ping(): Promise<void> }): Promise<void> {
  const value = { at: new Date().toISOString(), pid: process.pid, queue: await answers(queue) };
  await db.setting.upsert({
    where: { key: heartbeatKey },
    create: { key: heartbeatKey, value },
    update: { value },
  });
}

async function answers(queue: { ping(): Promise<void> }): Promise<boolean> {
  const over = new AbortController();
  const late = pause(queuePatience, false, { signal: over.signal, ref: false }).catch(() => false);
  const answered = queue.ping().then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]).finally(() => over.abort());
}
