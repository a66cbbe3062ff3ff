// What somebody has typed and not sent yet, kept in this browser over navigation, reload and a new sign-in.
const prefix = 'kansli-kept:';
const listeners = new Set<() => void>();
// What this tab types. Another tab's text of the same record is read once, at first, and never replaces what is typed here.
const typedHere = new Map<string, string | null>();

// Storage may be refused (private windows, full); the text then lives as long as the page.
function tryStorage<T>(use: (storage: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

/** One person's text about one thing; another person at the same browser does not see it. */
export const keptKey = (userId: string, about: string): string => `${prefix}${userId}:${about}`;

export function readKept(key: string): string | null {
  if (!typedHere.has(key)) typedHere.set(key, tryStorage((storage) => storage.getItem(key)) ?? null);
  return typedHere.get(key) ?? null;
}

/** Null forgets the text: it was sent, or thrown away. */
export function writeKept(key: string, text: string | null): void {
  typedHere.set(key, text);
  tryStorage((storage) => (text === null ? storage.removeItem(key) : storage.setItem(key, text)));
  for (const listener of listeners) listener();
}

/** Signing out leaves nothing of anybody's texts behind. */
export function forgetAllKept(): void {
  typedHere.clear();
  tryStorage((storage) => {
    for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
  });
  for (const listener of listeners) listener();
}

export function onKeptChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
