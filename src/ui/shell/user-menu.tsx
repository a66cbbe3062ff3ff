'use client';
import { ChevronsUpDown, Keyboard, Languages, LogOut, SunMoon, UserRound } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { locales } from '#ui/i18n/locales.ts';
import { Avatar } from '#ui/kit/avatar.tsx';
import { cn } from '#ui/kit/cn.ts';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuShortcut,
  DropdownMenuSub,
  DropdownMenuSubContent,
  DropdownMenuSubTrigger,
  DropdownMenuTrigger,
} from '#ui/kit/dropdown-menu.tsx';
import type { ShellUser } from './app-shell.tsx';
import { useShell } from './shell-context.ts';
import { themes } from './themes.ts';
import { useSetLocale } from './use-set-locale.ts';
import { useSignOut } from './use-sign-out.ts';

type Props = { user: ShellUser; onSignOut: () => Promise<void>; inMenu?: boolean };

export function UserMenu({ user, onSignOut, inMenu = false }: Props) {
  const t = useTranslations('shell');
  const w = useTranslations('words');
  const { theme, setTheme } = useTheme();
  const { openKeys } = useShell();
  const locale = useLocale();
  const setLocale = useSetLocale();
  const signOut = useSignOut(onSignOut);
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        aria-label={`${t('user.menu')}: ${user.name}`}
        className={cn(
          'flex items-center gap-2.5 rounded-md p-1.5 text-left transition-colors hover:bg-accent data-[state=open]:bg-accent',
          inMenu ? 'menu-wide:w-full' : 'w-full',
        )}
      >
        <Avatar name={user.name} />
        <span className={cn('flex min-w-0 flex-1 flex-col', inMenu && 'hidden menu-wide:flex')}>
          <span className="truncate font-medium text-sm leading-4">{user.name}</span>
          <span className="truncate text-muted-foreground text-xs">{w(`role.${user.role}`)}</span>
        </span>
        <ChevronsUpDown
          aria-hidden
          className={cn('size-4 shrink-0 text-muted-foreground', inMenu && 'hidden menu-wide:block')}
        />
      </DropdownMenuTrigger>
      <DropdownMenuContent side="top" align="start" className="w-56">
        <DropdownMenuLabel className="truncate">{user.email}</DropdownMenuLabel>
        <DropdownMenuItem asChild>
          <Link href="/profile">
            <UserRound aria-hidden />
            {t('nav.profile')}
          </Link>
        </DropdownMenuItem>
        <DropdownMenuSub>
          <DropdownMenuSubTrigger>
            <SunMoon aria-hidden />
            {t('theme.label')}
          </DropdownMenuSubTrigger>
          <DropdownMenuSubContent>
            <DropdownMenuRadioGroup value={theme} onValueChange={setTheme}>
              {themes.map((name) => (
                <DropdownMenuRadioItem key={name} value={name}>
                  {t(`theme.${name}`)}
                </DropdownMenuRadioItem>
              ))}
            </DropdownMenuRadioGroup>
          </DropdownMenuSubContent>
        </DropdownMenuSub>
        <DropdownMenuSub>
          <DropdownMenuSubTrigger>
            <Languages aria-hidden />
            {t('language.label')}
          </DropdownMenuSubTrigger>
          <DropdownMenuSubContent>
            <DropdownMenuRadioGroup value={locale} onValueChange={setLocale}>
              {locales.map((name) => (
                <DropdownMenuRadioItem key={name} value={name} lang={name}>
                  {t(`language.${name}`)}
                </DropdownMenuRadioItem>
              ))}
            </DropdownMenuRadioGroup>
          </DropdownMenuSubContent>
        </DropdownMenuSub>
        <DropdownMenuItem onSelect={openKeys}>
          <Keyboard aria-hidden />
          {t('keys.title')}
          <DropdownMenuShortcut>?</DropdownMenuShortcut>
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={signOut}>
          <LogOut aria-hidden />
          {t('user.signOut')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
