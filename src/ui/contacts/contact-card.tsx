'use client';
import { Ellipsis, Link2, Mail, Pencil, Phone as PhoneIcon, Star, Trash2, TriangleAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Phone } from '#domain/contacts/rules.ts';
import { formatPhone, phoneLink } from '#lib/phone.ts';
import { safeUrl, shortUrl } from '#ui/associations/record/safe-url.ts';
import type { AssociationRecord, RecordContact } from '#ui/associations/record/use-record.ts';
import { Avatar } from '#ui/kit/avatar.tsx';
import { Badge } from '#ui/kit/badge.tsx';
import { Button } from '#ui/kit/button.tsx';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '#ui/kit/dropdown-menu.tsx';
import { CopyButton } from '#ui/shared/copy-button.tsx';
import { ContactSuggestions } from './contact-suggestions.tsx';
import { useContactActions } from './use-contact-actions.ts';

type Props = { record: AssociationRecord; contact: RecordContact; alive: boolean; onEdit: () => void };

export function ContactCard({ record, contact, alive, onEdit }: Props) {
  const t = useTranslations('contacts');
  const { dateTime } = useFormatter();
  const name = contact.name ?? t('noName');
  const role = contact.roleText ?? (contact.role ? t(`role.${contact.role}`) : null);
  const edited = Object.keys((contact.person ?? {}) as object).length > 0;
  return (
    <article className="flex flex-col gap-3 rounded-xl border bg-card p-4 text-sm">
      <header className="flex items-start gap-3">
        <Avatar name={contact.name ?? contact.emails[0] ?? '?'} size="lg" />
        <div className="min-w-0 flex-1">
          <h2 className="break-words font-semibold">{name}</h2>
          {role ? <p className="text-muted-foreground">{role}</p> : null}
        </div>
        {alive ? <ContactMenu contact={contact} name={name} onEdit={onEdit} /> : null}
      </header>
      {contact.isPrimary || contact.missingSince ? (
        <div className="flex flex-wrap gap-1.5">
          {contact.isPrimary ? (
            <Badge tone="primary">
              <Star aria-hidden className="fill-current" />
              {t('primary')}
            </Badge>
          ) : null}
          {contact.missingSince ? (
            <Badge tone="attention">
              <TriangleAlert aria-hidden />
              {t('missingSince', { date: dateTime(contact.missingSince, 'date') })}
            </Badge>
          ) : null}
        </div>
      ) : null}
      <Ways contact={contact} />
      {alive ? <ContactSuggestions record={record} contact={contact} name={name} /> : null}
      <footer className="text-muted-foreground text-xs">
        {t(`origin.${contact.origin}`)}
        {edited ? `, ${t('edited')}` : null}
      </footer>
    </article>
  );
}

function Ways({ contact }: { contact: RecordContact }) {
  const t = useTranslations('contacts');
  const phones = contact.phones as unknown as Phone[];
  if (contact.emails.length + phones.length + contact.links.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1.5">
      {contact.emails.map((email) => (
        <Way key={email} icon={<Mail aria-hidden />} copy={email}>
          <a
            href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}
            aria-label={t('write', { value: email })}
            className="inline-block min-h-6 break-all py-0.5 text-primary underline-offset-4 hover:underline"
          >
            {email}
          </a>
        </Way>
      ))}
      {phones.map(({ kind, number }) => {
        const href = phoneLink(number);
        const shown = formatPhone(number);
        return (
          <Way key={`${kind}:${number}`} icon={<PhoneIcon aria-hidden />} copy={shown}>
            {href ? (
              <a
                href={href}
                aria-label={t('call', { value: shown })}
                className="inline-block min-h-6 py-0.5 text-primary underline-offset-4 hover:underline"
                data-numeric
              >
                {shown}
              </a>
            ) : (
              <span className="break-words">{number}</span>
            )}
            {kind === 'other' ? null : (
              <span className="ml-2 text-muted-foreground text-xs">{t(`phoneKind.${kind}`)}</span>
            )}
          </Way>
        );
      })}
      {contact.links.map((link) => {
        const href = safeUrl(link);
        return (
          <Way key={link} icon={<Link2 aria-hidden />} copy={link}>
            {href ? (
              <a
                href={href}
                target="_blank"
                rel="noopener noreferrer nofollow"
                className="inline-block min-h-6 break-all py-0.5 text-primary underline-offset-4 hover:underline"
              >
                {shortUrl(href)}
              </a>
            ) : (
              <span className="break-all">{link}</span>
            )}
          </Way>
        );
      })}
    </ul>
  );
}

function Way({ icon, copy, children }: { icon: ReactNode; copy: string; children: ReactNode }) {
  const t = useTranslations('contacts');
  return (
    <li className="flex min-w-0 items-center gap-2 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted-foreground">
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      <CopyButton value={copy} label={t('copy', { value: copy })} className="-my-1 text-muted-foreground" />
    </li>
  );
}

function ContactMenu({
  contact,
  name,
  onEdit,
}: {
  contact: RecordContact;
  name: string;
  onEdit: () => void;
}) {
  const t = useTranslations('contacts');
  const { makePrimary, remove } = useContactActions(contact.id, name);
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button size="icon-sm" variant="ghost" aria-label={t('moreFor', { name })}>
          <Ellipsis aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem onSelect={onEdit}>
          <Pencil aria-hidden />
          {t('edit')}
        </DropdownMenuItem>
        {contact.isPrimary ? null : (
          <DropdownMenuItem onSelect={makePrimary}>
            <Star aria-hidden />
            {t('makePrimary')}
          </DropdownMenuItem>
        )}
        <DropdownMenuItem destructive onSelect={remove}>
          <Trash2 aria-hidden />
          {t('delete')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
