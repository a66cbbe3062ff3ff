// A person's word stands: an edit marks the field as theirs, and from then on a register can only suggest.
import { v7 as uuidv7 } from 'uuid';
import { actorId, type Tx, type Unit } from '../context.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { command } from '../operation.ts';
import { planOnce } from '../plan-once.ts';
import { refuseDouble } from './double.ts';
import { type PersonMarks, type RegisterValues, registerFields } from './fields.ts';
import { findAssociation, lockAssociation, refreshIndex } from './records.ts';
import { AnswerSuggestion, type AssociationFields, CreateAssociation, UpdateAssociation } from './schema.ts';
import { sameValue, suggestionsOf } from './suggestions.ts';

export const createAssociation = command({
  name: 'association.create',
  input: CreateAssociation,
  allow: 'association.write',
  async run({ tx, emit, now }, { municipalityCode, evenIfThere, ...fields }) {
    const id = uuidv7();
    await requireMunicipality(tx, municipalityCode);
    if (!evenIfThere) {
      await refuseDouble(tx, { name: fields.name, municipalityCode, orgNumber: fields.orgNumber ?? null });
    }
    await tx.association.create({
      data: {
        id,
        municipalityCode,
        ...fields,
        lastActivityAt: now(),
        listings: { create: { municipalityCode } },
        origin: { create: {} },
      },
    });
    await refreshIndex(tx, [id]);
    emit('association.created', { ids: [id], associations: [id], details: { after: fields } });
    return { id };
  },
});

export const updateAssociation = command({
  name: 'association.update',
  input: UpdateAssociation,
  allow: 'association.write',
  quiet: 'a form saved without a change changes nothing',
  async run(unit, { id, version, fields, municipalityCode }) {
    const { tx, emit } = unit;
    const before = await lockAssociation(tx, id, version);
    const changed = Object.fromEntries(
      Object.entries(fields).filter(
        ([field, value]) =>
          value !== undefined && !sameValue(value, before[field as keyof AssociationFields]),
      ),
    ) as Partial<AssociationFields>;
    const moved = municipalityCode !== undefined && municipalityCode !== before.municipalityCode;
    const names = Object.keys(changed) as (keyof AssociationFields)[];
    if (names.length === 0 && !moved) return { id, version: before.version };
    if (moved) await moveTo(tx, id, municipalityCode);
    const after = await tx.association.update({
      where: { id },
      data: { ...changed, ...(moved && { municipalityCode }), ...touch(unit) },
    });
    await markAsMine(unit, id, names);
    await refreshIndex(tx, [id]);
    emit('association.updated', {
      ids: [id],
      associations: [id],
      details: {
        before: { ...pick(before, names), ...(moved && { municipalityCode: before.municipalityCode }) },
        after: { ...changed, ...(moved && { municipalityCode }) },
      },
    });
    return { id, version: after.version };
  },
});

/** The register's value takes the place of the person's, who asked for it; the field follows the register again. */
export const acceptSuggestion = command({
  name: 'association.acceptSuggestion',
  input: AnswerSuggestion,
  allow: 'association.write',
  async run(unit, { id, version, field }) {
    const { tx, emit } = unit;
    const { before, suggestion, person } = await findSuggestion(tx, id, version, field);
    const { [suggestion.field]: _, ...others } = person;
    const value =
      registerFields[suggestion.field].kind === 'texts' ? (suggestion.register ?? []) : suggestion.register;
    if (suggestion.field === 'name' && !value) throw invalid('nameNeeded');
    const data: Record<string, unknown> = { [suggestion.field]: value };
    const after = await tx.association.update({ where: { id }, data: { ...data, ...touch(unit) } });
    await savePerson(tx, id, others);
    await refreshIndex(tx, [id]);
    emit('association.suggestionAccepted', {
      ids: [id],
      associations: [id],
      details: {
        before: pick(before, [suggestion.field]),
        after: { [suggestion.field]: suggestion.register },
      },
    });
    return { id, version: after.version };
  },
});

