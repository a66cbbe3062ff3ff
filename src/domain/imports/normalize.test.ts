import { describe, expect, it } from 'vitest';
import { rawContact, rawRow } from './fixture.ts';
import { normalizeRecord } from './normalize.ts';
import type { NormalizedRecord } from './record.ts';

function normalized(raw: unknown): NormalizedRecord {
  const result = normalizeRecord(raw);
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.record;
}
const association = (over: Record<string, unknown>, extras: Record<string, unknown> = {}) =>
  normalized(rawRow({ association: over, extras })).association;
const codes = (record: NormalizedRecord) => record.issues.map((issue) => issue.code);

it('reads a plain row without an issue', () => {
  expect(
    normalized(rawRow({ contacts: [rawContact('Anna testlund', 'anna@testby.example', '0701740606')] })),
  ).toMatchObject({
    platform: 'FRI',
    instance: 'fri.testby.example',
    externalId: 'TESTBY',
    municipalityName: 'Testby',
    scrapedAt: '2025-10-27T05:14:12.854Z',
    sourceUrl: 'https://fri.testby.example/forening/visa.aspx?id=TESTBY',
    incomplete: false,
    naturalPerson: false,
    association: {
      name: 'Testby IF',
      types: ['Idrottsförening'],
      postalCode: '123 45',
      email: 'info@testby.example',
    },
    contacts: [
      { key: 'anna testlund', name: 'Anna Testlund', phones: [{ kind: 'mobile', number: '+46701740606' }] },
    ],
    issues: [],
  });
});

describe('a row that is no record', () => {
  it.each([
    [null, 'not_an_object'],
    [[], 'not_an_object'],
    ['x', 'not_an_object'],
    [{}, 'no_association'],
    [{ association: [] }, 'no_association'],
    [rawRow({ association: { name: '  ' } }), 'no_name'],
    [rawRow({ association: { name: '---' } }), 'no_name'],
    [rawRow({ source_system: null }), 'no_source_system'],
    [rawRow({ municipality: '' }), 'no_municipality'],
    [rawRow({ scrape_run_id: null }), 'no_scrape_run'],
    [rawRow({ scraped_at: 'i går' }), 'no_scraped_at'],
    [rawRow({ scraped_at: '0000-01-01T00:00:00.000Z' }), 'no_scraped_at'],
    [rawRow({ scraped_at: '9999-12-31T00:00:00.000Z' }), 'no_scraped_at'],
    [rawRow({ scraped_at: '2025-02-31T25:00:00Z' }), 'no_scraped_at'],
  ])('%# is refused as %s', (raw, reason) => {
    expect(normalizeRecord(raw)).toMatchObject({ ok: false, reason });
  });

  it('is refused when it nests too deep', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 60; level += 1) deep = [deep];
    expect(normalizeRecord(rawRow({ extras: { deep } }))).toMatchObject({ ok: false, reason: 'too_deep' });
  });
});

describe('time', () => {
  it.each([
    ['2025-10-27T05:14:12Z', '2025-10-27T05:14:12.000Z'],
    ['2025-10-27 05:14', '2025-10-27T05:14:00.000Z'],
    ['2025-10-27T06:14:12+0100', '2025-10-27T05:14:12.000Z'],
    ['2025-10-26T02:30:00.123456', '2025-10-26T02:30:00.123Z'],
  ])('%s is %s, whatever zone the machine is in', (scraped_at, iso) => {
    expect(normalized(rawRow({ scraped_at })).scrapedAt).toBe(iso);
  });
});

describe('links', () => {
  it('repairs the page an FRI link was joined to', () => {
    const detail_url = 'https://fri.testby.example/forening/default.aspx/visa.aspx?id=TESTBY';
    expect(normalized(rawRow({ association: { detail_url } })).sourceUrl).toBe(
      'https://fri.testby.example/forening/visa.aspx?id=TESTBY',
    );
  });

  it('never takes the site of an Actor row for a source link, but for the homepage', () => {
    const actor = (detail_url: unknown) =>
      normalized(
        rawRow({ source_system: 'ActorSmartbook', association: { detail_url }, extras: { api_id: 7 } }),
      );
    expect(actor('www.testby.example')).toMatchObject({
      platform: 'ACTOR',
      instance: 'municipality:testby',
      externalId: '7',
      sourceUrl: null,
      association: { homepageUrl: 'https://www.testby.example' },
    });
    expect(actor('')).toMatchObject({ sourceUrl: null, association: { homepageUrl: null } });
  });

  it('adds the scheme to a site and names one it cannot read', () => {
    expect(association({ homepage_url: 'testby.example' }).homepageUrl).toBe('https://testby.example');
    const record = normalized(rawRow({ association: { homepage_url: 'finns ej' } }));
    expect(record.association.homepageUrl).toBeNull();
    expect(record.issues).toContainEqual({
      code: 'url_unreadable',
      field: 'homepage_url',
      value: 'finns ej',
    });
  });
});

