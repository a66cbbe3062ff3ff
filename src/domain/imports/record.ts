// One shape for a cleaned register row, so that nothing after the parser needs to know the four platforms.

import type { ContactRole, PhoneKind } from '../contacts/rules.ts';

export type { ContactRole, PhoneKind };

export const PLATFORMS = ['FRI', 'IBGO', 'RBOK', 'ACTOR', 'OTHER'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Every fault a row that is kept can have. Codes are shown to people through messages, so they never change. */
export const ISSUE_CODES = [
  // the record
  'incomplete_record',
  'no_register_id',
  'duplicate_in_file',
  'possible_duplicate',
  'unexpected_type',
  'text_too_long',
  'list_too_long',
  'personal_number_removed',
  // the association
  'org_number_personal',
  'org_number_invalid',
  'postal_code_invalid',
  'founded_year_invalid',
  'fiscal_year_invalid',
  'activity_cut',
  'url_unreadable',
  'source_link_invalid',
  // contacts, e-mail and phones
  'name_not_a_person',
  'role_as_name',
  'contact_is_association',
  'contact_split',
  'contact_unnamed',
  'email_repaired',
  'email_unreadable',
  'email_split',
  'phone_unreadable',
  'phone_split',
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

/** `value` is a short excerpt (at most 200 characters) and never holds a personal identity number. */
export interface RecordIssue {
  code: IssueCode;
  field: string;
  value: string;
}

export interface NormalizedPhone {
  kind: PhoneKind;
  /** E.164, or the text as read where no number could be made of it. */
  number: string;
}

export interface NormalizedContact {
  /** Stable inside the source record: folded name, else first e-mail, else first phone, `#2` when repeated. */
  key: string;
  name: string | null;
  role: ContactRole | null;
  /** The register's own word, kept where `role` says less than it. */
  roleText: string | null;
  emails: string[];
  phones: NormalizedPhone[];
  links: string[];
}

export interface DescriptionSection {
  title: string;
  items: { label: string; value: string }[];
}

export interface NormalizedAssociation {
  name: string;
  /** `NNNNNN-NNNN`, Luhn-valid, never a personal identity number. */
  orgNumber: string | null;
  types: string[];
  activities: string[];
  /** Areas (districts) of the municipality. */
  categories: string[];
  targetGroups: string[];
  homepageUrl: string | null;
  streetAddress: string | null;
  /** `NNN NN` */
  postalCode: string | null;
  city: string | null;
  email: string | null;
  otherEmails: string[];
  /** E.164, or kept text. */
  phone: string | null;
  otherPhones: string[];
  description: { text: string | null; sections: DescriptionSection[] } | null;
  foundedYear: number | null;
  /** `MMDD` */
  fiscalYearStart: string | null;
  nationalAffiliation: string | null;
  otherInformation: string | null;
}

export interface NormalizedRecord {
  platform: Platform;
  /** Lower-cased host, or `municipality:<folded name>` where the platform has no host of its own (identity.ts). */
  instance: string;
  externalId: string;
  municipalityName: string;
  scrapeRunId: string;
  /** ISO 8601, UTC. */
  scrapedAt: string;
  sourceUrl: string | null;
  incomplete: boolean;
  naturalPerson: boolean;
  association: NormalizedAssociation;
  contacts: NormalizedContact[];
  issues: RecordIssue[];
  /** The row as read, personal identity numbers replaced. */
  raw: unknown;
  /** SHA-256 (hex) of association, contacts and flags: not of run, time, navigation, link or municipality. */
  contentHash: string;
}

/** Why one row of a readable file could not be kept. */
export const ROW_REFUSALS = [
  'not_an_object',
  'no_association',
  'no_name',
  'no_source_system',
  'no_municipality',
  'no_scrape_run',
  'no_scraped_at',
  'too_deep',
] as const;
export type RowRefusal = (typeof ROW_REFUSALS)[number];

/** Why a whole file is refused: nothing of it may be kept. */
export const FILE_REFUSALS = [
  'not_json',
  'not_utf8',
  'not_records',
  'empty',
  'too_large',
  'too_many_rows',
  'row_too_large',
  'too_deep',
  'run_summary',
  'flat_list',
  // the operator has to say which municipality a file belongs to (decided by the stager)
  'municipality_unknown',
  'municipality_ambiguous',
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];
