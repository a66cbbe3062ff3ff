import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import {
  answerMs,
  askAgainMs,
  createElection,
  type Election,
  type ElectionMessage,
} from './live-election.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Tabs of one browser: what one says, all others hear, and a closed one neither speaks nor hears. */
function openBrowser() {
  const tabs = new Map<string, Election>();
  const leaders = new Set<string>();
  const open = (me: string) => {
    const send = (message: ElectionMessage) => {
      for (const [id, tab] of tabs)
        if (id !== me) queueMicrotask(() => tabs.get(id) === tab && tab.hear(message));
    };
    const tab = createElection({
      me,
      send,
      onLead: () => leaders.add(me),
      onStepDown: () => leaders.delete(me),
    });
    tabs.set(me, tab);
    tab.start();
  };
  const close = (me: string, politely: boolean) => {
    const tab = tabs.get(me);
    // A tab that is killed says nothing more, so its farewell is heard by nobody.
    if (!politely) tabs.delete(me);
    leaders.delete(me);
    if (politely) tab?.stop();
    tabs.delete(me);
  };
  return { open, close, leaders };
}

const eight = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

it('lets exactly one of eight tabs lead, also when all were opened at once', async () => {
  const browser = openBrowser();
  for (const id of eight) browser.open(id);
  await vi.advanceTimersByTimeAsync(answerMs + askAgainMs * 3);
  expect(browser.leaders.size).toBe(1);
});

it('keeps the leader when a further tab opens, whatever its id', async () => {
  const browser = openBrowser();
  browser.open('m');
  await vi.advanceTimersByTimeAsync(answerMs);
  for (const id of ['a', 'z']) browser.open(id);
  await vi.advanceTimersByTimeAsync(answerMs + askAgainMs * 2);
  expect([...browser.leaders]).toEqual(['m']);
});

it('lets another lead as soon as the leader closes', async () => {
  const browser = openBrowser();
  for (const id of eight) browser.open(id);
  await vi.advanceTimersByTimeAsync(answerMs * 2);
  const [first = ''] = browser.leaders;
  browser.close(first, true);
  await vi.advanceTimersByTimeAsync(answerMs * 2);
  expect(browser.leaders.size).toBe(1);
  expect(browser.leaders.has(first)).toBe(false);
});

it('lets another lead soon after a leader that went without a word', async () => {
  const browser = openBrowser();
  for (const id of eight) browser.open(id);
  await vi.advanceTimersByTimeAsync(answerMs * 2);
  const [first = ''] = browser.leaders;
  browser.close(first, false);
  await vi.advanceTimersByTimeAsync(askAgainMs + answerMs * 2);
  expect(browser.leaders.size).toBe(1);
  expect(browser.leaders.has(first)).toBe(false);
});

it('ends with one leader when two that did not hear each other meet', async () => {
  const said: ElectionMessage[] = [];
  const steppedDown = vi.fn();
  const tab = createElection({
    me: 'b',
    send: (m) => said.push(m),
    onLead: () => {},
    onStepDown: steppedDown,
  });
  tab.start();
  await vi.advanceTimersByTimeAsync(answerMs);
  tab.hear({ kind: 'lead', from: 'c' });
  expect(steppedDown).not.toHaveBeenCalled();
  expect(said.at(-1)).toEqual({ kind: 'lead', from: 'b' });
  tab.hear({ kind: 'lead', from: 'a' });
  expect(steppedDown).toHaveBeenCalledOnce();
});
