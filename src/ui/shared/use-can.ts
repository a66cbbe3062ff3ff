'use client';
import { can, type Permission } from '#domain/permissions.ts';
import { useMe } from './use-me.ts';

/** For hiding what would be refused anyway; the operation decides. */
export function useCan(): (permission: Permission) => boolean {
  const { role } = useMe();
  return (permission) => can(role, permission);
}
