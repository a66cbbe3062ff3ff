// Prisma's schema engine as WebAssembly: it compares migrations and schema in this process, without the engine that the Prisma
// CLI downloads. Kansli itself runs without it.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

/** Runs the work with an engine on the given database, and leaves no connection behind. */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadWasm();
  const factory = new ScriptAdapterFactory(url);
  const bound = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => {}, bound);
  try {
    return await work(engine).catch((error: unknown) => {
      throw new Error(readable(error, factory.failure));
    });
  } finally {
    engine.free();
    await factory.close();
  }
}

let loading: Promise<void> | undefined;

function loadWasm(): Promise<void> {
  loading ??= (async () => {
    const path = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
    const bytes = await readFile(path.replace(/\.js$/, '.wasm'));
    const imports = { './schema_engine_bg.js': bindings } as unknown as WebAssembly.Imports;
    const { instance } = await WebAssembly.instantiate(bytes, imports);
    const { __wbg_set_wasm: use } = bindings as unknown as { __wbg_set_wasm(exports: unknown): void };
    use(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
  })();
  return loading;
}

/**
 * The pg adapter with scripts sent whole: its own way cuts them at every semicolon, also inside a function's body, and a
 * script that fails half-way stays half applied. Sent as one simple query PostgreSQL runs it in one transaction.
 */
class ScriptAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = '@prisma/adapter-pg';
  failure: unknown;
  readonly #url: string;
  readonly #open: (() => Promise<void>)[] = [];

  constructor(url: string) {
    this.#url = url;
  }

  connect(): Promise<SqlDriverAdapter> {
    return this.#connectTo(openPool(this.#url));
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const database = `kansli_shadow_${randomUUID().replaceAll('-', '')}`;
    const server = openPool(this.#url);
    await server.query(`CREATE DATABASE ${database}`);
    this.#open.push(async () => {
      await server.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      await server.end();
    });
    const url = new URL(this.#url);
    url.pathname = `/${database}`;
    return this.#connectTo(openPool(url.href));
  }

  async close(): Promise<void> {
    for (const end of this.#open.splice(0).reverse()) await end();
  }

  async #connectTo(pool: pg.Pool): Promise<SqlDriverAdapter> {
    const adapter = await new PrismaPg(pool).connect();
    readCatalogChars(pool, adapter);
    let ended: Promise<void> | undefined;
    const end = () => {
      ended ??= pool.end();
      return ended;
    };
    this.#open.push(end);
    adapter.dispose = end;
    adapter.executeScript = async (script) => {
      await pool.query(script).catch((error: unknown) => {
        this.failure = error;
        throw error;
      });
    };
    return adapter;
  }
}

/** Connections that are cut, because the shadow database is dropped or the server ends, are no error. */
function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 1 });
  pool.on('error', () => {});
  // A pool has ended before its connections have, so each is told as well.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** The engine reads one-letter codes ("char") from PostgreSQL's catalogue, a type that the pg adapter refuses. */
function readCatalogChars(pool: pg.Pool, adapter: SqlDriverAdapter): void {
  const queryPool = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>;
  const queryRaw = adapter.queryRaw.bind(adapter);
  let chars: number[] = [];
  const query = async (...args: unknown[]) => {
    const result = await queryPool(...args);
    chars = [];
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== CATALOG_CHAR) continue;
      field.dataTypeID = TEXT;
      chars.push(index);
    }
    return result;
  };
  pool.query = query as typeof pool.query;
  adapter.queryRaw = async (statement) => {
    const result = await queryRaw(statement);
    for (const index of chars) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
}

const CATALOG_CHAR = 18;
const TEXT = 25;

function readable(error: unknown, failure: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  // The engine appends its own places in the code, and knows our adapter's errors only by number.
  const message = text.split(/\n\s*(?:0: |External error)/)[0]?.trim() ?? text;
  if (!(failure instanceof pg.DatabaseError)) return message;
  const place = failure.position ? `, character ${failure.position} of the script` : '';
  return `${message}: ${failure.message} (SQLSTATE ${failure.code}${place})`;
}
