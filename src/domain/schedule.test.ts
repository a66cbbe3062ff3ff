// When work that the clock asks for comes round, also on days of 23 and 25 hours and after a stop.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { job } from './job.ts';
import { nextTime, type Schedule, whatIsDue } from './schedule.ts';

describe('nextTime', () => {
  it.each([
    ['later the same day', '2026-01-10T01:59:00Z', '2026-01-10T02:00:00Z'],
    ['the next day from that time on', '2026-01-10T02:00:00Z', '2026-01-11T02:00:00Z'],
    ['by the Swedish clock in summer', '2026-07-10T02:00:00Z', '2026-07-11T01:00:00Z'],
    ['over the night the clock goes on', '2026-03-28T02:00:00Z', '2026-03-29T01:00:00Z'],
    ['over the night the clock goes back', '2026-10-24T01:00:00Z', '2026-10-25T02:00:00Z'],
  ])('is %s', (_, after, next) => {
    expect(nextTime({ dayAt: '03:00' }, new Date(after))).toEqual(new Date(next));
  });

  it('comes once on a day that leaves the time out, and once on one that has it twice', () => {
    const times = (from: string) => {
      let at = new Date(from);
      return [0, 1, 2].map(() => {
        at = nextTime({ dayAt: '02:30' }, at);
        return at.toISOString();
      });
    };
    expect(times('2026-03-27T12:00:00Z')).toEqual([
      '2026-03-28T01:30:00.000Z',
      '2026-03-29T01:30:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
    expect(times('2026-10-23T12:00:00Z')).toEqual([
      '2026-10-24T00:30:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
  });

  it('is so many minutes on', () => {
    expect(nextTime({ minutes: 15 }, new Date('2026-01-10T01:50:00Z'))).toEqual(
      new Date('2026-01-10T02:05:00Z'),
    );
  });
});

describe('whatIsDue', () => {
  const nothing = job({ name: 'test.nothing', payload: z.strictObject({}), run: async () => {} });
  const quarterly = (missed: Schedule['missed']): Schedule => ({
    name: 'test',
    every: { minutes: 15 },
    job: nothing,
    missed,
  });
  const due = new Date('2026-01-10T02:00:00Z');
  const at = (time: string) => new Date(`2026-01-10T${time}Z`);

  it.each(['runOnce', 'leaveOut'] as const)('waits, and runs when the time has come (%s)', (missed) => {
    expect(whatIsDue(quarterly(missed), due, at('01:59:59'))).toBe('wait');
    expect(whatIsDue(quarterly(missed), due, at('02:00:00'))).toBe('run');
    expect(whatIsDue(quarterly(missed), due, at('02:14:59'))).toBe('run');
  });

  it('makes up for what was missed, or leaves it out', () => {
    expect(whatIsDue(quarterly('runOnce'), due, at('09:00:00'))).toBe('run');
    expect(whatIsDue(quarterly('leaveOut'), due, at('09:00:00'))).toBe('leaveOut');
  });
});
