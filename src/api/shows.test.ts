import { expect, it } from 'vitest';
import { type Change, everything, isAffected, ownSave, type Shows } from './shows.ts';

const query = (shows?: Shows) => ({
  queryKey: [['any', 'thing'], { type: 'query' }],
  meta: shows && { shows },
});
const record = query({ association: 'a', after: ['user.updated'] });
const notes = query({ after: ['note.*'] });
const change = (name: string, ids: string[], more: Partial<Change> = {}): Change => ({
  name,
  entity: name.slice(0, name.indexOf('.')),
  ids,
  ...more,
});

it('what shows one association is read again after whatever happens to it, and to no other', () => {
  expect(isAffected(record, change('association.tagged', ['a']))).toBe(true);
  expect(isAffected(record, change('association.tagged', ['b']))).toBe(false);
  expect(isAffected(record, change('contact.updated', ['c'], { associations: ['a'] }))).toBe(true);
  expect(isAffected(record, change('contact.updated', ['a'], { associations: ['b'] }))).toBe(false);
  expect(isAffected(record, change('user.updated', ['u']))).toBe(true);
  expect(isAffected(record, change('user.signedIn', ['u']))).toBe(false);
});

it('a change of more than is told may be of this one', () => {
  expect(isAffected(record, change('association.tagged', ['b'], { many: true }))).toBe(true);
  expect(isAffected(record, change('note.added', ['n'], { many: true, associations: ['b'] }))).toBe(true);
  expect(isAffected(record, change('user.signedIn', ['u'], { many: true }))).toBe(false);
  expect(isAffected(record, ownSave)).toBe(true);
});

it('a list is read again after the events it names', () => {
  expect(isAffected(notes, change('note.added', ['n']))).toBe(true);
  expect(isAffected(notes, change('contact.created', ['c']))).toBe(false);
  expect(isAffected(query({}), change('contact.created', ['c']))).toBe(false);
});

it('after a gap everything of the API is read again, and what does not say what it shows always', () => {
  for (const each of [record, notes, query({}), query()]) expect(isAffected(each, everything)).toBe(true);
  expect(isAffected(query(), change('note.added', ['n']))).toBe(true);
  expect(isAffected({ queryKey: ['theme'], meta: undefined }, everything)).toBe(false);
});
