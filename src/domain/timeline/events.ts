// Events on the timeline: what people and imports did, but for what another source tells better.
import { Prisma } from '#prisma/client.ts';
import type { EventName } from '../events.ts';
import { timelineSource } from './source.ts';

interface ToldEvent {
  name: string;
  actorType: string;
  actor: string | null;
  details: Record<string, unknown>;
}

export const eventsOnTimeline = (without: readonly EventName[]) =>
  timelineSource<'event', ToldEvent>({
    kind: 'event',
    rows: (associationId) => Prisma.sql`
      FROM event_association l JOIN event e ON e.id = l.event_id LEFT JOIN "user" u ON u.id = e.actor_id
      WHERE l.association_id = ${associationId}::uuid AND e.name <> ALL (${[...without]}::text[])`,
    time: Prisma.sql`e.created_at`,
    id: Prisma.sql`e.id`,
    columns: Prisma.sql`e.name, e.actor_type AS "actorType", u.name AS actor, e.payload AS details`,
    insteadOf: [],
  });
