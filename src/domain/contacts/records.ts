// Contacts are read and changed under their association's lock, so that neither an import nor a colleague is overrun.

import { lockAssociation, refreshIndex } from '../associations/records.ts';
import type { Tx, Unit } from '../context.ts';
import { conflict, notFound } from '../errors.ts';
import { findLastChange } from '../last-change.ts';
import type { ContactMarks, ContactValues } from './rules.ts';

/** A contact of a living association, both locked; with a version, the one the person saw or a conflict with what stands now. */
export async function lockContact(tx: Tx, id: string, version?: number, trashed = false) {
  const found = await tx.contact.findUnique({ where: { id }, select: { associationId: true } });
  if (!found) throw notFound('contact');
  await lockAssociation(tx, found.associationId);
  const contact = await tx.contact.findUnique({ where: { id } });
  if (!contact || (contact.deletedAt !== null) !== trashed) throw notFound('contact');
  if (version !== undefined && contact.version !== version) {
    throw conflict('changedMeanwhile', {
      version: contact.version,
      current: readValues(contact),
      last: await findLastChange(tx, found.associationId, { entity: 'contact', id }),
    });
  }
  return contact;
}

type Row = Awaited<ReturnType<typeof lockContact>>;

export const readValues = (row: Row): ContactValues => ({
  name: row.name,
  role: row.role,
  roleText: row.roleText,
  emails: row.emails,
  phones: row.phones as unknown as ContactValues['phones'],
  links: row.links,
});

export const readMarks = (row: Row): ContactMarks => row.person as unknown as ContactMarks;

/** The association was worked on; its version stays, so that nobody's open form becomes a conflict over this. */
export async function markActivity(
  { tx, now }: Pick<Unit, 'tx' | 'now'>,
  associationId: string,
): Promise<void> {
  await tx.association.update({
    where: { id: associationId },
    data: { lastActivityAt: now(), updatedAt: now() },
  });
}

export async function refreshAfter(unit: Pick<Unit, 'tx' | 'now'>, associationId: string): Promise<void> {
  await markActivity(unit, associationId);
  await refreshIndex(unit.tx, [associationId]);
}

const primaryOf = { isPrimary: true, deletedAt: null } as const;

/** Takes the mark off everybody, also off those in the trash: they would bring it back. Null when nobody had it. */
export async function clearPrimary(tx: Tx, associationId: string) {
  const old = await tx.contact.findFirst({
    where: { associationId, ...primaryOf },
    select: { id: true, name: true },
  });
  await tx.contact.updateMany({ where: { associationId, isPrimary: true }, data: { isPrimary: false } });
  return old;
}

/** Exactly one living primary where there is anybody: else the first that a register still names. */
export async function ensurePrimary(tx: Tx, associationId: string): Promise<void> {
  if (await tx.contact.findFirst({ where: { associationId, ...primaryOf }, select: { id: true } })) return;
  const next = await tx.contact.findFirst({
    where: { associationId, deletedAt: null },
    orderBy: [{ missingSince: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    select: { id: true },
  });
  if (next) await tx.contact.update({ where: { id: next.id }, data: { isPrimary: true } });
}
