import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, styleHashes } from './csp.ts';

const require = createRequire(import.meta.url);
const radix = createRequire(require.resolve('radix-ui'));
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function inserted(file: string, pattern: RegExp): string {
  const found = pattern.exec(readFileSync(file, 'utf8'))?.[1];
  if (found === undefined) throw new Error(`no style found in ${file}`);
  return found;
}

describe('contentSecurityPolicy', () => {
  const policy = contentSecurityPolicy({ nonce: 'abc', secure: false, development: false });

  it('lets scripts run by nonce alone', () => {
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).not.toMatch(/style-src [^;]*unsafe-inline/);
  });

  it('upgrades addresses only where there is https to upgrade to', () => {
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(contentSecurityPolicy({ nonce: 'abc', secure: true, development: false })).toContain(
      'upgrade-insecure-requests',
    );
  });

  it('knows the style that toasts insert', () => {
    const code = inserted(require.resolve('sonner'), /__insertCSS\(("(?:[^"\\]|\\.)*")\)/);
    expect(styleHashes.sonner).toBe(hash(String(JSON.parse(code))));
  });

  it('knows the style that the select inserts', () => {
    const code = inserted(radix.resolve('@radix-ui/react-select'), /__html: `([^`]*)`/);
    expect(styleHashes.radixSelect).toBe(hash(code));
  });
});
