// Accounts, invitations and the set-up, as the browser reaches them.
import { expose, router } from '#api/trpc.ts';
import { acceptInvitation, readInvitation } from '#domain/users/accept-invitation.ts';
import { changePassword } from '#domain/users/change-password.ts';
import { disableUser, enableUser, setLocale, updateProfile, updateUser } from '#domain/users/commands.ts';
import {
  createPasswordLink,
  inviteUser,
  listInvitations,
  revokeInvitation,
} from '#domain/users/invitations.ts';
import { listAllUsers, listUsers, readMe } from '#domain/users/queries.ts';
import { completeSetup, readSetup } from '#domain/users/setup.ts';

export const userRouter = router({
  me: expose(readMe),
  list: expose(listUsers),
  listAll: expose(listAllUsers),
  update: expose(updateUser),
  disable: expose(disableUser),
  enable: expose(enableUser),
  updateProfile: expose(updateProfile),
  setLocale: expose(setLocale),
  changePassword: expose(changePassword),
});

export const invitationRouter = router({
  create: expose(inviteUser),
  createPasswordLink: expose(createPasswordLink),
  list: expose(listInvitations),
  revoke: expose(revokeInvitation),
  read: expose(readInvitation),
  accept: expose(acceptInvitation),
});

export const setupRouter = router({
  read: expose(readSetup),
  complete: expose(completeSetup),
});
