// The database keeps no order of names: what a person looks for first is put first again.
const first = [
  'association',
  'contacts',
  'extras',
  'name',
  'org_number',
  'types',
  'activities',
  'contact_person_name',
  'contact_person_role',
];

const rank = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);

/** Names and values as one reads them; a list stays as it is. */
export function inReadingOrder(value: object): [string, unknown][] {
  const entries = Object.entries(value);
  return Array.isArray(value) ? entries : entries.sort(([left], [right]) => rank(left) - rank(right));
}
