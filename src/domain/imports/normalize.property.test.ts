import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawContact, rawRow } from './fixture.ts';
import { normalizeRecord } from './normalize.ts';
import { ISSUE_CODES, type NormalizedRecord } from './record.ts';

// Text that is likelier than chance to hit a rule: pieces of addresses, numbers, markup and the registers' own faults.
const piece = fc.constantFrom(
  'Anna',
  'ek',
  ' och ',
  ', ',
  '/',
  'Stäng',
  'ordförande',
  '@',
  'x.example',
  '.se',
  'www.',
  'https://',
  '070',
  '1740606',
  '121212',
  '-',
  '1212',
  '+46',
  '<b>',
  '</b>',
  '&amp;',
  '\u0000',
  '\ud800',
  '\u00a0',
  '\r\n',
  '...',
  '(',
  ')',
  ' ',
  'å',
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join('')),
  fc.string(),
  fc.string({ unit: 'binary' }),
);
const value = fc.oneof(
  { weight: 5, arbitrary: text },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);
const row = fc
  .record({
    source_system: fc.oneof(fc.constantFrom('FRI', 'IBGO', 'RBOK', 'ActorSmartbook'), text),
    name: text,
    types: fc.oneof(fc.array(value, { maxLength: 4 }), value),
    activities: fc.oneof(fc.array(value, { maxLength: 4 }), value),
    email: value,
    phone: value,
    org_number: value,
    homepage_url: value,
    detail_url: value,
    description: fc.oneof(
      value,
      fc.record({
        free_text: value,
        sections: fc.oneof(
          value,
          fc.array(fc.record({ title: value, data: value, label: value, items: value }), { maxLength: 2 }),
        ),
      }),
    ),
    contacts: fc.array(fc.tuple(value, value, value, value), { maxLength: 4 }),
    extras: fc.oneof(
      value,
      fc.record({
        contact_lines: value,
        founded_year: value,
        contact_phones: value,
        ibgo_id: value,
        api_id: value,
        age_ranges: value,
      }),
    ),
  })
  .map(({ source_system, contacts, extras, ...association }) => ({
    ...rawRow({ source_system, association, contacts: contacts.map((contact) => rawContact(...contact)) }),
    extras,
  }));

function check(record: NormalizedRecord): void {
  const { association, contacts, issues } = record;
  const stored = JSON.stringify(record);
  expect(stored).not.toMatch(/\\u0000|\\ud[89a-f]/i);
  expect(stored).not.toMatch(/(?<!\d)(?:19|20)?121212-1212(?!\d)/);
  expect(association.name).not.toBe('');
  expect(association.name.length).toBeLessThanOrEqual(300);
  if (association.orgNumber !== null) expect(association.orgNumber).toMatch(/^\d\d[2-9]\d{3}-\d{4}$/);
  if (association.postalCode !== null) expect(association.postalCode).toMatch(/^\d{3} \d\d$/);
  for (const url of [
    association.homepageUrl,
    record.sourceUrl,
    ...contacts.flatMap((contact) => contact.links),
  ]) {
    if (url !== null) expect(url).toMatch(/^https?:\/\//);
  }
  expect(new Set(contacts.map((contact) => contact.key)).size).toBe(contacts.length);
  for (const contact of contacts) {
    expect(contact.key).not.toBe('');
    expect(contact.name).not.toBe('');
    expect(contact.name).not.toBe('Stäng');
  }
  for (const issue of issues) {
    expect(ISSUE_CODES).toContain(issue.code);
    expect(issue.value.length).toBeLessThanOrEqual(200);
  }
}

// Generating the rows takes longer than reading them; a busy machine needs more than the usual five seconds.
describe('normalizeRecord', { timeout: 30_000 }, () => {
  it('never throws on any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => {
        expect(normalizeRecord(json)).toHaveProperty('ok');
      }),
      { numRuns: 200 },
    );
  });

  it('gives storable, bounded fields without personal identity numbers for any row', () => {
    fc.assert(
      fc.property(row, (raw) => {
        const result = normalizeRecord(raw);
        if (result.ok) check(result.record);
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same answer twice, and for its own raw record', () => {
    fc.assert(
      fc.property(row, (raw) => {
        const first = normalizeRecord(raw);
        expect(normalizeRecord(structuredClone(raw))).toEqual(first);
        if (!first.ok) return;
        const again = normalizeRecord(first.record.raw);
        expect(again.ok && again.record.association.name).toBe(first.record.association.name);
      }),
      { numRuns: 100 },
    );
  });
});
