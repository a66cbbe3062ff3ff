import { expect, it } from 'vitest';
import { isAffected } from './live-queries.ts';

const list = { queryKey: [['association', 'list'], { input: { text: 'golf' }, type: 'infinite' }] };
const record = (id: string) => ({ queryKey: [['association', 'get'], { input: { id }, type: 'query' }] });
const users = { queryKey: [['user', 'list'], { type: 'query' }] };

it('reads lists of the changed entity again, and leaves the others', () => {
  const change = { entity: 'association', ids: ['a'] };
  expect(isAffected(list, change)).toBe(true);
  expect(isAffected(users, change)).toBe(false);
});

it('reads one record again only when it is among the changed', () => {
  expect(isAffected(record('a'), { entity: 'association', ids: ['a'] })).toBe(true);
  expect(isAffected(record('b'), { entity: 'association', ids: ['a'] })).toBe(false);
  expect(isAffected(record('b'), { entity: 'association', ids: ['a'], many: true })).toBe(true);
});

it('reads an association again when one of its contacts changed, whose id says nothing', () => {
  expect(isAffected(record('b'), { entity: 'contact', ids: ['c'] })).toBe(true);
});

it('reads everything again after a gap, and for an entity it does not know', () => {
  for (const entity of ['*', 'comet']) {
    for (const query of [list, users, record('b')]) expect(isAffected(query, { entity, ids: [] })).toBe(true);
  }
});

it('reads the open invitations again when one of them became an account', () => {
  const invitations = { queryKey: [['invitation', 'list'], { type: 'query' }] };
  expect(isAffected(invitations, { entity: 'user', ids: ['u'] })).toBe(true);
  expect(isAffected(invitations, { entity: 'note', ids: ['n'] })).toBe(false);
});

it('leaves queries alone that are not the API’s', () => {
  expect(isAffected({ queryKey: ['theme'] }, { entity: '*', ids: [] })).toBe(false);
});
