// Everybody may know who works here; addresses and states are for administrators.

import { notFound } from '#domain/errors.ts';
import { query } from '#domain/operation.ts';
import { findUser, shownUser } from './records.ts';
import { Nothing } from './schema.ts';

/** The signed-in person, for the shell and the profile. */
export const readMe = query({
  name: 'user.me',
  input: Nothing,
  allow: 'signed-in',
  async run({ db, actor }) {
    if (actor.type !== 'user') throw notFound('user');
    const { id, name, email, role, locale, version } = await findUser(db, actor.id);
    return { id, name, email, role, locale: locale === 'en' ? ('en' as const) : ('sv' as const), version };
  },
});

/** For choosing an owner. A closed account stays in the list, since it may still own associations. */
export const listUsers = query({
  name: 'user.list',
  input: Nothing,
  allow: 'user.list',
  async run({ db }) {
    const users = await db.user.findMany({
      select: { id: true, name: true, disabledAt: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: 1000,
    });
    return users.map(({ id, name, disabledAt }) => ({ id, name, active: disabledAt === null }));
  },
});

export const listAllUsers = query({
  name: 'user.listAll',
  input: Nothing,
  allow: 'user.manage',
  async run({ db }) {
    const users = await db.user.findMany({
      select: shownUser,
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: 1000,
    });
    const signIns = await db.$queryRaw<{ id: string; at: Date }[]>`
      SELECT entity_ids[1]::text AS id, max(created_at) AS at FROM event WHERE name = 'user.signedIn' GROUP BY 1`;
    const lastSignIn = new Map(signIns.map(({ id, at }) => [id, at]));
    return users.map((user) => ({ ...user, lastSignInAt: lastSignIn.get(user.id) ?? null }));
  },
});
