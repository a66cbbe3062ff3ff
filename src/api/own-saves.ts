// Which saves were this tab's own: the line for changes tells them again, under the same request id.
import type { TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { requestIdHeader } from '#lib/response-headers.ts';
import type { AppRouter } from './router.ts';

const most = 100;
const answered = new Map<string, number>();

/** When the server's answer to a save of this tab was here (`performance.now()`); undefined for what others did. */
export const ownSaveAnsweredAt = (requestId: string): number | undefined => answered.get(requestId);

export function noteOwnSave(requestId: string): void {
  answered.set(requestId, performance.now());
  for (const oldest of answered.keys()) {
    if (answered.size <= most) return;
    answered.delete(oldest);
  }
}

export const watchOwnSaves: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) =>
      next(op).subscribe({
        next(value) {
          const response = op.type === 'mutation' ? value.context?.response : undefined;
          const requestId = response instanceof Response ? response.headers.get(requestIdHeader) : null;
          if (requestId) noteOwnSave(requestId);
          observer.next(value);
        },
        complete: () => observer.complete(),
        error: (error) => observer.error(error),
      }),
    );
