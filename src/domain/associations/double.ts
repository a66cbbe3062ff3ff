// An association made by hand that is there already: the person is asked before there are two.
import type { Tx } from '../context.ts';
import { conflict } from '../errors.ts';

/** Same name but for capitals, same municipality, same number or none on either side: one like that is shown, not doubled. */
export async function refuseDouble(
  tx: Tx,
  { name, municipalityCode, orgNumber }: { name: string; municipalityCode: string; orgNumber: string | null },
): Promise<void> {
  const [there] = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM association
    WHERE municipality_code = ${municipalityCode} AND deleted_at IS NULL
      AND lower(name) = lower(${name}) AND org_number IS NOT DISTINCT FROM ${orgNumber}::text
    ORDER BY id LIMIT 1`;
  if (there) throw conflict('associationThere', { there: there.id, name: there.name });
}
