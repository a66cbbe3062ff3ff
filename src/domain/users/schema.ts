// What may be said about an account from outside: bounded, trimmed, and nothing beyond the listed fields.
import { z } from 'zod';
import { roles } from '#domain/permissions.ts';
import { isEmailAddress } from '#lib/email-address.ts';
import { hasPersonalId } from '#lib/personal-id.ts';
import { withoutControls } from '#lib/text.ts';

export const EmailAddress = z
  .string()
  .max(254, { abort: true })
  .trim()
  .toLowerCase()
  .refine(isEmailAddress, 'not an e-mail address')
  .refine((text) => !hasPersonalId(text), 'a personal identity number is never stored');
export const PersonName = z
  .string()
  .overwrite(withoutControls)
  .max(120, { abort: true })
  .trim()
  .min(1)
  .refine((text) => !hasPersonalId(text), 'a personal identity number is never stored');
export const Role = z.enum(roles);
export const Locale = z.enum(['sv', 'en']);
/** Whether it is good enough is said by `passwordProblem`, with its reason; this is the bound of what is read at all. */
export const Password = z.string().min(1).max(500);
export const Token = z.string().min(1).max(100);

export const Nothing = z.strictObject({}).optional();
export const UserId = z.strictObject({ id: z.uuid() });

export const UpdateUser = z.strictObject({
  id: z.uuid(),
  version: z.int().min(1),
  name: PersonName.optional(),
  role: Role.optional(),
  locale: Locale.optional(),
});
export const UpdateProfile = z.strictObject({ name: PersonName });
export const SetLocale = z.strictObject({ locale: Locale });

export const CreateUser = z.strictObject({
  email: EmailAddress,
  name: PersonName,
  role: Role,
  locale: Locale.default('sv'),
  password: Password,
});

/** Looser than EmailAddress in nothing but the form: what is no address is simply nobody's. */
export const SignIn = z.strictObject({
  email: z.string().max(254, { abort: true }).trim().toLowerCase().min(1),
  password: Password,
});
export const ChangePassword = z.strictObject({ currentPassword: Password, newPassword: Password });

export const InviteUser = z.strictObject({ email: EmailAddress, name: PersonName, role: Role });
export const InvitationToken = z.strictObject({ token: Token });
export const AcceptInvitation = z.strictObject({
  token: Token,
  name: PersonName.optional(),
  locale: Locale.default('sv'),
  password: Password,
});

export const SetupToken = z.strictObject({ token: Token.optional() });
export const CompleteSetup = z.strictObject({
  token: Token,
  email: EmailAddress,
  name: PersonName,
  locale: Locale.default('sv'),
  password: Password,
  /** Whether the generated sample is to be loaded; passed on in the details of `user.created`. */
  loadSample: z.boolean().default(false),
});

/** The details of the event `user.created`. `loadSample` comes from the set-up alone. */
export const UserCreated = z.object({
  role: Role,
  via: z.enum(['setup', 'invitation', 'command line']),
  loadSample: z.boolean().default(false),
});
export type UserCreated = z.input<typeof UserCreated>;
