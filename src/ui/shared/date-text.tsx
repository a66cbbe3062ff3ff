'use client';
import { useFormatter, useLocale, useNow, useTimeZone, useTranslations } from 'next-intl';
import { dayOf, daysBetween } from '#lib/calendar-days.ts';

type Props = {
  value: Date | string | number | null | undefined;
  /** Relative up to a week (`ago`: in few letters), then the date; the full time is in the title. */
  format?: 'date' | 'dateTime' | 'relative' | 'ago' | 'full' | 'time';
  className?: string;
};

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAYS_OF_WEEK = 7;

export function DateText({ value, format = 'date', className }: Props) {
  const t = useTranslations('words.state');
  const { dateTime } = useFormatter();
  if (value === null || value === undefined) return <span className={className}>{t('never')}</span>;
  const date = new Date(value);
  return (
    <time dateTime={date.toISOString()} title={dateTime(date, 'full')} className={className}>
      {format === 'relative' || format === 'ago' ? (
        <Relative date={date} style={format === 'ago' ? 'short' : 'long'} />
      ) : (
        dateTime(date, format)
      )}
    </time>
  );
}

function Relative({ date, style }: { date: Date; style: Intl.RelativeTimeFormatStyle }) {
  const { dateTime, relativeTime } = useFormatter();
  const t = useTranslations('words.state');
  const locale = useLocale();
  const zone = useTimeZone();
  const now = useNow({ updateInterval: MINUTE_MS });
  const age = Math.abs(now.getTime() - date.getTime());
  if (age < MINUTE_MS) return t('justNow');
  const days = daysBetween(dayOf(now, zone), dayOf(date, zone));
  // Minutes count over midnight too; after that the calendar tells what was yesterday, not the hours.
  if (days === 0 || age < HOUR_MS) return relativeTime(date, { now, style });
  if (Math.abs(days) >= DAYS_OF_WEEK) return dateTime(date, 'date');
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style }).format(days, 'day');
}
