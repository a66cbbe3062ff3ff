// What kind of trouble a failed call is, as far as a person can do something about it.
type Failed = {
  name?: unknown;
  code?: unknown;
  data?: { kansli?: { code?: unknown } | null; code?: unknown } | null;
};

export type Trouble = 'offline' | 'unreachable' | 'signedOut' | 'refused' | 'gone' | 'other';

const byCode: Record<string, Trouble> = {
  unauthenticated: 'signedOut',
  forbidden: 'refused',
  not_found: 'gone',
};

// Names of errors for calls that got no answer of Kansli: the network's, and a piece of code that did not come.
const withoutAnswer = new Set(['TRPCClientError', 'TypeError', 'ChunkLoadError']);

export function troubleOf(
  error: unknown,
  online = typeof navigator === 'undefined' || navigator.onLine,
): Trouble {
  if (typeof error !== 'object' || error === null) return 'other';
  const { name, code, data } = error as Failed;
  const told = data?.kansli?.code ?? data?.code ?? code;
  if (told !== undefined && told !== null) return byCode[String(told)] ?? 'other';
  if (!online) return 'offline';
  return withoutAnswer.has(String(name)) ? 'unreachable' : 'other';
}
