// What a page may load and run, told to the browser with each answer (Content-Security-Policy).

/** The style elements that libraries insert themselves, allowed by what they contain; csp.test.ts says when one changed. */
export const styleHashes = {
  // Toasts put their element into the page before they fill it.
  empty: "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  sonner: "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='",
  radixSelect: "'sha256-441zG27rExd4/il+NvIqyL8zFx5XmyNQtE381kSkUJk='",
};

type Options = { nonce: string; secure: boolean; development: boolean };

/** Scripts run only with this response's nonce. Style attributes stay allowed: React writes them into the HTML. */
export function contentSecurityPolicy({ nonce, secure, development }: Options): string {
  const styles = development
    ? "style-src 'self' 'unsafe-inline'"
    : `style-src 'self' 'nonce-${nonce}' ${Object.values(styleHashes).join(' ')}`;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    styles,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws: wss:' : ''}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
