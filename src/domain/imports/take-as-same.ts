// A person says that a register only gave its associations new ids: the old ones take them over, and the doubles go.
import { Prisma } from '#prisma/client.ts';
import type { Tx } from '../context.ts';
import { conflict, notFound } from '../errors.ts';
import { command } from '../operation.ts';
import { findImport, lockImport } from './records.ts';
import { markMissing, rememberRegisters } from './registers.ts';
import { suspiciousShare } from './registers-end.ts';
import { findSameNames, type Pair } from './same-names.ts';
import { ConfirmMissing, type HeldRegister } from './schema.ts';

/**
 * The register's newer values come with its next file. A double on which somebody has worked already is left alone: two
 * records with people's words in them are for a person to bring together.
 */
export const takeAsSame = command({
  name: 'import.takeAsSame',
  input: ConfirmMissing,
  allow: 'import.run',
  async run(unit, { runId, platform, instance }) {
    const { tx, emit, now } = unit;
    await lockImport(tx, runId);
    const run = await findImport(tx, runId);
    const held = run.held as unknown as HeldRegister[];
    const register = held.find((one) => one.platform === platform && one.instance === instance);
    if (!register?.sameNames) throw notFound('register');
    if (register.confirmedAt) throw conflict('importAlreadyConfirmed');
    const known = await tx.register.findUnique({ where: { platform_instance: { platform, instance } } });
    if (known?.lastScrapedAt && known.lastScrapedAt > new Date(register.scrapedAt))
      throw conflict('importHeldOutdated');
    const file = {
      platform,
      instance,
      rows: register.rows,
      began_at: register.beganAt,
      scraped_at: register.scrapedAt,
    };
    const pairs = await withoutWorkedOn(tx, (await findSameNames(tx, file)).same);
    await moveIds(tx, runId, pairs);
    register.now += pairs.length;
    register.sameNames = 0;
    register.takenAsSame = pairs.length;
    // Enough is known again: what is gone now is really gone. Else the rest stays held.
    let missing = 0;
    if (register.now >= register.before * suspiciousShare) {
      missing = await markMissing(unit, runId, [file]);
      await rememberRegisters(tx, runId, [file]);
      register.confirmedAt = now().toISOString();
    }
    await tx.importRun.update({ where: { id: runId }, data: { held: structuredClone(held) as object[] } });
    emit('import.takenAsSame', {
      ids: [runId],
      associations: [...new Set(pairs.map((pair) => pair.gone.associationId))],
      details: { platform, register: instance, same: pairs.length, missing },
    });
    return { same: pairs.length, missing };
  },
});

/** What stands on a timeline, or belongs to a second register, shows that the double is more than a double. */
async function withoutWorkedOn(tx: Tx, pairs: Pair[]): Promise<Pair[]> {
  const ids = pairs.map((pair) => pair.fresh.associationId);
  const workedOn = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM association a WHERE a.id = ANY (${ids}::uuid[]) AND (
      EXISTS (SELECT 1 FROM event_association e WHERE e.association_id = a.id)
      OR EXISTS (SELECT 1 FROM note n WHERE n.association_id = a.id)
      OR (SELECT count(*) FROM source_record s WHERE s.association_id = a.id) > 1)`;
  const left = new Set(workedOn.map(({ id }) => id));
  return pairs.filter((pair) => !left.has(pair.fresh.associationId));
}

async function moveIds(tx: Tx, runId: string, pairs: Pair[]): Promise<void> {
  const moves = pairs.map(({ gone, fresh }) => ({
    old_id: gone.id,
    new_id: fresh.id,
    old_association: gone.associationId,
    new_association: fresh.associationId,
  }));
  const asTable = Prisma.sql`jsonb_to_recordset(${JSON.stringify(moves)}::jsonb)
    AS m(old_id uuid, new_id uuid, old_association uuid, new_association uuid)`;
  await tx.$executeRaw`
    SELECT a.id FROM association a JOIN ${asTable} ON a.id IN (m.old_association, m.new_association) ORDER BY a.id FOR UPDATE OF a`;
  await tx.$executeRaw`
    INSERT INTO association_listing (municipality_code, association_id)
    SELECT l.municipality_code, m.old_association FROM ${asTable} JOIN association_listing l ON l.association_id = m.new_association
    ON CONFLICT DO NOTHING`;
  const ids = await tx.$queryRaw<{ id: string; externalId: string; url: string | null; at: Date }[]>`
    SELECT m.old_id AS id, s.external_id AS "externalId", s.source_url AS url, s.last_seen_at AS at
    FROM ${asTable} JOIN source_record s ON s.id = m.new_id`;
  const doubles = moves.map((move) => move.new_association);
  await tx.$executeRaw`DELETE FROM import_change WHERE association_id = ANY (${doubles}::uuid[])`;
  await tx.$executeRaw`DELETE FROM association WHERE id = ANY (${doubles}::uuid[])`;
  await tx.$executeRaw`
    UPDATE source_record s SET external_id = i."externalId", source_url = coalesce(i.url, s.source_url), last_seen_at = i.at,
      run_id = ${runId}::uuid, missing_since = NULL
    FROM jsonb_to_recordset(${JSON.stringify(ids)}::jsonb) AS i(id uuid, "externalId" text, url text, at timestamptz)
    WHERE s.id = i.id`;
}
