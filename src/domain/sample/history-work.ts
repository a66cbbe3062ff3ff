// What the office wrote down and set itself to do along the way of one association.
import type { SampleCrmStatus } from './history-catalogue.ts';
import type { PathStep } from './history-path.ts';
import { type NoteOccasion, type SampleNoteKind, writeNote, writeTaskTitle } from './history-texts.ts';
import type { Random } from './random.ts';
import { DAY, HOUR, workTime } from './workdays.ts';

export interface SampleNote {
  at: Date;
  kind: SampleNoteKind;
  text: string;
  /** Index of a user. */
  author: number;
}

export interface SampleTask {
  title: string;
  createdAt: Date;
  /** The one date that may lie ahead of `now`. */
  dueAt: Date;
  completedAt: Date | null;
  status: 'OPEN' | 'IN_PROGRESS' | 'COMPLETED';
  priority: 'LOW' | 'MEDIUM' | 'HIGH';
  /** Index of a user. */
  assignee: number;
}

/** A step and who took it. */
export type OwnedStep = PathStep & { by: number };

const OPEN_TASK_SHARES: Partial<Record<SampleCrmStatus, number>> = {
  CONTACTED: 0.15,
  INTERESTED: 0.4,
  NEGOTIATION: 0.75,
  MEMBER: 0.05,
};

/** In the order of time. Each step has its note, written by the one who took it. */
export function inventNotes(
  random: Random,
  path: readonly OwnedStep[],
  now: number,
  author: () => number,
): SampleNote[] {
  const notes: SampleNote[] = [];
  const add = (at: number, occasion: NoteOccasion, by: number) =>
    notes.push({ at: new Date(at), ...writeNote(random, occasion), author: by });
  for (const [i, step] of path.entries()) {
    add(step.at, step.occasion, step.by);
    const next = path[i + 1]?.at;
    if (next && next - step.at < 60 * DAY && random.chance(0.35))
      add(workTime(random, (step.at + next) / 2, next), 'between', step.by);
  }
  const last = path.at(-1);
  if (last?.crmStatus === 'MEMBER')
    for (let at = last.at + random.int(20, 300) * DAY; at < now; at += random.int(60, 400) * DAY)
      add(workTime(random, at, now), 'member', author());
  else if (last && last.crmStatus !== 'LOST' && last.crmStatus !== 'INACTIVE' && random.chance(0.3)) {
    const at = workTime(random, last.at + random.exponential(12) * DAY, now);
    if (at > last.at) add(at, 'between', author());
  }
  return notes.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** At most one done and one open. */
export function inventTasks(
  random: Random,
  status: SampleCrmStatus,
  lastActivity: number,
  now: number,
  assignee: number,
): SampleTask[] {
  const tasks: SampleTask[] = [];
  const task = () => ({
    title: writeTaskTitle(random, status),
    priority: random.pick(['LOW', 'MEDIUM', 'MEDIUM', 'MEDIUM', 'HIGH'] as const),
    assignee,
  });
  if (random.chance(0.25))
    tasks.push({
      ...task(),
      createdAt: new Date(lastActivity - random.int(2, 14) * DAY),
      dueAt: new Date(lastActivity + random.int(-2, 4) * DAY),
      completedAt: new Date(lastActivity),
      status: 'COMPLETED',
    });
  if (random.chance(OPEN_TASK_SHARES[status] ?? 0)) {
    // One in six is late: a list where all is well shows nobody what lateness looks like.
    const days = random.chance(0.16) ? -random.int(1, 6) : random.int(0, 24);
    tasks.push({
      ...task(),
      createdAt: new Date(Math.max(lastActivity, workTime(random, now - random.int(7, 30) * DAY, now))),
      dueAt: new Date(now + days * DAY + random.int(0, 5) * HOUR),
      completedAt: null,
      status: random.chance(0.2) ? 'IN_PROGRESS' : 'OPEN',
    });
  }
  return tasks;
}
