import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SetupScreen } from '#ui/sign-in/setup-screen.tsx';

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  // The address holds the secret: no other site may learn it.
  return { title: (await getTranslations('setup'))('title'), referrer: 'same-origin' };
}

export default async function SetupPage({ searchParams }: Props) {
  const { token } = await searchParams;
  return <SetupScreen token={typeof token === 'string' && token.length <= 100 ? token : '-'} />;
}
