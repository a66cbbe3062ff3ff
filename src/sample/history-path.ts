// The way an association has come: forward moves with time between them, ending where it stands today.
import type { CrmStatus, PipelineStage } from '#domain/associations/rules.ts';
import type notes from './data/notes.json';
import type { Random } from './random.ts';
import { DAY, workTime } from './working-time.ts';

/** What a note is about: the step on the way, or what happens between the steps. */
export type NoteOccasion = keyof typeof notes;

export interface PathStep {
  /** Milliseconds. */
  at: number;
  crmStatus: CrmStatus;
  pipeline: PipelineStage;
  occasion: NoteOccasion;
}

type Step = readonly [CrmStatus, PipelineStage, NoteOccasion];

const FIRST: Step = ['CONTACTED', 'PROSPECT', 'first'];
const QUALIFIED: Step = ['CONTACTED', 'QUALIFIED', 'qualified'];
const INTERESTED: Step = ['INTERESTED', 'QUALIFIED', 'interested'];
const PROPOSAL: Step = ['INTERESTED', 'PROPOSAL_SENT', 'proposal'];
const NEGOTIATION: Step = ['NEGOTIATION', 'FOLLOW_UP', 'negotiation'];
const WON: Step = ['MEMBER', 'CLOSED_WON', 'won'];
const LOST: Step = ['LOST', 'CLOSED_LOST', 'lost'];

/** Share of all associations that stand here today; the rest have never been contacted. */
export const STATUS_SHARES: readonly (readonly [CrmStatus, number])[] = [
  ['MEMBER', 0.18],
  ['CONTACTED', 0.17],
  ['INTERESTED', 0.08],
  ['NEGOTIATION', 0.04],
  ['LOST', 0.07],
  ['INACTIVE', 0.04],
];

/** Mean days since the last step, where work is going on: the nearer the goal, the fresher. */
const FRESHNESS: Partial<Record<CrmStatus, number>> = {
  CONTACTED: 75,
  INTERESTED: 38,
  NEGOTIATION: 14,
};

const SILENCE = 185 * DAY;

function stepsTo(random: Random, status: CrmStatus): Step[] {
  const maybe = (share: number, step: Step) => (random.chance(share) ? [step] : []);
  switch (status) {
    case 'CONTACTED':
      return [FIRST, ...maybe(0.25, QUALIFIED)];
    case 'INTERESTED':
      return [FIRST, INTERESTED, ...maybe(0.45, PROPOSAL)];
    case 'NEGOTIATION':
      return [FIRST, INTERESTED, PROPOSAL, NEGOTIATION];
    case 'MEMBER':
      return [FIRST, INTERESTED, PROPOSAL, ...maybe(0.6, NEGOTIATION), WON];
    case 'LOST':
      return [FIRST, ...maybe(0.6, INTERESTED), ...maybe(0.35, PROPOSAL), LOST];
    case 'INACTIVE': {
      const before = maybe(0.3, INTERESTED);
      return [FIRST, ...before, ['INACTIVE', before.length > 0 ? 'QUALIFIED' : 'PROSPECT', 'silent']];
    }
    default:
      return [];
  }
}

function lastStepAt(random: Random, status: CrmStatus, start: number, now: number): number {
  const mean = FRESHNESS[status];
  // Far enough in for the steps before it, and for the silence that makes one inactive.
  const earliest = start + (status === 'INACTIVE' ? 300 : 190) * DAY;
  if (mean) return Math.max(earliest, now - random.exponential(mean) * DAY);
  const latest = status === 'INACTIVE' ? Math.max(earliest, now - 20 * DAY) : now;
  // A little more each month: the office has grown better at it.
  return earliest + (latest - earliest) * random.next() ** 0.8;
}

/** In the order of time, all between `start` and `now`. */
export function pathTo(random: Random, status: CrmStatus, start: number, now: number): PathStep[] {
  const steps = stepsTo(random, status);
  const path: PathStep[] = [];
  let at = lastStepAt(random, status, start, now);
  for (const [crmStatus, pipeline, occasion] of steps.toReversed()) {
    at = workTime(random, at, now);
    path.unshift({ at, crmStatus, pipeline, occasion });
    const gap = (3 + random.exponential(16)) * DAY;
    at = crmStatus === 'INACTIVE' ? at - SILENCE - gap : at - Math.min(gap, 45 * DAY);
  }
  return path.filter((step) => step.at >= start);
}
