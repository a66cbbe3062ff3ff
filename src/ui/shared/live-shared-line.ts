// One line for changes per browser: a single tab holds the stream and passes on what it hears, because over HTTP/1.1 a
// browser has six connections to a server, and a stream in each of six tabs would leave none for anything else.
import type { Change } from '#api/client.tsx';
import { createElection, type ElectionMessage } from './live-election.ts';

/** `ended` is a stream that the browser does not try to mend. */
export type LineStatus = 'connecting' | 'connected' | 'ended';

export interface LineHandlers {
  onStatus: (status: LineStatus) => void;
  onChange: (change: Change) => void;
}

interface Stream {
  unsubscribe: () => void;
}

export interface SharedLine {
  /** Opens the stream anew if this tab holds it. */
  reset(): void;
  close(): void;
}

type Message = ElectionMessage | { kind: 'status'; status: LineStatus } | { kind: 'change'; change: Change };

/** `name` tells whose line it is: a person who signs in after another must not hear by the other's stream. */
export function openSharedLine(
  name: string,
  openStream: (handlers: LineHandlers) => Stream,
  { onStatus, onChange }: LineHandlers,
): SharedLine {
  const channel = new BroadcastChannel(name);
  let closed = false;
  const post = (message: Message) => closed || channel.postMessage(message);
  let stream: Stream | undefined;
  let status: LineStatus = 'connecting';

  const tellStatus = (next: LineStatus) => {
    if (closed) return;
    status = next;
    onStatus(next);
    post({ kind: 'status', status });
  };
  const startStream = () => {
    stream?.unsubscribe();
    tellStatus('connecting');
    stream = openStream({
      onStatus: tellStatus,
      onChange: (change) => {
        onChange(change);
        post({ kind: 'change', change });
      },
    });
  };
  const stopStream = () => {
    stream?.unsubscribe();
    stream = undefined;
  };

  // Web Locks exist only where the page came over https or from this machine.
  const election = 'locks' in navigator ? undefined : electByMessages(post, startStream, stopStream);
  const letGo = election ? () => election.stop() : leadByLock(name, startStream);

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'change') return onChange(data.change);
    if (data.kind === 'status') return stream ? undefined : onStatus(data.status);
    if (data.kind === 'ask' && stream) post({ kind: 'status', status });
    election?.hear(data);
  };
  if (election) election.start();
  else post({ kind: 'ask', from: '' });

  return {
    reset: () => void (stream && startStream()),
    close() {
      if (closed) return;
      if (stream) post({ kind: 'status', status: 'connecting' });
      stopStream();
      letGo();
      closed = true;
      channel.close();
    },
  };
}

/** Leads when the lock is given to this tab, until it is let go or the tab is gone. */
function leadByLock(name: string, onLead: () => void): () => void {
  const waiting = new AbortController();
  const held = new Promise<void>((resolve) => waiting.signal.addEventListener('abort', () => resolve()));
  navigator.locks
    .request(name, { signal: waiting.signal }, () => {
      onLead();
      return held;
    })
    // Taken back while it waited.
    .catch(() => undefined);
  return () => waiting.abort();
}

function electByMessages(post: (message: Message) => unknown, onLead: () => void, onStepDown: () => void) {
  // `crypto.randomUUID` is missing in the same places as Web Locks.
  const me = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  return createElection({ me, send: post, onLead, onStepDown });
}
