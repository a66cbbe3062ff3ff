'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cn } from '#ui/kit/cn.ts';
import { Tooltip } from '#ui/kit/tooltip.tsx';
import { isActive, type NavEntry } from './nav.ts';

type Props = {
  entry: NavEntry;
  /** In the side menu, where the words go when it is a strip. */
  inMenu?: boolean;
  strip?: boolean;
  onFollow?: () => void;
};

export function NavLink({ entry, inMenu = false, strip = false, onFollow }: Props) {
  const t = useTranslations('shell.nav');
  const active = isActive(usePathname(), entry.href);
  const Icon = entry.icon;
  return (
    <Tooltip side="right" enabled={strip} label={t(entry.key)}>
      <Link
        href={entry.href}
        onClick={onFollow}
        aria-current={active ? 'page' : undefined}
        className={cn(
          'flex h-8 items-center gap-2.5 rounded-md px-2.5 font-medium text-sm transition-colors pointer-coarse:h-11',
          // In the sheet of a phone it is met by a thumb.
          inMenu ? 'w-10 justify-center menu-wide:w-auto menu-wide:justify-start' : 'h-11',
          active
            ? 'bg-primary-soft text-primary-soft-foreground'
            : 'text-muted-foreground hover:bg-accent hover:text-foreground',
        )}
      >
        <Icon aria-hidden className="size-4 shrink-0" />
        <span className={cn('truncate', inMenu && 'sr-only menu-wide:not-sr-only')}>{t(entry.key)}</span>
      </Link>
    </Tooltip>
  );
}
