// A person's word stands: an edit marks the field as theirs, and from then on a register can only suggest.
import { v7 as uuidv7 } from 'uuid';
import { actorId, type Tx, type Unit } from '../context.ts';
import { conflict, invalid, notFound } from '../errors.ts';
import { command } from '../operation.ts';
import { type PersonMark, type PersonMarks, type RegisterField, registerFields } from './fields.ts';
import { readOrigin, savePersonMarks } from './origin.ts';
import { findAssociation, lockAssociation, refreshIndex } from './records.ts';
import { refuseDuplicate } from './refuse-duplicate.ts';
import { AnswerSuggestion, type AssociationFields, CreateAssociation, UpdateAssociation } from './schema.ts';
import { isNothing, plainValues, registerValues, shownValues } from './shown-values.ts';
import { sameValue, suggestionsOf } from './suggestions.ts';

export const createAssociation = command({
  name: 'association.create',
  input: CreateAssociation,
  allow: 'association.write',
  async run(unit, { municipalityCode, evenIfThere, ...fields }) {
    const { tx, emit, now } = unit;
    const id = uuidv7();
    await requireMunicipality(tx, municipalityCode);
    if (!evenIfThere) await refuseDuplicate(tx, { ...fields, municipalityCode });
    await tx.association.create({
      data: {
        id,
        municipalityCode,
        ...fields,
        lastActivityAt: now(),
        listings: { create: { municipalityCode } },
      },
    });
    await savePersonMarks(tx, id, marksOf(unit, fields, { added: true }));
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
    await markAsMine(unit, id, changed);
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
    const { before, suggestion, person, sources } = await findSuggestion(tx, id, version, field);
    const { [suggestion.field]: _, ...others } = person;
    const value = shownValues(others, sources)[suggestion.field];
    if (suggestion.field === 'name' && !value) throw invalid('nameNeeded');
    const data: Record<string, unknown> = { [suggestion.field]: value };
    const after = await tx.association.update({ where: { id }, data: { ...data, ...touch(unit) } });
    await savePersonMarks(tx, id, others);
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
      await savePersonMarks(tx, id, {
        ...person,
        [suggestion.field]: { ...mark, kept: suggestion.register },
      });
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
  const { sources, person } = await readOrigin(tx, id);
  const register = plainValues(registerValues(sources));
  const suggestion = suggestionsOf(before, register, person).find((one) => one.field === field);
  if (!suggestion) throw conflict('suggestionGone');
  return { before, suggestion, person, sources };
}

/** What every change by a person sets. */
export const touch = ({ now }: Pick<Unit, 'now'>) => ({
  version: { increment: 1 },
  updatedAt: now(),
  lastActivityAt: now(),
});

const pick = <T extends object, K extends keyof T>(from: T, keys: K[]) =>
  Object.fromEntries(keys.map((key) => [key, from[key]]));

/** Marks for the register fields among `fields`; `more` goes into each. */
function marksOf({ actor, now }: Unit, fields: object, more: Pick<PersonMark, 'added'> = {}): PersonMarks {
  const mark = { at: now().toISOString(), by: actorId(actor), ...more };
  const written = Object.entries(fields).filter(
    ([field, value]) => field in registerFields && (!more.added || !isNothing(value)),
  );
  return Object.fromEntries(written.map(([field, value]) => [field, { ...mark, value }]));
}

// What the register said when the person wrote is thereby turned down: only a later move becomes a suggestion.
async function markAsMine(unit: Unit, id: string, fields: object): Promise<void> {
  const marks = marksOf(unit, fields);
  const marked = Object.entries(marks) as [RegisterField, PersonMark][];
  if (marked.length === 0) return;
  const { sources, person } = await readOrigin(unit.tx, id);
  const register = registerValues(sources);
  const turnedDown = marked.map(([field, mark]) => [
    field,
    { ...mark, kept: register[field]?.value ?? null },
  ]);
  await savePersonMarks(unit.tx, id, { ...person, ...Object.fromEntries(turnedDown) });
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
