'use client';
import { useFormatter, useNow, useTranslations } from 'next-intl';

type Props = {
  value: Date | string | number | null | undefined;
  /** Relative up to a week (`ago`: in few letters), then the date; the full time is in the title. */
  format?: 'date' | 'dateTime' | 'relative' | 'ago' | 'full' | 'time';
  className?: string;
};

const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;

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
  const now = useNow({ updateInterval: MINUTE_MS });
  const age = now.getTime() - date.getTime();
  if (Math.abs(age) >= WEEK_MS) return dateTime(date, 'date');
  return Math.abs(age) < MINUTE_MS ? t('justNow') : relativeTime(date, { now, style });
}
