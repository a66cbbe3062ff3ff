// Invented places: districts and streets that sound Swedish, in postal areas that fit the county.
import type { Random } from './random.ts';

const FIRST = [
  'Björk',
  'Lind',
  'Ek',
  'Alm',
  'Hassel',
  'Rönn',
  'Tall',
  'Gran',
  'Ask',
  'Sol',
  'Norr',
  'Söder',
  'Väster',
  'Öster',
  'Kvarn',
  'Skog',
  'Ängs',
  'Häll',
  'Klock',
  'Smed',
  'Råg',
  'Korn',
  'Hav',
  'Bäck',
  'Fors',
  'Lugn',
  'Sten',
  'Mellan',
  'Över',
  'Små',
  'Vinter',
  'Vår',
  'Sommar',
  'Höst',
  'Uggle',
  'Trast',
  'Räv',
  'Älg',
  'Lär',
  'Svan',
  'Humle',
  'Lin',
  'Ljung',
  'Moss',
] as const;

const LAST = [
  'haga',
  'kulla',
  'hult',
  'vik',
  'torp',
  'näs',
  'dal',
  'backa',
  'lunda',
  'by',
  'sala',
  'berga',
  'boda',
  'tuna',
  'ryd',
  'åker',
  'ås',
  'strand',
  'holm',
  'sjö',
  'gärde',
  'hed',
  'löt',
  'säter',
] as const;

const STREETS = [
  'Smultronängs',
  'Kvarnsago',
  'Månskens',
  'Snödropps',
  'Fjärilsdals',
  'Lingonmo',
  'Trollslände',
  'Vindögats',
  'Humlekulle',
  'Silverlönns',
  'Gökotte',
  'Sagolunds',
  'Fabeldjurs',
  'Ekorrdals',
  'Ljungsus',
  'Kantarell',
  'Tallsus',
  'Rimfrost',
  'Blåbärsrike',
  'Midsommarkrans',
  'Havreax',
  'Spelmanslåt',
  'Läsrums',
  'Kransbindar',
  'Visbok',
  'Drömplats',
  'Kaffetår',
] as const;

const STREET_ENDS = ['vägen', 'vägen', 'gatan', 'gatan', 'stigen', 'gränd', 'backen', 'allén'] as const;

/** First two digits of the postal codes of a county. */
const POSTAL: Record<string, readonly [number, ...number[]]> = {
  '01': [13, 14, 15, 16, 17, 18, 19, 76],
  '03': [74, 75, 81],
  '04': [61, 63, 64],
  '05': [58, 59, 60, 61],
  '06': [33, 55, 56, 57],
  '07': [34, 35, 36],
  '08': [38, 39, 57, 59],
  '09': [62],
  '10': [29, 37],
  '12': [21, 22, 23, 24, 25, 26, 27, 28, 29],
  '13': [30, 31, 43],
  '14': [41, 42, 44, 45, 46, 50, 51, 52, 53, 54],
  '17': [65, 66, 67, 68],
  '18': [69, 70, 71],
  '19': [72, 73],
  '20': [77, 78, 79],
  '21': [80, 81, 82],
  '22': [85, 86, 87, 88, 89],
  '23': [83, 84],
  '24': [90, 91, 92, 93],
  '25': [94, 95, 96, 97, 98],
};

// Swedish never writes a letter three times: Moss + sala is Mossala.
const ALL_DISTRICTS = FIRST.flatMap((first) =>
  LAST.map((last) => `${first}${last}`.replace(/(.)\1\1/, '$1$1')),
);

export interface Locality {
  districts: readonly [string, ...string[]];
  /** Two digits. */
  postalArea: number;
}

/** The districts of one municipality: few in a small one, so that its associations share them. */
export function inventLocality(random: Random, countyCode: string, associations: number): Locality {
  const wanted = Math.min(ALL_DISTRICTS.length, 8 + Math.ceil(associations / 30));
  const [first = 'Björkhaga', ...rest] = random.some(ALL_DISTRICTS, wanted);
  return { districts: [first, ...rest], postalArea: random.pick(POSTAL[countyCode] ?? [99]) };
}

export function inventStreet(random: Random): string {
  if (random.chance(0.07)) return `Box ${random.int(2, 399)}`;
  return `${random.pick(STREETS)}${random.pick(STREET_ENDS)} ${random.int(1, 96)}${random.chance(0.1) ? ' B' : ''}`;
}

/** Five digits, no space. */
export function inventPostalCode(random: Random, locality: Locality): string {
  return `${locality.postalArea}${random.int(100, 999)}`;
}
