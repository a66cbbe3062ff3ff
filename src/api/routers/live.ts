// Live updates: ids of what changed, to signed-in browsers only.
import { procedure, router } from '#api/trpc.ts';
import { DomainError } from '#domain/errors.ts';
import { liveFeed } from '#wiring/live.ts';

export const liveRouter = router({
  changes: procedure.subscription(({ ctx, signal }) => {
    if (ctx.actor.type !== 'user') throw new DomainError('unauthenticated', 'unauthenticated');
    return liveFeed().subscribe(signal ?? new AbortController().signal);
  }),
});
