// What a browser hears of a change: a name and ids, never content; it fetches again under its own permissions.
import { z } from 'zod';

export const liveChannel = 'kansli_live';
export const outboxChannel = 'kansli_outbox';

const maxIds = 100;

export const LiveSignal = z.object({
  /** The event's name, or `live.resumed` when signals may have been missed and everything is to be read again. */
  name: z.string(),
  entity: z.string(),
  ids: z.array(z.string()),
  /** More changed than `ids` holds. */
  many: z.boolean().optional(),
});
export type LiveSignal = z.output<typeof LiveSignal>;

export const resumed: LiveSignal = { name: 'live.resumed', entity: '*', ids: [], many: true };

/** As text for the channel, whose messages end at 8,000 bytes. */
export function liveSignal({ name, entity, ids }: { name: string; entity: string; ids: string[] }): string {
  const cut = ids.length > maxIds;
  const signal: LiveSignal = {
    name,
    entity,
    ids: cut ? ids.slice(0, maxIds) : ids,
    ...(cut && { many: true }),
  };
  return JSON.stringify(signal);
}

/** Port: the signals of this process, one stream for each browser; ends when `signal` aborts. */
export interface LiveFeed {
  subscribe(signal: AbortSignal): AsyncIterable<LiveSignal>;
  /** Whether the feed hears the database now. */
  connected(): boolean;
  close(): Promise<void>;
}
