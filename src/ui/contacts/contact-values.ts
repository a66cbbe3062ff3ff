import type { ContactRole, ContactValues, Phone } from '#domain/contacts/rules.ts';
import { formatPhone } from '#lib/phone.ts';
import type { RecordContact } from '#ui/associations/record/use-record.ts';

/** What stands in the form: rows are objects, since the form's lists need them. */
export interface ContactForm {
  name: string;
  role: ContactRole | 'none';
  roleText: string;
  emails: { value: string }[];
  phones: Phone[];
  links: { value: string }[];
  primary: boolean;
}

export function toForm(contact: RecordContact | null, first: boolean): ContactForm {
  const phones = (contact?.phones ?? []) as unknown as Phone[];
  return {
    name: contact?.name ?? '',
    role: contact?.role ?? 'none',
    roleText: contact?.roleText ?? '',
    emails: orOne(contact?.emails ?? []).map((value) => ({ value })),
    phones:
      phones.length > 0
        ? phones.map(({ kind, number }) => ({ kind, number: formatPhone(number) }))
        : [{ kind: 'mobile', number: '' }],
    links: (contact?.links ?? []).map((value) => ({ value })),
    primary: contact?.isPrimary ?? first,
  };
}

const orOne = (values: string[]) => (values.length > 0 ? values : ['']);

/** Rows left empty mean nothing; `rows` remembers which row a sent value came from, to show its fault there. */
export function fromForm(form: ContactForm) {
  const rows = <T>(list: T[], text: (row: T) => string) =>
    list.flatMap((row, index) => (text(row).trim() === '' ? [] : [{ row, index }]));
  const emails = rows(form.emails, (row) => row.value);
  const phones = rows(form.phones, (row) => row.number);
  const links = rows(form.links, (row) => row.value);
  const values: ContactValues = {
    name: form.name.trim() || null,
    role: form.role === 'none' ? null : form.role,
    roleText: form.roleText.trim() || null,
    emails: emails.map(({ row }) => row.value.trim()),
    phones: phones.map(({ row }) => ({ kind: row.kind, number: row.number.trim() })),
    links: links.map(({ row }) => row.value.trim()),
  };
  const places: Record<string, number[]> = {
    emails: emails.map(({ index }) => index),
    phones: phones.map(({ index }) => index),
    links: links.map(({ index }) => index),
  };
  return { values, places };
}

/** `emails.0` of what was sent is `emails.2.value` of what stands in the form. */
export function formPath(path: string, places: Record<string, number[]>): string {
  const [field = '', index] = path.split('.');
  if (index === undefined)
    return field in places ? `${field}.0.${field === 'phones' ? 'number' : 'value'}` : field;
  return `${field}.${places[field]?.[Number(index)] ?? index}.${field === 'phones' ? 'number' : 'value'}`;
}
