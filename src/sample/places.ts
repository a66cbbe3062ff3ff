// Invented places: districts and streets that sound Swedish, in postal areas that fit the county.
import words from './data/words.json' with { type: 'json' };
import type { Random } from './random.ts';

// Swedish never writes a letter three times: Moss + sala is Mossala.
const ALL_DISTRICTS = words.districtBeginnings.flatMap((first) =>
  words.districtEnds.map((last) => `${first}${last}`.replace(/(.)\1\1/, '$1$1')),
);
/** First two digits of the postal codes of a county. */
const postalAreas: Record<string, readonly number[]> = words.postalAreas;

export interface Locality {
  districts: readonly string[];
  /** Two digits. */
  postalArea: number;
}

/** The districts of one municipality: few in a small one, so that its associations share them. */
export const inventLocality = (random: Random, countyCode: string, associations: number): Locality => ({
  districts: random.some(ALL_DISTRICTS, 8 + Math.ceil(associations / 30)),
  postalArea: random.pick(postalAreas[countyCode] ?? [99]),
});

export function inventStreet(random: Random): string {
  if (random.chance(0.07)) return `Box ${random.int(2, 399)}`;
  const street = `${random.pick(words.streets)}${random.pick(words.streetEnds)}`;
  return `${street} ${random.int(1, 96)}${random.chance(0.1) ? ' B' : ''}`;
}

/** Five digits, no space. */
export const inventPostalCode = (random: Random, locality: Locality): string =>
  `${locality.postalArea}${random.int(100, 999)}`;
