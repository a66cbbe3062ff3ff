// Days as the calendar in a place has them. A day is not 24 hours: on 29 March 2026 Sweden's has 23, on 25 October 25.
import {
  CalendarDate,
  fromDate,
  parseDate,
  parseTime,
  toCalendarDate,
  toCalendarDateTime,
  toZoned,
} from '@internationalized/date';

/** The day by which memberships and other dates without a time are counted. */
export const swedishZone = 'Europe/Stockholm';

/** The day, as 2026-03-29, that the calendar in the time zone shows at that moment. */
export const dayOf = (moment: Date, timeZone: string = swedishZone): string =>
  toCalendarDate(fromDate(moment, timeZone)).toString();

export const addDays = (day: string, days: number): string => parseDate(day).add({ days }).toString();

/** How many days the calendar goes on from one day to another; less than 0 backwards. */
export function daysBetween(from: string, to: string): number {
  const calendar = new CalendarDate(1970, 1, 1).calendar;
  return calendar.toJulianDay(parseDate(to)) - calendar.toJulianDay(parseDate(from));
}

/** The moment at which the day begins in the time zone. */
export const startOfDay = (day: string, timeZone: string = swedishZone): Date =>
  toZoned(parseDate(day), timeZone).toDate();

/** The moment at which a clock in the time zone shows that time of the day; where it is put on over it, an hour later. */
export const momentOf = (day: string, time: string, timeZone: string = swedishZone): Date =>
  toZoned(toCalendarDateTime(parseDate(day), parseTime(time)), timeZone).toDate();

/** A day as the database keeps it in a column without a time: midnight UTC, whatever the time zone. */
export const storedDay = (day: string): Date => new Date(`${day}T00:00:00Z`);
export const readStoredDay = (stored: Date): string => stored.toISOString().slice(0, 10);
