import { describe, expect, it } from 'vitest';
import { crmStatuses } from '#domain/associations/rules.ts';
import { tagColours } from '#domain/tags/rules.ts';
import { inventHistory, SAMPLE_TAGS } from './history.ts';

const now = new Date('2026-03-10T13:20:00Z');
const plan = { seed: 3, associations: 4000, users: 6, now };
const entries = inventHistory(plan);
const DAY = 86_400_000;

const dates = entries.flatMap((e) => [
  ...e.moves.map((m) => m.at),
  ...e.notes.map((n) => n.at),
  ...e.memberships.flatMap((m) => [m.from, m.to ?? m.from]),
  e.lastActivityAt,
]);

describe('the sample of a history', () => {
  it('is the same for the same seed', () => {
    expect(inventHistory(plan)).toEqual(entries);
    expect(inventHistory({ ...plan, seed: 4 })).not.toEqual(entries);
  });

  it('has nothing in the future', () => {
    for (const date of dates) expect(date.getTime()).toBeLessThanOrEqual(now.getTime());
  });

  it('starts two years back; only memberships are older', () => {
    const start = now.getTime() - 2 * 365 * DAY;
    for (const e of entries)
      for (const at of [...e.moves.map((m) => m.at), ...e.notes.map((n) => n.at)])
        expect(at.getTime()).toBeGreaterThanOrEqual(start);
    expect(entries.some((e) => e.memberships.some((m) => m.from.getTime() < start - 365 * DAY))).toBe(true);
  });

  it('has some 18 % members and something in every status and stage', () => {
    const members = entries.filter((e) => e.crmStatus === 'MEMBER').length / plan.associations;
    expect(members).toBeGreaterThan(0.16);
    expect(members).toBeLessThan(0.2);
    const statuses = new Set(entries.map((e) => e.crmStatus));
    expect([...statuses].sort()).toEqual(crmStatuses.filter((s) => s !== 'UNCONTACTED').toSorted());
    expect(new Set(entries.map((e) => e.pipeline)).size).toBe(6);
    expect(entries.length / plan.associations).toBeLessThan(0.65);
  });

  it('moves forward step by step, each from where the last one ended', () => {
    for (const e of entries) {
      expect(e.moves[0]?.from).toEqual({ crmStatus: 'UNCONTACTED', pipeline: 'PROSPECT' });
      for (const [i, move] of e.moves.entries()) {
        const next = e.moves[i + 1];
        expect(move.to).not.toEqual(move.from);
        if (next) expect(next.from).toEqual(move.to);
        if (next) expect(next.at.getTime()).toBeGreaterThan(move.at.getTime());
      }
      expect(e.moves.at(-1)?.to).toEqual({ crmStatus: e.crmStatus, pipeline: e.pipeline });
    }
  });

  it('keeps status, stage and membership in step', () => {
    for (const e of entries) {
      const open = e.memberships.filter((m) => m.to === null);
      expect(open).toHaveLength(e.crmStatus === 'MEMBER' ? 1 : 0);
      expect(e.pipeline === 'CLOSED_WON').toBe(e.crmStatus === 'MEMBER');
      expect(e.pipeline === 'CLOSED_LOST').toBe(e.crmStatus === 'LOST');
      for (const m of e.memberships) if (m.to) expect(m.to.getTime()).toBeGreaterThan(m.from.getTime());
    }
    expect(entries.some((e) => e.crmStatus === 'LOST' && e.memberships.length > 0)).toBe(true);
  });

  it('looks alive: work in the last weeks, members in each of the last twelve months', () => {
    const since = (days: number) => dates.filter((d) => now.getTime() - d.getTime() < days * DAY).length;
    expect(since(7)).toBeGreaterThan(80);
    expect(since(1)).toBeGreaterThan(5);
    const months = new Set(
      entries
        .flatMap((e) => e.memberships.map((m) => m.from.toISOString().slice(0, 7)))
        .filter((m) => m > '2025-03'),
    );
    expect(months.size).toBe(12);
  });

  it('is written by people at work: weekdays, eight to five, Stockholm time', () => {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Stockholm',
      weekday: 'short',
      hour: '2-digit',
      hourCycle: 'h23',
    });
    for (const e of entries)
      for (const { at } of e.notes)
        expect(clock.format(at)).toMatch(/^(Mon|Tue|Wed|Thu|Fri),? (0[89]|1[0-6])$/);
  });

  it('has notes of all kinds, in varied and finished sentences', () => {
    const notes = entries.flatMap((e) => e.notes);
    expect(new Set(notes.map((n) => n.kind))).toEqual(new Set(['call', 'note', 'mail', 'meeting']));
    expect(new Set(notes.map((n) => n.text)).size).toBeGreaterThan(500);
    for (const { text } of notes) expect(text).toMatch(/^[A-ZÅÄÖ][^{}]+[.!]$/);
  });

  it('points only at users and tags that exist', () => {
    for (const e of entries) {
      const users = [e.owner ?? 0, ...e.moves.map((m) => m.by), ...e.notes.map((n) => n.author)];
      for (const user of users) expect(user >= 0 && user < plan.users).toBe(true);
    }
    const used = new Set(entries.flatMap((e) => e.tags));
    expect([...used].sort()).toEqual(SAMPLE_TAGS.map(({ name }) => name).sort());
    expect(SAMPLE_TAGS.every((t) => (tagColours as readonly string[]).includes(t.colour))).toBe(true);
  });

  it('works with one user and with a now on a Sunday night', () => {
    const sunday = new Date('2026-01-04T23:30:00Z');
    const small = inventHistory({ seed: 1, associations: 300, users: 1, now: sunday });
    expect(small.every((e) => (e.owner ?? 0) === 0)).toBe(true);
    expect(small.every((e) => e.lastActivityAt < sunday)).toBe(true);
  });
});
