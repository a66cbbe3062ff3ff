// Invented people: common first names with surnames that are very common or plainly made up, never a real address or number.
import type { Random } from './random.ts';

const FIRST_NAMES = [
  'Anna',
  'Eva',
  'Maria',
  'Karin',
  'Kristina',
  'Lena',
  'Kerstin',
  'Ingrid',
  'Birgitta',
  'Marie',
  'Sara',
  'Emma',
  'Linnea',
  'Elin',
  'Malin',
  'Jenny',
  'Åsa',
  'Helena',
  'Ulla',
  'Monica',
  'Camilla',
  'Sofia',
  'Johanna',
  'Gunilla',
  'Ida',
  'Amina',
  'Fatima',
  'Leila',
  'Lars',
  'Mikael',
  'Anders',
  'Johan',
  'Per',
  'Erik',
  'Karl',
  'Peter',
  'Jan',
  'Thomas',
  'Daniel',
  'Fredrik',
  'Andreas',
  'Stefan',
  'Bengt',
  'Björn',
  'Bo',
  'Sven',
  'Olof',
  'Håkan',
  'Göran',
  'Östen',
  'Nils',
  'Mattias',
  'Magnus',
  'Jonas',
  'Ali',
  'Hassan',
  'Tomasz',
  'Anna-Karin',
  'Lars-Erik',
  'Karl-Gustav',
  'Eva-Lena',
  'Per-Olof',
] as const;

const COMMON_SURNAMES = [
  'Andersson',
  'Johansson',
  'Karlsson',
  'Nilsson',
  'Eriksson',
  'Larsson',
  'Olsson',
  'Persson',
  'Svensson',
  'Gustafsson',
  'Pettersson',
  'Jonsson',
  'Jansson',
  'Hansson',
  'Bengtsson',
  'Jönsson',
  'Petersson',
  'Carlsson',
  'Magnusson',
  'Olofsson',
] as const;

const INVENTED_SURNAMES = [
  'Sagoström',
  'Fabelgren',
  'Provlund',
  'Exempelberg',
  'Mönsterdal',
  'Diktqvist',
  'Påhittsson',
  'Skissholm',
  'Utkastén',
  'Låtsgård',
  'Övningsberg',
  'Novellius',
  'von Fabel',
  'af Sagenhielm',
  'Modellstrand',
  'Attrappsjö',
] as const;

const MAIL_HOSTS = ['epost.example', 'mejl.example', 'brev.example', 'hemma.example'] as const;

export interface SamplePerson {
  first: string;
  last: string;
  role: string;
  email: string | null;
  phone: string | null;
}

/** One of the 95 numbers set aside for fiction, `070-174 06 05` to `070-174 06 99`, as registers write them. */
export function inventPhone(random: Random): string {
  const last = String(random.int(5, 99)).padStart(2, '0');
  const style = random.next();
  if (style < 0.55) return `070-174 06 ${last}`;
  if (style < 0.85) return `07017406${last}`;
  if (style < 0.95) return `+467017406${last}`;
  return `070-17406${last}`;
}

const LETTERS: Record<string, string> = { å: 'a', ä: 'a', ö: 'o', é: 'e', ü: 'u', Å: 'a', Ä: 'a', Ö: 'o' };

/** Lower-case ASCII with hyphens, at most `limit` characters: written by hand, since it runs for every field of every row. */
export function slug(text: string, limit = 40): string {
  let out = '';
  let gap = false;
  for (const char of text) {
    if (out.length >= limit) break;
    const plain = LETTERS[char] ?? char;
    const isWord =
      (plain >= 'a' && plain <= 'z') || (plain >= 'A' && plain <= 'Z') || (plain >= '0' && plain <= '9');
    if (!isWord) gap = out !== '';
    else {
      out += (gap ? '-' : '') + plain.toLowerCase();
      gap = false;
    }
  }
  return out;
}

export function inventPerson(random: Random, role: string, associationHost: string): SamplePerson {
  const first = random.pick(FIRST_NAMES);
  const last = random.chance(0.72) ? random.pick(COMMON_SURNAMES) : random.pick(INVENTED_SURNAMES);
  const host = random.chance(0.35) ? associationHost : random.pick(MAIL_HOSTS);
  const email = random.chance(0.82) ? `${slug(first)}.${slug(last)}@${host}` : null;
  return { first, last, role, email, phone: random.chance(0.8) || !email ? inventPhone(random) : null };
}
