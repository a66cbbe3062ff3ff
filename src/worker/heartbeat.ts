// A row that says when a worker was last alive; the health page reads it. No event: nobody's data changes.
import type { Db } from '#domain/context.ts';
import { heartbeatKey } from '#domain/system/queries.ts';

export async function beat(db: Db): Promise<void> {
  const value = { at: new Date().toISOString(), pid: process.pid };
  await db.setting.upsert({
    where: { key: heartbeatKey },
    create: { key: heartbeatKey, value },
    update: { value },
  });
}
