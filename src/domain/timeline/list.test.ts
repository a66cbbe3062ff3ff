// The story of an association: every source tells its part, in one order, page by page.
import { expect, it } from 'vitest';
import { testContext } from '#tests/support/context.ts';
import { expectRefusal, writtenEvents } from '#tests/support/expect.ts';
import { importRecords, registerRecord } from '#tests/support/register-records.ts';
import { setAssociationStatus } from '../associations/commands.ts';
import { addNote, deleteNote } from '../notes/commands.ts';
import { listTimeline } from './list.ts';
import { timelineSources } from './sources.ts';

async function story() {
  const context = await testContext('manager');
  await importRecords(context, [registerRecord(1)]);
  const { id, version } = await context.db.association.findFirstOrThrow();
  await setAssociationStatus(context, { id, version, status: 'INTERESTED' });
  const note = await addNote(context, { associationId: id, kind: 'note', text: 'Ringde i dag.' });
  return { context, id, note };
}

it('tells what a register brought, what was done and what was noted, newest first and each once', async () => {
  const { context, id, note } = await story();
  const written = await writtenEvents(context.db);
  const { entries, nextCursor } = await listTimeline(context, { id });
  expect(entries).toMatchObject([
    {
      kind: 'note',
      id: note.id,
      noteKind: 'note',
      text: 'Ringde i dag.',
      author: 'Maja Manfredsson',
      version: 1,
    },
    {
      kind: 'event',
      name: 'association.statusChanged',
      actorType: 'user',
      actor: 'Maja Manfredsson',
      details: { after: { crmStatus: 'INTERESTED' } },
    },
    { kind: 'import', action: 'created', changed: [] },
  ]);
  expect(nextCursor).toBeNull();
  await deleteNote(context, { id: note.id });
  expect((await listTimeline(context, { id })).entries.map(({ kind }) => kind)).toEqual(['event', 'import']);
  expect(await writtenEvents(context.db)).toHaveLength(written.length + 1);
});

it('gives the same entries page by page, also where all have one time', async () => {
  const { context, id } = await story();
  for (const text of ['Ett', 'Två', 'Tre']) await addNote(context, { associationId: id, kind: 'note', text });
  const at = new Date('2026-03-01T10:00:00Z');
  await context.db.note.updateMany({ data: { createdAt: at } });
  await context.db.event.updateMany({ data: { createdAt: at } });
  const whole = (await listTimeline(context, { id })).entries;
  const pages: typeof whole = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listTimeline>> = await listTimeline(context, {
      id,
      limit: 1,
      cursor,
    });
    pages.push(...page.entries);
    cursor = page.nextCursor;
  } while (cursor !== null);
  expect(pages).toEqual(whole);
  expect(whole.length).toBeGreaterThan(5);
});

it('names each kind once, so that each has one view', () => {
  const kinds = timelineSources.map(({ kind }) => kind);
  expect(new Set(kinds).size).toBe(kinds.length);
});

it('is for those who are signed in, of an association that is there, and refuses a wrong place to go on from', async () => {
  const { context, id } = await story();
  const stranger = await testContext('anonymous');
  await expectRefusal(context.db, 'unauthenticated', () => listTimeline(stranger, { id }));
  await expectRefusal(context.db, 'not_found', () => listTimeline(context, { id: crypto.randomUUID() }));
  await expectRefusal(context.db, 'invalid', () => listTimeline(context, { id, cursor: 'nonsense' }));
});
