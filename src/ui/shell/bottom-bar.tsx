'use client';
import { Ellipsis, Search } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Suspense, useState } from 'react';
import { cn } from '#ui/kit/cn.ts';
import { onDemand } from '#ui/shared/on-demand.ts';
import { isActive } from './nav.ts';
import { useShell } from './shell-context.ts';
import type { MenuProps } from './types.ts';

const IN_BAR = new Set<string>(['associations', 'municipalities']);

const slot =
  'flex h-14 flex-col items-center justify-center gap-0.5 font-medium text-2xs text-muted-foreground focus-visible:outline-offset-[-2px]';

const more = onDemand(() => import('./more-sheet.tsx').then((module) => module.MoreSheet));

/** The menu of a phone: two places, the search, and a sheet with the rest. */
export function BottomBar(props: MenuProps) {
  const t = useTranslations('shell');
  const w = useTranslations('words');
  const pathname = usePathname();
  const { openPalette } = useShell();
  const [open, setOpen] = useState(false);
  const { trigger } = more.useTrigger();
  return (
    <nav
      aria-label={t('nav.label')}
      className="fixed inset-x-0 bottom-0 z-30 grid auto-cols-fr grid-flow-col border-t bg-sidebar pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {props.entries
        .filter((entry) => IN_BAR.has(entry.key))
        .map((entry) => {
          const active = isActive(pathname, entry.href);
          return (
            <Link
              key={entry.key}
              href={entry.href}
              aria-current={active ? 'page' : undefined}
              className={cn(slot, active && 'text-primary')}
            >
              <entry.icon aria-hidden className="size-5" />
              {t(`nav.${entry.key}`)}
            </Link>
          );
        })}
      <button type="button" onClick={openPalette} aria-label={t('palette.open')} className={slot}>
        <Search aria-hidden className="size-5" />
        {w('action.search')}
      </button>
      <button
        type="button"
        aria-haspopup="dialog"
        {...trigger}
        onClick={() => setOpen(true)}
        className={slot}
      >
        <Ellipsis aria-hidden className="size-5" />
        {t('nav.more')}
      </button>
      {open ? (
        <Suspense>
          <more.Loaded {...props} close={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </nav>
  );
}
