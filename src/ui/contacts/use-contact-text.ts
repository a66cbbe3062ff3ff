'use client';
import { useTranslations } from 'next-intl';
import type { ContactField, ContactValues } from '#domain/contacts/rules.ts';
import { formatPhone } from '#lib/phone.ts';

/** One unit of a contact as a line of text. */
export function useContactText(): (field: ContactField, values: Partial<ContactValues>) => string {
  const t = useTranslations('contacts');
  return (field, values) => {
    if (field === 'name') return values.name ?? '';
    if (field === 'role') return values.roleText ?? (values.role ? t(`role.${values.role}`) : '');
    if (field === 'phones') return (values.phones ?? []).map((phone) => formatPhone(phone.number)).join(', ');
    return (values[field] ?? []).join(', ');
  };
}
