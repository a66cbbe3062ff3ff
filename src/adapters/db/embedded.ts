import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../free-port.ts';
import { findBinaries } from './embedded-binaries.ts';
import { FileLock } from './embedded-lock.ts';
import { initialise, isAlive, type Login, launch, runningServer, shutDown } from './embedded-server.ts';
import { chooseServerUser } from './embedded-user.ts';

export type EmbeddedOptions = {
  /** The folder that holds everything: the server's data stand in `postgres` below it. */
  dataDir: string;
  database?: string;
  /** PostgreSQL settings over the sensible ones. */
  settings?: Record<string, string>;
  log?: (line: string) => void;
};

export type EmbeddedPostgres = {
  url: string;
  port: number;
  pid: number;
  /** True when the server was already there, run by another process. */
  joined: boolean;
  /** Starts the server again, on the same port, if it has died; true if it had. */
  revive(): Promise<boolean>;
  /** Leaves; the last process to leave stops the server. */
  stop(): Promise<void>;
};

type State = Login & { port: number; pid: number };

/**
 * The embedded PostgreSQL of a data folder: joins the one that another process of ours runs there, else starts it. It
 * runs for as long as any process uses it. A server left behind by processes that were killed is stopped and started anew.
 */
export async function connectOrStartEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const log = options.log ?? (() => {});
  const database = options.database ?? 'kansli';
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const turn = new FileLock(join(dataDir, 'postgres.lock'));
  const use = new FileLock(join(dataDir, 'postgres.use.lock'));
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    await turn.exclusive(180_000, () => log('waiting for another process that starts or stops PostgreSQL'));
    return work().finally(() => turn.release());
  };
  try {
    const cluster = join(dataDir, 'postgres');
    const ensure = async (orphaned: boolean): Promise<State & { joined: boolean }> => {
      const state = await readState(dataDir);
      const running = await runningServer(cluster);
      if (running && !orphaned && state) return { ...state, ...running, joined: true };
      if (running) {
        log('stopping a PostgreSQL that an earlier run left behind');
        await shutDown(running.pid);
      }
      return { ...(await start(dataDir, cluster, state, options.settings ?? {}, log)), joined: false };
    };
    const state = await inTurn(async () => {
      const orphaned = use.tryExclusive();
      const result = await ensure(orphaned);
      use.release();
      use.shared();
      await createDatabase(result, database);
      return result;
    });
    return {
      url: urlOf(state, database),
      port: state.port,
      pid: state.pid,
      joined: state.joined,
      revive: async () => {
        if (isAlive(state.pid)) return false;
        return inTurn(async () => {
          Object.assign(state, await ensure(false));
          return true;
        });
      },
      stop: async () => {
        await inTurn(async () => {
          use.release();
          const running = use.tryExclusive() ? await runningServer(cluster) : undefined;
          if (running) await shutDown(running.pid);
        });
        use.close();
        turn.close();
      },
    };
  } catch (error) {
    use.close();
    turn.close();
    throw error;
  }
}

async function start(
  dataDir: string,
  cluster: string,
  known: State | undefined,
  settings: Record<string, string>,
  log: (line: string) => void,
): Promise<State> {
  const user = await chooseServerUser(cluster);
  const binaries = await findBinaries(user, log);
  const state = known ?? { user: 'kansli', password: randomBytes(24).toString('base64url'), port: 0, pid: 0 };
  if (!(await stat(cluster).catch(() => undefined))) {
    log('making a new database');
    await writeState(dataDir, state);
    await initialise(cluster, binaries, user, state);
  } else if (!known) {
    throw new Error(`${join(dataDir, 'postgres.json')} with the password of the data beside it is gone`);
  }
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(state.port);
    const server = await launch(cluster, binaries, user, port, settings);
    Object.assign(state, { port, pid: server.pid });
    if (await answers(state, server.exited, log)) break;
    // The port may have been taken meanwhile, or processes of a killed server are still going away.
    if (attempt === 5) throw new Error(`PostgreSQL does not start; it says:\n${await lastWords(cluster)}`);
    state.port = 0;
    await pause(500);
  }
  await writeState(dataDir, state);
  return state;
}

/** Waits until the server takes connections: after a crash it first replays its log. False if it ended instead. */
async function answers(state: State, exited: () => boolean, log: (line: string) => void): Promise<boolean> {
  const begun = Date.now();
  for (let told = false; !exited(); await pause(25)) {
    const client = new pg.Client({
      connectionString: urlOf(state, 'postgres'),
      connectionTimeoutMillis: 5000,
    });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      await client.end().catch(() => {});
      if ((error as { code?: string }).code === '28P01') throw error;
    }
    if (!told && Date.now() - begun > 5000) {
      log('PostgreSQL recovers from a crash; this may take a while');
      told = true;
    }
    if (Date.now() - begun > 600_000) throw new Error('PostgreSQL did not get ready within ten minutes');
  }
  return false;
}

async function createDatabase(state: State, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(state, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

const urlOf = ({ user, password, port }: State, database: string) =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;

async function readState(dataDir: string): Promise<State | undefined> {
  const text = await readFile(join(dataDir, 'postgres.json'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    },
  );
  return text === undefined ? undefined : (JSON.parse(text) as State);
}

async function writeState(dataDir: string, state: State): Promise<void> {
  const path = join(dataDir, 'postgres.json');
  const { user, password, port, pid } = state;
  await writeFile(`${path}.new`, `${JSON.stringify({ user, password, port, pid }, null, 2)}\n`, {
    mode: 0o600,
  });
  // What root writes in another user's folder stays that user's, who may start without root the next time.
  const owner = await stat(dataDir);
  if (process.getuid?.() === 0) await chown(`${path}.new`, owner.uid, owner.gid);
  await rename(`${path}.new`, path);
}

async function lastWords(cluster: string): Promise<string> {
  const text = await readFile(`${cluster}.log`, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-6).join('\n');
}
