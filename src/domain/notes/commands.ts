// The story of an association: a first call, mail or meeting also says that it has been contacted.
import { v7 as uuidv7 } from 'uuid';
import { moveStatus } from '../associations/commands.ts';
import { lockAssociation } from '../associations/records.ts';
import { statusAfterNote } from '../associations/rules.ts';
import { markActivity } from '../contacts/records.ts';
import { DomainError } from '../errors.ts';
import { command } from '../operation.ts';
import { lockOwnNote } from './records.ts';
import { AddNote, NoteId, UpdateNote } from './schema.ts';

export const addNote = command({
  name: 'note.add',
  input: AddNote,
  allow: 'note.write',
  async run(unit, { associationId, kind, text }) {
    const { tx, emit, actor, now } = unit;
    if (actor.type !== 'user') throw new DomainError('forbidden', 'forbidden');
    const association = await lockAssociation(tx, associationId);
    const id = uuidv7();
    await tx.note.create({
      data: { id, associationId, kind, text, authorId: actor.id, createdAt: now(), updatedAt: now() },
    });
    emit('note.added', { ids: [id], associations: [associationId], details: { kind } });
    const status = statusAfterNote(association.crmStatus, kind);
    if (status === association.crmStatus) await markActivity(unit, associationId);
    else await moveStatus(unit, association, status);
    return { id, status };
  },
});

export const updateNote = command({
  name: 'note.update',
  input: UpdateNote,
  allow: 'note.write',
  quiet: 'a note saved without a change changes nothing',
  async run(unit, { id, version, text, kind }) {
    const before = await lockOwnNote(unit, id, version);
    const after = { text, kind: kind ?? before.kind };
    if (before.text === after.text && before.kind === after.kind) return { id, version };
    const saved = await unit.tx.note.update({
      where: { id },
      data: { ...after, version: { increment: 1 }, updatedAt: unit.now() },
    });
    await markActivity(unit, before.associationId);
    unit.emit('note.updated', {
      ids: [id],
      associations: [before.associationId],
      details: { kind: after.kind },
    });
    return { id, version: saved.version };
  },
});

export const deleteNote = command({
  name: 'note.delete',
  input: NoteId,
  allow: 'note.write',
  async run(unit, { id }) {
    const { associationId, kind } = await lockOwnNote(unit, id);
    await unit.tx.note.update({
      where: { id },
      data: { deletedAt: unit.now(), version: { increment: 1 }, updatedAt: unit.now() },
    });
    unit.emit('note.deleted', { ids: [id], associations: [associationId], details: { kind } });
    return { id };
  },
});

export const restoreNote = command({
  name: 'note.restore',
  input: NoteId,
  allow: 'note.write',
  async run(unit, { id }) {
    const { associationId, kind } = await lockOwnNote(unit, id, undefined, true);
    await unit.tx.note.update({
      where: { id },
      data: { deletedAt: null, version: { increment: 1 }, updatedAt: unit.now() },
    });
    unit.emit('note.updated', {
      ids: [id],
      associations: [associationId],
      details: { kind, restored: true },
    });
    return { id };
  },
});
