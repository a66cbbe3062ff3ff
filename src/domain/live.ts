// What a browser hears of a change: a name and ids, never content; it fetches again under its own permissions.
import { z } from 'zod';

export const liveChannel = 'kansli_live';
export const outboxChannel = 'kansli_outbox';

/** Of each kind: with two hundred ids a signal would not fit. */
const maxIds = 90;

export const LiveSignal = z.object({
  /** The event's name, or `live.resumed` when signals may have been missed and everything is to be read again. */
  name: z.string(),
  entity: z.string(),
  ids: z.array(z.string()),
  /** Associations on whose timeline it is told; left out where these are the ids themselves. */
  associations: z.array(z.string()).optional(),
  /** More changed than the ids tell. */
  many: z.boolean().optional(),
  /** The call that did it; a browser knows its own again. */
  requestId: z.string().optional(),
});
export type LiveSignal = z.output<typeof LiveSignal>;

export const resumed: LiveSignal = { name: 'live.resumed', entity: '*', ids: [], many: true };

export interface TellableEvent {
  name: string;
  entity: string;
  ids: string[];
  associations?: string[];
  requestId?: string | null;
}

/** As text for the channel, whose messages end at 8,000 bytes. */
export function liveSignal({ name, entity, ids, associations = [], requestId }: TellableEvent): string {
  const told = entity === 'association' ? [] : associations;
  const cut = ids.length > maxIds || told.length > maxIds;
  const signal: LiveSignal = {
    name,
    entity,
    ids: ids.slice(0, maxIds),
    ...(told.length > 0 && { associations: told.slice(0, maxIds) }),
    ...(cut && { many: true }),
    ...(requestId && { requestId }),
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
