// Whether the server has said that nobody is signed in here any longer; the shell then asks for a new sign-in.
const listeners = new Set<() => void>();
let ended = false;

export function tellSessionEnded(next: boolean): void {
  if (ended === next) return;
  ended = next;
  for (const listener of listeners) listener();
}

export const hasSessionEnded = (): boolean => ended;

export function onSessionEnd(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
