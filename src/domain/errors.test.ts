import { expect, it, vi } from 'vitest';
import { toWireError, trpcCodes } from '#api/trpc.ts';
import { toDomainError } from './database-errors.ts';
import { conflict, isDomainError } from './errors.ts';
import { isWorthRetrying } from './job.ts';

it('knows an error that another copy of the module made, wherever errors are told apart', async () => {
  vi.resetModules();
  const copy = await import('./errors.ts');
  expect(copy.conflict).not.toBe(conflict);
  const error = copy.conflict('tryAgain', { a: 1 });
  expect(isDomainError(error)).toBe(true);
  expect(toDomainError(error)).toBe(error);
  expect(isWorthRetrying(error)).toBe(false);
  expect(toWireError(error, 'id')).toEqual({
    code: 'conflict',
    messageKey: 'tryAgain',
    details: { a: 1 },
    requestId: 'id',
  });
  expect(trpcCodes[error.code]).toBe('CONFLICT');
});

it.each([null, undefined, 'conflict', new Error('conflict: tryAgain'), { code: 'conflict' }])(
  'takes %s for no error of the product',
  (value) => expect(isDomainError(value)).toBe(false),
);
