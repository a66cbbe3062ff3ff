// A contact that a register sent and a person corrected: the correction stands, the register's news is offered.
import { sameValue } from '../associations/suggestions.ts';

export const contactRoles = [
  'CHAIR',
  'VICE_CHAIR',
  'TREASURER',
  'SECRETARY',
  'BOARD_MEMBER',
  'AUDITOR',
  'COACH',
  'OFFICE',
  'CONTACT',
] as const;
export type ContactRole = (typeof contactRoles)[number];

export const phoneKinds = ['mobile', 'home', 'work', 'other'] as const;
export type PhoneKind = (typeof phoneKinds)[number];
export interface Phone {
  kind: PhoneKind;
  number: string;
}

/** The units a person owns or a register feeds; `role` is the role together with its own words. */
export const contactFields = ['name', 'role', 'emails', 'phones', 'links'] as const;
export type ContactField = (typeof contactFields)[number];

export interface ContactValues {
  name: string | null;
  role: ContactRole | null;
  roleText: string | null;
  emails: string[];
  phones: Phone[];
  links: string[];
}

/** What a person did to a field: `value` is what they wrote, `kept` the register value that was turned down. */
export interface ContactMark {
  at: string;
  by: string;
  value: unknown;
  kept?: unknown;
}
export type ContactMarks = Partial<Record<ContactField, ContactMark>>;

/** A field as it is compared and kept. */
export const unitOf = (values: Partial<ContactValues>, field: ContactField): unknown =>
  field === 'role'
    ? { role: values.role ?? null, roleText: values.roleText ?? null }
    : (values[field] ?? (field === 'name' ? null : []));

/**
 * What is shown of a register's contact: the person's value where a person marked the field, else the register's. In SQL
 * `shown-contact-sql.ts`.
 */
export function shownContact(register: Partial<ContactValues>, person: ContactMarks): ContactValues {
  const unit = (field: ContactField) => {
    const mark = person[field];
    return mark ? mark.value : unitOf(register, field);
  };
  return {
    ...(unit('role') as Pick<ContactValues, 'role' | 'roleText'>),
    name: unit('name') as ContactValues['name'],
    emails: unit('emails') as ContactValues['emails'],
    phones: unit('phones') as ContactValues['phones'],
    links: unit('links') as ContactValues['links'],
  };
}

export interface ContactSuggestion {
  field: ContactField;
  mine: Partial<ContactValues>;
  register: Partial<ContactValues>;
}

const only = (values: Partial<ContactValues>, field: ContactField): Partial<ContactValues> =>
  field === 'role'
    ? { role: values.role ?? null, roleText: values.roleText ?? null }
    : field === 'name'
      ? { name: values.name ?? null }
      : { [field]: values[field] ?? [] };

/** Fields where the register has moved since a person wrote, and nobody has turned that down. */
export function contactSuggestions(contact: Partial<ContactValues> & { register: unknown; person: unknown }) {
  const register = contact.register as Partial<ContactValues> | null;
  const person = (contact.person ?? {}) as ContactMarks;
  if (!register) return [];
  return contactFields.flatMap((field): ContactSuggestion[] => {
    const mark = person[field];
    if (!mark) return [];
    const value = unitOf(register, field);
    if (sameValue(value, unitOf(contact, field)) || ('kept' in mark && sameValue(value, mark.kept)))
      return [];
    return [{ field, mine: only(contact, field), register: only(register, field) }];
  });
}

/** Which units differ between what stands there and what was sent. */
export function changedContactFields(before: ContactValues, patch: Partial<ContactValues>): ContactField[] {
  const after = { ...before, ...patch };
  return contactFields.filter((field) => !sameValue(unitOf(before, field), unitOf(after, field)));
}

/** The column values that a unit stands for. */
export const columnsOf = only;
