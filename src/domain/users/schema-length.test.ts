// A name that is too long is refused for its length alone: nothing slower looks at it.
import { expect, it } from 'vitest';
import { PersonName } from './schema.ts';

it('stops at the length, before anybody looks for a personal identity number', () => {
  const written = `900115-2389${'<br'.repeat(40_000)}`;
  expect(PersonName.safeParse(written).error?.issues.map((issue) => issue.code)).toEqual(['too_big']);
  expect(PersonName.safeParse('900115-2389').error?.issues.map((issue) => issue.code)).toEqual(['custom']);
});
