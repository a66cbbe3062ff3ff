// At the end of a run, register by register: what its file no longer names is marked as gone, unless a person should look first.
import type { Unit } from '../context.ts';
import { markMissing, type RegisterFile, rememberRegisters } from './registers.ts';
import { countSeenAgain, findSameNames } from './same-names.ts';
import type { HeldRegister, ImportWarning } from './schema.ts';

/**
 * A file that names less than this share of what its register had is held for a person: such files have turned out to be cut
 * off. Counted are associations that are named again, not rows: a register that renumbers itself sends as many as before.
 */
export const suspiciousShare = 0.7;

const mostRenamedTold = 50;

export async function endRegister(unit: Pick<Unit, 'tx' | 'emit'>, runId: string, file: RegisterFile) {
  const { platform, instance } = file;
  const { before, seen } = await countSeenAgain(unit.tx, file);
  const gone = before - seen;
  const { same, renamed } = gone > 0 ? await findSameNames(unit.tx, file) : { same: [], renamed: [] };
  const warnings = renamed.slice(0, mostRenamedTold).map(
    (pair): ImportWarning => ({
      code: 'renamed',
      params: { register: instance, before: pair.gone.name, now: pair.fresh.name },
    }),
  );
  const sameNames = same.length;
  if (sameNames > 0) {
    const params = { register: instance, gone, before, sameNames };
    warnings.unshift({ code: 'renumbered', params });
  }
  const suspicious = seen < before * suspiciousShare;
  if (seen + sameNames < before * suspiciousShare) {
    warnings.unshift({ code: 'fewer_rows', params: { register: instance, before, now: seen } });
  }
  let missing = 0;
  if (!suspicious) {
    missing = await markMissing(
      unit,
      runId,
      [file],
      same.map((pair) => pair.gone.id),
    );
    await rememberRegisters(unit.tx, runId, [file]);
  }
  const held: HeldRegister | null =
    suspicious || sameNames > 0
      ? {
          platform,
          instance,
          before,
          now: seen,
          ...(sameNames > 0 && { sameNames }),
          rows: file.rows,
          beganAt: new Date(file.began_at).toISOString(),
          scrapedAt: new Date(file.scraped_at).toISOString(),
        }
      : null;
  return { warnings, held, missing };
}
