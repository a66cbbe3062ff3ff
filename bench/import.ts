// Import of generated registers: first time, the same again, beside a bare COPY into the same tables.
import { closeRuntime, runtime, systemContext } from '#wiring/context.ts';
import { importGenerated } from './parts/data.ts';

const associations = Number(process.argv[2] ?? 250_000);
const context = systemContext('bench');
const { pool } = runtime().database;

const first = await importGenerated(context, associations);
const again = await importGenerated(context, associations);
const floor = await bareCopy();

const rate = (rows: number, seconds: number) => `${Math.round(rows / seconds).toLocaleString('sv-SE')}/s`;
const count = await context.db.association.count();
const contacts = await context.db.contact.count();
console.log(`\n${count} associations, ${contacts} contacts, ${first.rows} rows`);
const table = [
  ['', 'staged + merged', 'rate', 'received + read once', 'peak memory', 'bar'],
  [
    'first time',
    `${first.run.toFixed(1)} s`,
    rate(first.rows, first.run),
    `${first.receive.toFixed(1)} s`,
    `${first.peakMegabytes} MB`,
    '5,000/s, < 512 MB',
  ],
  [
    'the same again',
    `${again.run.toFixed(1)} s`,
    rate(again.rows, again.run),
    `${again.receive.toFixed(1)} s`,
    `${again.peakMegabytes} MB`,
    '12,000/s',
  ],
  ['floor: bare COPY, two tables with indexes', `${floor.toFixed(1)} s`, rate(count, floor), '', '', ''],
];
for (const row of table) console.log(row.map((text, index) => text.padEnd(index === 0 ? 44 : 22)).join(''));
console.log(`ratio to the floor: ${(first.run / floor).toFixed(1)}x the time`);
await closeRuntime();

/** The rows as they ended up, written again by COPY into copies of the two tables with all their indexes. */
async function bareCopy(): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query(
      `CREATE TABLE floor_association (LIKE association INCLUDING ALL); CREATE TABLE floor_contact (LIKE contact INCLUDING ALL)`,
    );
    const folder = process.env.KANSLI_DATA_DIR ?? '/tmp';
    const { from, to } = await import('pg-copy-streams');
    const { createReadStream, createWriteStream } = await import('node:fs');
    const { pipeline } = await import('node:stream/promises');
    for (const name of ['association', 'contact']) {
      await pipeline(client.query(to(`COPY ${name} TO STDOUT`)), createWriteStream(`${folder}/${name}.copy`));
    }
    const begun = performance.now();
    for (const name of ['association', 'contact']) {
      await pipeline(
        createReadStream(`${folder}/${name}.copy`),
        client.query(from(`COPY floor_${name} FROM STDIN`)),
      );
    }
    return (performance.now() - begun) / 1_000;
  } finally {
    client.release();
  }
}
