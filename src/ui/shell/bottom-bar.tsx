'use client';
import { Ellipsis, Search } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { cn } from '#ui/kit/cn.ts';
import { Sheet, SheetBody, SheetContent, SheetHeader, SheetTitle, SheetTrigger } from '#ui/kit/sheet.tsx';
import type { ShellUser } from './app-shell.tsx';
import { isActive, type NavEntry } from './nav.ts';
import { NavLink } from './nav-link.tsx';
import { useShell } from './shell-context.ts';
import { UserMenu } from './user-menu.tsx';

const IN_BAR = new Set<string>(['associations', 'municipalities']);

const slot =
  'flex h-14 flex-col items-center justify-center gap-0.5 font-medium text-2xs text-muted-foreground focus-visible:outline-offset-[-2px]';

type Props = {
  entries: readonly NavEntry[];
  user: ShellUser;
  onSignOut: () => Promise<void>;
  live?: ReactNode;
};

/** The menu of a phone: two places, the search, and a sheet with the rest. */
export function BottomBar({ entries, user, onSignOut, live }: Props) {
  const t = useTranslations('shell');
  const w = useTranslations('words');
  const pathname = usePathname();
  const { openPalette } = useShell();
  const [open, setOpen] = useState(false);
  return (
    <nav
      aria-label={t('nav.label')}
      className="fixed inset-x-0 bottom-0 z-30 grid auto-cols-fr grid-flow-col border-t bg-sidebar pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {entries
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
      <Sheet open={open} onOpenChange={setOpen}>
        <SheetTrigger className={slot}>
          <Ellipsis aria-hidden className="size-5" />
          {t('nav.more')}
        </SheetTrigger>
        <SheetContent side="bottom" closeLabel={w('action.close')} aria-describedby={undefined}>
          <SheetHeader>
            <SheetTitle>{t('nav.more')}</SheetTitle>
          </SheetHeader>
          <SheetBody className="flex flex-col gap-4">
            <ul className="flex flex-col gap-0.5">
              {entries.map((entry) => (
                // Following a link closes the sheet; the click bubbles up from the link.
                <li key={entry.key} onClickCapture={() => setOpen(false)}>
                  <NavLink entry={entry} />
                </li>
              ))}
            </ul>
            {live}
            <UserMenu user={user} onSignOut={onSignOut} />
          </SheetBody>
        </SheetContent>
      </Sheet>
    </nav>
  );
}
