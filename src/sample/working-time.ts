// People work on weekdays in Sweden: what the sample says was done, was done between eight and five, Stockholm time.
import { fromAbsolute, isWeekend } from '@internationalized/date';
import { swedishZone } from '#lib/calendar-days.ts';
import type { Random } from './random.ts';

export const DAY = 24 * 3_600_000;

const HOLIDAYS = new Set(['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31']);

/** A minute of working time on this day, or on the working day before it; never later than `now`. */
export function workTime(random: Random, around: number, now: number): number {
  const minute = random.int(8 * 60, 17 * 60 - 1);
  let day = fromAbsolute(Math.min(around, now), swedishZone).set({
    hour: Math.floor(minute / 60),
    minute: minute % 60,
    second: 0,
    millisecond: 0,
  });
  for (;;) {
    const free = isWeekend(day, 'sv-SE') || HOLIDAYS.has(day.toString().slice(5, 10));
    const at = day.toDate().getTime();
    if (!free && at <= now) return at;
    day = day.subtract({ days: 1 });
  }
}
