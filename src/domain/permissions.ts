// Who may do what: the one table that the operations, the API and the interface all ask.

export const roles = ['admin', 'manager', 'user'] as const;
export type Role = (typeof roles)[number];

const everyone: readonly Role[] = roles;
const managers: readonly Role[] = ['admin', 'manager'];
const admins: readonly Role[] = ['admin'];

export const permissions = {
  'association.read': everyone,
  'association.write': everyone,
  'association.delete': managers,
  'contact.write': everyone,
  'note.write': everyone,
  'tag.write': everyone,
  'municipality.read': everyone,
  'import.read': managers,
  'import.run': managers,
  'user.list': everyone,
  'user.manage': admins,
  'system.manage': admins,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;
/** What an operation may demand. `system` is for the worker and the command line alone. */
export type Access = Permission | 'public' | 'signed-in' | 'system';

export function can(role: Role | null | undefined, permission: Permission): boolean {
  return role != null && (permissions[permission] as readonly Role[]).includes(role);
}
