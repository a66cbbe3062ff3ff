// Whether a request that may change something comes from the product's own pages.

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** One machine's own names for itself are one place: a person may type either. */
function isSamePlace(origin: string, baseUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const [from, base] = [new URL(origin), new URL(baseUrl)];
  if (from.origin === base.origin) return true;
  const ownNames = loopback.has(from.hostname) && loopback.has(base.hostname);
  return ownNames && from.protocol === base.protocol && from.port === base.port;
}

// A browser says where a request comes from, and other sites cannot forge it; what says nothing is no browser and
// carries nobody's cookies.
export function comesFromElsewhere({ headers }: { headers: Pick<Headers, 'get'> }, baseUrl: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') return true;
  const origin = headers.get('origin');
  return origin !== null && !isSamePlace(origin, baseUrl);
}
