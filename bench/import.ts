// Import of generated registers: first time, the same again, scraped again, beside a bare COPY into the same tables; and the
// size that was asked for, 38,000 associations with 25,000 contacts.
import { closeRuntime, runtime, systemContext } from '#wiring/context.ts';
import { type ImportTimes, importGenerated } from './parts/data.ts';

const associations = Number(process.argv[2] ?? 250_000);
const context = systemContext('bench');
const { pool } = runtime().database;
const rate = (rows: number, seconds: number) => `${Math.round(rows / seconds).toLocaleString('sv-SE')}/s`;
const seconds = (value: number) => `${value.toFixed(1)} s`;
const row = (cells: string[]) =>
  console.log(cells.map((text, index) => text.padEnd(index === 0 ? 34 : 16)).join(''));
const total = ({ receive, merge }: ImportTimes) => receive + merge;
const counts = async () =>
  `${await context.db.association.count()} associations, ${await context.db.contact.count()} contacts`;

const asked = await importGenerated(context, {
  associations: 38_000,
  change: (record, index) => ({
    ...record,
    contacts: index % 4 < 3 ? record.contacts.slice(0, 1) : [],
    extras: { ...record.extras, contact_lines: [], contact_phones: {} },
  }),
});
console.log(`${await counts()}: ${seconds(total(asked))} in all, goal under 30 s; ${asked.peakMegabytes} MB`);
await pool.query('TRUNCATE association, source_record, import_run, register, event CASCADE');

const first = await importGenerated(context, { associations });
const again = await importGenerated(context, { associations });
const scraped = await importGenerated(context, {
  associations,
  change: (record) => ({ ...record, scraped_at: '2025-11-27T05:21:00.000Z' }),
});
const floor = await bareCopy();
console.log(`\n${await counts()}, ${first.rows} rows`);
row(['', 'read + staged', 'merged', 'in all', 'rate in all', 'rate merged', 'peak memory', 'goal']);
const lines: [string, ImportTimes, string][] = [
  ['first time', first, '5,000/s, < 512 MB'],
  ['the same again', again, '12,000/s'],
  ['scraped again, nothing changed', scraped, ''],
];
for (const [name, times, goal] of lines) {
  const { rows, receive, merge, peakMegabytes } = times;
  const rates = [rate(rows, total(times)), rate(rows, merge), `${peakMegabytes} MB`, goal];
  row([name, seconds(receive), seconds(merge), seconds(total(times)), ...rates]);
}
const copied = await context.db.association.count();
row(['floor: COPY, two indexed tables', '', '', seconds(floor), rate(copied, floor)]);
console.log(
  `ratio to the floor: ${(total(first) / floor).toFixed(1)}x in all, ${(first.merge / floor).toFixed(1)}x merged`,
);
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
