import { describe, expect, it } from 'vitest';
import { rawContact, rawRow, rbokRow } from './fixture.ts';
import { normalizeRecord } from './normalize.ts';

function read(raw: unknown) {
  const result = normalizeRecord(raw);
  if (!result.ok) throw new Error(result.reason);
  const { contacts, issues, association } = result.record;
  return {
    contacts,
    association,
    codes: issues.map((issue) => issue.code),
    names: contacts.map((contact) => contact.name),
  };
}
const one = (...contact: Parameters<typeof rawContact>) =>
  read(rawRow({ contacts: [rawContact(...contact)] }));

describe('the close button of a dialog', () => {
  it('is no name: the contact stays by its address and takes the name from the contact lines', () => {
    const { contacts, codes } = read(
      rbokRow(
        [rawContact('Stäng', 'anna@x.example', '+46701740606')],
        ['Anna Testlund', '0701740606', 'anna@x.example', 'Stäng'],
      ),
    );
    expect(contacts).toMatchObject([{ name: 'Anna Testlund', emails: ['anna@x.example'] }]);
    expect(codes).toEqual(['name_not_a_person']);
  });

  it('stays without a name where there is no line, and is left out where there is nothing at all', () => {
    const kept = read(rbokRow([rawContact('Stäng', 'anna@x.example')], ['anna@x.example', 'Stäng']));
    expect(kept.contacts).toMatchObject([{ key: 'anna@x.example', name: null }]);
    expect(kept.codes).toEqual(['name_not_a_person', 'contact_unnamed']);
    expect(read(rbokRow([rawContact('Close')], ['Close'])).contacts).toEqual([]);
  });

  it('does not give one line to two contacts', () => {
    const { names } = read(
      rbokRow(
        [rawContact('Anna testlund', 'a@x.example'), rawContact('Stäng', 'b@x.example')],
        ['Anna Testlund', 'Stäng'],
      ),
    );
    expect(names).toEqual(['Anna Testlund', null]);
  });
});

describe('a name that is a web address', () => {
  it('becomes a link of the contact, or the homepage when it is all there is', () => {
    expect(one('www.anna.example', 'a@x.example').contacts).toMatchObject([
      { name: null, links: ['https://www.anna.example'] },
    ]);
    const alone = one('www.testby.example');
    expect(alone.contacts).toEqual([]);
    expect(alone.association.homepageUrl).toBe('https://www.testby.example');
  });

  it('is not repeated when it is the homepage', () => {
    const raw = rawRow({
      association: { homepage_url: 'https://testby.example/' },
      contacts: [rawContact('www.testby.example', 'a@x.example')],
    });
    expect(read(raw).contacts[0]?.links).toEqual([]);
  });
});

it.each([
  ['Anna testlund', 'Anna Testlund'],
  ['ann-louise von testén', 'Ann-Louise von Testén'],
  ['  Anna\r\n  testlund .', 'Anna Testlund'],
])('restores %j to %j', (written, name) => {
  expect(one(written).names).toEqual([name]);
});

it('lets the contact lines win letter by letter and digit by digit', () => {
  const { contacts } = read(
    rbokRow(
      [rawContact('Anna mcprovey dell', null, '+467017406060701740607')],
      ['Anna McProvey deLL', '0701740606-0701740607', 'Stäng'],
    ),
  );
  expect(contacts).toMatchObject([
    { name: 'Anna McProvey deLL', phones: [{ number: '+46701740606' }, { number: '+46701740607' }] },
  ]);
});

describe('roles', () => {
  it.each([
    ['Ordförande', null, 'CHAIR'],
    ['Anna testlund, ordförande', 'Anna Testlund', 'CHAIR'],
    ['Anna testlund ordförande', 'Anna Testlund', 'CHAIR'],
    ['Anna testlund/kassör', 'Anna Testlund', 'TREASURER'],
    ['Anna testlund - sekreterare', 'Anna Testlund', 'SECRETARY'],
    ['Anna testlund (kassör)', 'Anna Testlund', 'TREASURER'],
    ['Ordförande: Anna testlund', 'Anna Testlund', 'CHAIR'],
    ['Anna testlund, vice ordförande', 'Anna Testlund', 'VICE_CHAIR'],
    ['Kansliet', null, 'OFFICE'],
  ])('%j as a name gives %j with role %s', (written, name, role) => {
    expect(one(written, 'a@x.example').contacts).toMatchObject([{ name, role }]);
  });

  it('keeps a role it does not know as text', () => {
    expect(one('Anna Testlund', null, null, ' Bidragsansvarig\r\n').contacts).toMatchObject([
      { role: null, roleText: 'Bidragsansvarig' },
    ]);
    expect(one('Anna Testlund', null, null, 'Ordförande/Kassör').contacts).toMatchObject([
      { role: 'CHAIR', roleText: 'Ordförande/Kassör' },
    ]);
  });
});

