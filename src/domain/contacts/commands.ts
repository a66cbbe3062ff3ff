// People to reach: whoever changes one sees what stands there, and there is always exactly one to turn to first.
import { v7 as uuidv7 } from 'uuid';
import type { Prisma } from '#prisma/client.ts';
import { lockAssociation } from '../associations/records.ts';
import { actorId, type Unit } from '../context.ts';
import { invalid } from '../errors.ts';
import { command } from '../operation.ts';
import { clearPrimary, ensurePrimary, lockContact, readMarks, readValues, refreshAfter } from './records.ts';
import { type ContactValues, changedContactFields, columnsOf, unitOf } from './rules.ts';
import { ContactId, CreateContact, isNamed, UpdateContact } from './schema.ts';

export const createContact = command({
  name: 'contact.create',
  input: CreateContact,
  allow: 'contact.write',
  async run(unit, { associationId, primary, phones, ...fields }) {
    const { tx, emit, now } = unit;
    await lockAssociation(tx, associationId);
    requireNamed({ ...fields, ...(phones && { phones }) });
    const id = uuidv7();
    if (primary) await clearPrimary(tx, associationId);
    await tx.contact.create({
      data: {
        id,
        associationId,
        ...definedOnly(fields),
        phones: asJson(phones ?? []),
        isPrimary: primary,
        origin: 'PERSON',
        createdAt: now(),
        updatedAt: now(),
      },
    });
    await ensurePrimary(tx, associationId);
    await refreshAfter(unit, associationId);
    emit('contact.created', {
      ids: [id],
      associations: [associationId],
      details: { contactId: id, name: fields.name ?? null, role: fields.role ?? null },
    });
    return { id };
  },
});

export const updateContact = command({
  name: 'contact.update',
  input: UpdateContact,
  allow: 'contact.write',
  quiet: 'a form saved without a change changes nothing',
  async run(unit, { id, version, fields }) {
    const { tx, emit, now, actor } = unit;
    const row = await lockContact(tx, id, version);
    const before = readValues(row);
    const patch = definedOnly(fields) as Partial<ContactValues>;
    const changed = changedContactFields(before, patch);
    if (changed.length === 0) return { id, version: row.version };
    requireNamed({ ...before, ...patch });
    const mark = { at: now().toISOString(), by: actorId(actor) ?? 'system' };
    const register = row.register as Partial<ContactValues> | null;
    // What the register said when the person wrote is thereby turned down: only a later move becomes a suggestion.
    const marks = register
      ? Object.fromEntries(
          changed.map((field) => [
            field,
            { ...mark, value: unitOf({ ...before, ...patch }, field), kept: unitOf(register, field) },
          ]),
        )
      : {};
    const after = await writeContact(unit, id, patch, { ...readMarks(row), ...marks });
    await refreshAfter(unit, row.associationId);
    emit('contact.updated', {
      ids: [id],
      associations: [row.associationId],
      details: {
        contactId: id,
        name: before.name,
        before: Object.assign({}, ...changed.map((field) => columnsOf(before, field))),
        after: Object.assign({}, ...changed.map((field) => columnsOf({ ...before, ...patch }, field))),
      },
    });
    return { id, version: after.version };
  },
});

/** Writes values and marks; raises the version. */
export function writeContact({ tx, now }: Unit, id: string, values: Partial<ContactValues>, marks: object) {
  const { phones, ...others } = values;
  return tx.contact.update({
    where: { id },
    data: {
      ...others,
      ...(phones && { phones: asJson(phones) }),
      person: asJson(marks),
      version: { increment: 1 },
      updatedAt: now(),
    },
  });
}

/** The last word wins: two people who choose at once leave one primary, and both are in the log. */
export const setPrimaryContact = command({
  name: 'contact.setPrimary',
  input: ContactId,
  allow: 'contact.write',
  quiet: 'whoever is primary already stays so',
  async run(unit, { id }) {
    const { tx, emit } = unit;
    const { isPrimary, associationId, name } = await lockContact(tx, id);
    if (isPrimary) return { id };
    const old = await clearPrimary(tx, associationId);
    await tx.contact.update({ where: { id }, data: { isPrimary: true } });
    await refreshAfter(unit, associationId);
    emit('contact.updated', {
      ids: old ? [id, old.id] : [id],
      associations: [associationId],
      details: { contactId: id, name, before: { primary: old?.name ?? null }, after: { primary: name } },
    });
    return { id };
  },
});

/** To the trash. The next one becomes primary; the mark stays on the deleted row, so that a restore brings it back. */
export const deleteContact = command({
  name: 'contact.delete',
  input: ContactId,
  allow: 'contact.write',
  async run(unit, { id }) {
    const { tx, emit, now } = unit;
    const { associationId, name } = await lockContact(tx, id);
    await tx.contact.update({
      where: { id },
      data: { deletedAt: now(), updatedAt: now(), version: { increment: 1 } },
    });
    await ensurePrimary(tx, associationId);
    await refreshAfter(unit, associationId);
    emit('contact.deleted', { ids: [id], associations: [associationId], details: { contactId: id, name } });
    return { id };
  },
});

export const restoreContact = command({
  name: 'contact.restore',
  input: ContactId,
  allow: 'contact.write',
  async run(unit, { id }) {
    const { tx, emit, now } = unit;
    const { associationId, name, isPrimary } = await lockContact(tx, id, undefined, true);
    if (isPrimary) await clearPrimary(tx, associationId);
    await tx.contact.update({
      where: { id },
      data: { deletedAt: null, isPrimary, updatedAt: now(), version: { increment: 1 } },
    });
    await ensurePrimary(tx, associationId);
    await refreshAfter(unit, associationId);
    emit('contact.restored', { ids: [id], associations: [associationId], details: { contactId: id, name } });
    return { id };
  },
});

function requireNamed(values: Parameters<typeof isNamed>[0]): void {
  if (!isNamed(values))
    throw invalid('invalidInput', { fields: [{ path: 'fields.name', message: 'empty' }] });
}

const asJson = (value: unknown) => value as Prisma.InputJsonValue;

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const definedOnly = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
