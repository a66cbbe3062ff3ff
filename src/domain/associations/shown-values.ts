// The rule for which value of a field is shown: a function of what people wrote and what the registers say, of nothing else.
// `shown-values-sql.ts` is the same rule for many associations at once; `shown-values.test.ts` holds the two together.
import {
  type PersonMarks,
  type RegisterField,
  type RegisterValues,
  registerFieldNames,
  registerFields,
} from './fields.ts';

/** What one register says of an association: the part of its source record that the rule looks at. */
export interface SourceValues {
  id: string;
  /** As last sent. A field that is missing was never spoken of; null or an empty list was emptied. */
  fields: RegisterValues;
  /** Where a value came later than `firstSeenAt`: the time of the register's row that brought it, and the import run. */
  moved: Partial<Record<RegisterField, { at: string; run: string }>>;
  firstSeenAt: Date;
  /** The register's last row came without detail. */
  incomplete: boolean;
  /** Since when the register no longer has the row. */
  missingSince: Date | null;
}

export interface RegisterValue {
  value: unknown;
  source: SourceValues;
}

/** Null, missing and an empty list are alike. The import never reads an empty text. */
export const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** When the register's value came to be what it is. */
export const movedAt = (source: SourceValues, field: RegisterField): Date => {
  const moved = source.moved[field];
  return moved ? new Date(moved.at) : source.firstSeenAt;
};

/**
 * Which of two registers is heard first: one that has a value; one that still lists the association; one whose row is
 * complete; the one whose value is newer, counted from when the value moved and not from when it was last seen, for else
 * two registers that are read in turn would take the field from each other for ever; the one known longest.
 */
function heardFirst(field: RegisterField, one: SourceValues, other: SourceValues): number {
  return (
    Number(isNothing(one.fields[field])) - Number(isNothing(other.fields[field])) ||
    Number(one.missingSince !== null) - Number(other.missingSince !== null) ||
    Number(one.incomplete) - Number(other.incomplete) ||
    movedAt(other, field).getTime() - movedAt(one, field).getTime() ||
    (one.id < other.id ? -1 : 1)
  );
}

/** Per field what the registers say, and which of them; without fields that none has ever spoken of. */
export function registerValues(
  sources: readonly SourceValues[],
): Partial<Record<RegisterField, RegisterValue>> {
  const said: Partial<Record<RegisterField, RegisterValue>> = {};
  for (const field of registerFieldNames) {
    const [first] = sources
      .filter(({ fields }) => field in fields)
      .sort((one, other) => heardFirst(field, one, other));
    if (first) said[field] = { value: first.fields[field], source: first };
  }
  return said;
}

/** The same without the sources. */
export const plainValues = (said: ReturnType<typeof registerValues>): RegisterValues =>
  Object.fromEntries(Object.entries(said).map(([field, { value }]) => [field, value]));

const nothing = (field: RegisterField) =>
  ['texts', 'json'].includes(registerFields[field].kind) ? [] : null;

/** Every field as it is shown: the person's value where a person marked the field, else the registers'. */
export function shownValues(
  person: PersonMarks,
  sources: readonly SourceValues[],
): Record<RegisterField, unknown> {
  const said = registerValues(sources);
  const shown = registerFieldNames.map((field) => {
    const mark = person[field];
    return [field, (mark ? mark.value : said[field]?.value) ?? nothing(field)];
  });
  return Object.fromEntries(shown);
}

/** No register that names the association has ever sent its detail, or its last row came without. */
export const isIncomplete = (sources: readonly SourceValues[]): boolean =>
  sources.length > 0 && sources.every(({ incomplete }) => incomplete);