/** The person's value stays, and this register value is not offered again. */
export const keepMine = command({
  name: 'association.keepMine',
  input: AnswerSuggestion,
  allow: 'association.write',
  async run({ tx, emit }, { id, version, field }) {
    const { before, suggestion, person } = await findSuggestion(tx, id, version, field);
    const mark = person[suggestion.field];
    if (mark)
      await savePerson(tx, id, { ...person, [suggestion.field]: { ...mark, kept: suggestion.register } });
    emit('association.suggestionKept', {
      ids: [id],
      associations: [id],
      details: {
        kept: pick(before, [suggestion.field]),
        declined: { [suggestion.field]: suggestion.register },
      },
    });
    return { id, version: before.version };
  },
});

async function findSuggestion(tx: Tx, id: string, version: number, field: string) {
  const before = await lockAssociation(tx, id, version);
  const { register, person } = await readOrigin(tx, id);
  const suggestion = suggestionsOf(before, register, person).find((one) => one.field === field);
  if (!suggestion) throw conflict('suggestionGone');
  return { before, suggestion, person };
}

/** What every change by a person sets. */
export const touch = ({ now }: Pick<Unit, 'now'>) => ({
  version: { increment: 1 },
  updatedAt: now(),
  lastActivityAt: now(),
});

const pick = <T extends object, K extends keyof T>(from: T, keys: K[]) =>
  Object.fromEntries(keys.map((key) => [key, from[key]]));

async function readOrigin(tx: Tx, id: string) {
  const origin = await tx.associationOrigin.findUnique({ where: { associationId: id } });
  return {
    register: (origin?.register ?? {}) as RegisterValues,
    person: (origin?.person ?? {}) as PersonMarks,
  };
}

const savePerson = (tx: Tx, id: string, person: PersonMarks) =>
  tx.$executeRaw`${planOnce}
    INSERT INTO association_origin (association_id, person) VALUES (${id}::uuid, ${JSON.stringify(person)}::jsonb)
    ON CONFLICT (association_id) DO UPDATE SET person = excluded.person`;

// What the register said when the person wrote is thereby turned down: only a later move becomes a suggestion.
async function markAsMine({ tx, actor, now }: Unit, id: string, fields: string[]): Promise<void> {
  const marked = fields.filter((field) => field in registerFields);
  if (marked.length === 0) return;
  const mark = JSON.stringify({ at: now().toISOString(), by: actorId(actor), kept: null });
  await tx.$executeRaw`${planOnce}
    INSERT INTO association_origin AS o (association_id, person)
    SELECT ${id}::uuid, jsonb_object_agg(field, ${mark}::jsonb) FROM unnest(${marked}::text[]) AS field
    ON CONFLICT (association_id) DO UPDATE SET person = o.person || (
      SELECT jsonb_object_agg(field, ${mark}::jsonb || jsonb_build_object('kept', o.register -> field))
      FROM unnest(${marked}::text[]) AS field)`;
}

async function requireMunicipality(tx: Tx, code: string): Promise<void> {
  if (!(await tx.municipality.findUnique({ where: { code }, select: { code: true } })))
    throw notFound('municipality');
}

async function moveTo(tx: Tx, id: string, code: string): Promise<void> {
  await requireMunicipality(tx, code);
  const { municipalityCode } = await findAssociation(tx, id);
  await tx.$executeRaw`
    INSERT INTO association_listing (municipality_code, association_id) VALUES (${code}, ${id}::uuid) ON CONFLICT DO NOTHING`;
  // The old place goes only where no register lists the association there.
  await tx.$executeRaw`
    DELETE FROM association_listing l WHERE l.association_id = ${id}::uuid AND l.municipality_code = ${municipalityCode}
      AND NOT EXISTS (SELECT 1 FROM source_record s WHERE s.association_id = l.association_id AND s.municipality_code = l.municipality_code)`;
}
