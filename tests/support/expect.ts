// What every test of an operation asserts beside its result: the events it wrote, and that a refusal changed nothing.
import { expect } from 'vitest';
import type { Db } from '#domain/context.ts';
import { type DomainError, type ErrorCode, isDomainError } from '#domain/errors.ts';
import { tableFingerprint } from './database.ts';

/** The events written so far in this test, oldest first. */
export async function writtenEvents(db: Db) {
  const rows = await db.event.findMany({ orderBy: { id: 'asc' } });
  const links = await db.eventAssociation.findMany({ orderBy: { associationId: 'asc' } });
  return rows.map(({ id, name, entity, entityIds, actorType, actorId, payload }) => ({
    name,
    entity,
    ids: entityIds,
    associations: links.filter((link) => link.eventId === id).map((link) => link.associationId),
    actorType,
    actorId,
    details: payload as Record<string, unknown>,
  }));
}

/** Runs a call that must be refused with `code`, and proves that every table is as it was. Resolves with the error. */
export async function expectRefusal(
  db: Db,
  code: ErrorCode,
  call: () => Promise<unknown>,
): Promise<DomainError> {
  const before = await tableFingerprint(db);
  const error = await call().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(isDomainError(error), 'the call was not refused').toBe(true);
  expect((error as DomainError).code).toBe(code);
  expect(await tableFingerprint(db)).toEqual(before);
  return error as DomainError;
}
