import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Prisma } from '#prisma/client.ts';
import { testContext } from '#tests/support/context.ts';
import { type ContactMarks, type ContactValues, contactRoles, shownContact } from './rules.ts';
import { shownContactSql } from './shown-contact-sql.ts';

const mark = { at: '2026-01-01T00:00:00Z', by: 'somebody' };
const register: ContactValues = {
  name: 'Anna Provsson',
  role: 'CHAIR',
  roleText: 'Ordförande',
  emails: ['anna@prov.example'],
  phones: [{ kind: 'mobile', number: '+46701740605' }],
  links: [],
};

it("a contact is shown with the person's fields, also emptied ones, and the register's in the rest", () => {
  expect(shownContact(register, {})).toEqual(register);
  const person: ContactMarks = {
    role: { ...mark, value: { role: null, roleText: null } },
    emails: { ...mark, value: [] },
  };
  expect(shownContact(register, person)).toEqual({ ...register, role: null, roleText: null, emails: [] });
});

const text = fc.constantFrom(null, 'Anna Provsson', "Per-Åke 'Pelle' \\ Prov");
const role = fc.record({ role: fc.constantFrom(null, ...contactRoles), roleText: text });
const texts = fc.constantFrom<string[][]>([], ['a@prov.example'], ['b@prov.example', '"c"@prov.example']);
const phones = fc.constantFrom<ContactValues['phones'][]>([], [{ kind: 'home', number: '+46701740606' }]);
const marked = <T>(value: fc.Arbitrary<T>) => value.map((one) => ({ ...mark, value: one }));
const contact = fc.record({
  register: fc
    .tuple(role, fc.record({ name: text, emails: texts, phones, links: texts }))
    .map(([one, rest]) => ({
      ...one,
      ...rest,
    })),
  person: fc.record(
    {
      name: marked(text),
      role: marked(role),
      emails: marked(texts),
      phones: marked(phones),
      links: marked(texts),
    },
    { requiredKeys: [] },
  ),
});

it('the database answers as the rule does', async () => {
  const { db } = await testContext('system');
  await fc.assert(
    fc.asyncProperty(fc.array(contact, { minLength: 1, maxLength: 20 }), async (contacts) => {
      const shown = await db.$queryRaw`
        SELECT f.* FROM jsonb_array_elements(${JSON.stringify(contacts)}::jsonb) WITH ORDINALITY AS g(c, nth),
        LATERAL ${shownContactSql(Prisma.sql`(g.c -> 'register')`, Prisma.sql`(g.c -> 'person')`)} ORDER BY g.nth`;
      expect(shown).toEqual(
        contacts.map((one) => shownContact(one.register as ContactValues, one.person as ContactMarks)),
      );
    }),
    { numRuns: 60 },
  );
});
