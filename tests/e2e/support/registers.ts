// Register files for the journeys: small, correct, and with ids that no other journey uses.
import {
  registerContact,
  registerRecord,
  type TestFile,
  type TestRecord,
} from '#tests/support/register-records.ts';

type Fields = Record<string, unknown>;

/** Two pages of the list and a bit; the same in every run, so that importing it again changes nothing. */
export const manyFile: TestFile = {
  name: 'Finspang_IBGO.json',
  content: Array.from({ length: 240 }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    const fields = {
      name: `Finspångs byalag ${number}`,
      types: [index % 2 ? 'Idrottsförening' : 'Kulturförening'],
      city: 'Finspång',
      email: index % 3 ? `byalag${number}@finspang.example` : null,
    };
    return inRegister('Finspång', 'finspang.ibgo.se', 70_000 + index, fields, { contacts: [] });
  }),
};

/** A row of a municipality's register at this host. */
export function inRegister(
  municipality: string,
  host: string,
  id: number,
  association: Fields,
  rest: Partial<Omit<TestRecord, 'association'>> = {},
): TestRecord {
  const contacts = [registerContact('Karin Provdotter', { contact_person_role: 'Ordförande' })];
  return registerRecord(id, {
    municipality,
    contacts,
    ...rest,
    association: { detail_url: `https://${host}/Association/${id}`, ...association },
  });
}

export const ownId = () => 1_000_000 + Math.floor(Math.random() * 900_000_000);
