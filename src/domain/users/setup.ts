// The first administrator is made through a link that only the machine's own console shows, once, while nobody exists.
import { z } from 'zod';
import type { DbOrTx } from '#domain/context.ts';
import { conflict, DomainError } from '#domain/errors.ts';
import { command, query } from '#domain/operation.ts';
import { hashToken, isToken, newToken } from '#lib/one-time-token.ts';
import { hashPassword } from '#lib/password-hash.ts';
import { composedOperation } from './composed-operation.ts';
import { linkEnd } from './invitations.ts';
import { checkPassword, createAccount } from './records.ts';
import { CompleteSetup, Nothing, SetupToken, type UserCreated } from './schema.ts';

const key = 'setup';
const StoredLink = z.object({ tokenHash: z.string(), expiresAt: z.coerce.date() });

async function refuseOnceSomebodyExists(db: DbOrTx): Promise<void> {
  if ((await db.user.count()) > 0) throw conflict('setupDone');
}

function checkLink(value: unknown, token: string, now: Date): void {
  const link = StoredLink.safeParse(value);
  // The comparison is made in any case, so that "no link" takes as long as "wrong link".
  const right = isToken(token, link.success ? link.data.tokenHash : hashToken(''));
  if (!right || !link.success || link.data.expiresAt <= now) throw new DomainError('not_found', 'linkIsDead');
}

/** A new link each time, `{ path: '/setup?token=…' }`, and the one before is dead; null once somebody exists. */
export const ensureSetupLink = command({
  name: 'setup.makeLink',
  input: Nothing,
  allow: 'system',
  internal: 'only who has the machine may set Kansli up',
  quiet: 'a link is not a fact about anything in the product',
  async run({ tx, now }) {
    if ((await tx.user.count()) > 0) {
      await tx.setting.deleteMany({ where: { key } });
      return null;
    }
    const token = newToken();
    const value = { tokenHash: hashToken(token), expiresAt: linkEnd(now()).toISOString() };
    await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
    return { path: `/setup?token=${token}` };
  },
});

/** `needed`: nobody exists yet; `open`: and this link works. */
export const readSetup = query({
  name: 'setup.read',
  input: SetupToken,
  allow: 'public',
  async run({ db, now }, { token }) {
    const needed = (await db.user.count()) === 0;
    if (!needed || token === undefined) return { needed, open: false };
    const row = await db.setting.findUnique({ where: { key } });
    try {
      checkLink(row?.value, token, now());
      return { needed, open: true };
    } catch {
      return { needed, open: false };
    }
  },
});

const checkSetup = query({
  name: 'setup.check',
  input: CompleteSetup,
  allow: 'public',
  internal: 'first step of setup.complete',
  async run({ db, now }, input) {
    await refuseOnceSomebodyExists(db);
    checkLink((await db.setting.findUnique({ where: { key } }))?.value, input.token, now());
    await checkPassword(input.password, [input.name, input.email]);
    return input;
  },
});

const finishSetup = command({
  name: 'setup.finish',
  input: CompleteSetup.omit({ password: true }).extend({ passwordHash: z.string().max(300) }),
  allow: 'public',
  internal: 'last step of setup.complete',
  async run({ tx, now, emit }, { token, loadSample, ...person }) {
    // The lock makes a second request wait here and then find no link.
    const [row] = await tx.$queryRaw<
      { value: unknown }[]
    >`SELECT value FROM setting WHERE key = ${key} FOR UPDATE`;
    await refuseOnceSomebodyExists(tx);
    checkLink(row?.value, token, now());
    await tx.setting.delete({ where: { key } });
    const user = await createAccount(tx, { ...person, role: 'admin' });
    const details: UserCreated = { role: 'admin', via: 'setup', loadSample };
    emit('user.created', { ids: [user.id], details: { ...details } });
    return { email: user.email };
  },
});

export const completeSetup = composedOperation({
  name: 'setup.complete',
  input: CompleteSetup,
  allow: 'public',
  async run(context, input) {
    const { password, ...person } = await checkSetup(context, input);
    return finishSetup(context, { ...person, passwordHash: await hashPassword(password) });
  },
});
