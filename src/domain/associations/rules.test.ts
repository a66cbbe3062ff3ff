import { describe, expect, it } from 'vitest';
import { stageMoveAsks, stageOfStatus, statusAfterNote, statusMoveAsks } from './rules.ts';

describe('a move of status', () => {
  it.each([
    ['UNCONTACTED', 'CONTACTED', false],
    ['NEGOTIATION', 'MEMBER', false],
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

it('a member is won, a lost one lost, the others stay where they are', () => {
  expect(stageOfStatus('MEMBER')).toBe('CLOSED_WON');
  expect(stageOfStatus('LOST')).toBe('CLOSED_LOST');
  expect(stageOfStatus('NEGOTIATION')).toBeNull();
  expect(stageOfStatus('INACTIVE')).toBeNull();
});

it('only a contact, and only the first, moves a status by itself', () => {
  expect(statusAfterNote('UNCONTACTED', 'call')).toBe('CONTACTED');
  expect(statusAfterNote('UNCONTACTED', 'mail')).toBe('CONTACTED');
  expect(statusAfterNote('UNCONTACTED', 'meeting')).toBe('CONTACTED');
  expect(statusAfterNote('UNCONTACTED', 'note')).toBe('UNCONTACTED');
  expect(statusAfterNote('LOST', 'call')).toBe('LOST');
  expect(statusAfterNote('MEMBER', 'meeting')).toBe('MEMBER');
});