describe('two persons in one field', () => {
  it.each([
    ['Anna testlund och Bo provberg', ['Anna Testlund', 'Bo Provberg']],
    ['Anna testlund/Bo provberg', ['Anna Testlund', 'Bo Provberg']],
    ['Anna testlund, Bo provberg', ['Anna Testlund', 'Bo Provberg']],
    ['Anna testlund & Bo provberg', ['Anna Testlund', 'Bo Provberg']],
    ['Anna och Bo testlund', ['Anna Testlund', 'Bo Testlund']],
    ['Anna testlund/provberg', ['Anna Testlund/Provberg']],
    ['Anna, testlund', ['Anna Testlund']],
  ])('%j', (written, names) => {
    expect(one(written).names).toEqual(names);
  });

  it('get one address each when there are as many, else both all', () => {
    const each = one('Anna Testlund och Bo Provberg', 'anna@x.example, bo@x.example', '0701740606').contacts;
    expect(each.map((contact) => contact.emails)).toEqual([['anna@x.example'], ['bo@x.example']]);
    expect(each.map((contact) => contact.phones.length)).toEqual([1, 1]);
  });
});

it("makes the office of a contact that bears the association's name", () => {
  expect(one('testby if', 'a@x.example')).toMatchObject({
    contacts: [{ name: null, role: 'OFFICE', emails: ['a@x.example'] }],
    codes: ['contact_is_association'],
  });
});

describe('a contact without a name', () => {
  it('is kept', () => {
    expect(one(null, 'a@x.example')).toMatchObject({
      contacts: [{ key: 'a@x.example', name: null }],
      codes: ['contact_unnamed'],
    });
    expect(one(null, null, '0701740606').contacts).toMatchObject([{ key: '+46701740606' }]);
  });

  it('is one with the contact that already holds all it says', () => {
    const contacts = [
      rawContact('Anna Testlund', 'a@x.example'),
      rawContact(null, 'a@x.example'),
      rawContact(null, 'b@x.example'),
    ];
    expect(read(rawRow({ contacts })).contacts.map((contact) => contact.key)).toEqual([
      'anna testlund',
      'b@x.example',
    ]);
    const twice = [rawContact(null, 'a@x.example'), rawContact(null, 'a@x.example')];
    expect(read(rawRow({ contacts: twice })).contacts).toHaveLength(1);
  });

  it('is not made of an entry that says nothing', () => {
    expect(one(null).contacts).toEqual([]);
    expect(one(' ', ' ', '').contacts).toEqual([]);
  });
});

it('takes phones and addresses out of the name, and addresses out of the phone', () => {
  expect(one('Ordförande anna testlund, 0701740606').contacts).toMatchObject([
    { name: 'Anna Testlund', role: 'CHAIR', phones: [{ kind: 'mobile', number: '+46701740606' }] },
  ]);
  expect(one('anna@x.example').contacts).toMatchObject([{ name: null, emails: ['anna@x.example'] }]);
  expect(one('Anna Testlund', null, 'anna@x.example').contacts).toMatchObject([
    { emails: ['anna@x.example'], phones: [] },
  ]);
});

it('keeps an unreadable phone as text, and a name in its place not at all', () => {
  expect(one('Anna Testlund', null, '12345')).toMatchObject({
    contacts: [{ phones: [{ kind: 'other', number: '12345' }] }],
    codes: ['phone_unreadable'],
  });
  expect(one('Anna Testlund', null, 'Bo Provberg').contacts[0]?.phones).toEqual([]);
});

it('gives FRI phones their kind, each number once', () => {
  const raw = rawRow({
    contacts: [rawContact('Anna Testlund', null, '+46701740606')],
    extras: { contact_phones: { mobile: '070-174 06 06', home: '08-465 004 00', work: '' } },
  });
  expect(read(raw).contacts[0]?.phones).toEqual([
    { kind: 'mobile', number: '+46701740606' },
    { kind: 'home', number: '+46846500400' },
  ]);
});

it('numbers namesakes, so that each keeps a key of its own', () => {
  const contacts = [rawContact('Anna Testlund', 'a@x.example'), rawContact('Anna testlund', 'b@x.example')];
  expect(read(rawRow({ contacts })).contacts.map((contact) => contact.key)).toEqual([
    'anna testlund',
    'anna testlund#2',
  ]);
});

it('reads contacts of any kind without failing', () => {
  expect(read({ ...rawRow(), contacts: [null, 7, 'x', { contact_person_name: ['x'] }] }).contacts).toEqual(
    [],
  );
  expect(read({ ...rawRow(), contacts: 'x' }).contacts).toEqual([]);
});
