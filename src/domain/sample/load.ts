// Loads the generated sample the way real registers come: files through the import, and then two years of invented work.
import { z } from 'zod';
import type { Context } from '../context.ts';
import { draftImport, startImport } from '../imports/commands.ts';
import { receiveImportFile } from '../imports/receive.ts';
import { continueImport } from '../imports/run.ts';
import { job } from '../job.ts';
import { generateHistory } from './history.ts';
import { generateRegisterFiles, type SampleRegisterFile } from './register-files.ts';
import { beginSample, finishSample, saveSampleImport, writeSampleHistory } from './store.ts';

const seed = 2026;
const chunk = 500;

export const sampleSize = { associations: 3_000, municipalities: 12 };

/** Runs again from where it stopped: the import resumes by itself, and history is written in one go or not at all. */
export const loadSample = job({
  name: 'sample.load',
  payload: z.strictObject({}),
  async run(context) {
    const { runId: known, done } = await beginSample(context, {});
    if (done) return;
    const runId = known ?? (await importSample(context));
    await continueImport(context, runId);
    const { state } = await context.db.importRun.findUniqueOrThrow({
      where: { id: runId },
      select: { state: true },
    });
    // Another process has the lease; the reconciler or this job's next try comes back to it.
    if (state !== 'DONE') throw new Error('the sample is still being imported');
    await addHistory(context);
    await finishSample(context, { runId });
  },
});

async function importSample(context: Context): Promise<string> {
  const { runId } = await draftImport(context, {});
  const scrapedAt = new Date(context.now().getTime() - 9 * 24 * 3600 * 1000);
  for (const file of generateRegisterFiles({ seed, ...sampleSize, scrapedAt })) {
    await receiveImportFile(context, { runId, name: file.fileName, bytes: bytesOf(file) });
  }
  await saveSampleImport(context, { runId });
  await startImport(context, { runId });
  return runId;
}

async function* bytesOf(file: SampleRegisterFile): AsyncGenerator<Uint8Array> {
  const text = new TextEncoder();
  let separator = '[';
  for (const record of file.records()) {
    yield text.encode(`${separator}${JSON.stringify(record)}\n`);
    separator = ',';
  }
  yield text.encode(separator === '[' ? '[]' : ']');
}

async function addHistory(context: Context): Promise<void> {
  const [associations, users] = await Promise.all([
    // Ids are made in the order of the files, which is the order the history counts in.
    context.db.association.findMany({
      select: { id: true },
      orderBy: { id: 'asc' },
      take: sampleSize.associations,
    }),
    context.db.user.findMany({ select: { id: true }, orderBy: { id: 'asc' }, where: { disabledAt: null } }),
  ]);
  if (users.length === 0) return;
  const history = generateHistory({
    seed,
    associations: associations.length,
    users: users.length,
    now: context.now(),
  });
  const userIds = users.map(({ id }) => id);
  for (let from = 0; from < history.entries.length; from += chunk) {
    const entries = history.entries.slice(from, from + chunk);
    await writeSampleHistory(context, {
      tags: history.tags,
      users: userIds,
      entries: entries.map((entry) => ({
        ...entry,
        associationId: associations[entry.association]?.id ?? '',
      })),
    });
  }
}

/** The first administrator may have asked for the sample while setting up. */
export const loadSampleIfAsked = job({
  name: 'sample.loadIfAsked',
  payload: z.strictObject({ eventId: z.uuid() }),
  async run(context, { eventId }) {
    const event = await context.db.event.findUnique({ where: { id: eventId }, select: { payload: true } });
    const { loadSample: asked } = z
      .object({ loadSample: z.boolean().default(false) })
      .parse(event?.payload ?? {});
    if (asked) await loadSample(context, {});
  },
});
