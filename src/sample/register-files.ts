// A sample installation's register files: one a municipality, written while they are read, so that size costs no memory.
import { v4 as uuidv4 } from 'uuid';
import { MUNICIPALITIES, type MunicipalityReference, REGISTERS } from '#domain/municipalities/reference.ts';
import { inventAssociation } from './associations.ts';
import { addFaults } from './faults.ts';
import { inventLocality } from './places.ts';
import { type SamplePlatform, writeForPlatform } from './platforms.ts';
import { Random } from './random.ts';
import type { RegisterRecord } from './register-record.ts';

export interface RegisterSample {
  seed: number;
  /** Associations in all files together. */
  associations: number;
  /** How many municipalities, 1 to 290. */
  municipalities: number;
  /** When the scrape ran. Files and records carry it. */
  scrapedAt?: Date;
}

export interface SampleRegisterFile {
  fileName: string;
  municipality: MunicipalityReference;
  platform: SamplePlatform;
  associations: number;
  /** May be called again: the records are the same. */
  records(): Generator<RegisterRecord, void, undefined>;
}

const FIRST_SCRAPE = new Date('2025-10-27T05:21:00.000Z');
const CYCLE: readonly SamplePlatform[] = ['FRI', 'IBGO', 'FRI', 'RBOK', 'IBGO', 'FRI', 'ACTOR', 'RBOK'];
const FILE_PLATFORM: Record<SamplePlatform, string> = {
  FRI: 'FRI',
  IBGO: 'IBGO',
  RBOK: 'RBOK',
  ACTOR: 'ActorSmartbook',
};

const localTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
});

const known = new Map(REGISTERS.map((register) => [register.municipalityCode, register]));

function platformOf(code: string, index: number): SamplePlatform {
  const platform = known.get(code)?.platform;
  return platform && platform !== 'OTHER' ? platform : (CYCLE[index % CYCLE.length] ?? 'FRI');
}

/** A few large and many small, all four platforms, spread over the country. */
function chooseMunicipalities(seed: number, wanted: number): MunicipalityReference[] {
  if (wanted >= MUNICIPALITIES.length) return [...MUNICIPALITIES];
  const random = new Random(seed, 'municipalities');
  const working = MUNICIPALITIES.filter((m) => known.get(m.code)?.stateAtReference === 'ok');
  const chosen: MunicipalityReference[] = [];
  for (let i = 0; chosen.length < wanted; i++) {
    const platform = CYCLE[i % CYCLE.length];
    const left = working.filter((m) => !chosen.includes(m) && platformOf(m.code, 0) === platform);
    const any = MUNICIPALITIES.filter((m) => !chosen.includes(m));
    const from = left.length > 0 ? left : any;
    const next = from[random.weighted(from.map((m) => Math.sqrt(m.population ?? 5000)))];
    if (next) chosen.push(next);
  }
  return chosen.sort((a, b) => a.code.localeCompare(b.code));
}

/** Splits a whole by weight so that the parts add up to it, none empty while there is enough to go round. */
function share(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const floor = total >= weights.length ? 1 : 0;
  const rest = total - floor * weights.length;
  let given = 0;
  let seen = 0;
  return weights.map((weight) => {
    seen += weight;
    const upTo = Math.round((rest * seen) / sum);
    const part = upTo - given + floor;
    given = upTo;
    return part;
  });
}

/** One file for each municipality, in the order of their codes. */
export function* generateRegisterFiles(
  sample: RegisterSample,
): Generator<SampleRegisterFile, void, undefined> {
  const { seed, scrapedAt = FIRST_SCRAPE } = sample;
  const municipalities = chooseMunicipalities(seed, sample.municipalities);
  // Small municipalities have more associations for each inhabitant than large ones.
  const counts = share(
    sample.associations,
    municipalities.map((m) => (m.population ?? 5000) ** 0.75),
  );
  const stamp = localTime.format(scrapedAt).replace(' ', '_').replace(':', '-');
  for (const [index, municipality] of municipalities.entries()) {
    const platform = platformOf(municipality.code, index);
    const associations = counts[index] ?? 0;
    const drawn = new Random(seed, municipality.code, 'run');
    const runId = uuidv4({ random: Uint8Array.from({ length: 16 }, () => drawn.int(0, 255)) });
    yield {
      fileName: `${municipality.name}_${FILE_PLATFORM[platform]}_${stamp}.json`,
      municipality,
      platform,
      associations,
      records: () =>
        recordsOf({
          seed,
          municipality,
          platform,
          associations,
          runId,
          scrapedAt: scrapedAt.toISOString(),
        }),
    };
  }
}

interface FileFacts {
  seed: number;
  municipality: MunicipalityReference;
  platform: SamplePlatform;
  associations: number;
  runId: string;
  scrapedAt: string;
}

function* recordsOf(file: FileFacts): Generator<RegisterRecord, void, undefined> {
  const { seed, municipality } = file;
  const { code, name } = municipality;
  const places = new Random(seed, code, 'places');
  const locality = inventLocality(places, municipality.countyCode, file.associations);
  const taken = new Set<string>();
  for (let index = 0; index < file.associations; index++) {
    const association = inventAssociation(new Random(seed, code, index), index, name, locality, taken);
    const record: RegisterRecord = {
      municipality: name,
      scrape_run_id: file.runId,
      scraped_at: file.scrapedAt,
      ...writeForPlatform(file.platform, association, name, index),
    };
    addFaults(new Random(seed, code, index, 'faults'), record);
    yield record;
  }
}
