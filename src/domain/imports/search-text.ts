// What a new association is found by, folded while its row is read: to the letter what refresh_association_index() makes of
// it, or null where only the database can say.
import { foldedWords } from '#lib/fold.ts';
import type { NormalizedRecord } from './record.ts';

export interface SearchText {
  /** Name and town. */
  title: string;
  /** Names of the contacts. */
  people: string;
  /** Everything else one may search for. */
  rest: string;
}

// Longer text is cut by the database, at characters and not at code units.
const longest = 10_000;

export function searchTextOf({
  association,
  contacts,
}: Pick<NormalizedRecord, 'association' | 'contacts'>): SearchText | null {
  const { name, city, orgNumber, streetAddress, email, otherEmails, phone, homepageUrl } = association;
  const title = fold([name, city]);
  const people = fold(contacts.map((contact) => contact.name));
  const rest = fold([
    orgNumber?.replace('-', ''),
    streetAddress,
    email,
    ...otherEmails,
    phone,
    homepageUrl,
    ...association.types,
    ...association.activities,
    ...contacts.flatMap(({ emails, phones }) => [...emails, ...phones.map(({ number }) => number)]),
  ]);
  return title === null || people === null || rest === null ? null : { title, people, rest };
}

function fold(parts: readonly (string | null | undefined)[]): string | null {
  const text = parts.filter(Boolean).join(' ');
  return text.length > longest ? null : foldedWords(text);
}
