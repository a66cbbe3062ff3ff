import { getTranslations } from 'next-intl/server';
import { passSignedIn } from '#api/require-user.ts';
import { SignInScreen } from '#ui/sign-in/sign-in-screen.tsx';

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations('auth'))('title') };
}

export default async function SignInPage({ searchParams }: Props) {
  return <SignInScreen next={await passSignedIn((await searchParams).next)} />;
}
