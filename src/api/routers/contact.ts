// Procedures of contacts.
import { expose, router } from '#api/trpc.ts';
import {
  createContact,
  deleteContact,
  restoreContact,
  setPrimaryContact,
  updateContact,
} from '#domain/contacts/commands.ts';
import { acceptContactSuggestion, keepMyContact } from '#domain/contacts/suggestions.ts';

export const contactRouter = router({
  create: expose(createContact),
  update: expose(updateContact),
  setPrimary: expose(setPrimaryContact),
  acceptSuggestion: expose(acceptContactSuggestion),
  keepMine: expose(keepMyContact),
  delete: expose(deleteContact),
  restore: expose(restoreContact),
});
