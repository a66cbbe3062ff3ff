import { describe, expect, it } from 'vitest';
import { opensAgain, stageAfterStatus, stageMoveAsks, statusAfterNote, statusMoveAsks } from './rules.ts';

describe('a move of status', () => {
  it.each([
    ['UNCONTACTED', 'CONTACTED', false],
    ['INTERESTED', 'NEGOTIATION', false],
    ['NEGOTIATION', 'MEMBER', true],
    ['CONTACTED', 'CONTACTED', false],
    ['UNCONTACTED', 'INTERESTED', true],
    ['MEMBER', 'CONTACTED', true],
    ['INTERESTED', 'LOST', true],
    ['LOST', 'CONTACTED', true],
    ['MEMBER', 'INACTIVE', true],
  ] as const)('from %s to %s asks: %s', (from, to, asks) => {
    expect(statusMoveAsks(from, to)).toBe(asks);
  });
});

describe('a move of stage', () => {
  it.each([
    ['PROSPECT', 'QUALIFIED', false],
    ['FOLLOW_UP', 'CLOSED_WON', false],
    ['PROSPECT', 'PROSPECT', false],
    ['PROSPECT', 'CLOSED_WON', true],
    ['PROPOSAL_SENT', 'QUALIFIED', true],
    ['PROSPECT', 'CLOSED_LOST', true],
    ['CLOSED_LOST', 'PROSPECT', true],
  ] as const)('from %s to %s asks: %s', (from, to, asks) => {
    expect(stageMoveAsks(from, to)).toBe(asks);
  });
});

describe('the stage follows the status', () => {
  it.each([
    ['NEGOTIATION', 'PROPOSAL_SENT', 'MEMBER', undefined, 'CLOSED_WON'],
    ['CONTACTED', 'PROSPECT', 'LOST', undefined, 'CLOSED_LOST'],
    ['MEMBER', 'CLOSED_WON', 'LOST', undefined, 'CLOSED_LOST'],
    ['MEMBER', 'CLOSED_WON', 'INTERESTED', undefined, 'FOLLOW_UP'],
    ['LOST', 'CLOSED_LOST', 'CONTACTED', undefined, 'FOLLOW_UP'],
    ['LOST', 'CLOSED_LOST', 'CONTACTED', 'QUALIFIED', 'QUALIFIED'],
    ['MEMBER', 'PROPOSAL_SENT', 'CONTACTED', undefined, 'PROPOSAL_SENT'],
    ['CONTACTED', 'QUALIFIED', 'INTERESTED', undefined, 'QUALIFIED'],
    ['INTERESTED', 'CLOSED_WON', 'NEGOTIATION', undefined, 'CLOSED_WON'],
  ] as const)('from %s with %s to %s, asked for %s: %s', (crmStatus, pipeline, to, wanted, stage) => {
    expect(stageAfterStatus({ crmStatus, pipeline }, to, wanted)).toBe(stage);
  });

  it('a stage to return to is asked for only when member or lost is left for good', () => {
    expect(opensAgain('MEMBER', 'CONTACTED')).toBe(true);
    expect(opensAgain('LOST', 'INACTIVE')).toBe(true);
    expect(opensAgain('MEMBER', 'LOST')).toBe(false);
    expect(opensAgain('CONTACTED', 'INTERESTED')).toBe(false);
  });
});

it('only a contact, and only the first, moves a status by itself', () => {
  expect(statusAfterNote('UNCONTACTED', 'call')).toBe('CONTACTED');
  expect(statusAfterNote('UNCONTACTED', 'mail')).toBe('CONTACTED');
  expect(statusAfterNote('UNCONTACTED', 'meeting')).toBe('CONTACTED');
  expect(statusAfterNote('UNCONTACTED', 'note')).toBe('UNCONTACTED');
  expect(statusAfterNote('LOST', 'call')).toBe('LOST');
  expect(statusAfterNote('MEMBER', 'meeting')).toBe('MEMBER');
});
