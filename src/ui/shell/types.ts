// Who is shown in the shell, and what its menus are given.
import type { ReactNode } from 'react';
import type { Role } from '#domain/permissions.ts';
import type { NavEntry } from './nav.ts';

export type ShellUser = { name: string; email: string; role: Role };

export type MenuProps = {
  entries: readonly NavEntry[];
  user: ShellUser;
  live?: ReactNode;
};
