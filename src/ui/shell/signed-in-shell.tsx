'use client';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTRPC, useTRPCClient } from '#api/client.tsx';
import { defaultLocale, isLocale, type Locale } from '#ui/i18n/locales.ts';
import type { LiveState } from '#ui/shared/live-state.ts';
import { type Me, MeContext } from '#ui/shared/use-me.ts';
import { AppShell } from './app-shell.tsx';
import { LiveIndicator } from './live-indicator.tsx';
import { SessionGuard } from './session-guard.tsx';
import { useLiveLine } from './use-live-line.ts';

type Props = { me: Me; collapsed: boolean; banner?: ReactNode; children: ReactNode };

/** The shell with its wires: who is signed in, and how fresh the screen is. */
export function SignedInShell({ me: atFirst, collapsed, banner, children }: Props) {
  const trpc = useTRPC();
  const [live, setLive] = useState<LiveState>('connecting');
  const { Line, late } = useLiveLine();
  const fresh = useQuery(trpc.user.me.queryOptions({}, { meta: { shows: { after: ['user.*'] } } })).data;
  const me = useMemo<Me>(
    () => (fresh ? { ...fresh, locale: isLocale(fresh.locale) ? fresh.locale : defaultLocale } : atFirst),
    [fresh, atFirst],
  );
  const wire = useTRPCClient();

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
      {Line ? <Line userId={me.id} onState={setLive} late={late} /> : null}
      <AppShell
        user={me}
        live={<LiveIndicator state={late && !Line ? 'off' : live} />}
        banner={banner}
        collapsed={collapsed}
        rememberLocale={rememberLocale}
      >
        {children}
      </AppShell>
      <SessionGuard />
    </MeContext>
  );
}
