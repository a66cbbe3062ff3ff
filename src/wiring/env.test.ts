// Settings that stop the start, and those that are only told.
import { describe, expect, it } from 'vitest';
import { doubtfulSettings, readEnv } from './env.ts';

const good = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://kansli@db.example/kansli',
  KANSLI_SECRET: 'x'.repeat(32),
  KANSLI_BASE_URL: 'https://kansli.example/',
} as const;

describe('settings', () => {
  it('are read, with the address cut to what links are made with', () => {
    expect(readEnv(good)).toMatchObject({
      KANSLI_BASE_URL: 'https://kansli.example',
      KANSLI_TRUST_PROXY: false,
    });
  });

  it('that are missing or weak stop the start in one line that names them', () => {
    expect(() => readEnv({ ...good, KANSLI_SECRET: 'short' })).toThrow(
      /^Kansli cannot start\. KANSLI_SECRET: .*openssl/,
    );
  });
});

describe('an https address', () => {
  it('without a word about the proxy is told, with what to set', () => {
    const lines = doubtfulSettings(good);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('KANSLI_TRUST_PROXY=true');
    expect(lines[0]).not.toContain('\n');
  });

  it.each(['true', 'false', '1'])('with KANSLI_TRUST_PROXY=%s is meant so', (trust) => {
    expect(doubtfulSettings({ ...good, KANSLI_TRUST_PROXY: trust })).toEqual([]);
  });

  it.each(['http://localhost:3000', undefined])('is not %s', (address) => {
    expect(doubtfulSettings({ ...good, KANSLI_BASE_URL: address })).toEqual([]);
  });
});
