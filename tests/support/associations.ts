// Associations for tests: made by the product's own command, then given what only imports or moves would give.
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { createAssociation } from '#domain/associations/edit.ts';
import { refreshIndex } from '#domain/associations/records.ts';
import type { CreateAssociation } from '#domain/associations/schema.ts';
import type { Context } from '#domain/context.ts';
import type { Prisma } from '#prisma/client.ts';

type Fields = Partial<z.input<typeof CreateAssociation>>;

/** A new association in Stockholm, unless the fields say otherwise; `columns` are set past the command. */
export async function addAssociation(
  ctx: Context,
  fields: Fields = {},
  columns: Prisma.AssociationUncheckedUpdateInput = {},
): Promise<string> {
  const { id } = await createAssociation(ctx, {
    name: 'Testby IF',
    municipalityCode: '0180',
    // A test that wants two alike gets them.
    evenIfThere: true,
    ...fields,
  });
  if (Object.keys(columns).length > 0) await ctx.db.association.update({ where: { id }, data: columns });
  return id;
}

/** A contact of a register, as an import writes it. */
export async function addContact(
  { db }: Context,
  associationId: string,
  contact: {
    name: string;
    emails?: string[];
    phones?: { kind: string; number: string }[];
    isPrimary?: boolean;
  },
): Promise<void> {
  await db.contact.create({
    data: { id: crypto.randomUUID(), associationId, origin: 'REGISTER', isPrimary: true, ...contact },
  });
  await db.$transaction((tx) => refreshIndex(tx, [associationId]));
}

interface RegisterSays {
  /** Which register; the first one, unless told. */
  instance?: string;
  at?: string;
  incomplete?: boolean;
  missingSince?: string;
}

/**
 * What a register says of an association, as the last import of it left it. The first register is taken for the one that
 * brought the association: what was typed to add it counts as nobody's.
 */
export async function setRegisterValues(
  { db }: Context,
  associationId: string,
  fields: Prisma.InputJsonObject,
  {
    instance = 'bollnas.ibgo.se',
    at = '2026-01-15T08:00:00Z',
    incomplete = false,
    missingSince,
  }: RegisterSays = {},
): Promise<void> {
  if ((await db.sourceRecord.count({ where: { associationId } })) === 0)
    await db.associationOrigin.deleteMany({ where: { associationId } });
  const key = { platform: 'IBGO', instance, externalId: associationId } as const;
  const said = { fields, incomplete, missingSince: missingSince ?? null, lastSeenAt: at };
  await db.sourceRecord.upsert({
    where: { platform_instance_externalId: key },
    create: {
      id: uuidv7(),
      ...key,
      associationId,
      municipalityCode: '2183',
      raw: {},
      contentHash: '',
      fileRank: 0,
      firstSeenAt: at,
      runId: uuidv7(),
      ...said,
    },
    update: said,
  });
}
