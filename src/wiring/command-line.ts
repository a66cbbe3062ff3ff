// Opens what a command needs for its own time: the given database, the running embedded one, or one it starts itself.
import { connectOrStartEmbedded } from '#adapters/db/embedded.ts';
import type { Context } from '#domain/context.ts';
import { closeRuntime, systemContext } from './context.ts';
import { commandLineEnv } from './env.ts';
import { prepareDatabase } from './prepare.ts';

const progress = (line: string): void => void process.stderr.write(`${line}\n`);

/** A context that acts as the system, on a database that has every migration; `close` gives everything back. */
export async function openContext(): Promise<{ context: Context; close(): Promise<void> }> {
  const { databaseUrl, dataDir } = commandLineEnv();
  const embedded = databaseUrl ? null : await connectOrStartEmbedded({ dataDir, log: progress });
  const close = async () => {
    await closeRuntime();
    await embedded?.stop();
  };
  // Whoever stops a command must not leave the database running that was started for it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void close().finally(() => process.exit(130)));
  }
  try {
    const url = databaseUrl ?? embedded?.url ?? '';
    commandLineEnv({ DATABASE_URL: url });
    await prepareDatabase(url);
    return { context: systemContext('command line'), close };
  } catch (error) {
    await close();
    throw error;
  }
}

export async function withContext<T>(work: (context: Context) => Promise<T>): Promise<T> {
  const { context, close } = await openContext();
  try {
    return await work(context);
  } finally {
    await close();
  }
}

/** The address people use, for links printed here. */
export const baseUrl = (): string => commandLineEnv().baseUrl;
