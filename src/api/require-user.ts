// For layouts: pages behind the sign-in send whoever has no session to it. What a person may do the operations decide.
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { safeNextPath } from '#domain/users/rules.ts';
import type { SignedIn } from '#wiring/auth.ts';
import { forPages } from './for-pages.ts';

/** `path` is where the person wanted to go; without it the proxy's `x-kansli-path` is used. */
export async function requireUser(path?: string): Promise<SignedIn> {
  const given = await headers();
  const user = await forPages().signedIn(given);
  if (user) return user;
  const next = safeNextPath(path ?? given.get('x-kansli-path'));
  redirect(next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`);
}

/** For the sign-in page: whoever is inside already goes on to `next`; returns that path, made safe, for the others. */
export async function passSignedIn(next: string | string[] | undefined): Promise<string> {
  const path = safeNextPath(typeof next === 'string' ? next : null);
  if (await forPages().signedIn(await headers())) redirect(path);
  return path;
}
