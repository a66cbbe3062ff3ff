// One connection that LISTENs, made anew with growing pauses whenever it breaks.
import pg from 'pg';

export interface ListenerParts {
  url: string;
  channels: readonly string[];
  onMessage(channel: string, payload: string): void;
  /** Called each time it hears; what was sent while it did not hear is lost, so the caller looks for itself now. */
  onConnected?(): void;
  onError?(error: Error): void;
}

export interface Listener {
  connected(): boolean;
  close(): Promise<void>;
}

const firstPause = 100;
const longestPause = 5000;

export function listen({ url, channels, onMessage, onConnected, onError }: ListenerParts): Listener {
  let client: pg.Client | undefined;
  let hears = false;
  let closed = false;
  let pause = firstPause;
  let timer: NodeJS.Timeout | undefined;

  const retry = (failed: pg.Client, error: Error): void => {
    if (client !== failed) return;
    client = undefined;
    hears = false;
    failed.end().catch(() => {});
    if (closed) return;
    onError?.(error);
    timer = setTimeout(connect, pause);
    pause = Math.min(pause * 2, longestPause);
  };

  const connect = (): void => {
    const next = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 5000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      application_name: 'kansli-listen',
    });
    client = next;
    next.on('notification', ({ channel, payload = '' }) => onMessage(channel, payload));
    next.on('error', (error) => retry(next, error));
    next.on('end', () => retry(next, new Error('the connection ended')));
    next
      .connect()
      .then(() => next.query(channels.map((channel) => `LISTEN ${pg.escapeIdentifier(channel)}`).join('; ')))
      .then(() => {
        if (client !== next) return;
        hears = true;
        pause = firstPause;
        onConnected?.();
      })
      .catch((error: Error) => retry(next, error));
  };

  connect();
  return {
    connected: () => hears,
    async close() {
      closed = true;
      hears = false;
      clearTimeout(timer);
      const open = client;
      client = undefined;
      await open?.end().catch(() => {});
    },
  };
}
