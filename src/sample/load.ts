// Loads the generated sample the way real registers come: files through the import, and then two years of invented work.
import { z } from 'zod';
import type { Context } from '#domain/context.ts';
import { draftImport, startImport } from '#domain/imports/commands.ts';
import { receiveImportFile } from '#domain/imports/receive.ts';
import { continueImport } from '#domain/imports/run.ts';
import { job } from '#domain/job.ts';
import { inventHistory } from './history.ts';
import { generateRegisterFiles, type SampleRegisterFile } from './register-files.ts';
import { writeSampleHistory } from './write-history.ts';

const seed = 2026;
const size = { associations: 3_000, municipalities: 12 };

export const isSampleLoaded = async ({ db }: Context): Promise<boolean> =>
  (await db.event.count({ where: { name: 'sample.loaded' } })) > 0;

/** Runs again from where it stopped: the import resumes by itself, and history is written in one go or not at all. */
export const loadSample = job({
  name: 'sample.load',
  payload: z.strictObject({}),
  async run(context) {
    if (await isSampleLoaded(context)) return;
    const runId = (await findStartedRun(context)) ?? (await startRun(context));
    await continueImport(context, runId);
    const { state } = await context.db.importRun.findUniqueOrThrow({ where: { id: runId } });
    // Another process works on the run; this job's next try comes back to it.
    if (state !== 'DONE') throw new Error('the sample is still being imported');
    await addHistory(context, runId);
  },
});

const registerFiles = ({ now }: Context) => {
  const scrapedAt = new Date(now().getTime() - 9 * 24 * 3600 * 1000);
  return [...generateRegisterFiles({ seed, ...size, scrapedAt })];
};

/** The run of a try that was cut off, known by its first file. */
async function findStartedRun(context: Context): Promise<string | undefined> {
  const [first] = registerFiles(context);
  const run = await context.db.importRun.findFirst({
    where: {
      startedById: null,
      state: { in: ['QUEUED', 'STAGING', 'MERGING', 'DONE'] },
      files: { some: { name: { startsWith: `${first?.municipality.name}_` } } },
    },
    orderBy: { createdAt: 'desc' },
  });
  return run?.id;
}

async function startRun(context: Context): Promise<string> {
  const { runId } = await draftImport(context, {});
  for (const file of registerFiles(context)) {
    await receiveImportFile(context, { runId, name: file.fileName, bytes: bytesOf(file) });
  }
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

/** Only for associations that nobody has worked with since they came. */
async function addHistory(context: Context, runId: string): Promise<void> {
  const [created, users] = await Promise.all([
    // Ids are made in the order of the files, which is the order the history counts in.
    context.db.$queryRaw<{ id: string; untouched: boolean }[]>`
      SELECT a.id, a.crm_status = 'UNCONTACTED' AND a.owner_id IS NULL AS untouched
      FROM association a WHERE a.id IN
        (SELECT association_id FROM import_change WHERE run_id = ${runId}::uuid AND action = 'created')
      ORDER BY a.id`,
    context.db.user.findMany({ select: { id: true }, orderBy: { id: 'asc' }, where: { disabledAt: null } }),
  ]);
  const plan = { seed, associations: created.length, users: users.length, now: context.now() };
  const history = users.length === 0 ? [] : inventHistory(plan);
  const entries = history.flatMap((entry) => {
    const association = created[entry.association];
    return association?.untouched ? [{ ...entry, associationId: association.id }] : [];
  });
  await writeSampleHistory(context, { runId, users: users.map(({ id }) => id), entries });
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
