// The process's one listening connection for browsers, and the one by which a worker is woken.

import { type Listener, listen } from '#adapters/live/listener.ts';
import { createLiveFeed } from '#adapters/live/live-feed.ts';
import { type LiveFeed, outboxChannel } from '#domain/live.ts';
import { env } from './env.ts';
import { logger } from './logger.ts';

/** Tests put a feed of their own here. */
export const held: { feed?: LiveFeed } = {};

export function liveFeed(): LiveFeed {
  held.feed ??= createLiveFeed(env().DATABASE_URL, (err) =>
    logger('live').warn({ err }, 'live updates are interrupted; connecting again'),
  );
  return held.feed;
}

/** Calls `wake` whenever a commit wrote events, and whenever the connection came back. */
export function listenForEvents(wake: () => void, databaseUrl = env().DATABASE_URL): Listener {
  return listen({
    url: databaseUrl,
    channels: [outboxChannel],
    onMessage: wake,
    onConnected: wake,
    onError: (err) => logger('worker').warn({ err }, 'not connected to the database; connecting again'),
  });
}
