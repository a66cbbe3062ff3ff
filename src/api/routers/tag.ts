// Procedures of tags.
import { expose, router } from '#api/trpc.ts';
import { assignTags, createTag } from '#domain/tags/commands.ts';
import { listTags } from '#domain/tags/queries.ts';

export const tagRouter = router({
  list: expose(listTags),
  create: expose(createTag),
  assign: expose(assignTags),
});
