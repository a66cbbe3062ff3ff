// Invented people: common first names with surnames that are very common or plainly made up, never a real address or number.
import words from './data/words.json' with { type: 'json' };
import type { Random } from './random.ts';

export interface SamplePerson {
  name: string;
  role: string;
  email: string | null;
  phone: string | null;
}

/** One of the 95 numbers set aside for fiction, `070-174 06 05` to `070-174 06 99`, as registers write them. */
export function inventPhone(random: Random): string {
  const last = String(random.int(5, 99)).padStart(2, '0');
  const styles = ['070-174 06 ', '07017406', '+467017406', '070-17406'];
  return `${styles[random.weighted([55, 30, 10, 5])]}${last}`;
}

/** Lower-case ASCII with hyphens, at most `limit` characters. */
export const slug = (text: string, limit = 40): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, limit)
    .replace(/^-|-$/g, '');

export function inventPerson(random: Random, role: string, associationHost: string): SamplePerson {
  const first = random.pick(words.firstNames);
  const last = random.pick(random.chance(0.72) ? words.surnames : words.inventedSurnames);
  const host = random.chance(0.35) ? associationHost : random.pick(words.mailHosts);
  const email = random.chance(0.82) ? `${slug(first)}.${slug(last)}@${host}` : null;
  return {
    name: `${first} ${last}`,
    role,
    email,
    phone: random.chance(0.8) || !email ? inventPhone(random) : null,
  };
}
