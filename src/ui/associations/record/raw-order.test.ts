import { expect, it } from 'vitest';
import { inReadingOrder } from './raw-order.ts';

it('shows the association, its contacts and the extras before the rest, which keeps its order', () => {
  const row = { extras: {}, contacts: [], scraped_at: '', association: {}, municipality: '' };
  const names = inReadingOrder(row).map(([name]) => name);
  expect(names).toEqual(['association', 'contacts', 'extras', 'scraped_at', 'municipality']);
});

it('leaves a list as it was written', () => {
  expect(inReadingOrder(['b', 'a']).map(([, value]) => value)).toEqual(['b', 'a']);
});
