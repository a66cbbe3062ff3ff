// What every answer tells the browser to forbid; pages get a policy of their own for their scripts (src/proxy.ts).

/** Names the version that answers; see api/server-version.ts. */
export const versionHeader = 'x-kansli-version';
/** Names the call; the line for changes tells a browser's own save by it (api/own-saves.ts). */
export const requestIdHeader = 'x-request-id';

export const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
];

/** Browsers heed it over https only, so a header that somebody made up gains nothing. */
export const overHttps = [{ key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' }];

export const forApi = [
  { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" },
];
