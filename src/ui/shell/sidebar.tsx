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
import { useMedia } from '#ui/shared/use-media.ts';
import { sidebarCookie } from './cookie-names.ts';
import { Mark, Wordmark } from './mark.tsx';
import type { NavEntry } from './nav.ts';
import { NavLink } from './nav-link.tsx';
import { useShell } from './shell-context.ts';
import type { ShellUser } from './types.ts';
import { UserMenu } from './user-menu.tsx';

type Props = {
  entries: readonly NavEntry[];
  user: ShellUser;
  live?: ReactNode;
  initiallyCollapsed: boolean;
};

export function Sidebar({ entries, user, live, initiallyCollapsed }: Props) {
  const t = useTranslations('shell');
  const { openPalette } = useShell();
  const [collapsed, setCollapsed] = useState(initiallyCollapsed);
  const small = useMedia('(max-width: 1023px)');
  const toggle = () => {
    writeCookie(sidebarCookie, collapsed ? '' : 'collapsed');
    setCollapsed(!collapsed);
  };
  // The widths are the style sheet's matter, so that the first paint is right; only the tooltips wait for this.
  const strip = collapsed || small;

  return (
    <header
      data-menu={collapsed ? 'strip' : 'wide'}
      className="sticky top-0 hidden h-dvh w-14 shrink-0 flex-col items-center gap-4 border-r bg-sidebar px-2 py-3 md:flex menu-wide:w-58 menu-wide:items-stretch menu-wide:px-3"
    >
      <div className="flex h-8 items-center justify-between menu-wide:pl-1">
        <Link href="/associations" aria-label={`Kansli – ${t('nav.associations')}`} className="rounded-md">
          <Mark className="size-7 menu-wide:hidden" />
          <Wordmark className="hidden menu-wide:block" />
        </Link>
        <CollapseButton
          label={t('nav.collapse')}
          icon={<PanelLeftClose aria-hidden />}
          onClick={toggle}
          className="hidden menu-wide:inline-flex"
        />
      </div>

      <Tooltip side="right" enabled={strip} label={t('palette.open')}>
        <button
          type="button"
          onClick={openPalette}
          aria-label={t('palette.open')}
          aria-keyshortcuts="Control+K Meta+K"
          className="flex size-8 shrink-0 items-center justify-center gap-2 rounded-md border bg-card text-muted-foreground text-sm shadow-xs transition-colors hover:border-input hover:text-foreground menu-wide:w-full menu-wide:justify-start menu-wide:px-2.5 pointer-coarse:h-11"
        >
          <Search aria-hidden className="size-4" />
          <span className="hidden menu-wide:inline">{t('palette.openShort')}</span>
          <Kbd className="ml-auto hidden menu-wide:inline-grid">Ctrl K</Kbd>
        </button>
      </Tooltip>

      <nav
        aria-label={t('nav.label')}
        className="flex min-h-0 w-full flex-1 flex-col items-center gap-4 overflow-y-auto menu-wide:items-stretch"
      >
        {(['work', 'admin'] as const).map((section) => (
          <div key={section} className="flex flex-col gap-0.5">
            {section === 'admin' ? (
              <p className="hidden px-2.5 pb-1 font-medium text-2xs text-muted-foreground menu-wide:block">
                {/* Who manages nothing has only what is their own there. */}
                {entries.some((entry) => entry.key === 'users') ? t('nav.admin') : t('nav.account')}
              </p>
            ) : null}
            <ul className="flex flex-col gap-0.5">
              {entries
                .filter((entry) => entry.section === section)
                .map((entry) => (
                  <li key={entry.key}>
                    <NavLink entry={entry} inMenu strip={strip} />
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </nav>

      <div className="flex flex-col items-center gap-2 menu-wide:items-stretch">
        <div className="hidden menu-wide:block">{live}</div>
        {collapsed ? (
          <CollapseButton
            label={t('nav.expand')}
            icon={<PanelLeftOpen aria-hidden />}
            onClick={toggle}
            className="max-lg:hidden"
          />
        ) : null}
        <UserMenu user={user} inMenu />
      </div>
    </header>
  );
}

type CollapseProps = { label: string; icon: ReactNode; onClick: () => void; className: string };

function CollapseButton({ label, icon, onClick, className }: CollapseProps) {
  return (
    <Tooltip side="right" label={label}>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={label}
        onClick={onClick}
        className={cn('text-muted-foreground', className)}
      >
        {icon}
      </Button>
    </Tooltip>
  );
}
