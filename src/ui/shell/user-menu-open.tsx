'use client';
import { Keyboard, Languages, LogOut, SunMoon, UserRound } from 'lucide-react';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { locales } from '#ui/i18n/locales.ts';
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
import { useShell } from './shell-context.ts';
import { themes } from './themes.ts';
import { useSetLocale } from './use-set-locale.ts';
import { useSignOut } from './use-sign-out.ts';
import { UserButton, type UserMenuProps } from './user-button.tsx';

/** The menu itself. It comes on demand and opens at once; see user-menu.tsx. */
export function UserMenuOpen({ user, inMenu }: UserMenuProps) {
  const t = useTranslations('shell');
  const { theme, setTheme } = useTheme();
  const { openKeys } = useShell();
  const locale = useLocale();
  const setLocale = useSetLocale();
  const signOut = useSignOut();
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>
        <UserButton user={user} inMenu={inMenu} />
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
            <DropdownMenuRadioGroup value={theme ?? ''} onValueChange={setTheme}>
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
