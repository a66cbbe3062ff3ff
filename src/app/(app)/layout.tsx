import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { requireUser } from '#api/require-user.ts';
import { sidebarCookie } from '#ui/shell/cookie-names.ts';
import { SignedInShell } from '#ui/shell/signed-in-shell.tsx';

export default async function AppLayout({ children }: { children: ReactNode }) {
  const { id, name, email, role, locale } = await requireUser();
  const collapsed = (await cookies()).get(sidebarCookie)?.value === 'collapsed';
  return (
    <SignedInShell me={{ id, name, email, role, locale }} collapsed={collapsed}>
      {children}
    </SignedInShell>
  );
}
