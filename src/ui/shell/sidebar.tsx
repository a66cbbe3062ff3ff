'use client';
import { PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '#ui/kit/button.tsx';
import { cn } from '#ui/kit/cn.ts';
import { Kbd } from '#ui/kit/kbd.tsx';
import { Tooltip } from '#ui/kit/tooltip.tsx';
import { writeCookie } from '#ui/shared/cookies.ts';
import type { ShellUser } from './app-shell.tsx';
import { sidebarCookie } from './cookie-names.ts';
import { Mark, Wordmark } from './mark.tsx';
import type { NavEntry } from './nav.ts';
import { NavLink } from './nav-link.tsx';
import { useShell } from './shell-context.ts';
import { UserMenu } from './user-menu.tsx';

type Props = {
  entries: readonly NavEntry[];
  user: ShellUser;
  onSignOut: () => Promise<void>;
  live?: ReactNode;
  initiallyCollapsed: boolean;
};

export function Sidebar({ entries, user, onSignOut, live, initiallyCollapsed }: Props) {
  const t = useTranslations('shell');
  const { openPalette } = useShell();
  const [collapsed, setCollapsed] = useState(initiallyCollapsed);
  const toggle = () => {
    writeCookie(sidebarCookie, collapsed ? '' : 'collapsed');
    setCollapsed(!collapsed);
  };

  return (
    <div
      className={cn(
        'sticky top-0 hidden h-dvh shrink-0 flex-col gap-4 border-r bg-sidebar py-3 md:flex',
        collapsed ? 'w-14 items-center px-2' : 'w-58 px-3',
      )}
    >
      <div className={cn('flex h-8 items-center justify-between', collapsed ? 'px-0' : 'pl-1')}>
        <Link href="/associations" aria-label={`Kansli – ${t('nav.associations')}`} className="rounded-md">
          {collapsed ? <Mark className="size-7" /> : <Wordmark />}
        </Link>
        {collapsed ? null : (
          <CollapseButton label={t('nav.collapse')} icon={<PanelLeftClose aria-hidden />} onClick={toggle} />
        )}
      </div>

      {collapsed ? (
        <Tooltip
          side="right"
          label={
            <>
              {t('palette.open')} <Kbd>Ctrl K</Kbd>
            </>
          }
        >
          <Button variant="outline" size="icon" aria-label={t('palette.open')} onClick={openPalette}>
            <Search aria-hidden />
          </Button>
        </Tooltip>
      ) : (
        <button
          type="button"
          onClick={openPalette}
          aria-keyshortcuts="Control+K Meta+K"
          className="flex h-8 w-full items-center gap-2 rounded-md border bg-card px-2.5 text-muted-foreground text-sm shadow-xs transition-colors hover:border-input hover:text-foreground"
        >
          <Search aria-hidden className="size-4" />
          {t('palette.openShort')}
          <Kbd className="ml-auto">Ctrl K</Kbd>
        </button>
      )}

      <nav aria-label={t('nav.label')} className="flex min-h-0 w-full flex-1 flex-col gap-4 overflow-y-auto">
        {(['work', 'admin'] as const).map((section) => (
          <div key={section} className="flex flex-col gap-0.5">
            {section === 'admin' && !collapsed ? (
              <p className="px-2.5 pb-1 font-medium text-2xs text-muted-foreground">{t('nav.admin')}</p>
            ) : null}
            <ul className={cn('flex flex-col gap-0.5', collapsed && 'items-center')}>
              {entries
                .filter((entry) => entry.section === section)
                .map((entry) => (
                  <li key={entry.key}>
                    <NavLink entry={entry} collapsed={collapsed} />
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </nav>

      <div className={cn('flex flex-col gap-2', collapsed && 'items-center')}>
        {collapsed ? (
          <CollapseButton label={t('nav.expand')} icon={<PanelLeftOpen aria-hidden />} onClick={toggle} />
        ) : (
          live
        )}
        <UserMenu user={user} onSignOut={onSignOut} compact={collapsed} />
      </div>
    </div>
  );
}

function CollapseButton({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: () => void }) {
  return (
    <Tooltip side="right" label={label}>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={label}
        onClick={onClick}
        className="text-muted-foreground"
      >
        {icon}
      </Button>
    </Tooltip>
  );
}
