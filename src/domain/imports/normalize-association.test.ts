import { describe, expect, it } from 'vitest';
import { rawRow, rbokRow } from './fixture.ts';
import { normalizeRecord } from './normalize.ts';

function read(raw: unknown) {
  const result = normalizeRecord(raw);
  if (!result.ok) throw new Error(result.reason);
  return { ...result.record.association, codes: result.record.issues.map((issue) => issue.code) };
}
const of = (association: Record<string, unknown>, extras: Record<string, unknown> = {}) =>
  read(rawRow({ association, extras }));
const friSection = (data: Record<string, unknown>) => ({
  free_text: null,
  sections: [{ title: 'Övrig information', data }],
});

describe('activities', () => {
  it('drops a cut value where the whole word stands in the list', () => {
    expect(of({ activities: ['Dans', 'Kulturarrangör...', 'Kulturarrangör'] }).activities).toEqual([
      'Dans',
      'Kulturarrangemang',
    ]);
  });

  it('takes the full list from verksamhet_raw when the list is cut', () => {
    expect(
      of({ activities: ['Bordtennis', 'Innebandy...'] }, { verksamhet_raw: 'Bordtennis, Innebandy, Tennis' })
        .activities,
    ).toEqual(['Bordtennis', 'Innebandy', 'Tennis']);
  });

  it('keeps a cut word only when it is a whole one', () => {
    const { activities, codes } = of({ activities: ['Bowling...', 'Kulturarvsv...'] });
    expect(activities).toEqual(['Bowling']);
    expect(codes).toEqual(['activity_cut', 'activity_cut']);
  });

  it('does not read sentences as a list', () => {
    const text = 'Vi spelar boll. Alla är välkomna, även du.';
    const { activities, otherInformation } = of({
      activities: [],
      description: friSection({ verksamhet_raw: text }),
    });
    expect(activities).toEqual([]);
    expect(otherInformation).toBe(text);
  });

  it('moves age bands to target groups', () => {
    const { activities, targetGroups } = of(
      { activities: ['Barn (0-6 år)', '7-10 (7-10 år)', 'Dans'] },
      { age_ranges: ['Barn (0-6 år)'], target_groups: ['Pensionär 65 år och äldre'] },
    );
    expect(activities).toEqual(['Dans']);
    expect(targetGroups).toEqual(['Pensionärer 65+ år', 'Barn 0–6 år', '7–10 år']);
  });

  it('finds the contact box that RBOK put among them', () => {
    const { activities, email, phone, homepageUrl } = read(
      rbokRow([], [], {
        activities: ['084-650044', 'info@testby.example', 'https://testby.example', 'Stäng'],
        email: null,
      }),
    );
    expect(activities).toEqual([]);
    expect([email, phone, homepageUrl]).toEqual([
      'info@testby.example',
      '+4684650044',
      'https://testby.example',
    ]);
  });
});

describe('description', () => {
  it('reads a plain string and takes the markup off', () => {
    expect(of({ description: '<p>Hej &amp; välkommen</p><script>x()</script>' }).description).toEqual({
      text: 'Hej & välkommen',
      sections: [],
    });
  });

  it('lifts FRI fields out and keeps unknown labels with å, ä and ö', () => {
    const read = of({
      description: {
        free_text: 'Text',
        sections: [
          {
            title: 'Övrig information',
            data: {
              founded_year: '1847',
              fiscal_year_starts_mmdd: '0701',
              national_affiliation: 'Testförbundet',
              verksamhet_raw: 'Fotboll',
              short_description: 'Text',
              'Årsmöte hålls': ['mars', 'april'],
            },
          },
        ],
      },
    });
    expect(read).toMatchObject({
      foundedYear: 1847,
      fiscalYearStart: '0701',
      nationalAffiliation: 'Testförbundet',
      otherInformation: null,
      description: {
        text: 'Text',
        sections: [{ title: 'Övrig information', items: [{ label: 'Årsmöte hålls', value: 'mars, april' }] }],
      },
    });
  });

  it('reads the sections of Interbook Go', () => {
    const { description, activities, categories } = of({
      activities: [],
      description: {
        free_text: null,
        sections: [
          { label: 'Verksamhet', items: [{ key: 'Aktivitet', value: 'Bowling' }] },
          { label: 'Områden', items: [{ key: 'Område', value: '* Norra Testby' }] },
          { label: 'Övrigt', items: [{ key: 'Bankgiro', value: '123-4567' }] },
        ],
      },
    });
    expect(activities).toEqual(['Bowling']);
    expect(categories).toEqual(['Norra Testby']);
    expect(description?.sections).toEqual([
      { title: 'Övrigt', items: [{ label: 'Bankgiro', value: '123-4567' }] },
    ]);
  });

  it('takes a long "heading" for the text it is', () => {
    const line = 'Vi träffas varje vecka under terminerna och nya medlemmar är alltid välkomna till oss.';
    const { description, targetGroups } = of({
      description: { sections: [{ title: line, data: { target_groups: ['Barn 0-6 år'] } }] },
    });
    expect(description).toEqual({ text: line, sections: [] });
    expect(targetGroups).toEqual(['Barn 0–6 år']);
  });
});

describe('founded year', () => {
  it.each([
    [1932, '1932', 1932],
    [undefined, '1847', 1847],
    [undefined, 'Bildad 1901', 1901],
  ])('from extras %j and text %j is %d', (founded_year, text, year) => {
    expect(of({ description: friSection({ founded_year: text }) }, { founded_year }).foundedYear).toBe(year);
  });

  it('that is none is reported', () => {
    expect(of({}, { founded_year: 32 })).toMatchObject({
      foundedYear: null,
      codes: ['founded_year_invalid'],
    });
  });
});

it.each([
  ['0101', '0101'],
  [701, '0701'],
  ['01-07', '0107'],
  ['1332', null],
  ['0230', null],
  ['', null],
])('fiscal year %j starts %j', (written, start) => {
  expect(of({}, { fiscal_year_start: written }).fiscalYearStart).toBe(start);
});

describe('place', () => {
  it.each([
    ['66142', 'SÄFFLEBY', '661 42', 'Säffleby'],
    ['SE-661 42', 'södra testby', '661 42', 'Södra Testby'],
    [null, '621 55 Testby', '621 55', 'Testby'],
    [null, '30292', '302 92', null],
    ['12', 'Boda kyrkby', null, 'Boda kyrkby'],
  ])('%j %j', (postal_code, city, code, town) => {
    expect(of({ postal_code, city })).toMatchObject({ postalCode: code, city: town });
  });
});

it("splits the association's addresses and numbers, order kept", () => {
  expect(of({ email: 'a@x.example; b@x.example', phone: '0701740606/08-465 004 00' })).toMatchObject({
    email: 'a@x.example',
    otherEmails: ['b@x.example'],
    phone: '+46701740606',
    otherPhones: ['+46846500400'],
    codes: ['email_split', 'phone_split'],
  });
});

it('keeps a phone nobody can read as text, and sets an e-mail without @ aside', () => {
  expect(of({ phone: '12345', email: 'saknas' })).toMatchObject({
    phone: '12345',
    email: null,
    codes: ['email_unreadable', 'phone_unreadable'],
  });
});

it('reports a value of the wrong kind instead of failing', () => {
  expect(of({ types: 'Idrott', city: { a: 1 }, activities: [null, 7, { x: 1 }] })).toMatchObject({
    types: ['Idrottsförening'],
    city: null,
    activities: ['7'],
    codes: expect.arrayContaining(['unexpected_type']),
  });
});
