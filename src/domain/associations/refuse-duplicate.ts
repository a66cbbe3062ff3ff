// An association made by hand that may be there already: the person is asked before there are two.
import { findBearers } from '../addresses/records.ts';
import { addressValue } from '../addresses/value.ts';
import type { Tx } from '../context.ts';
import { conflict } from '../errors.ts';
import type { AssociationFields } from './schema.ts';

type Typed = Partial<AssociationFields> & { name: string; municipalityCode: string };

/**
 * Same name but for capitals, same municipality, same number or none on either side; or an address that another
 * association, or a contact of one, bears: one like that is shown, not doubled.
 */
export async function refuseDuplicate(tx: Tx, typed: Typed): Promise<void> {
  const { name, municipalityCode, orgNumber = null } = typed;
  const [there] = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM association
    WHERE municipality_code = ${municipalityCode} AND deleted_at IS NULL
      AND lower(name) = lower(${name}) AND org_number IS NOT DISTINCT FROM ${orgNumber}::text
    ORDER BY id LIMIT 1`;
  if (there) throw conflict('associationThere', { there: there.id, name: there.name });
  const [bearer] = await findBearers(tx, typedAddresses(typed), 1);
  if (bearer) {
    const { associationId, association, shown } = bearer;
    throw conflict('addressThere', { there: associationId, name: association, address: shown });
  }
}

function typedAddresses({ email, otherEmails = [], phone, otherPhones = [], homepageUrl }: Typed) {
  const written = [
    ...[email, ...otherEmails].map((shown) => ({ kind: 'EMAIL' as const, shown })),
    ...[phone, ...otherPhones].map((shown) => ({ kind: 'PHONE' as const, shown })),
    { kind: 'LINK' as const, shown: homepageUrl },
  ];
  return written.flatMap(({ kind, shown }) => (shown ? [{ kind, value: addressValue(kind, shown) }] : []));
}
