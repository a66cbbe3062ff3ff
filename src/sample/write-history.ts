// Writes the sample's invented history, dated in the past, in one go: an installation has it whole or not at all.
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { refreshIndex } from '#domain/associations/records.ts';
import { command } from '#domain/operation.ts';
import { SAMPLE_TAGS, type SampleHistoryEntry } from './history.ts';

type Entry = SampleHistoryEntry & { associationId: string };

export const writeSampleHistory = command({
  name: 'sample.writeHistory',
  input: z.strictObject({
    runId: z.uuid(),
    users: z.array(z.uuid()).max(100),
    entries: z.array(z.custom<Entry>()).max(10_000),
  }),
  allow: 'system',
  internal: 'the last step of job sample.load: nobody else may write what happened before today',
  async run({ tx, emit, requestId }, { runId, users, entries }) {
    const user = (index: number) => users[index % users.length] ?? '';
    await tx.tag.createMany({
      data: SAMPLE_TAGS.map(({ name, colour, category }) => ({ id: uuidv7(), name, colour, category })),
      skipDuplicates: true,
    });
    const saved = await tx.tag.findMany({ where: { name: { in: SAMPLE_TAGS.map(({ name }) => name) } } });
    const tagIds = new Map(saved.map(({ id, name }) => [name, id]));
    await tx.$executeRaw`
      UPDATE association a SET crm_status = e.status::crm_status, pipeline = e.stage::pipeline_stage, owner_id = e.owner,
        member_since = e.since, last_activity_at = e.active, version = a.version + 1
      FROM jsonb_to_recordset(${JSON.stringify(
        entries.map(({ associationId, crmStatus, pipeline, owner, memberships, lastActivityAt }) => ({
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
      data: entries.flatMap(({ associationId, memberships }) =>
        memberships.map(({ from, to }) => ({ id: uuidv7(), associationId, startedAt: from, endedAt: to })),
      ),
    });
    await tx.note.createMany({
      data: entries.flatMap(({ associationId, notes }) =>
        notes.map(({ at, author, ...note }) => ({
          ...note,
          id: uuidv7({ msecs: at.getTime() }),
          associationId,
          authorId: user(author),
          createdAt: at,
          updatedAt: at,
        })),
      ),
    });
    await tx.associationTag.createMany({
      data: entries.flatMap(({ associationId, tags }) =>
        tags.map((name) => ({ associationId, tagId: tagIds.get(name) ?? '' })),
      ),
    });
    const past = entries.flatMap((entry) => pastEvents(entry, user, requestId));
    await tx.event.createMany({ data: past });
    await tx.eventAssociation.createMany({
      data: past.flatMap(({ id, entityIds }) =>
        entityIds.map((associationId) => ({ eventId: id, associationId })),
      ),
    });
    await refreshIndex(
      tx,
      entries.map(({ associationId }) => associationId),
    );
    emit('sample.loaded', { ids: [runId] });
  },
});

/** Told as already carried to whom it concerned: what is only invented sets nothing in motion. */
function pastEvents({ associationId, moves }: Entry, user: (index: number) => string, requestId: string) {
  return moves.flatMap(({ at, by, from, to }) =>
    (['crmStatus', 'pipeline'] as const)
      .filter((field) => from[field] !== to[field])
      .map((field) => ({
        id: uuidv7({ msecs: at.getTime() }),
        name: field === 'crmStatus' ? 'association.statusChanged' : 'association.stageChanged',
        entity: 'association',
        entityIds: [associationId],
        actorType: 'user',
        actorId: user(by),
        requestId,
        payload: { before: { [field]: from[field] }, after: { [field]: to[field] } },
        createdAt: at,
        dispatchedAt: at,
      })),
  );
}
