'use client';
import { ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Avatar } from '#ui/kit/avatar.tsx';
import { cn } from '#ui/kit/cn.ts';
import type { ShellUser } from './types.ts';

export type UserMenuProps = {
  user: ShellUser;
  /** In the side menu, where only the initials stay when it is a strip. */
  inMenu?: boolean;
};

type Props = ComponentProps<'button'> & Pick<UserMenuProps, 'user' | 'inMenu'>;

export function UserButton({ user, inMenu = false, ...props }: Props) {
  const t = useTranslations('shell.user');
  const w = useTranslations('words.role');
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={`${t('menu')}: ${user.name}`}
      {...props}
      className={cn(
        'flex items-center gap-2.5 rounded-md p-1.5 text-left transition-colors hover:bg-accent data-[state=open]:bg-accent',
        inMenu ? 'menu-wide:w-full' : 'w-full',
      )}
    >
      <Avatar name={user.name} />
      <span className={cn('flex min-w-0 flex-1 flex-col', inMenu && 'hidden menu-wide:flex')}>
        <span className="truncate font-medium text-sm leading-4">{user.name}</span>
        <span className="truncate text-muted-foreground text-xs">{w(user.role)}</span>
      </span>
      <ChevronsUpDown
        aria-hidden
        className={cn('size-4 shrink-0 text-muted-foreground', inMenu && 'hidden menu-wide:block')}
      />
    </button>
  );
}
