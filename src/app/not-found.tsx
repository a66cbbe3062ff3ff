import { cookies, headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { forPages } from '#api/for-pages.ts';
import { sidebarCookie } from '#ui/shell/cookie-names.ts';
import { NotFoundPage } from '#ui/shell/not-found-page.tsx';
import { SignedInShell } from '#ui/shell/signed-in-shell.tsx';

export async function generateMetadata() {
  const t = await getTranslations('shell.notFoundPage');
  return { title: t('title') };
}

/** Whoever is signed in keeps the menu, and with it the way on. */
export default async function NotFound() {
  const user = await forPages().signedIn(await headers());
  if (user) {
    const { id, name, email, role, locale } = user;
    const collapsed = (await cookies()).get(sidebarCookie)?.value === 'collapsed';
    return (
      <SignedInShell me={{ id, name, email, role, locale }} collapsed={collapsed}>
        <NotFoundPage trash />
      </SignedInShell>
    );
  }
  return (
    <main id="content" className="flex min-h-dvh flex-col">
      <NotFoundPage />
    </main>
  );
}
