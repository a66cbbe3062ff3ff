// Who bears an address: the one table that recognition, duplicates, mail and erasure ask (see docs/decisions/049).
import type { AddressKind, AddressState } from '#prisma/enums.ts';
import type { DbOrTx } from '../context.ts';
import { planOnce } from '../plan-once.ts';
import type { AddressValue } from './value.ts';

export interface Bearer {
  kind: AddressKind;
  value: string;
  /** As the field holds it. */
  shown: string;
  state: AddressState;
  /** The field's name, such as `otherEmails`. */
  field: string;
  associationId: string;
  association: string;
  municipality: string;
  /** Null where the address is the association's own. */
  contactId: string | null;
  contact: string | null;
}

/** Living bearers only, associations before contacts. */
export function findBearers(db: DbOrTx, values: readonly AddressValue[], limit: number): Promise<Bearer[]> {
  return db.$queryRaw<Bearer[]>`${planOnce}
    SELECT d.kind, d.value, d.shown, d.state, d.field, a.id AS "associationId", a.name AS association,
      m.name AS municipality, c.id AS "contactId", c.name AS contact
    FROM unnest(${values.map(({ kind }) => kind)}::text[], ${values.map(({ value }) => value)}::text[])
      WITH ORDINALITY AS w(kind, value, nth)
    JOIN address d ON d.kind = w.kind::address_kind AND d.value = w.value AND d.field IS NOT NULL
    JOIN association a ON a.id = d.association_id AND a.deleted_at IS NULL
    JOIN municipality m ON m.code = a.municipality_code
    LEFT JOIN contact c ON c.id = d.contact_id
    WHERE c.deleted_at IS NULL
    ORDER BY w.nth, d.contact_id IS NOT NULL, a.name_key, a.id, c.id LIMIT ${limit}`;
}

/** Pairs of those associations that have an e-mail address or phone number which no third one bears. */
export const findAddressTwins = (db: DbOrTx, associationIds: readonly string[]) =>
  db.$queryRaw<{ one: string; other: string }[]>`
    SELECT DISTINCT t.ids[1] AS one, t.ids[2] AS other
    FROM (
      SELECT kind, value, array_agg(DISTINCT association_id) AS ids
      FROM address WHERE association_id = ANY (${[...associationIds]}::uuid[]) AND kind IN ('EMAIL', 'PHONE')
        AND field IS NOT NULL
      GROUP BY kind, value
    ) t
    WHERE cardinality(t.ids) = 2 AND NOT EXISTS (
      SELECT 1 FROM address d WHERE d.kind = t.kind AND d.value = t.value AND d.field IS NOT NULL AND d.association_id <> ALL (t.ids))`;
