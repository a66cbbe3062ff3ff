import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InvitationScreen } from '#ui/sign-in/invitation-screen.tsx';

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  // The address holds the secret: no other site may learn it.
  return { title: (await getTranslations('auth.invitation'))('accountTitle'), referrer: 'same-origin' };
}

export default async function InvitationPage({ searchParams }: Props) {
  const { token } = await searchParams;
  return <InvitationScreen token={typeof token === 'string' && token.length <= 100 ? token : '-'} />;
}
