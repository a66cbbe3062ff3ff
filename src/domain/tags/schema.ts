// Tags are few, named once, and coloured from the palette that both themes can show.
import { z } from 'zod';
import { hasPersonalId } from '#lib/personal-id.ts';
import { withoutControls } from '#lib/text.ts';
import { tagColours } from './rules.ts';

export const ListTags = z.strictObject({});
export const CreateTag = z.strictObject({
  name: z
    .string()
    .overwrite(withoutControls)
    .trim()
    .min(1, 'name')
    .max(40, { message: 'name', abort: true })
    .refine((text) => !hasPersonalId(text), 'personalNumber'),
  colour: z.enum(tagColours).default('neutral'),
  category: z
    .string()
    .trim()
    .min(1)
    .max(40, { abort: true })
    .refine((text) => !hasPersonalId(text), 'personalNumber')
    .nullish(),
});
/** `from`: what the person saw, so that a tag which a colleague set meanwhile stays. */
export const AssignTags = z.strictObject({
  associationId: z.uuid(),
  tagIds: z.array(z.uuid()).max(50),
  from: z.array(z.uuid()).max(50).optional(),
});
