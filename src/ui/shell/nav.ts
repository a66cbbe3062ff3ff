import { Building2, FileInput, MapPinned, Trash2, UserRound, UsersRound } from 'lucide-react';
import type { Permission } from '#domain/permissions.ts';

export const navEntries = [
  {
    key: 'associations',
    href: '/associations',
    icon: Building2,
    section: 'work',
    permission: 'association.read',
  },
  {
    key: 'municipalities',
    href: '/municipalities',
    icon: MapPinned,
    section: 'work',
    permission: 'municipality.read',
  },
  { key: 'imports', href: '/imports', icon: FileInput, section: 'work', permission: 'import.read' },
  { key: 'trash', href: '/trash', icon: Trash2, section: 'work', permission: 'association.read' },
  { key: 'users', href: '/settings/users', icon: UsersRound, section: 'admin', permission: 'user.manage' },
  { key: 'profile', href: '/profile', icon: UserRound, section: 'admin', permission: 'association.read' },
] as const satisfies readonly {
  key: string;
  href: string;
  icon: typeof Building2;
  section: 'work' | 'admin';
  permission: Permission;
}[];

export type NavEntry = (typeof navEntries)[number];

/** `/associations/new` belongs to `/associations`; `/associations-old` does not. */
export const isActive = (pathname: string, href: string): boolean =>
  pathname === href || pathname.startsWith(`${href}/`);
