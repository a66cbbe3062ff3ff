// What somebody writes down about an association; a personal identity number is refused before anything is stored.
import { z } from 'zod';
import { hasPersonalId } from '#lib/personal-id.ts';
import { noteKinds } from '../associations/rules.ts';

export const NoteKind = z.enum(noteKinds);

/** Every message is a key below `notes.invalid`. */
export const NoteText = z
  .string()
  .trim()
  .min(1, 'empty')
  .max(20_000, { message: 'tooLong', abort: true })
  .refine((text) => !hasPersonalId(text), 'personalNumber');

export const AddNote = z.strictObject({ associationId: z.uuid(), kind: NoteKind, text: NoteText });
export const UpdateNote = z.strictObject({
  id: z.uuid(),
  version: z.int().min(1),
  kind: NoteKind.optional(),
  text: NoteText,
});
export const NoteId = z.strictObject({ id: z.uuid() });
