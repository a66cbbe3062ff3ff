import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectOrStartEmbedded } from '../../src/adapters/db/embedded.ts';

/** A crash may cost these data: they are gone after the run anyway. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** A PostgreSQL of the run's own in a temporary folder: no other data can be touched by it. */
export async function withThrowAwayServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kansli-'));
  const server = await connectOrStartEmbedded({ dataDir: folder, settings: FAST });
  try {
    return await work(server.url);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
