import { afterEach, expect, inject, it } from 'vitest';
import { type Database, openDatabase } from '#adapters/db/client.ts';
import { migrateQueue } from '#adapters/queue/migrate-queue.ts';
import { batchSize } from '#domain/imports/merge-batches.ts';
import { testContext } from '#tests/support/context.ts';
import { separateDatabase } from '#tests/support/database.ts';
import { registerRecord, startWith } from '#tests/support/register-records.ts';
import { startWorkerProcess, type WorkerProcess } from '#tests/support/worker-process.ts';

const workers: WorkerProcess[] = [];
let database: Database | undefined;
let drop = async (): Promise<void> => {};

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.end('SIGKILL')));
  await database?.close();
  await drop();
});

async function start(url: string): Promise<WorkerProcess> {
  const worker = await startWorkerProcess(url, inject('run').folder);
  workers.push(worker);
  return worker;
}

/** An import of two batches whose worker stands in the middle of the second. */
async function standInSecondBatch() {
  const separate = await separateDatabase();
  drop = separate.drop;
  const { db, pool } = openDatabase(separate.url, { max: 4 });
  database = { db, pool, close: () => db.$disconnect().then(() => pool.end()) };
  const context = await testContext('system', { db });

  // The second batch waits for a lock that the test holds, so that the worker dies exactly in the middle of it.
  const gate = await pool.connect();
  await gate.query('SELECT pg_advisory_lock(4711)');
  await pool.query(`CREATE FUNCTION wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NEW; END $$`);
  await pool.query(`CREATE TRIGGER gate BEFORE UPDATE ON import_run FOR EACH ROW
    WHEN (NEW.cursor >= ${batchSize} AND NEW.cursor > OLD.cursor) EXECUTE FUNCTION wait_at_gate()`);

  const rows = batchSize + 500;
  const records = Array.from({ length: rows }, (_, index) => registerRecord(index + 1));
  const runId = await startWith(context, [{ name: 'Bollnas_IBGO.json', content: records }]);
  const doomed = await start(separate.url);
  const atTheGate = `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  await expect.poll(async () => (await pool.query(atTheGate)).rowCount, { timeout: 50_000 }).toBe(1);
  return { db, pool, gate, doomed, runId, rows, atTheGate, url: separate.url };
}

it('an import whose worker is killed half-way, and whose queue is lost, is finished by the next, nothing twice', async () => {
  const { db, pool, gate, doomed, runId, rows, atTheGate, url } = await standInSecondBatch();
  expect(await doomed.end('SIGKILL')).toEqual([null, 'SIGKILL']);
  expect(await db.association.count()).toBe(batchSize);

  // What the passing of time does: the dead worker's transaction ends. And the queue is wiped.
  await pool.query(`SELECT pg_terminate_backend(pid) FROM (${atTheGate}) waiting`);
  await pool.query('DROP TRIGGER gate ON import_run');
  gate.release(true);
  await pool.query('DROP SCHEMA bullmq CASCADE');
  await migrateQueue(url);

  await start(url);
  await expect
    .poll(async () => (await db.importRun.findUniqueOrThrow({ where: { id: runId } })).state, {
      timeout: 50_000,
    })
    .toBe('DONE');
  expect(await db.association.count()).toBe(rows);
  expect(await db.contact.count()).toBe(rows);
  expect(await db.sourceRecord.count()).toBe(rows);
  const run = await db.importRun.findUniqueOrThrow({ where: { id: runId } });
  expect(run.counts).toMatchObject({ associations: { created: rows, updated: 0, unchanged: 0 } });
  expect(await db.event.count({ where: { name: 'import.finished' } })).toBe(1);
}, 120_000);

it('another worker goes on with the import of a killed one within ten seconds', async () => {
  const { db, pool, gate, doomed, runId, rows, atTheGate, url } = await standInSecondBatch();
  const before = await db.importRun.findUniqueOrThrow({ where: { id: runId } });
  await start(url);
  await doomed.end('SIGKILL');
  await pool.query(`SELECT pg_terminate_backend(pid) FROM (${atTheGate}) waiting`);
  await pool.query('DROP TRIGGER gate ON import_run');
  gate.release(true);

  const run = () => db.importRun.findUniqueOrThrow({ where: { id: runId } });
  await expect.poll(async () => (await run()).holderId, { timeout: 10_000 }).not.toBe(before.holderId);
  await expect.poll(async () => (await run()).state, { timeout: 30_000 }).toBe('DONE');
  expect(await db.association.count()).toBe(rows);
}, 120_000);
