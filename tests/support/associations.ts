// Associations for tests: made by the product's own command, then given what only imports or moves would give.
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

/** What the register says of an association, as the last import left it. */
export async function setRegisterValues(
  { db }: Context,
  associationId: string,
  register: Prisma.InputJsonObject,
): Promise<void> {
  await db.associationOrigin.update({
    where: { associationId },
    data: { register, registeredAt: new Date('2026-01-15T08:00:00Z') },
  });
}
