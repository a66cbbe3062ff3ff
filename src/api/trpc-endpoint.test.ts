import { expect, it } from 'vitest';
import { largestBody } from './trpc-endpoint.ts';

it.each([
  ['invitation.accept', 16_000],
  ['setup.complete', 16_000],
  ['association.update,invitation.accept', 16_000],
  ['association.update%2Csetup.complete', 16_000],
  ['association.update', 1_000_000],
  ['association.create,note.add', 1_000_000],
])('a call of %s may bring %i bytes', (paths, bytes) => {
  expect(largestBody(`/api/trpc/${paths}`)).toBe(bytes);
});
