// An account and its password are made together, and Kansli never ends up without an active administrator.
import { v7 as uuidv7 } from 'uuid';
import type { DbOrTx, Tx } from '#domain/context.ts';
import { conflict, invalid, notFound } from '#domain/errors.ts';
import { findLastChangeOfOne } from '#domain/last-change.ts';
import type { Role } from '#domain/permissions.ts';
import type { Prisma } from '#prisma/client.ts';
import { isCommonPassword } from './guessed-passwords.ts';
import { passwordProblem } from './rules.ts';

export const shownUser = {
  id: true,
  name: true,
  email: true,
  role: true,
  locale: true,
  disabledAt: true,
  createdAt: true,
  version: true,
} satisfies Prisma.UserSelect;

type ShownUser = Prisma.UserGetPayload<{ select: typeof shownUser }>;

/** Throws not_found, or conflict with the values that are saved now when `version` is an older one. */
export async function findUser(db: DbOrTx, id: string, version?: number) {
  const user = await db.user.findUnique({ where: { id }, select: shownUser });
  if (!user) throw notFound('user');
  if (version !== undefined && user.version !== version) throw await userConflict(db, user);
  return user;
}

/** What is saved now, by whom and when: told to the one whose save came second. */
export async function userConflict(db: DbOrTx, { id, name, role, locale, version }: ShownUser) {
  const last = await findLastChangeOfOne(db, { entity: 'user', id });
  return conflict('changedMeanwhile', { version, current: { name, role, locale }, last });
}

/** Throws `invalid` with the reason as its key. */
export async function checkPassword(password: string, about: readonly string[]): Promise<void> {
  const problem =
    passwordProblem(password, about) ?? ((await isCommonPassword(password)) ? 'passwordCommon' : null);
  if (problem) throw invalid(problem, { field: 'password', min: 12, max: 128 });
}

export async function refuseTakenEmail(db: DbOrTx, email: string): Promise<void> {
  if ((await db.user.count({ where: { email } })) > 0) throw conflict('emailTaken', { field: 'email' });
}

export interface NewAccount {
  name: string;
  email: string;
  role: Role;
  locale: string;
  passwordHash: string;
}

export async function createAccount(tx: Tx, { passwordHash, ...person }: NewAccount) {
  await refuseTakenEmail(tx, person.email);
  await endOpenLinks(tx, person.email);
  const id = uuidv7();
  return tx.user.create({
    data: {
      id,
      ...person,
      emailVerified: true,
      accounts: { create: { id: uuidv7(), accountId: id, providerId: 'credential', password: passwordHash } },
    },
    select: shownUser,
  });
}

/** Who makes or ends links of one address stands in line until the transaction is over, and then sees what was made. */
export async function endOpenLinks(tx: Tx, email: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`invitation:${email}`}, 0))`;
  await tx.invitation.deleteMany({ where: { email, acceptedAt: null } });
}

/**
 * Replaces the hash only while it is still `expected`: of two changes at once, the second is refused. Unused links to a
 * new password end with the old one.
 */
export async function replacePassword(
  tx: Tx,
  userId: string,
  passwordHash: string,
  expected?: string,
): Promise<void> {
  const { count } = await tx.account.updateMany({
    where: { userId, providerId: 'credential', ...(expected === undefined ? {} : { password: expected }) },
    data: { password: passwordHash },
  });
  if (count === 0) throw conflict('tryAgain');
  const { email } = await findUser(tx, userId);
  await endOpenLinks(tx, email);
}

/** Locks the active administrators, so that two who demote each other at once cannot both succeed. */
export async function keepAnAdmin(tx: Tx, leaving: string): Promise<void> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM "user" WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR UPDATE`;
  if (admins.every(({ id }) => id === leaving)) throw conflict('lastAdmin');
}

/** Links that somebody made who may no longer make them, and links to that person's password, open nothing. */
export async function revokeLinks(tx: Tx, userId: string): Promise<void> {
  await tx.invitation.deleteMany({ where: { acceptedAt: null, OR: [{ createdById: userId }, { userId }] } });
}
