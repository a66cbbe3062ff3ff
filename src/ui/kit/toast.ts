import type { ExternalToast } from 'sonner';

type Kind = 'success' | 'info' | 'warning' | 'error' | 'loading' | 'message';
type Options = Omit<ExternalToast, 'id'> & { id?: string };
export type ToastCall = { kind: Kind; text: string; options: Options & { id: string } } | { dismiss: string };

let counter = 0;
const waiting: ToastCall[] = [];
let receive: ((call: ToastCall) => void) | null = null;
let wake: (() => void) | null = null;

function send(call: ToastCall): void {
  if (receive) receive(call);
  else {
    waiting.push(call);
    wake?.();
  }
}

// Those that only say it went well and offer nothing to press.
const goodNews = new Set<string>();

const show =
  (kind: Kind) =>
  (text: string, options: Options = {}): string => {
    const id = options.id ?? `toast-${++counter}`;
    if (kind === 'error') {
      // An older "saved" beside a new failure would be read as its answer.
      for (const old of goodNews) if (old !== id) send({ dismiss: old });
      goodNews.clear();
    }
    if (kind === 'success' && !options.action) goodNews.add(id);
    send({ kind, text, options: { ...options, id } });
    return id;
  };

/** Short messages at the edge, ten seconds each. Their library is fetched with the first one; none is lost meanwhile. */
export const toast = {
  success: show('success'),
  info: show('info'),
  warning: show('warning'),
  error: show('error'),
  loading: show('loading'),
  message: show('message'),
  dismiss: (id: string): void => send({ dismiss: id }),
};

/** For the Toaster alone: told when there is something to show for the first time. */
export function onFirstToast(callback: () => void): () => void {
  wake = callback;
  if (waiting.length > 0) callback();
  return () => {
    wake = null;
  };
}

/** For the Toaster alone: takes over what waited and all that comes. */
export function receiveToasts(receiver: (call: ToastCall) => void): () => void {
  receive = receiver;
  for (const call of waiting.splice(0)) receiver(call);
  return () => {
    receive = null;
  };
}
