import { describe, expect, it } from 'vitest';
import { tagColours } from '../tags/rules.ts';
import { generateHistory, historyEntries } from './history.ts';
import { SAMPLE_CRM_STATUSES } from './history-catalogue.ts';

const now = new Date('2026-03-10T13:20:00Z');
const plan = { seed: 3, associations: 4000, users: 6, now };
const history = generateHistory(plan);
const { entries } = history;
const DAY = 86_400_000;

const dates = entries.flatMap((e) => [
  ...e.moves.map((m) => m.at),
  ...e.notes.map((n) => n.at),
  ...e.tasks.flatMap((t) => [t.createdAt, t.completedAt ?? t.createdAt]),
  ...e.memberships.flatMap((m) => [m.from, m.to ?? m.from]),
  e.lastActivityAt,
]);

describe('the sample of a history', () => {
  it('is the same for the same seed, held or streamed', () => {
    expect(generateHistory(plan)).toEqual(history);
    expect([...historyEntries(plan)]).toEqual(entries);
    expect(generateHistory({ ...plan, seed: 4 }).entries).not.toEqual(entries);
  });

  it('has nothing but due dates in the future', () => {
    for (const date of dates) expect(date.getTime()).toBeLessThanOrEqual(now.getTime());
    expect(entries.some((e) => e.tasks.some((t) => t.dueAt > now))).toBe(true);
    expect(entries.some((e) => e.tasks.some((t) => !t.completedAt && t.dueAt < now))).toBe(true);
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
    expect([...statuses].sort()).toEqual(SAMPLE_CRM_STATUSES.filter((s) => s !== 'UNCONTACTED').toSorted());
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

  it('points only at users, tags and groups that exist', () => {
    for (const e of entries) {
      const users = [
        e.owner ?? 0,
        ...e.moves.map((m) => m.by),
        ...e.notes.map((n) => n.author),
        ...e.tasks.map((t) => t.assignee),
      ];
      for (const user of users) expect(user >= 0 && user < plan.users).toBe(true);
      for (const tag of e.tags) expect(history.tags[tag]).toBeDefined();
      for (const group of e.groups) expect(history.groups[group]).toBeDefined();
    }
    expect(new Set(entries.flatMap((e) => e.tags)).size).toBe(history.tags.length);
    expect(new Set(entries.flatMap((e) => e.groups)).size).toBe(history.groups.length);
    expect(history.tags.every((t) => (tagColours as readonly string[]).includes(t.colour))).toBe(true);
  });

  it('works with one user and with a now on a Sunday night', () => {
    const sunday = new Date('2026-01-04T23:30:00Z');
    const small = generateHistory({ seed: 1, associations: 300, users: 1, now: sunday });
    expect(small.entries.every((e) => (e.owner ?? 0) === 0)).toBe(true);
    expect(small.entries.every((e) => e.lastActivityAt < sunday)).toBe(true);
  });
});
