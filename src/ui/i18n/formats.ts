import type { Formats } from 'next-intl';

/** The only ways Kansli writes dates and numbers; `useFormatter().dateTime(date, 'date')`. */
export const formats = {
  dateTime: {
    date: { year: 'numeric', month: 'short', day: 'numeric' },
    dateTime: { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
    full: { dateStyle: 'full', timeStyle: 'medium' },
    time: { hour: '2-digit', minute: '2-digit' },
    month: { year: 'numeric', month: 'long' },
  },
  number: {
    integer: { maximumFractionDigits: 0 },
    percent: { style: 'percent', maximumFractionDigits: 0 },
    decimal: { maximumFractionDigits: 1 },
  },
} satisfies Formats;
