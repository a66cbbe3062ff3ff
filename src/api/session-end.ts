// Whether the server has said that nobody is signed in here any longer; the shell then asks for a new sign-in.
const listeners = new Set<() => void>();
let refusals = 0;

function set(next: number): void {
  refusals = next;
  for (const listener of listeners) listener();
}

/** Told by every call that was refused because nobody is signed in, so that the question comes up again. */
export const tellSessionEnded = (): void => set(refusals + 1);
export const tellSessionRenewed = (): void => set(0);

/** How often that was said since somebody was signed in; 0 while the session lives as far as is known. */
export const refusalsOfSession = (): number => refusals;

export function onSessionEnd(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
