'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { formatPhone, phoneLink } from '#lib/phone.ts';
import { Badge } from '#ui/kit/badge.tsx';
import { CopyButton } from '#ui/shared/copy-button.tsx';
import { safeUrl, shortUrl } from './safe-url.ts';

// At least 24 px high: it is meant to be hit by a finger.
const link = 'inline-block min-h-6 break-all py-0.5 text-primary underline-offset-4 hover:underline';
const chips = new Set(['types', 'activities', 'categories', 'targetGroups']);

/** One value in the form its kind has: an address to write to, a number to ring, words as chips. */
export function FieldValue({
  field,
  value,
  copyable,
}: {
  field: string;
  value: unknown;
  copyable?: boolean;
}) {
  const t = useTranslations('associations.record');
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) {
    return <span className="text-muted-foreground">–</span>;
  }
  if (Array.isArray(value)) {
    if (field === 'descriptionSections') return <span>{t('source.items', { count: value.length })}</span>;
    return (
      <ul className={chips.has(field) ? 'flex flex-wrap gap-1.5' : 'flex flex-col gap-1'}>
        {value.map((one: string) => (
          <li key={one} className="min-w-0">
            {chips.has(field) ? (
              <Badge className="h-auto min-h-5 whitespace-normal">{one}</Badge>
            ) : (
              <Single field={field} text={String(one)} copyable={copyable} />
            )}
          </li>
        ))}
      </ul>
    );
  }
  return <Single field={field} text={String(value)} copyable={copyable} />;
}

function Single({ field, text, copyable }: { field: string; text: string; copyable?: boolean }) {
  const t = useTranslations('associations.record');
  const { dateTime } = useFormatter();
  const copy = copyable ? (
    <CopyButton
      value={text}
      label={t('copyEmail', { value: text })}
      className="-my-1 text-muted-foreground"
    />
  ) : null;
  if (field === 'email' || field === 'otherEmails') {
    return (
      <span className="inline-flex max-w-full items-center gap-1">
        <a href={`mailto:${encodeURIComponent(text).replace('%40', '@')}`} className={link}>
          {text}
        </a>
        {copy}
      </span>
    );
  }
  if (field === 'phone' || field === 'otherPhones') {
    const href = phoneLink(text);
    return (
      <span className="inline-flex items-center gap-1" data-numeric>
        {href ? (
          <a href={href} className={link}>
            {formatPhone(text)}
          </a>
        ) : (
          text
        )}
        {copy}
      </span>
    );
  }
  if (field === 'homepageUrl') {
    const href = safeUrl(text);
    if (!href) return <span className="break-all">{text}</span>;
    return (
      <a href={href} target="_blank" rel="noopener noreferrer nofollow" className={link}>
        {shortUrl(href)}
      </a>
    );
  }
  if (field === 'fiscalYearStart' && /^\d{4}$/.test(text)) {
    const day = new Date(Date.UTC(2001, Number(text.slice(0, 2)) - 1, Number(text.slice(2)), 12));
    return <span>{dateTime(day, { day: 'numeric', month: 'long' })}</span>;
  }
  return <span className="whitespace-pre-line break-words">{text}</span>;
}
