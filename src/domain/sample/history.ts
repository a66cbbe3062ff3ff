// Two years of an office's work with the sample, as plain data: who was called, what was said, who joined and who left.
import {
  GROUPS,
  type SampleCrmStatus,
  type SampleGroup,
  type SamplePipelineStage,
  type SampleTag,
  TAGS,
} from './history-catalogue.ts';
import { type PathStep, pathTo, STATUS_SHARES } from './history-path.ts';
import {
  inventNotes,
  inventTasks,
  type OwnedStep,
  type SampleNote,
  type SampleTask,
} from './history-work.ts';
import { Random } from './random.ts';
import { DAY, workTime } from './workdays.ts';

interface Standing {
  crmStatus: SampleCrmStatus;
  pipeline: SamplePipelineStage;
}

export interface SampleMove {
  at: Date;
  /** Index of the user who made it. */
  by: number;
  from: Standing;
  to: Standing;
}

export interface SampleHistoryEntry extends Standing {
  /** 0 up to, not including, the number of associations. */
  association: number;
  /** Index of a user, or null where nobody has taken it. */
  owner: number | null;
  /** In the order of time; the last one's `to` is where it stands today. */
  moves: SampleMove[];
  /** Days, in the order of time; the open one, if any, is the last. */
  memberships: { from: Date; to: Date | null }[];
  notes: SampleNote[];
  tasks: SampleTask[];
  /** Indices into `tags` and `groups`. */
  tags: number[];
  groups: number[];
  lastActivityAt: Date;
}

export interface HistoryPlan {
  seed: number;
  associations: number;
  /** How many users there are to own and write; at least one. */
  users: number;
  now: Date;
}

export interface SampleHistory {
  tags: SampleTag[];
  groups: SampleGroup[];
  entries: SampleHistoryEntry[];
}

const SPAN = 2 * 365 * DAY;
const START: Standing = { crmStatus: 'UNCONTACTED', pipeline: 'PROSPECT' };

function drawStatus(random: Random): SampleCrmStatus | null {
  let at = random.next();
  for (const [status, share] of STATUS_SHARES) {
    at -= share;
    if (at < 0) return status;
  }
  return null;
}

interface Course {
  path: PathStep[];
  /** When a member from before the system joined. */
  since: number | null;
}

/** Members from before the system was there were taken over in its first weeks; some have left since. */
function drawCourse(random: Random, status: SampleCrmStatus, start: number, now: number): Course {
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

function membershipsOf(
  random: Random,
  { path, since }: Course,
  start: number,
): SampleHistoryEntry['memberships'] {
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

function draw(
  random: Random,
  catalogue: readonly { share: number; statuses?: readonly SampleCrmStatus[] }[],
  status: SampleCrmStatus,
): number[] {
  return catalogue.flatMap(({ share, statuses = [status] }, i) =>
    statuses.includes(status) && random.chance(share) ? [i] : [],
  );
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
  const path: OwnedStep[] = course.path.map((step) => ({ ...step, by: author() }));
  const notes = inventNotes(random, path, now, author);
  let standing = START;
  const moves = path.map(({ at, by, crmStatus, pipeline }): SampleMove => {
    const from = standing;
    standing = { crmStatus, pipeline };
    return { at: new Date(at), by, from, to: standing };
  });
  const last = notes.at(-1)?.at.getTime() ?? start;
  return {
    association,
    owner,
    ...standing,
    moves,
    memberships: membershipsOf(random, course, start),
    notes,
    tasks: inventTasks(random, status, last, now, owner ?? user()),
    tags: draw(random, TAGS, status),
    groups: draw(random, GROUPS, status),
    lastActivityAt: new Date(last),
  };
}

/** The same entries one by one, for samples too large to hold. */
export function* historyEntries(plan: HistoryPlan): Generator<SampleHistoryEntry, void, undefined> {
  for (let association = 0; association < plan.associations; association++) {
    const entry = inventEntry(plan, association);
    if (entry) yield entry;
  }
}

/** Associations without an entry have never been contacted. Nothing but the due date of a task lies after `now`. */
export function generateHistory(plan: HistoryPlan): SampleHistory {
  return {
    tags: TAGS.map(({ name, colour, category }) => ({ name, colour, category })),
    groups: GROUPS.map(({ name, description }) => ({ name, description })),
    entries: [...historyEntries(plan)],
  };
}
