// Who changed something last, and when: told to the one whose save came second.
import type { DbOrTx } from './context.ts';

export interface LastChange {
  /** Null for a change without a person, such as an import's. */
  by: string | null;
  at: Date;
}

/** The newest event of one association or contact, found by the association that it belongs to. */
export async function findLastChange(
  db: DbOrTx,
  associationId: string,
  changed: { entity: 'association' | 'contact'; id: string },
): Promise<LastChange | null> {
  const [last] = await db.$queryRaw<LastChange[]>`
    SELECT u.name AS by, e.created_at AS at
    FROM event_association ea
    JOIN event e ON e.id = ea.event_id
    LEFT JOIN "user" u ON u.id = e.actor_id AND e.actor_type = 'user'
    WHERE ea.association_id = ${associationId}::uuid AND e.entity = ${changed.entity}
      AND ${changed.id}::uuid = ANY (e.entity_ids)
    ORDER BY e.id DESC LIMIT 1`;
  return last ?? null;
}

/** The newest event of what is always changed by itself, such as a note or an account. */
export async function findLastChangeOfOne(
  db: DbOrTx,
  changed: { entity: 'note' | 'user'; id: string },
): Promise<LastChange | null> {
  const [last] = await db.$queryRaw<LastChange[]>`
    SELECT u.name AS by, e.created_at AS at
    FROM event e LEFT JOIN "user" u ON u.id = e.actor_id AND e.actor_type = 'user'
    WHERE e.entity = ${changed.entity} AND e.entity_ids[1] = ${changed.id}::uuid
    ORDER BY e.id DESC LIMIT 1`;
  return last ?? null;
}
