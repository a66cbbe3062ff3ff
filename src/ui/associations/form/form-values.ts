import { formatPhone } from '#lib/phone.ts';
import type { AssociationRecord } from '../record/use-record.ts';

export const textFields = [
  'name',
  'orgNumber',
  'homepageUrl',
  'streetAddress',
  'postalCode',
  'city',
  'email',
  'phone',
  'descriptionText',
  'foundedYear',
  'fiscalYearStart',
  'nationalAffiliation',
  'otherInformation',
] as const;
export const listFields = [
  'types',
  'activities',
  'categories',
  'targetGroups',
  'otherEmails',
  'otherPhones',
] as const;
export type TextField = (typeof textFields)[number];
export type ListField = (typeof listFields)[number];
export type FormKey = TextField | ListField | 'municipalityCode';

export type AssociationForm = Record<TextField, string> &
  Record<ListField, string[]> & { municipalityCode: string };

type Source = Partial<Pick<AssociationRecord, TextField | ListField | 'municipalityCode'>>;

export function toForm(record: Source): AssociationForm {
  const texts = textFields.map((field) => [field, record[field] == null ? '' : String(record[field])]);
  const lists = listFields.map((field) => [field, record[field] ?? []]);
  // Numbers read in the form as they do on the page.
  return {
    ...Object.fromEntries([...texts, ...lists]),
    phone: record.phone == null ? '' : formatPhone(record.phone),
    otherPhones: (record.otherPhones ?? []).map(formatPhone),
    municipalityCode: record.municipalityCode ?? '',
  };
}

/** The value as the schema takes it. A year that is no number goes on as text, to be refused in words. */
export function toInput(key: FormKey, value: string | string[]): unknown {
  if (Array.isArray(value) || key === 'name' || key === 'municipalityCode') return value;
  const text = value.trim();
  if (text === '') return null;
  return key === 'foundedYear' && /^\d+$/.test(text) ? Number(text) : text;
}

const same = (one: string | string[], other: string | string[]) =>
  JSON.stringify(one) === JSON.stringify(other);

/** What was changed against what the person saw. */
export function changedKeys(base: AssociationForm, form: AssociationForm): FormKey[] {
  return ([...textFields, ...listFields, 'municipalityCode'] as const).filter(
    (key) => !same(base[key], form[key]),
  );
}
