// Live updates: ids of what changed, to signed-in browsers only.
import { procedure, router } from '#api/trpc.ts';
import { DomainError } from '#domain/errors.ts';
import type { LiveSignal } from '#domain/live.ts';
import { liveFeed } from '#wiring/live.ts';

export const liveRouter = router({
  changes: procedure.subscription(({ ctx, signal }) => {
    const { actor } = ctx;
    if (actor.type !== 'user') throw new DomainError('unauthenticated', 'unauthenticated');
    return untilTouched(liveFeed().subscribe(signal ?? new AbortController().signal), actor.id);
  }),
});

// When an account is closed, or its role or password changes, its stream ends; the browser asks anew, as who it is now.
async function* untilTouched(signals: AsyncIterable<LiveSignal>, userId: string): AsyncGenerator<LiveSignal> {
  for await (const change of signals) {
    yield change;
    if (change.entity === 'user' && (change.many || change.ids.includes(userId))) return;
  }
}
