// People work on weekdays in Sweden: what the sample says was done, was done between eight and five, Stockholm time.
import type { Random } from './random.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const HOLIDAYS = new Set(['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31']);

/** 01:00 UTC on the last Sunday of a month, when summer time begins and ends in the EU. */
function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month + 1, 0, 1);
  return last - new Date(last).getUTCDay() * DAY;
}

/** Hours that Stockholm is ahead of UTC. */
export function stockholmOffset(at: number): 1 | 2 {
  const year = new Date(at).getUTCFullYear();
  return at >= lastSunday(year, 2) && at < lastSunday(year, 9) ? 2 : 1;
}

/** A minute of working time on this day, or on the working day before it; never later than `now`. */
export function workTime(random: Random, around: number, now: number): number {
  const minute = random.int(8 * 60, 17 * 60 - 1);
  let day = Math.floor((Math.min(around, now) + stockholmOffset(around) * HOUR) / DAY) * DAY;
  for (;;) {
    const date = new Date(day);
    const weekday = date.getUTCDay();
    const at = day + minute * 60_000 - stockholmOffset(day + 12 * HOUR) * HOUR;
    const working = weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(date.toISOString().slice(5, 10));
    if (working && at <= now) return at;
    day -= DAY;
  }
}
