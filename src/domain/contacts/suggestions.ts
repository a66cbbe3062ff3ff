// A register's news about a contact is taken or turned down by a person, field by field.

import type { Tx } from '../context.ts';
import { conflict } from '../errors.ts';
import { command } from '../operation.ts';
import { writeContact } from './commands.ts';
import { lockContact, readMarks, readValues, refreshAfter } from './records.ts';
import { type ContactField, contactSuggestions, unitOf } from './rules.ts';
import { AnswerContactSuggestion } from './schema.ts';

/** The register's value is shown from now on, and the field follows the register again. */
export const acceptContactSuggestion = command({
  name: 'contact.acceptSuggestion',
  input: AnswerContactSuggestion,
  allow: 'contact.write',
  async run(unit, { id, version, field }) {
    const { row, suggestion, marks } = await findSuggestion(unit.tx, id, version, field);
    const { [field]: _, ...others } = marks;
    const after = await writeContact(unit, id, suggestion.register, others);
    await refreshAfter(unit, row.associationId);
    unit.emit('contact.updated', {
      ids: [id],
      associations: [row.associationId],
      details: {
        contactId: id,
        name: row.name,
        accepted: field,
        before: suggestion.mine,
        after: suggestion.register,
      },
    });
    return { id, version: after.version };
  },
});

/** The person's value stays, and this register value is not offered again. */
export const keepMyContact = command({
  name: 'contact.keepMine',
  input: AnswerContactSuggestion,
  allow: 'contact.write',
  async run(unit, { id, version, field }) {
    const { row, suggestion, marks } = await findSuggestion(unit.tx, id, version, field);
    const mark = { ...marks[field], kept: unitOf(suggestion.register, field) };
    const after = await writeContact(unit, id, {}, { ...marks, [field]: mark });
    unit.emit('contact.updated', {
      ids: [id],
      associations: [row.associationId],
      details: { contactId: id, name: row.name, kept: field, declined: suggestion.register },
    });
    return { id, version: after.version };
  },
});

async function findSuggestion(tx: Tx, id: string, version: number, field: ContactField) {
  const row = await lockContact(tx, id, version);
  const marks = readMarks(row);
  const suggestion = contactSuggestions({ ...readValues(row), register: row.register, person: marks }).find(
    (one) => one.field === field,
  );
  if (!suggestion) throw conflict('suggestionGone');
  return { row, suggestion, marks };
}
