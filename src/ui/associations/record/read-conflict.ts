export interface Conflict {
  version: number;
  current: Record<string, unknown>;
}

interface Wire {
  data?: { kansli?: { messageKey?: string; details?: Record<string, unknown> } | null } | null;
}

/** What stands in the database now, when somebody else saved first; null for every other error. */
export function readConflict(error: unknown): Conflict | null {
  const kansli = (error as Wire | null)?.data?.kansli;
  const { version, current } = kansli?.details ?? {};
  if (kansli?.messageKey !== 'changedMeanwhile' || typeof version !== 'number') return null;
  return { version, current: (current ?? {}) as Record<string, unknown> };
}

/** The faults of single fields, `fields.email` told as `email`. */
export function readFieldErrors(error: unknown): { path: string; message: string }[] {
  const fields = (error as Wire | null)?.data?.kansli?.details?.fields;
  if (!Array.isArray(fields)) return [];
  return (fields as { path: string; message: string }[]).map(({ path, message }) => ({
    path: path.replace(/^fields\./, ''),
    message,
  }));
}

export const codeOf = (error: unknown): string | undefined =>
  (error as { data?: { kansli?: { code?: string } } } | null)?.data?.kansli?.code;
