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
  'municipality',
  'city',
  'type',
  'status',
  'stage',
  'owner',
  'activity',
  'memberSince',
  'quality',
  'updated',
  'created',
  'relevance',
] as const;
export type SortKey = (typeof sortKeys)[number];

/** The stages of one who is still being worked on: neither won nor lost. */
export const openStages = ['PROSPECT', 'QUALIFIED', 'PROPOSAL_SENT', 'FOLLOW_UP'] as const;
export type OpenStage = (typeof openStages)[number];

export const isOpenStage = (stage: PipelineStage): stage is OpenStage =>
  (openStages as readonly PipelineStage[]).includes(stage);

/** Where one goes on with somebody who was won or lost, unless the person says otherwise. */
export const stageToReturnTo: OpenStage = 'FOLLOW_UP';

/** One step forward along the line needs no question; a step back, a skip, or leaving the line asks first. */
function isPlainStep<T extends string>(line: readonly T[], from: T, to: T): boolean {
  const start = line.indexOf(from);
  return start >= 0 && line.indexOf(to) === start + 1;
}

const statusLine = ['UNCONTACTED', 'CONTACTED', 'INTERESTED', 'NEGOTIATION', 'MEMBER'] as const;
const stageLine = ['PROSPECT', 'QUALIFIED', 'PROPOSAL_SENT', 'FOLLOW_UP', 'CLOSED_WON'] as const;

/** Becoming a member always asks: from which day. */
export const statusMoveAsks = (from: CrmStatus, to: CrmStatus): boolean =>
  from !== to && (to === 'MEMBER' || !isPlainStep<CrmStatus>(statusLine, from, to));

export const stageMoveAsks = (from: PipelineStage, to: PipelineStage): boolean =>
  from !== to && !isPlainStep<PipelineStage>(stageLine, from, to);

/** The stage that a status brings with it: a member is won, a lost one is lost. */
function stageOfStatus(status: CrmStatus): PipelineStage | null {
  if (status === 'MEMBER') return 'CLOSED_WON';
  return status === 'LOST' ? 'CLOSED_LOST' : null;
}

/** From member or lost back to where one works on: then a stage to return to is needed. */
export const opensAgain = (from: CrmStatus, to: CrmStatus): boolean =>
  stageOfStatus(from) !== null && stageOfStatus(to) === null;

/** Stage follows status: closed with it, open again with it, and else as it was. */
export function stageAfterStatus(
  before: { crmStatus: CrmStatus; pipeline: PipelineStage },
  to: CrmStatus,
  wanted?: OpenStage,
): PipelineStage {
  const closed = stageOfStatus(to);
  if (closed) return closed;
  if (!opensAgain(before.crmStatus, to)) return before.pipeline;
  if (wanted) return wanted;
  return isOpenStage(before.pipeline) ? before.pipeline : stageToReturnTo;
}

export const noteKinds = ['note', 'call', 'mail', 'meeting'] as const;
export type NoteKind = (typeof noteKinds)[number];
const contactKinds: readonly NoteKind[] = ['call', 'mail', 'meeting'];

/** A call, mail or meeting moves an uncontacted association to contacted, and no other. */
export const statusAfterNote = (status: CrmStatus, kind: NoteKind): CrmStatus =>
  status === 'UNCONTACTED' && contactKinds.includes(kind) ? 'CONTACTED' : status;
