'use client';
import { Mail, Phone as PhoneIcon, UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Phone } from '#domain/contacts/rules.ts';
import { Card } from '#ui/kit/card.tsx';
import { FieldValue } from './field-value.tsx';
import type { AssociationRecord } from './use-record.ts';

/** Whom one asks for, and their number: the first thing somebody who calls needs. */
export function FirstContact({ record }: { record: AssociationRecord }) {
  const t = useTranslations('contacts');
  const contact = record.contacts.find((each) => each.isPrimary) ?? record.contacts[0];
  if (!contact) return null;
  const phone = (contact.phones as unknown as Phone[])[0]?.number;
  const email = contact.emails[0];
  const role = contact.roleText ?? (contact.role ? t(`role.${contact.role}`) : null);
  return (
    <Card>
      <section
        aria-label={t('primary')}
        className="flex flex-wrap items-center gap-x-6 gap-y-1 px-4 py-3 text-sm [&_svg]:size-4 [&_svg]:shrink-0"
      >
        <span className="flex min-w-0 items-center gap-2">
          <UserRound aria-hidden className="text-muted-foreground" />
          <span className="min-w-0">
            <span className="break-words font-semibold">{contact.name ?? t('noName')}</span>
            <span className="text-muted-foreground">{` · ${role ?? t('primary')}`}</span>
          </span>
        </span>
        {phone ? (
          <span className="flex min-w-0 items-center gap-2">
            <PhoneIcon aria-hidden className="text-muted-foreground" />
            <FieldValue field="phone" value={phone} copyable />
          </span>
        ) : null}
        {email ? (
          <span className="flex min-w-0 items-center gap-2">
            <Mail aria-hidden className="text-muted-foreground" />
            <FieldValue field="email" value={email} copyable />
          </span>
        ) : null}
      </section>
    </Card>
  );
}
