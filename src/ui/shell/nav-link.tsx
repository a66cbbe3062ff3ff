'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cn } from '#ui/kit/cn.ts';
import { Tooltip } from '#ui/kit/tooltip.tsx';
import { isActive, type NavEntry } from './nav.ts';

export function NavLink({ entry, collapsed = false }: { entry: NavEntry; collapsed?: boolean }) {
  const t = useTranslations('shell.nav');
  const active = isActive(usePathname(), entry.href);
  const Icon = entry.icon;
  const link = (
    <Link
      href={entry.href}
      aria-current={active ? 'page' : undefined}
      aria-label={collapsed ? t(entry.key) : undefined}
      className={cn(
        'flex h-8 items-center gap-2.5 rounded-md font-medium text-sm transition-colors pointer-coarse:h-11',
        collapsed ? 'w-10 justify-center' : 'px-2.5',
        active
          ? 'bg-primary-soft text-primary-soft-foreground'
          : 'text-muted-foreground hover:bg-accent hover:text-foreground',
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      {collapsed ? null : <span className="truncate">{t(entry.key)}</span>}
    </Link>
  );
  return collapsed ? (
    <Tooltip side="right" label={t(entry.key)}>
      {link}
    </Tooltip>
  ) : (
    link
  );
}
