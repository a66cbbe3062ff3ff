// One association's story, newest first: what people did, what they noted, and what its registers changed.
import { query } from '../operation.ts';
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

export const listTimeline = query({
  name: 'association.timeline',
  input: ListTimeline,
  allow: 'association.read',
  async run({ db }, { id, limit, before }) {
    const association = await db.association.findUnique({ where: { id }, select: { id: true } });
    if (!association) await findAssociation(db, id);
    const until = before ? new Date(before) : new Date(8.64e15 / 1_000);
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
        WHERE l.association_id = ${id}::uuid AND e.created_at < ${until} AND e.name NOT LIKE 'note.%'
        ORDER BY l.event_id DESC LIMIT ${limit + 1}`,
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
        WHERE n.association_id = ${id}::uuid AND n.deleted_at IS NULL AND n.created_at < ${until}
        ORDER BY n.created_at DESC LIMIT ${limit + 1}`,
      db.$queryRaw<{ id: string; at: Date; action: string; changed: string[]; runId: string }[]>`
        SELECT run_id || ':' || source_record_id AS id, at, action, changed, run_id AS "runId"
        FROM import_change WHERE association_id = ${id}::uuid AND at < ${until} ORDER BY at DESC LIMIT ${limit + 1}`,
    ]);
    const entries: TimelineEntry[] = [
      ...events.map((entry) => ({ kind: 'event' as const, ...entry })),
      ...notes.map((entry) => ({ kind: 'note' as const, ...entry })),
      ...imports.map((entry) => ({ kind: 'import' as const, ...entry })),
    ].sort((one, other) => other.at.getTime() - one.at.getTime());
    const page = entries.slice(0, limit);
    return { entries: page, before: entries.length > limit ? (page.at(-1)?.at.toISOString() ?? null) : null };
  },
});
