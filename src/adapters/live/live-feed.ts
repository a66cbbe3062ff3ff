// Shares one listening connection among all browsers of this web process, each with a bounded buffer of its own.
import { type LiveFeed, LiveSignal, liveChannel, resumed } from '#domain/live.ts';
import { listen } from './listener.ts';

/** A browser this far behind is told to read everything again instead. */
const longestBuffer = 200;

interface Subscriber {
  buffer: LiveSignal[];
  wake(): void;
}

export function createLiveFeed(url: string, onError?: (error: Error) => void): LiveFeed {
  const subscribers = new Set<Subscriber>();
  let connectedBefore = false;

  const send = (signal: LiveSignal): void => {
    for (const subscriber of subscribers) {
      if (subscriber.buffer.length >= longestBuffer) subscriber.buffer = [resumed];
      else subscriber.buffer.push(signal);
      subscriber.wake();
    }
  };

  const listener = listen({
    url,
    channels: [liveChannel],
    onMessage(_channel, payload) {
      const signal = readSignal(payload);
      if (signal) send(signal);
    },
    onConnected() {
      if (connectedBefore) send(resumed);
      connectedBefore = true;
    },
    ...(onError && { onError }),
  });

  async function* subscribe(signal: AbortSignal): AsyncGenerator<LiveSignal> {
    let wake = (): void => {};
    const subscriber: Subscriber = { buffer: [], wake: () => wake() };
    const stop = (): void => wake();
    subscribers.add(subscriber);
    signal.addEventListener('abort', stop);
    try {
      while (!signal.aborted) {
        const next = subscriber.buffer.shift();
        if (next) {
          yield next;
          continue;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (signal.aborted) resolve();
        });
      }
    } finally {
      subscribers.delete(subscriber);
      signal.removeEventListener('abort', stop);
    }
  }

  return { subscribe, connected: () => listener.connected(), close: () => listener.close() };
}

// Anyone with the database's password can send on the channel; what is no signal is dropped.
function readSignal(payload: string): LiveSignal | undefined {
  try {
    return LiveSignal.parse(JSON.parse(payload));
  } catch {
    return undefined;
  }
}
