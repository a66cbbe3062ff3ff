import type { Role } from '#domain/permissions.ts';

/** One account as `user.listAll` gives it. */
export type UserRow = {
  id: string;
  name: string;
  email: string;
  role: Role;
  locale: string;
  disabledAt: Date | null;
  createdAt: Date;
  lastSignInAt: Date | null;
  version: number;
};
