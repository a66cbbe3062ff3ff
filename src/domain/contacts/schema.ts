// What may be said about a person to reach: addresses that work, numbers that can be dialled, never a personal number.
import { z } from 'zod';
import { isEmailAddress } from '#lib/email-address.ts';
import { hasPersonalId } from '#lib/personal-id.ts';
import { parsePhones } from '#lib/phone-parse.ts';
import { withoutControls } from '#lib/text.ts';
import { parseWebAddress } from '#lib/url.ts';
import { contactFields, contactRoles, phoneKinds } from './rules.ts';

export const ContactRole = z.enum(contactRoles);
export const PhoneKind = z.enum(phoneKinds);

// Every message is a key below `contacts.invalid`.
const line = (max: number) =>
  z
    .string()
    .overwrite(withoutControls)
    .trim()
    .max(max, { message: 'tooLong', abort: true })
    .refine((text) => !hasPersonalId(text), 'personalNumber')
    .transform((text) => (text === '' ? null : text))
    .nullable();

const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { message: 'email', abort: true })
  .refine(isEmailAddress, 'email')
  .refine((text) => !hasPersonalId(text), 'personalNumber');

/** E.164. One field is one number; text that is none is refused with what would be right. */
const PhoneNumber = z
  .string()
  .trim()
  .max(60, 'phone')
  .transform((text, context) => {
    const { numbers } = parsePhones(text);
    if (numbers.length === 1 && numbers[0] !== undefined && !hasPersonalId(text, 'phone')) return numbers[0];
    context.addIssue({ code: 'custom', message: 'phone' });
    return z.NEVER;
  });

const Link = z
  .string()
  .trim()
  .max(500, 'link')
  .transform((text, context) => {
    const address = parseWebAddress(text);
    if (address !== null && !hasPersonalId(text)) return address;
    context.addIssue({ code: 'custom', message: 'link' });
    return z.NEVER;
  });

export const Phone = z.strictObject({ kind: PhoneKind, number: PhoneNumber });

export const ContactFields = z.strictObject({
  name: line(200),
  role: ContactRole.nullable(),
  roleText: line(200),
  emails: z.array(Email).max(20, 'tooMany'),
  phones: z.array(Phone).max(20, 'tooMany'),
  links: z.array(Link).max(20, 'tooMany'),
});
export type ContactFields = z.output<typeof ContactFields>;

/** At least one thing to know the contact by. */
export const isNamed = ({ name, emails, phones }: Partial<ContactFields>) =>
  Boolean(name) || (emails?.length ?? 0) > 0 || (phones?.length ?? 0) > 0;

export const CreateContact = ContactFields.partial().extend({
  associationId: z.uuid(),
  primary: z.boolean().default(false),
});
export const UpdateContact = z.strictObject({
  id: z.uuid(),
  version: z.int().min(1),
  fields: ContactFields.partial(),
});
export const ContactId = z.strictObject({ id: z.uuid() });
export const AnswerContactSuggestion = z.strictObject({
  id: z.uuid(),
  version: z.int().min(1),
  field: z.enum(contactFields),
});
