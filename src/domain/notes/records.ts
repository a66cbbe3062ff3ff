// Finds a note for whoever may change it; foreign and missing associations answer alike.
import { lockAssociation } from '../associations/records.ts';
import type { Unit } from '../context.ts';
import { conflict, DomainError, notFound } from '../errors.ts';
import { findLastChangeOfOne } from '../last-change.ts';
import { mayChangeNote } from './rules.ts';

/** Locks the association first, then the note; refuses everybody but the author and admins. */
export async function lockOwnNote({ tx, actor }: Unit, id: string, version?: number, trashed = false) {
  const found = await tx.note.findUnique({ where: { id }, select: { associationId: true } });
  if (!found) throw notFound('note');
  await lockAssociation(tx, found.associationId);
  const note = await tx.note.findUnique({ where: { id } });
  if (!note || (note.deletedAt !== null) !== trashed) throw notFound('note');
  if (!mayChangeNote(actor.type === 'user' ? actor : null, note.authorId)) {
    throw new DomainError('forbidden', 'notYourNote');
  }
  if (version !== undefined && note.version !== version) {
    throw conflict('changedMeanwhile', {
      version: note.version,
      current: { text: note.text, kind: note.kind },
      last: await findLastChangeOfOne(tx, { entity: 'note', id }),
    });
  }
  return note;
}
