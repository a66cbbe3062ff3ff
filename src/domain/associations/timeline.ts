// One association's story, newest first: what people did, what they noted, and what its registers changed.
import { z } from 'zod';
import { Prisma } from '#prisma/client.ts';
import { query } from '../operation.ts';
import { type Cursor, readCursor, timeOf, writeCursor } from '../paging.ts';
import { findAssociation } from './records.ts';
import { ListTimeline } from './schema.ts';

export type TimelineEntry =
  | {
      kind: 'event';
      id: string;
      at: Date;
      name: string;
      actorType: string;
      actor: string | null;
      details: Record<string, unknown>;
    }
  | {
      kind: 'note';
      id: string;
      at: Date;
      noteKind: string;
      text: string;
      authorId: string;
      author: string;
      version: number;
    }
  | { kind: 'import'; id: string; at: Date; action: string; changed: string[]; runId: string };

const importKey = `run_id || ':' || source_record_id`;

export const listTimeline = query({
  name: 'association.timeline',
  input: ListTimeline,
  allow: 'association.read',
  async run({ db }, { id, limit, before }) {
    const association = await db.association.findUnique({ where: { id }, select: { id: true } });
    if (!association) await findAssociation(db, id);
    const at: Cursor | null = before ? readCursor(before, z.string()) : null;
    // Entries of one transaction share their time; the id, compared byte by byte here and there, parts them.
    const older = (time: string, key: string) =>
      at
        ? Prisma.sql`AND (${Prisma.raw(time)}, (${Prisma.raw(key)})::text COLLATE "C") < (${timeOf(at)}, ${at.id})`
        : Prisma.empty;
    const newestFirst = (time: string, key: string) =>
      Prisma.sql`ORDER BY ${Prisma.raw(time)} DESC, (${Prisma.raw(key)})::text COLLATE "C" DESC LIMIT ${limit + 1}`;
    const [events, notes, imports] = await Promise.all([
      // Notes speak for themselves; their events would say it twice.
      db.$queryRaw<
        {
          id: string;
          at: Date;
          name: string;
          actorType: string;
          actor: string | null;
          details: Record<string, unknown>;
        }[]
      >`
        SELECT e.id, e.created_at AS at, e.name, e.actor_type AS "actorType", u.name AS actor, e.payload AS details
        FROM event_association l JOIN event e ON e.id = l.event_id LEFT JOIN "user" u ON u.id = e.actor_id
        WHERE l.association_id = ${id}::uuid AND e.name NOT LIKE 'note.%' ${older('e.created_at', 'e.id')}
        ${newestFirst('e.created_at', 'e.id')}`,
      db.$queryRaw<
        {
          id: string;
          at: Date;
          noteKind: string;
          text: string;
          authorId: string;
          author: string;
          version: number;
        }[]
      >`
        SELECT n.id, n.created_at AS at, n.kind AS "noteKind", n.text, n.author_id AS "authorId", u.name AS author, n.version
        FROM note n JOIN "user" u ON u.id = n.author_id
        WHERE n.association_id = ${id}::uuid AND n.deleted_at IS NULL ${older('n.created_at', 'n.id')}
        ${newestFirst('n.created_at', 'n.id')}`,
      db.$queryRaw<{ id: string; at: Date; action: string; changed: string[]; runId: string }[]>`
        SELECT ${Prisma.raw(importKey)} AS id, at, action, changed, run_id AS "runId"
        FROM import_change WHERE association_id = ${id}::uuid ${older('at', importKey)}
        ${newestFirst('at', importKey)}`,
    ]);
    const entries: TimelineEntry[] = [
      ...events.map((entry) => ({ kind: 'event' as const, ...entry })),
      ...notes.map((entry) => ({ kind: 'note' as const, ...entry })),
      ...imports.map((entry) => ({ kind: 'import' as const, ...entry })),
    ].sort((one, other) => other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1));
    const page = entries.slice(0, limit);
    const last = entries.length > limit ? page.at(-1) : undefined;
    return {
      entries: page,
      before: last ? writeCursor({ value: last.at.toISOString(), id: last.id }) : null,
    };
  },
});
