// Which statements are planned once a connection instead of each time: planning costs more than running for most of
// what a screen asks. Only where the plan does not hang on the values: what the ORM writes (by key), and raw ones that
// say so. The others may filter by a value that one row has, or nearly all.
import { planOnce } from '#domain/plan-once.ts';

/** Lists in a statement make texts without end, and each name costs memory in every connection. */
const mostNames = 300;
/** A text that comes once is not worth a name. */
const usesBefore = 2;
const mostTexts = 5_000;

/** Gives a statement its name, or an empty text. */
export function statementNames(): (statement: { sql: string }) => string {
  const uses = new Map<string, number>();
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= mostNames || !(isWrittenByOrm(sql) || sql.startsWith(planOnce.sql))) return '';
    const before = uses.get(sql) ?? 0;
    if (before < usesBefore) {
      if (uses.size < mostTexts) uses.set(sql, before + 1);
      return '';
    }
    uses.delete(sql);
    const name = `kansli-${names.size}`;
    names.set(sql, name);
    return name;
  };
}

const isWrittenByOrm = (sql: string) => sql.includes('"public"."');
