export interface Conflict {
  version: number;
  current: Record<string, unknown>;
  /** Who saved first, and when. */
  last: { by: string | null; at: Date } | null;
}

interface Wire {
  data?: { kansli?: { messageKey?: string; details?: Record<string, unknown> } | null } | null;
}

/** What stands in the database now, when somebody else saved first; null for every other error. */
export function readConflict(error: unknown): Conflict | null {
  const kansli = (error as Wire | null)?.data?.kansli;
  const { version, current, last } = kansli?.details ?? {};
  if (kansli?.messageKey !== 'changedMeanwhile' || typeof version !== 'number') return null;
  return { version, current: (current ?? {}) as Record<string, unknown>, last: readLast(last) };
}

// A time inside an error's details arrives as a time or as its text.
function readLast(last: unknown): Conflict['last'] {
  const { by, at } = (last ?? {}) as { by?: string | null; at?: string | number | Date };
  return at === undefined ? null : { by: by ?? null, at: new Date(at) };
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

/** The association that is there already, when a second like it was to be made; with the address that both have, if that told. */
export function readThere(error: unknown): { id: string; name: string; address: string | null } | null {
  const kansli = (error as Wire | null)?.data?.kansli;
  const { there, name, address } = kansli?.details ?? {};
  if (!['associationThere', 'addressThere'].includes(kansli?.messageKey ?? '') || typeof there !== 'string')
    return null;
  return { id: there, name: String(name), address: typeof address === 'string' ? address : null };
}

export const codeOf = (error: unknown): string | undefined =>
  (error as { data?: { kansli?: { code?: string } } } | null)?.data?.kansli?.code;
