'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTRPC, useTRPCClient } from '#api/client.tsx';
import { defaultLocale, isLocale, type Locale } from '#ui/i18n/locales.ts';
import type { LiveState } from '#ui/shared/live-state.ts';
import { type Me, MeContext } from '#ui/shared/use-me.ts';
import { AppShell } from './app-shell.tsx';
import { LiveIndicator } from './live-indicator.tsx';
import { useLiveLine } from './use-live-line.ts';

type Props = { me: Me; collapsed: boolean; banner?: ReactNode; children: ReactNode };

/** The shell with its wires: who is signed in, where the palette searches, how one leaves. */
export function SignedInShell({ me: atFirst, collapsed, banner, children }: Props) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [live, setLive] = useState<LiveState>('connecting');
  const { Line, late } = useLiveLine();
  const fresh = useQuery(trpc.user.me.queryOptions({})).data;
  const me = useMemo<Me>(
    () => (fresh ? { ...fresh, locale: isLocale(fresh.locale) ? fresh.locale : defaultLocale } : atFirst),
    [fresh, atFirst],
  );
  const wire = useTRPCClient();

  const search = useCallback(
    async (q: string) => {
      const found = await client.fetchQuery(trpc.association.find.queryOptions({ q, limit: 8 }));
      return found.map(({ id, name, municipality }) => ({ id, label: name, hint: municipality }));
    },
    [client, trpc],
  );
  const rememberLocale = useCallback(
    (locale: Locale) => {
      wire.user.setLocale.mutate({ locale }).catch(() => {
        // This browser keeps the language in its cookie; another one learns it with the next choice.
      });
    },
    [wire],
  );

  return (
    <MeContext value={me}>
      {Line ? <Line onState={setLive} late={late} /> : null}
      <AppShell
        user={me}
        search={search}
        onSignOut={signOut}
        live={<LiveIndicator state={late && !Line ? 'off' : live} />}
        banner={banner}
        collapsed={collapsed}
        rememberLocale={rememberLocale}
      >
        {children}
      </AppShell>
    </MeContext>
  );
}

async function signOut(): Promise<void> {
  const response = await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  if (!response.ok) throw new Error(`sign-out answered ${response.status}`);
  // A full load, so that nothing of the person's data stays in this page's memory.
  window.location.assign('/sign-in');
}
