// Whether the server has become another version than the one this page came from; the page then offers to reload, once.
import { versionHeader } from '#lib/response-headers.ts';

const key = 'kansli-offered-version';
const listeners = new Set<() => void>();
let ofPage: string | undefined;
let offered: string | undefined;

/** The first word counts: the page's scripts stay those it came with. */
export function setPageVersion(version: string | undefined): void {
  ofPage ??= version;
}

/** Told with every answer, by the header that names the version of who answers. */
export function hearVersion({ headers }: Response): void {
  const version = headers.get(versionHeader);
  if (ofPage === undefined || version === null) return;
  // While several servers are updated one after the other, answers come from both versions; the offer stands meanwhile.
  if (version === ofPage || version === offered || version === readRemembered()) return;
  offer(version);
}

/** For when something is missing that an update may have taken away. */
export async function askVersion(): Promise<void> {
  try {
    hearVersion(await fetch('/api/health/live', { cache: 'no-store' }));
  } catch {
    // No network: then that is what is missing.
  }
}

export const offeredVersion = (): string | undefined => offered;

export function onOffer(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** So that reloading cannot go round, should the old page come again: one offer for each version and tab. */
export function rememberOffer(): void {
  try {
    if (offered) sessionStorage.setItem(key, offered);
  } catch {
    // Without storage it is offered again after the reload; nothing reloads by itself.
  }
}

export function declineOffer(): void {
  rememberOffer();
  offer(undefined);
}

function offer(version: string | undefined): void {
  offered = version;
  for (const listener of listeners) listener();
}

function readRemembered(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
