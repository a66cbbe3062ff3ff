// Writes the sample's invented history, dated in the past; it happens once in an installation's life.
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { refreshIndex } from '../associations/records.ts';
import type { Tx } from '../context.ts';
import { command } from '../operation.ts';
import type { SampleHistoryEntry } from './history.ts';
import type { SampleTag } from './history-catalogue.ts';

const key = 'sample';
const SampleState = z.object({ runId: z.uuid().nullable().default(null), done: z.boolean().default(false) });

const readState = async (tx: Tx) => {
  const row = await tx.setting.findUnique({ where: { key } });
  return SampleState.parse(row?.value ?? {});
};
const saveState = (tx: Tx, value: z.input<typeof SampleState>) =>
  tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });

const step = { allow: 'system', internal: 'a step of job sample.load' } as const;
const Nothing = z.strictObject({});
const Run = z.strictObject({ runId: z.uuid() });

export const beginSample = command({
  name: 'sample.begin',
  input: Nothing,
  ...step,
  quiet: 'nothing has been loaded yet',
  run: ({ tx }) => readState(tx),
});

export const saveSampleImport = command({
  name: 'sample.saveImport',
  input: Run,
  ...step,
  quiet: 'remembers the run, so that a second try makes no second one',
  run: async ({ tx }, { runId }) => void (await saveState(tx, { runId })),
});

export const finishSample = command({
  name: 'sample.finish',
  input: Run,
  ...step,
  async run({ tx, emit }, { runId }) {
    await saveState(tx, { runId, done: true });
    emit('sample.loaded', { ids: [runId] });
  },
});

type Entry = SampleHistoryEntry & { associationId: string };

export const writeSampleHistory = command({
  name: 'sample.writeHistory',
  input: z.strictObject({
    tags: z.array(z.custom<SampleTag>()).max(100),
    users: z.array(z.uuid()).min(1).max(100),
    entries: z.array(z.custom<Entry>()).max(1_000),
  }),
  ...step,
  quiet: 'a chunk whose associations nobody has worked with tells nothing',
  async run({ tx, emit }, { tags, users, entries }) {
    const fresh = await withoutHistory(tx, entries);
    if (fresh.length === 0) return;
    const user = (index: number) => users[index % users.length] ?? '';
    const tagIds = await saveTags(tx, tags);
    await tx.$executeRaw`
      UPDATE association a SET crm_status = e.status::crm_status, pipeline = e.stage::pipeline_stage, owner_id = e.owner,
        member_since = e.since, last_activity_at = e.active, version = a.version + 1
      FROM jsonb_to_recordset(${JSON.stringify(
        fresh.map(({ associationId, crmStatus, pipeline, owner, memberships, lastActivityAt }) => ({
          id: associationId,
          status: crmStatus,
          stage: pipeline,
          owner: owner === null ? null : user(owner),
          since: crmStatus === 'MEMBER' ? (memberships.at(-1)?.from ?? null) : null,
          active: lastActivityAt,
        })),
      )}::jsonb) AS e(id uuid, status text, stage text, owner uuid, since date, active timestamptz)
      WHERE a.id = e.id`;
    await tx.membershipPeriod.createMany({
      data: fresh.flatMap(({ associationId, memberships }) =>
        memberships.map(({ from, to }) => ({ id: uuidv7(), associationId, startedAt: from, endedAt: to })),
      ),
    });
    await tx.note.createMany({
      data: fresh.flatMap(({ associationId, notes }) =>
        notes.map(({ at, kind, text, author }) => ({
          id: uuidv7({ msecs: at.getTime() }),
          associationId,
          kind,
          text,
          authorId: user(author),
          createdAt: at,
          updatedAt: at,
        })),
      ),
    });
    await tx.associationTag.createMany({
      data: fresh.flatMap(({ associationId, tags: chosen }) =>
        chosen.flatMap((index) => (tagIds[index] ? [{ associationId, tagId: tagIds[index] }] : [])),
      ),
    });
    for (const { associationId, moves } of fresh) {
      for (const { at, by, from, to } of moves) {
        const told = { ids: [associationId], associations: [associationId], past: { at, by: user(by) } };
        if (from.crmStatus !== to.crmStatus) {
          const details = { before: { crmStatus: from.crmStatus }, after: { crmStatus: to.crmStatus } };
          emit('association.statusChanged', { ...told, details });
        }
        if (from.pipeline !== to.pipeline) {
          const details = { before: { pipeline: from.pipeline }, after: { pipeline: to.pipeline } };
          emit('association.stageChanged', { ...told, details });
        }
      }
    }
    await refreshIndex(
      tx,
      fresh.map(({ associationId }) => associationId),
    );
  },
});

/** A second try skips what the first had written, and what a person has touched since. */
async function withoutHistory(tx: Tx, entries: Entry[]): Promise<Entry[]> {
  const untouched = await tx.association.findMany({
    where: {
      id: { in: entries.map((entry) => entry.associationId) },
      crmStatus: 'UNCONTACTED',
      ownerId: null,
    },
    select: { id: true },
  });
  const ids = new Set(untouched.map(({ id }) => id));
  return entries.filter((entry) => ids.has(entry.associationId));
}

async function saveTags(tx: Tx, tags: SampleTag[]): Promise<(string | undefined)[]> {
  await tx.tag.createMany({ data: tags.map((tag) => ({ id: uuidv7(), ...tag })), skipDuplicates: true });
  const saved = await tx.tag.findMany({ where: { name: { in: tags.map(({ name }) => name) } } });
  return tags.map(({ name }) => saved.find((tag) => tag.name === name)?.id);
}
