import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { liveSignal } from './live.ts';

const ids = (count: number) => Array.from({ length: count }, () => randomUUID());

it('tells whose timeline a change stands on, where that is not the thing itself', () => {
  const [note = '', association = ''] = ids(2);
  const event = { name: 'note.added', entity: 'note', ids: [note], associations: [association] };
  expect(JSON.parse(liveSignal(event))).toEqual(event);
  const own = { name: 'association.tagged', entity: 'association', ids: [association] };
  expect(JSON.parse(liveSignal({ ...own, associations: [association] }))).toEqual(own);
});

it('fits the channel however much changed, and says that there is more', () => {
  const text = liveSignal({
    name: 'association.suggestionAccepted',
    entity: 'contact',
    ids: ids(500),
    associations: ids(500),
    requestId: randomUUID(),
  });
  expect(Buffer.byteLength(text)).toBeLessThan(8_000);
  expect(JSON.parse(text)).toMatchObject({ many: true });
});
