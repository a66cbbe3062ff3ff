'use client';
import { Suspense } from 'react';
import { onDemand } from '#ui/shared/on-demand.ts';
import { UserButton, type UserMenuProps } from './user-button.tsx';

const menu = onDemand(() => import('./user-menu-open.tsx').then((module) => module.UserMenuOpen));

export function UserMenu(props: UserMenuProps) {
  const { wanted, trigger } = menu.useTrigger();
  const button = <UserButton user={props.user} inMenu={props.inMenu} {...trigger} />;
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <menu.Loaded {...props} />
    </Suspense>
  );
}