describe('organisation number', () => {
  it('is kept in one form', () => {
    expect(association({ org_number: '168899000015' }).orgNumber).toBe('889900-0015');
  });

  it('that fails the check is kept as text only', () => {
    const record = normalized(rawRow({ association: { org_number: '889900-0014' } }));
    expect(record.association.orgNumber).toBeNull();
    expect(record.naturalPerson).toBe(false);
    expect(record.issues).toEqual([
      { code: 'org_number_invalid', field: 'org_number', value: '889900-0014' },
    ]);
  });

  it.each(['121212-1212', '191212121212', 1212121212, '650412-1234'])(
    'that is personal (%s) leaves no trace',
    (org_number) => {
      const record = normalized(
        rawRow({ association: { org_number, description: `Ansvarig ${org_number}` } }),
      );
      expect(record.naturalPerson).toBe(true);
      expect(codes(record)).toContain('org_number_personal');
      expect(JSON.stringify(record)).not.toContain(String(org_number));
      expect(JSON.stringify(record).replace(/\D/g, '')).not.toContain('1212121212');
    },
  );

  it('does not flow into the hash', () => {
    const one = normalized(rawRow({ association: { org_number: '121212-1212' } }));
    const other = normalized(rawRow({ association: { org_number: '650412-1234' } }));
    expect(one.contentHash).toBe(other.contentHash);
  });
});

it('removes personal identity numbers from every field and key', () => {
  const number = '650412-1234';
  const record = normalized(
    rawRow({
      [number]: 'nyckel',
      association: {
        name: `Klubben ${number}`,
        street_address: `c/o ${number}`,
        homepage_url: `https://testby.example/${number}`,
        detail_url: `https://fri.testby.example/visa.aspx?id=${number}`,
        email: `${number}@testby.example`,
        description: { free_text: `<b>${number}</b>`, sections: [{ title: 'X', data: { Konto: number } }] },
      },
      contacts: [rawContact(`Anna Testlund ${number}`, null, number)],
      extras: { deep: [{ number: 196504121234 }] },
    }),
  );
  expect(JSON.stringify(record)).not.toMatch(/650412-?1234/);
  expect(record.contacts[0]).toMatchObject({ name: 'Anna Testlund', phones: [] });
  expect(codes(record)).toContain('personal_number_removed');
});

describe('an incomplete FRI row', () => {
  const bare = { street_address: null, postal_code: null, city: '', email: null };

  it('is flagged, so that it blanks nothing', () => {
    const record = normalized(rawRow({ association: bare }));
    expect(record.incomplete).toBe(true);
    expect(codes(record)).toEqual(['incomplete_record']);
  });

  it('is not one with a single detail, nor one of another platform', () => {
    expect(normalized(rawRow({ association: { ...bare, city: 'Testby' } })).incomplete).toBe(false);
    expect(
      normalized(rawRow({ association: bare, contacts: [rawContact('Anna Testlund')] })).incomplete,
    ).toBe(false);
    expect(
      normalized(rawRow({ source_system: 'IBGO', association: bare, extras: { ibgo_id: 7 } })).incomplete,
    ).toBe(false);
  });
});

describe('content hash', () => {
  it('does not move with run, time, place in the list, link or municipality', () => {
    const later = rawRow({
      scrape_run_id: 'another',
      scraped_at: '2026-01-01T00:00:00Z',
      municipality: 'Provköping',
      source_navigation: { list_page_index: 9 },
      association: { detail_url: 'https://fri.testby.example/visa.aspx?id=TESTBY&x=1' },
    });
    expect(normalized(later).contentHash).toBe(normalized(rawRow()).contentHash);
  });

  it('moves with a field, a contact and a flag', () => {
    const hashes = [
      rawRow(),
      rawRow({ association: { city: 'Provby' } }),
      rawRow({ contacts: [rawContact('Anna Testlund')] }),
      rawRow({ association: { org_number: '121212-1212' } }),
    ].map((raw) => normalized(raw).contentHash);
    expect(new Set(hashes).size).toBe(4);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});

it('leaves the row it was given untouched and keeps unknown keys in the raw record', () => {
  const raw = rawRow({ association: { org_number: '121212-1212', okänt: 'kvar' } });
  const before = structuredClone(raw);
  const record = normalized(raw);
  expect(raw).toEqual(before);
  expect(record.raw).toMatchObject({
    association: { okänt: 'kvar', org_number: '[personnummer borttaget]' },
  });
});

it('cuts absurd sizes and says so', () => {
  const record = normalized(
    rawRow({
      association: {
        name: 'A'.repeat(1000),
        description: 'x'.repeat(50_000),
        activities: Array.from({ length: 900 }, (_, index) => `Sport ${index}`),
      },
    }),
  );
  expect(record.association.name).toHaveLength(300);
  expect(record.association.description?.text).toHaveLength(20_000);
  expect(record.association.activities.length).toBeLessThanOrEqual(500);
  expect(codes(record)).toEqual(expect.arrayContaining(['text_too_long', 'list_too_long']));
});

it('makes every string storable in PostgreSQL', () => {
  const record = normalized(
    rawRow({ association: { name: 'Test\0by\ud800', description: 'a\0b' }, extras: { 'k\0': '\0' } }),
  );
  const text = JSON.stringify(record);
  expect(text).not.toContain('\\u0000');
  expect(text).not.toContain('\\ud800');
});
