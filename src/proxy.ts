// Gives each page its nonce and nothing else: who may see what is decided in the operations.
import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from '#ui/shell/csp.ts';
import { isDevelopment } from '#wiring/env.ts';

export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy({
    nonce,
    secure: request.nextUrl.protocol === 'https:',
    development: isDevelopment(),
  });
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Where to come back to after the sign-in; a layout cannot see the address itself.
  headers.set('x-kansli-path', request.nextUrl.pathname + request.nextUrl.search);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  // Not the API: a proxy would hold back and cut off the bodies of large uploads.
  matcher: [
    {
      source: '/((?!api/|_next/static|icon.svg).*)',
      missing: [
        { type: 'header', key: 'next-router-prefetch' },
        { type: 'header', key: 'purpose', value: 'prefetch' },
      ],
    },
  ],
};
