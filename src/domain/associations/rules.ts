// Status and stage: which moves happen by themselves, which ask the person, and what a move brings with it.

export const crmStatuses = [
  'UNCONTACTED',
  'CONTACTED',
  'INTERESTED',
  'NEGOTIATION',
  'MEMBER',
  'LOST',
  'INACTIVE',
] as const;
export type CrmStatus = (typeof crmStatuses)[number];

export const pipelineStages = [
  'PROSPECT',
  'QUALIFIED',
  'PROPOSAL_SENT',
  'FOLLOW_UP',
  'CLOSED_WON',
  'CLOSED_LOST',
] as const;
export type PipelineStage = (typeof pipelineStages)[number];

/** What a list may be sorted by. */
export const sortKeys = [
  'name',
  'city',
  'updated',
  'created',
  'activity',
  'quality',
  'memberSince',
  'relevance',
] as const;
export type SortKey = (typeof sortKeys)[number];

/** One step forward along the line needs no question; a step back, a skip, or leaving the line asks first. */
function isPlainStep<T extends string>(line: readonly T[], from: T, to: T): boolean {
  const start = line.indexOf(from);
  return start >= 0 && line.indexOf(to) === start + 1;
}

const statusLine = ['UNCONTACTED', 'CONTACTED', 'INTERESTED', 'NEGOTIATION', 'MEMBER'] as const;
const stageLine = ['PROSPECT', 'QUALIFIED', 'PROPOSAL_SENT', 'FOLLOW_UP', 'CLOSED_WON'] as const;

export const statusMoveAsks = (from: CrmStatus, to: CrmStatus): boolean =>
  from !== to && !isPlainStep<CrmStatus>(statusLine, from, to);

export const stageMoveAsks = (from: PipelineStage, to: PipelineStage): boolean =>
  from !== to && !isPlainStep<PipelineStage>(stageLine, from, to);

/** The stage that a status brings with it: a member is won, a lost one is lost. */
export function stageOfStatus(status: CrmStatus): PipelineStage | null {
  if (status === 'MEMBER') return 'CLOSED_WON';
  return status === 'LOST' ? 'CLOSED_LOST' : null;
}

export const noteKinds = ['note', 'call', 'mail', 'meeting'] as const;
export type NoteKind = (typeof noteKinds)[number];
const contactKinds: readonly NoteKind[] = ['call', 'mail', 'meeting'];

/** A call, mail or meeting moves an uncontacted association to contacted, and no other. */
export const statusAfterNote = (status: CrmStatus, kind: NoteKind): CrmStatus =>
  status === 'UNCONTACTED' && contactKinds.includes(kind) ? 'CONTACTED' : status;
