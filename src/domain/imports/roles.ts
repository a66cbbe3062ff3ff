// A register's word for a role becomes one of nine; a word nobody knows is kept as it is written, never guessed.
import { capitalize, foldWords } from '#lib/text.ts';
import type { ContactRole } from './record.ts';

const WORDS: Record<ContactRole, string[]> = {
  CHAIR: [
    'ordförande',
    'ordf',
    'ordföranden',
    'styrelseordförande',
    'klubbordförande',
    'föreningsordförande',
    'chairman',
    'chairperson',
    'chair',
    'president',
  ],
  VICE_CHAIR: [
    'vice ordförande',
    'vice ordf',
    'viceordförande',
    'v ordförande',
    'v ordf',
    'v ordf',
    'vordf',
    'vice chairman',
    'vice chair',
  ],
  TREASURER: [
    'kassör',
    'kassören',
    'kassor',
    'kassa',
    'kassaförvaltare',
    'skattmästare',
    'treasurer',
    'cashier',
  ],
  SECRETARY: ['sekreterare', 'sekr', 'sekreteraren', 'secretary'],
  BOARD_MEMBER: [
    'ledamot',
    'styrelseledamot',
    'styrelsemedlem',
    'ord ledamot',
    'ordinarie ledamot',
    'board member',
  ],
  AUDITOR: ['revisor', 'auditor'],
  COACH: ['tränare', 'huvudtränare', 'coach', 'instruktör', 'ungdomstränare'],
  OFFICE: [
    'kansli',
    'kansliet',
    'kanslist',
    'kanslichef',
    'expedition',
    'expeditionen',
    'föreningskansli',
    'klubbkansli',
    'kontor',
    'kontoret',
    'office',
  ],
  CONTACT: ['kontaktperson', 'kontakt', 'kontaktpersoner', 'contact', 'contact person', 'kontaktuppgifter'],
};

// Roles without a place of their own: recognised where a name should be, kept as text.
const OTHER_WORDS = [
  'suppleant',
  'ledare',
  'bokare',
  'bokningsansvarig',
  'bidragsansvarig',
  'föreningsadministratör',
  'administratör',
  'materialare',
  'webbansvarig',
  'webmaster',
  'verksamhetsledare',
  'verksamhetsledaren',
  'verksamhetschef',
  'klubbchef',
  'klubbdirektör',
  'föreningskonsulent',
  'ungdomsansvarig',
  'medlemsansvarig',
  'ekonomiansvarig',
  'ekonom',
  'styrelse',
  'styrelsen',
  'sammankallande',
  'valberedning',
  'pastor',
  'kyrkoherde',
  'kårchef',
  'kårordförande',
  'sportchef',
  'lagledare',
  'uthyrning',
  'uthyrningsansvarig',
  'hemsidesansvarig',
  'informationsansvarig',
  'vd',
  'verksamhetsansvarig',
  'firmatecknare',
  'ansvarig',
];

const ROLES = new Map<string, ContactRole>();
for (const [role, words] of Object.entries(WORDS))
  for (const word of words) ROLES.set(word, role as ContactRole);
const KNOWN = new Set([...ROLES.keys(), ...OTHER_WORDS]);
const PLAIN = new Set([
  'ordförande',
  'vice ordförande',
  'kassör',
  'sekreterare',
  'ledamot',
  'revisor',
  'tränare',
  'kansli',
  'kontaktperson',
]);

/** Whether a text is a role and nothing else. */
export function isRoleWord(text: string): boolean {
  return KNOWN.has(foldWords(text));
}

export interface RoleReading {
  role: ContactRole | null;
  /** The register's word, where the role alone would say less. */
  roleText: string | null;
}

/** Reads a role; of several ("Ordförande/Kassör") the first known one is the role and the whole is kept as text. */
export function readRole(text: string): RoleReading {
  const folded = foldWords(text);
  if (folded === '') return { role: null, roleText: null };
  const whole = ROLES.get(folded);
  if (whole !== undefined) return { role: whole, roleText: PLAIN.has(folded) ? null : capitalize(text) };
  const parts = text.split(/[/,;&+]|\soch\s|\s-\s/).map((part) => ROLES.get(foldWords(part)));
  return { role: parts.find((part) => part !== undefined) ?? null, roleText: capitalize(text) };
}
