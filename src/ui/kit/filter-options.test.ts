import { describe, expect, it } from 'vitest';
import { filterOptions } from './filter-options.ts';

const options = [
  { label: 'Malmö', hint: 'Skåne' },
  { label: 'Östersund', hint: 'Jämtland' },
  { label: 'Sundsvall', hint: 'Västernorrland' },
];

describe('filterOptions', () => {
  it('keeps the given order without a query', () => {
    expect(filterOptions(options, '  ')).toEqual(options);
  });

  it('puts what begins with the query first', () => {
    expect(filterOptions(options, 'sund').map((o) => o.label)).toEqual(['Sundsvall', 'Östersund']);
  });

  it('finds å, ä, ö with and without their marks, and the hint', () => {
    expect(filterOptions(options, 'ost').map((o) => o.label)).toEqual(['Östersund']);
    expect(filterOptions(options, 'ÖST').map((o) => o.label)).toEqual(['Östersund']);
    expect(filterOptions(options, 'skåne').map((o) => o.label)).toEqual(['Malmö']);
  });
});
