// A register value that differs from what a person wrote is offered, never put in its place.
import { type PersonMarks, type RegisterField, type RegisterValues, registerFieldNames } from './fields.ts';
import { isNothing } from './shown-values.ts';

export interface Suggestion {
  field: RegisterField;
  /** What the person wrote, shown now. */
  mine: unknown;
  /** What the register says. */
  register: unknown;
}

/** Equal as a person sees it: null, missing and an empty list are all "nothing". */
export const sameValue = (one: unknown, other: unknown): boolean =>
  (isNothing(one) && isNothing(other)) || canonical(one) === canonical(other);

// jsonb gives keys back in an order of its own.
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? 'null';

/** Only fields that the register has ever spoken of: silence is no suggestion. */
export function suggestionsOf(
  shown: Partial<Record<RegisterField, unknown>>,
  register: RegisterValues,
  person: PersonMarks,
): Suggestion[] {
  return registerFieldNames.flatMap((field) => {
    const mark = person[field];
    if (!mark || !(field in register)) return [];
    const value = register[field] ?? null;
    if (sameValue(value, shown[field]) || ('kept' in mark && sameValue(value, mark.kept))) return [];
    return [{ field, mine: shown[field] ?? null, register: value }];
  });
}
