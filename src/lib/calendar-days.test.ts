import { expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, readStoredDay, startOfDay, storedDay } from './calendar-days.ts';

it('the day is the one that the calendar in Sweden shows, not the one of UTC', () => {
  expect(dayOf(new Date('2026-06-14T22:30:00Z'))).toBe('2026-06-15');
  expect(dayOf(new Date('2026-12-31T22:59:59Z'))).toBe('2026-12-31');
  expect(dayOf(new Date('2026-06-14T22:30:00Z'), 'America/New_York')).toBe('2026-06-14');
});

it('yesterday is right on the day after the clock went forward, which had 23 hours', () => {
  // 00:30 on 30 March; 24 hours before it was 23:30 on 28 March.
  const now = new Date('2026-03-29T22:30:00Z');
  expect(dayOf(now)).toBe('2026-03-30');
  expect(addDays(dayOf(now), -1)).toBe('2026-03-29');
  expect(dayOf(new Date(now.getTime() - 24 * 3600 * 1000))).toBe('2026-03-28');
});

it('yesterday is right late on the day the clock goes back, which has 25 hours', () => {
  // 23:30 on 25 October; 24 hours before it was 00:30 on the same day.
  const now = new Date('2026-10-25T22:30:00Z');
  expect(addDays(dayOf(now), -1)).toBe('2026-10-24');
  expect(dayOf(new Date(now.getTime() - 24 * 3600 * 1000))).toBe('2026-10-25');
});

it.each([
  ['2026-03-28', '2026-03-30', 2],
  ['2026-10-24', '2026-10-26', 2],
  ['2026-10-26', '2026-10-24', -2],
  ['2028-02-28', '2028-03-01', 2],
  ['2026-12-31', '2027-01-01', 1],
])('from %s to %s are %i days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
  expect(addDays(from, days)).toBe(to);
});

it('a day begins at midnight in Sweden, also when the clock changes later that day', () => {
  expect(startOfDay('2026-03-29').toISOString()).toBe('2026-03-28T23:00:00.000Z');
  expect(startOfDay('2026-03-30').toISOString()).toBe('2026-03-29T22:00:00.000Z');
  expect(startOfDay('2026-10-25').toISOString()).toBe('2026-10-24T22:00:00.000Z');
  expect(startOfDay('2026-10-26').toISOString()).toBe('2026-10-25T23:00:00.000Z');
});

it('a stored day is the same day again', () => {
  expect(readStoredDay(storedDay('2026-10-25'))).toBe('2026-10-25');
});
