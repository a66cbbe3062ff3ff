import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { safeNextPath } from '#domain/users/rules.ts';
import { SignInScreen } from '#ui/sign-in/sign-in-screen.tsx';
import { readSignedIn } from '#wiring/auth.ts';

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('title') };
}

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const path = safeNextPath(typeof next === 'string' ? next : null);
  if (await readSignedIn(await headers())) redirect(path);
  return <SignInScreen next={path} />;
}
