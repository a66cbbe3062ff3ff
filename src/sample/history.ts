// Two years of an office's work with the sample, as plain data: who was called, what was said, who joined and who left.
import type { CrmStatus, PipelineStage } from '#domain/associations/rules.ts';
import notes from './data/notes.json' with { type: 'json' };
import tags from './data/tags.json' with { type: 'json' };
import words from './data/words.json' with { type: 'json' };
import { fillIn } from './fill-in.ts';
import { type NoteOccasion, type PathStep, pathTo, STATUS_SHARES } from './history-path.ts';
import { Random } from './random.ts';
import { DAY, workTime } from './working-time.ts';

interface Standing {
  crmStatus: CrmStatus;
  pipeline: PipelineStage;
}

export interface SampleHistoryEntry extends Standing {
  /** 0 up to, not including, the number of associations. */
  association: number;
  /** Index of a user, or null where nobody has taken it; `by` and `author` likewise. */
  owner: number | null;
  /** In the order of time; the last one's `to` is where it stands today. */
  moves: { at: Date; by: number; from: Standing; to: Standing }[];
  /** Days, in the order of time; the open one, if any, is the last. */
  memberships: { from: Date; to: Date | null }[];
  notes: SampleNote[];
  /** Names of tags. */
  tags: string[];
  lastActivityAt: Date;
}

interface SampleNote {
  at: Date;
  kind: string;
  text: string;
  author: number;
}

export interface HistoryPlan {
  seed: number;
  associations: number;
  /** How many users there are to own and write; at least one. */
  users: number;
  now: Date;
}

const SPAN = 2 * 365 * DAY;

interface SampleTag {
  name: string;
  colour: string;
  category: string;
  /** How likely for an association in one of `statuses` (any, where there are none). */
  share: number;
  statuses?: string[];
}

export const SAMPLE_TAGS: readonly SampleTag[] = tags;
const NOTES: Record<NoteOccasion, Record<string, string[]>> = notes;

function drawStatus(random: Random): CrmStatus | null {
  const shares = STATUS_SHARES.map(([, share]) => share);
  const contacted = shares.reduce((sum, share) => sum + share, 0);
  return STATUS_SHARES[random.weighted([...shares, 1 - contacted])]?.[0] ?? null;
}

interface Course {
  path: PathStep[];
  /** When a member from before the system joined. */
  since: number | null;
}

/** Members from before the system was there were taken over in its first weeks; some have left since. */
function drawCourse(random: Random, status: CrmStatus, start: number, now: number): Course {
  const old = random.chance(status === 'MEMBER' ? 0.58 : status === 'LOST' ? 0.25 : 0);
  const path = pathTo(random, status, start, now);
  if (!old) return { path, since: null };
  const at = workTime(random, start + random.int(5, 20) * DAY, now);
  const takenOver: PathStep = { at, crmStatus: 'MEMBER', pipeline: 'CLOSED_WON', occasion: 'member' };
  const left = path
    .filter((step) => step.crmStatus === 'LOST')
    .map((step) => ({ ...step, occasion: 'left' as const }));
  return {
    path: [takenOver, ...left],
    since: start - Math.floor(30 + 365 * 11 * random.next() ** 1.6) * DAY,
  };
}

function membershipsOf(random: Random, { path, since }: Course, start: number) {
  const last = path.at(-1);
  const joined = since ?? path.find((step) => step.crmStatus === 'MEMBER')?.at;
  if (!last || joined === undefined) return [];
  const from = new Date(joined);
  if (last.crmStatus !== 'MEMBER') return [{ from, to: new Date(last.at) }];
  if (since === null || !random.chance(0.06)) return [{ from, to: null }];
  // A few have been away for a while and come back.
  const away = since + (start - since) * 0.4;
  return [
    { from, to: new Date(away) },
    { from: new Date((away + start) / 2), to: null },
  ];
}

function writeNote(random: Random, occasion: NoteOccasion, at: number, author: number): SampleNote {
  const [kind, texts] = random.pick(Object.entries(NOTES[occasion]));
  const role = random.pick(words.noteRoles);
  const text = fillIn(random.pick(texts), {
    role,
    Role: role.charAt(0).toUpperCase() + role.slice(1),
    weeks: random.int(2, 6),
    members: random.int(3, 60) * 10,
    minutes: random.int(2, 9) * 5,
    price: `${random.int(2, 12)} ${random.pick(['000', '400', '500', '900'])}`,
  });
  return { at: new Date(at), kind, text, author };
}

type Steps = readonly (PathStep & { by: number })[];

/** In the order of time. Each step has its note, written by the one who took it. */
function inventNotes(random: Random, path: Steps, now: number, author: () => number): SampleNote[] {
  const written: SampleNote[] = [];
  const add = (at: number, occasion: NoteOccasion, by: number) =>
    written.push(writeNote(random, occasion, at, by));
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
  return written.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function inventEntry(plan: HistoryPlan, association: number): SampleHistoryEntry | null {
  const random = new Random(plan.seed, 'history', association);
  const status = drawStatus(random);
  if (!status) return null;
  const now = plan.now.getTime();
  const start = now - SPAN;
  // The first users work with this every day, the last ones now and then.
  const user = () => Math.min(plan.users - 1, Math.floor(plan.users * random.next() ** 1.3));
  const owner = random.chance(status === 'CONTACTED' ? 0.8 : 0.95) ? user() : null;
  const author = () => (owner !== null && random.chance(0.85) ? owner : user());

  const course = drawCourse(random, status, start, now);
  const path: Steps = course.path.map((step) => ({ ...step, by: author() }));
  const written = inventNotes(random, path, now, author);
  let standing: Standing = { crmStatus: 'UNCONTACTED', pipeline: 'PROSPECT' };
  const moves = path.map(({ at, by, crmStatus, pipeline }) => {
    const from = standing;
    standing = { crmStatus, pipeline };
    return { at: new Date(at), by, from, to: standing };
  });
  const fitting = SAMPLE_TAGS.filter(({ statuses = [status] }) => statuses.includes(status));
  return {
    association,
    owner,
    ...standing,
    moves,
    memberships: membershipsOf(random, course, start),
    notes: written,
    tags: fitting.filter(({ share }) => random.chance(share)).map(({ name }) => name),
    lastActivityAt: written.at(-1)?.at ?? new Date(start),
  };
}

/** Associations without an entry have never been contacted. Nothing lies after `now`. */
export const inventHistory = (plan: HistoryPlan): SampleHistoryEntry[] =>
  Array.from({ length: plan.associations }, (_, association) => inventEntry(plan, association)).filter(
    (entry) => entry !== null,
  );
