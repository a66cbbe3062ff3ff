// `npm run db:migrate` applies the migrations; `npm run db:migrate -- --create NAME` writes the next one from the schema.
import { parseArgs } from 'node:util';
import { createMigration } from '../src/adapters/db/schema-drift.ts';
import { prepareDatabase } from '../src/wiring/prepare.ts';
import { openDatabase } from './parts/database.ts';
import { run } from './parts/run.ts';
import { withThrowAwayServer } from './parts/throw-away-server.ts';

await run(async () => {
  const { values } = parseArgs({ options: { create: { type: 'string' } } });
  if (values.create !== undefined) {
    const name = values.create;
    const file = await withThrowAwayServer((url) => createMigration(url, name));
    console.log(file ? `Written: ${file}` : 'The migrations already lead to the schema; nothing to write.');
    return;
  }
  const database = await openDatabase();
  try {
    const names = await prepareDatabase(database.url, { log: console.log });
    if (names.length === 0) console.log('The database is up to date.');
  } finally {
    await database.stop();
  }
});
