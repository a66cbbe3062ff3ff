// One invented association, before any register has spelled it: whole, correct, and the same for the same seed and index.
import { passesLuhn } from '#lib/luhn.ts';
import sentences from './data/sentences.json' with { type: 'json' };
import words from './data/words.json' with { type: 'json' };
import { fillIn } from './fill-in.ts';
import { type AssociationKind, KINDS } from './kinds.ts';
import { inventPerson, inventPhone, type SamplePerson, slug } from './people.ts';
import { inventPostalCode, inventStreet, type Locality } from './places.ts';
import type { Random } from './random.ts';

export interface SampleAssociation {
  index: number;
  name: string;
  kind: AssociationKind;
  district: string;
  activities: string[];
  street: string;
  /** Five digits. */
  postalCode: string;
  city: string;
  email: string | null;
  phone: string | null;
  homepage: string | null;
  /** `NNNNNN-NNNN`, Luhn-valid, first two digits 80 or 88. */
  orgNumber: string;
  founded: number;
  /** MMDD */
  fiscalYearStart: string;
  description: string | null;
  contacts: SamplePerson[];
}

const KIND_WEIGHTS = KINDS.map((kind) => kind.weight);
const CONTACT_COUNTS = [12, 26, 30, 18, 9, 5];
const FISCAL_STARTS = ['0101', '0101', '0101', '0101', '0701', '0901', '0401'];

const genitive = (name: string) => (/[sxz]$/.test(name) ? name : `${name}s`);
/** As the first part of a longer word: Almstrandskyrkan, but Almhagakyrkan. */
const compounding = (name: string) => (/[aeiouyåäös]$/.test(name) ? name : `${name}s`);

function inventOrgNumber(random: Random): string {
  // The third digit tells it from a personal identity number: 2 or more.
  const nine = `${random.chance(0.85) ? 80 : 88}${random.int(2, 9)}${String(random.int(0, 999_999)).padStart(6, '0')}`;
  const digit = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find((last) => passesLuhn(`${nine}${last}`));
  return `${nine.slice(0, 6)}-${nine.slice(6)}${digit}`;
}

interface Named {
  name: string;
  /** What the name promises that the association does. */
  activity: string;
}

function inventName(random: Random, kind: AssociationKind, district: string): Named {
  const [pattern = '', activity = kind.activities[0] ?? ''] = random.pick(kind.names).split('=');
  const parts = { d: district, ds: genitive(district), dc: compounding(district) };
  return { name: fillIn(pattern, { ...parts, e: random.pick(words.ownNames) }), activity };
}

/** Registers know some associations by name alone, so a name is used once in a municipality. */
function uniqueName(
  random: Random,
  kind: AssociationKind,
  locality: Locality,
  district: string,
  taken: Set<string>,
): Named {
  let named = inventName(random, kind, district);
  for (let attempt = 0; taken.has(named.name) && attempt < 12; attempt++) {
    const other = random.pick(locality.districts);
    named = inventName(random, kind, attempt < 6 ? other : `${random.pick(words.sides)} ${other}`);
  }
  let { name } = named;
  for (let number = 2; taken.has(name); number++) name = `${named.name} ${number}`;
  taken.add(name);
  return { name, activity: named.activity };
}

/** What an association says of itself: one to four sentences, never longer than 600 characters. */
function describe(random: Random, kind: AssociationKind, facts: Record<string, string | number>): string {
  const faith = kind.types[1] === 'Religiös förening';
  const parts = [random.pick(faith ? sentences.faithOpenings : sentences.openings)];
  if (random.chance(0.75)) parts.push(random.pick(sentences.practice));
  if (random.chance(0.4)) parts.push(random.pick(sentences.more));
  if (random.chance(0.65)) parts.push(random.pick(sentences.closings));
  const { doing, about, audience } = kind;
  return fillIn(parts.join(' '), {
    ...facts,
    doing,
    about,
    audience: random.pick(sentences.audiences[audience]),
  });
}

export function inventAssociation(
  random: Random,
  index: number,
  municipality: string,
  locality: Locality,
  taken: Set<string>,
): SampleAssociation {
  const kind = KINDS[random.weighted(KIND_WEIGHTS)] as AssociationKind;
  const district = random.pick(locality.districts);
  const { name, activity } = uniqueName(random, kind, locality, district, taken);
  const founded = random.chance(0.2)
    ? random.int(1868, 1929)
    : 1930 + Math.floor(93 * Math.sqrt(random.next()));
  const host = `${slug(name)}.example`;
  const more = random.some(kind.activities, random.weighted([45, 35, 20]));
  const people = random.weighted(CONTACT_COUNTS);
  const contacts = words.boardRoles.slice(0, people).map((role) => inventPerson(random, role, host));
  const members = random.int(12, 90) * random.pick([1, 1, 1, 2, 5]);
  return {
    index,
    name,
    kind,
    district,
    activities: [activity, ...more.filter((other) => other !== activity)],
    street: inventStreet(random),
    postalCode: inventPostalCode(random, locality),
    city: random.chance(0.7) ? municipality : district,
    email: random.chance(0.5) ? `info@${host}` : random.chance(0.7) ? (contacts[0]?.email ?? null) : null,
    phone: random.chance(0.55) ? inventPhone(random) : null,
    homepage: random.chance(0.48) ? `https://www.${host}/` : null,
    orgNumber: inventOrgNumber(random),
    founded,
    fiscalYearStart: random.pick(FISCAL_STARTS),
    description: random.chance(0.62) ? describe(random, kind, { name, district, founded, members }) : null,
    contacts,
  };
}
