// The fields that a register feeds and a person may overrule: one list for the import, the edit form and the origin view.

export type FieldKind = 'text' | 'texts' | 'int' | 'json';

/** Field name in code and JSON -> its column and kind in table association. */
export const registerFields = {
  name: { column: 'name', kind: 'text' },
  orgNumber: { column: 'org_number', kind: 'text' },
  types: { column: 'types', kind: 'texts' },
  activities: { column: 'activities', kind: 'texts' },
  categories: { column: 'categories', kind: 'texts' },
  targetGroups: { column: 'target_groups', kind: 'texts' },
  homepageUrl: { column: 'homepage_url', kind: 'text' },
  streetAddress: { column: 'street_address', kind: 'text' },
  postalCode: { column: 'postal_code', kind: 'text' },
  city: { column: 'city', kind: 'text' },
  email: { column: 'email', kind: 'text' },
  otherEmails: { column: 'other_emails', kind: 'texts' },
  phone: { column: 'phone', kind: 'text' },
  otherPhones: { column: 'other_phones', kind: 'texts' },
  descriptionText: { column: 'description_text', kind: 'text' },
  descriptionSections: { column: 'description_sections', kind: 'json' },
  foundedYear: { column: 'founded_year', kind: 'int' },
  fiscalYearStart: { column: 'fiscal_year_start', kind: 'text' },
  nationalAffiliation: { column: 'national_affiliation', kind: 'text' },
  otherInformation: { column: 'other_information', kind: 'text' },
} as const satisfies Record<string, { column: string; kind: FieldKind }>;

export type RegisterField = keyof typeof registerFields;
export const registerFieldNames = Object.keys(registerFields) as RegisterField[];

/** What a person did to a field. */
export interface PersonMark {
  at: string;
  /** User id; null when the system acted. */
  by: string | null;
  /** What the person wrote. */
  value: unknown;
  /** The register value that was turned down. */
  kept?: unknown;
  /** Written when the association was added by hand, so that no register stood there to be overruled. */
  added?: true;
}
export type PersonMarks = Partial<Record<RegisterField, PersonMark>>;
export type RegisterValues = Partial<Record<RegisterField, unknown>>;
