// At the end of a run, register by register: what its file no longer names is marked as gone, unless a person should look first.
import type { Tx, Unit } from '../context.ts';
import { markMissing, type RegisterFile, rememberRegisters } from './registers.ts';
import { countSeenAgain, findSameNames, type SeenAgain } from './same-names.ts';
import type { HeldRegister, ImportWarning } from './schema.ts';

/**
 * A file that names less than this share of what its register had is held for a person: such files have turned out to be cut
 * off. Counted are associations that are named again, not rows: a register that renumbers itself sends as many as before.
 */
export const suspiciousShare = 0.7;

const mostRenamedTold = 50;

/**
 * All registers of a run at once: one register may stand for one municipality, a county's platform may hold 290 of them, and what is asked of
 * each by itself reads the whole table as often. Resolves with warnings and held registers in the order of `files`.
 */
export async function endRegisters(
  unit: Pick<Unit, 'tx' | 'emit'>,
  runId: string,
  files: readonly RegisterFile[],
) {
  const counted = await countSeenAgain(unit.tx, files);
  const ends = [];
  for (const [index, file] of files.entries()) {
    ends.push(await judgeRegister(unit.tx, file, counted[index] ?? { before: 0, seen: 0 }));
  }
  const trusted = ends.filter(({ suspicious }) => !suspicious);
  const trustedFiles = trusted.map(({ file }) => file);
  const missing = await markMissing(
    unit,
    runId,
    trustedFiles,
    trusted.flatMap(({ asked }) => asked),
  );
  await rememberRegisters(unit.tx, runId, trustedFiles);
  const warnings = ends.flatMap((end) => end.warnings);
  const held = ends.flatMap((end) => end.held ?? []);
  return { warnings, held, missing };
}

/** `suspicious`: nothing of it is marked as gone before a person has looked. `asked`: source records a person decides about. */
async function judgeRegister(tx: Tx, file: RegisterFile, { before, seen }: SeenAgain) {
  const register = file.instance;
  const gone = before - seen;
  const { same, renamed } = gone > 0 ? await findSameNames(tx, file) : { same: [], renamed: [] };
  const warnings: ImportWarning[] = [];
  const sameNames = same.length;
  if (seen + sameNames < before * suspiciousShare) {
    warnings.push({ code: 'fewer_rows', params: { register, before, now: seen } });
  }
  if (sameNames > 0) warnings.push({ code: 'renumbered', params: { register, gone, before, sameNames } });
  for (const pair of renamed.slice(0, mostRenamedTold)) {
    warnings.push({ code: 'renamed', params: { register, before: pair.gone.name, now: pair.fresh.name } });
  }
  const suspicious = seen < before * suspiciousShare;
  const held: HeldRegister | null =
    suspicious || sameNames > 0
      ? {
          platform: file.platform,
          instance: register,
          before,
          now: seen,
          ...(sameNames > 0 && { sameNames }),
          rows: file.rows,
          beganAt: new Date(file.began_at).toISOString(),
          scrapedAt: new Date(file.scraped_at).toISOString(),
        }
      : null;
  return { file, suspicious, warnings, held, asked: same.map((pair) => pair.gone.id) };
}
