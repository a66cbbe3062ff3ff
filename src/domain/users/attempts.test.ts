import { describe, expect, it } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { accountLimit, addressLimit, forgetAttempts, takeAttempt } from './attempts.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 12, minutes));
const account = accountLimit('Karin@kansli.example');

describe('takeAttempt', () => {
  it('lets ten of a hundred parallel guesses at one account through', async () => {
    const { db } = await testDatabase();
    const guesses = Array.from({ length: 100 }, () => takeAttempt(db, [account], at(0)));
    const results = await Promise.allSettled(guesses);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  });

  it('says how long to wait, and opens again when the window has passed', async () => {
    const { db } = await testDatabase();
    for (let n = 0; n < 10; n += 1) await takeAttempt(db, [account], at(0));
    await expect(takeAttempt(db, [account], at(5))).rejects.toMatchObject({
      code: 'rate_limited',
      details: { retryAfterSeconds: 600, minutes: 10 },
    });
    await expect(takeAttempt(db, [account], at(15))).resolves.toBeUndefined();
  });

  it('limits an address over all accounts, and then counts against no account', async () => {
    const { db } = await testDatabase();
    const address = addressLimit('203.0.113.7');
    for (let n = 0; n < 30; n += 1) {
      await takeAttempt(db, [address, accountLimit(`a${n}@kansli.example`)], at(0));
    }
    await expect(takeAttempt(db, [address, account], at(1))).rejects.toMatchObject({ code: 'rate_limited' });
    expect(await db.signInAttempt.count({ where: { key: account.key } })).toBe(0);
  });

  it('keeps no readable e-mail address', async () => {
    const { db } = await testDatabase();
    await takeAttempt(db, [account], at(0));
    expect(JSON.stringify(await db.signInAttempt.findMany())).not.toContain('karin');
    expect(accountLimit(' KARIN@kansli.example ').key).toBe(account.key);
  });
});

describe('forgetAttempts', () => {
  it('clears the account, gives the address one try back, and drops windows that passed', async () => {
    const { db } = await testDatabase();
    const address = addressLimit('203.0.113.7');
    await takeAttempt(db, [accountLimit('old@kansli.example')], at(0));
    for (let n = 0; n < 3; n += 1) await takeAttempt(db, [address, account], at(20));
    await forgetAttempts(db, { cleared: [account], givenBack: [address] }, at(20));
    const rows = await db.signInAttempt.findMany();
    expect(rows.map(({ key, failures }) => [key, failures])).toEqual([[address.key, 2]]);
  });
});
