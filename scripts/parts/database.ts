import { connectOrStartEmbedded, type EmbeddedPostgres } from '../../src/adapters/db/embedded.ts';
import { dataDir, setting } from './settings.ts';

/** The database given by DATABASE_URL, else the embedded one, which is left or stopped at the end. */
export async function openDatabase(
  log?: (line: string) => void,
): Promise<Pick<EmbeddedPostgres, 'url' | 'revive' | 'stop'>> {
  const url = setting('DATABASE_URL');
  if (url) return { url, revive: async () => false, stop: async () => {} };
  return connectOrStartEmbedded({ dataDir: dataDir(), log });
}
