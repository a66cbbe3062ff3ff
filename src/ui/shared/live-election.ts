// Which of a browser's tabs holds the line for changes, agreed by messages alone: for addresses without Web Locks (plain http).
// Answers come as messages arrive, never by a timer of the leader, because browsers slow the timers of hidden tabs.

export interface ElectionMessage {
  kind: 'ask' | 'lead' | 'leave';
  from: string;
}

interface Options {
  /** This tab's own id. Of two leaders the one with the smaller id stays. */
  me: string;
  send: (message: ElectionMessage) => void;
  onLead: () => void;
  /** Another tab leads after this one did. */
  onStepDown: () => void;
}

export interface Election {
  start(): void;
  hear(message: ElectionMessage): void;
  stop(): void;
}

/** How long a tab waits for the leader's answer before it leads itself. */
export const answerMs = 700;
/** How often a tab that follows asks whether the leader is still there. */
export const askAgainMs = 5_000;

export function createElection({ me, send, onLead, onStepDown }: Options): Election {
  let leading = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const lead = () => {
    leading = true;
    send({ kind: 'lead', from: me });
    onLead();
  };
  const ask = () => {
    clearTimeout(timer);
    timer = setTimeout(lead, answerMs);
    send({ kind: 'ask', from: me });
  };
  const follow = () => {
    const steppedDown = leading;
    leading = false;
    clearTimeout(timer);
    timer = setTimeout(ask, askAgainMs);
    if (steppedDown) onStepDown();
  };

  return {
    start: ask,
    hear({ kind, from }) {
      if (kind === 'leave') {
        if (!leading) ask();
      } else if (leading && (kind === 'ask' || me < from)) {
        send({ kind: 'lead', from: me });
      } else if (kind === 'lead') {
        follow();
      }
    },
    stop() {
      clearTimeout(timer);
      if (leading) send({ kind: 'leave', from: me });
      leading = false;
    },
  };
}
