import { expect, it } from 'vitest';
import { troubleOf } from './trouble.ts';

const named = (name: string) => Object.assign(new Error('no answer'), { name });
const told = (code: string) => Object.assign(named('TRPCClientError'), { data: { kansli: { code } } });

it.each([
  ['no network', named('TRPCClientError'), false, 'offline'],
  ['no answer although there is a network', named('TRPCClientError'), true, 'unreachable'],
  ['a fetch that failed', new TypeError('Failed to fetch'), true, 'unreachable'],
  ['a piece of code that did not come', named('ChunkLoadError'), true, 'unreachable'],
  ['a session that ended', told('unauthenticated'), true, 'signedOut'],
  ['a role that may not', told('forbidden'), true, 'refused'],
  ['what is in the trash', told('not_found'), true, 'gone'],
  ['a conflict', told('conflict'), true, 'other'],
  ['an answer stays an answer when the network goes', told('forbidden'), false, 'refused'],
  ['our own fault', new Error('oops'), true, 'other'],
  ['nothing', undefined, true, 'other'],
] as const)('%s', (_, error, online, trouble) => {
  expect(troubleOf(error, online)).toBe(trouble);
});
