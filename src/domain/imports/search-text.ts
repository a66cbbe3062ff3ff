// What a new association is found by, folded while its row is read: to the letter what refresh_association_index() makes of
// it, or null where only the database can say.
import { foldedWords } from '#lib/search-words.ts';
import type { NormalizedRecord } from './record.ts';

export interface SearchText {
  name: string;
  /** The town, and names of the contacts. */
  people: string;
  /** Everything else it is known by. */
  rest: string;
  /** What is told about it. */
  about: string;
}

// Longer text is cut by the database, at characters and not at code units.
const longest = 10_000;

export function searchTextOf({
  association,
  contacts,
}: Pick<NormalizedRecord, 'association' | 'contacts'>): SearchText | null {
  const { name, city, orgNumber, streetAddress, email, otherEmails, phone, homepageUrl, description } =
    association;
  const itself = fold([name]);
  const people = fold([city, ...contacts.map((contact) => contact.name)]);
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
  const about = fold([
    description?.text,
    ...(description?.sections.flatMap(({ items }) => items.map(({ value }) => value)) ?? []),
  ]);
  if (itself === null || people === null || rest === null || about === null) return null;
  return { name: itself, people, rest, about };
}

function fold(parts: readonly (string | null | undefined)[]): string | null {
  // A line break: the end of one and the beginning of the next are not read together.
  const text = parts.filter(Boolean).join('\n');
  return text.length > longest ? null : foldedWords(text);
}
