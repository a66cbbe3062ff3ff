// What may be asked of associations and written on them: the operations check by these schemas, and the form before it sends.
import { z } from 'zod';
import { swedishNumber } from '#lib/fold.ts';
import { parseOrgNumber } from '#lib/org-number.ts';
import { hasPersonalId } from '#lib/personal-id.ts';
import { parsePhones } from '#lib/phone-parse.ts';
import { withoutControls } from '#lib/text.ts';
import { parseWebAddress } from '#lib/url.ts';
import { CursorText, PageSize } from '../paging.ts';
import { crmStatuses, openStages, pipelineStages, sortKeys } from './rules.ts';

export const CrmStatus = z.enum(crmStatuses);
export const PipelineStage = z.enum(pipelineStages);

export const SortKey = z.enum(sortKeys);

const MunicipalityCode = z.string().regex(/^\d{4}$/);
const list = <T extends z.ZodType>(of: T) => z.array(of).max(300).default([]);

export const AssociationFilter = z.strictObject({
  q: z.string().trim().max(200).default(''),
  municipality: list(MunicipalityCode),
  type: list(z.string().min(1).max(200)),
  status: list(CrmStatus),
  stage: list(PipelineStage),
  /** User ids, and `none` for those without an owner. */
  owner: list(z.union([z.uuid(), z.literal('none')])),
  hasEmail: z.boolean().nullable().default(null),
});
export type AssociationFilter = z.output<typeof AssociationFilter>;

export const ListAssociations = AssociationFilter.extend({
  sort: SortKey.default('name'),
  order: z.enum(['asc', 'desc']).default('asc'),
  limit: PageSize,
  cursor: CursorText.nullish(),
});
export type ListAssociations = z.output<typeof ListAssociations>;

export const ReadChangedRows = ListAssociations.omit({ limit: true }).extend({
  ids: z.array(z.uuid()).min(1).max(50),
});

export const AssociationId = z.strictObject({ id: z.uuid() });

const line = (max: number) =>
  z
    .string()
    .overwrite(withoutControls)
    .trim()
    .max(max, { abort: true })
    .transform((text) => (text === '' ? null : text))
    .nullable();
// A personal identity number is refused wherever text is free, never stored.
const harmless = (text: string | null) => text === null || !hasPersonalId(text);
const harmlessPhone = (text: string | null) => text === null || !hasPersonalId(text, 'phone');
/** A number is kept as registers' are, so that it is found however it is written; other text stays as it was typed. */
function asNumber(text: string | null): string | null {
  if (text === null) return null;
  const { numbers } = parsePhones(text);
  return (numbers.length === 1 ? numbers[0] : undefined) ?? swedishNumber(text) ?? text;
}
const prose = (max: number) => line(max).refine(harmless, 'personalNumber');
const entry = (max: number) => z.string().overwrite(withoutControls).trim().min(1).max(max, { abort: true });
/** Each once, in the order they were typed. */
const lines = (max: number) =>
  z
    .array(entry(max).refine(harmless, 'personalNumber'))
    .max(100)
    .transform((texts) => [...new Set(texts)]);

/** Every message is a key below `associations.invalid`. */
export const OrgNumber = line(20).transform((text, context) => {
  if (text === null) return null;
  const read = parseOrgNumber(text);
  if (read.kind === 'valid') return read.orgNumber;
  context.addIssue({ code: 'custom', message: read.kind === 'personal' ? 'orgNumberPersonal' : 'orgNumber' });
  return z.NEVER;
});

const Email = line(254)
  .refine((text) => text === null || z.email().safeParse(text).success, 'email')
  .refine(harmless, 'personalNumber');
/** Made whole as a register's is; an address with a password in it, or a host without a dot, is none. */
const HomepageUrl = line(500)
  .transform((text, context) => {
    const url = text === null ? null : parseWebAddress(text);
    if (text === null || url !== null) return url;
    context.addIssue({ code: 'custom', message: 'homepageUrl' });
    return z.NEVER;
  })
  .refine(harmless, 'personalNumber');
const PostalCode = line(10)
  .transform((text) => text?.replace(/^(?:SE-?)?\s*(\d{3})\s*(\d{2})$/i, '$1 $2') ?? null)
  .refine((text) => text === null || /^\d{3} \d{2}$/.test(text), 'postalCode');
const FiscalYearStart = line(5)
  .transform((text) => text?.replace('-', '') ?? null)
  .refine((text) => text === null || /^(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(text), 'fiscalYearStart');
const FoundedYear = z.int('foundedYear').min(1500, 'foundedYear').max(2100, 'foundedYear').nullable();

/** The fields a person edits. Empty text means no value. */
export const AssociationFields = z.strictObject({
  name: z
    .string()
    .overwrite(withoutControls)
    .trim()
    .min(1, 'name')
    .max(300, 'name')
    .refine(harmless, 'personalNumber'),
  orgNumber: OrgNumber,
  types: lines(200),
  activities: lines(200),
  categories: lines(200),
  targetGroups: lines(200),
  homepageUrl: HomepageUrl,
  streetAddress: prose(300),
  postalCode: PostalCode,
  city: prose(200),
  email: Email,
  otherEmails: z.array(z.email('email').max(254).refine(harmless, 'personalNumber')).max(20),
  phone: line(60).refine(harmlessPhone, 'personalNumber').transform(asNumber),
  otherPhones: z
    .array(
      entry(60)
        .refine(harmlessPhone, 'personalNumber')
        .transform((text) => asNumber(text) ?? text),
    )
    .max(100),
  descriptionText: prose(20_000),
  foundedYear: FoundedYear,
  fiscalYearStart: FiscalYearStart,
  nationalAffiliation: prose(200),
  otherInformation: prose(20_000),
});
export type AssociationFields = z.output<typeof AssociationFields>;

export const CreateAssociation = AssociationFields.partial().extend({
  name: AssociationFields.shape.name,
  municipalityCode: MunicipalityCode,
  /** The person was shown the one with the same name, place and number, and wants a second. */
  evenIfThere: z.boolean().default(false),
});
export const UpdateAssociation = z.strictObject({
  id: z.uuid(),
  version: z.int().min(1),
  fields: AssociationFields.partial(),
  municipalityCode: MunicipalityCode.optional(),
});

const OnVersion = AssociationId.extend({ version: z.int().min(1) });
export const SetStatus = OnVersion.extend({
  status: CrmStatus,
  /** For one who becomes a member: the first day of the membership; today in Sweden when it is left out. */
  memberSince: z.iso.date().optional(),
  /** For one who is member or lost no more: the stage to go on from. */
  stage: z.enum(openStages).optional(),
  /** Takes back the move that was just made: a membership that it began was never there. */
  takeBack: z.boolean().default(false),
});
export type SetStatus = z.output<typeof SetStatus>;
export const SetStage = OnVersion.extend({ stage: PipelineStage });
export const SetOwner = OnVersion.extend({ ownerId: z.uuid().nullable() });
export const AnswerSuggestion = OnVersion.extend({ field: z.string().max(60) });
export const ListTrash = z.strictObject({ limit: PageSize, cursor: CursorText.nullish() });
export const ListTimeline = z.strictObject({
  id: z.uuid(),
  limit: z.int().min(1).max(100).default(30),
  cursor: CursorText.nullish(),
});
