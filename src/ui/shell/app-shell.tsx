'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, Suspense, useMemo, useState } from 'react';
import { can } from '#domain/permissions.ts';
import type { Locale } from '#ui/i18n/locales.ts';
import { OfflineLinks } from '#ui/shared/offline-links.tsx';
import { onDemand, useQuietly } from '#ui/shared/on-demand.ts';
import { useHotkeys } from '#ui/shared/use-hotkeys.ts';
import { BottomBar } from './bottom-bar.tsx';
import { navEntries } from './nav.ts';
import { ShellContext } from './shell-context.ts';
import { Sidebar } from './sidebar.tsx';
import type { ShellUser } from './types.ts';

const palette = onDemand(() => import('./command-palette.tsx').then((module) => module.CommandPalette));
const keys = onDemand(() => import('./keys-dialog.tsx').then((module) => module.KeysDialog));

export type AppShellProps = {
  user: ShellUser;
  /** A dot and a word on how fresh the screen is; see LiveIndicator. */
  live?: ReactNode;
  /** Stands above every page: search is down, the licence of the map ... see Banner. */
  banner?: ReactNode;
  /** As the cookie remembers it, so that the first paint is right. */
  collapsed?: boolean;
  rememberLocale?: (locale: Locale) => void;
  children: ReactNode;
};

export function AppShell({ user, live, banner, collapsed = false, rememberLocale, children }: AppShellProps) {
  const t = useTranslations('shell');
  const router = useRouter();
  const [paletteOpen, setPaletteOpen] = useState(false);
  const [keysOpen, setKeysOpen] = useState(false);
  const shell = useMemo(
    () => ({ openPalette: () => setPaletteOpen(true), openKeys: () => setKeysOpen(true), rememberLocale }),
    [rememberLocale],
  );
  const entries = navEntries.filter((entry) => can(user.role, entry.permission));
  const go = (key: (typeof navEntries)[number]['key']) => () => {
    const entry = entries.find((candidate) => candidate.key === key);
    if (entry) router.push(entry.href);
  };

  useQuietly(palette.warm);
  useHotkeys({
    'mod+k': () => setPaletteOpen((open) => !open),
    '?': shell.openKeys,
    'g f': go('associations'),
    'g k': go('municipalities'),
    'g i': go('imports'),
  });

  return (
    <ShellContext value={shell}>
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-primary px-4 py-2 font-medium text-primary-foreground focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('skipToContent')}
      </a>
      <div className="flex min-h-dvh">
        <Sidebar entries={entries} user={user} live={live} initiallyCollapsed={collapsed} />
        <div className="flex min-w-0 flex-1 flex-col pb-[calc(3.5rem+env(safe-area-inset-bottom))] md:pb-0">
          {banner}
          <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
            {children}
          </main>
        </div>
      </div>
      <OfflineLinks />
      <BottomBar entries={entries} user={user} live={live} />
      <Suspense>
        {paletteOpen ? (
          <palette.Loaded close={() => setPaletteOpen(false)} entries={entries} role={user.role} />
        ) : null}
        {keysOpen ? <keys.Loaded close={() => setKeysOpen(false)} /> : null}
      </Suspense>
    </ShellContext>
  );
}
