// Procedures of notes; they are read with the timeline.
import { expose, router } from '#api/trpc.ts';
import { addNote, deleteNote, restoreNote, updateNote } from '#domain/notes/commands.ts';

export const noteRouter = router({
  add: expose(addNote),
  update: expose(updateNote),
  delete: expose(deleteNote),
  restore: expose(restoreNote),
});
