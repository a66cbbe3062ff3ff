// The reference facts are the product's, what was imported is the installation's: seeding never takes the latter back.
import { z } from 'zod';
import { command } from '../operation.ts';
import { MUNICIPALITIES, REGISTERS } from './reference.ts';

const registers = new Map(REGISTERS.map((register) => [register.municipalityCode, register]));

const rows = JSON.stringify(
  MUNICIPALITIES.map((municipality) => {
    const register = registers.get(municipality.code);
    return {
      ...municipality,
      platform: register?.platform ?? null,
      registerUrl: register?.registerUrl ?? null,
      registerState: !register ? 'none' : register.stateAtReference === 'failing' ? 'failing' : 'never',
    };
  }),
);

/** Run after the migrations; resolves with how many rows were new or differed. */
export const seedReference = command({
  name: 'municipality.seed',
  input: z.strictObject({}),
  allow: 'system',
  internal: 'run by start and by deploy, after the migrations',
  quiet: 'fixed facts that come with the product are no event',
  run: ({ tx }) => tx.$executeRaw`
    INSERT INTO municipality AS m (code, name, county, county_code, province, lat, lon, population, homepage, platform,
      register_url, register_state)
    SELECT code, name, county, "countyCode", province, lat, lon, population, homepage, platform, "registerUrl", "registerState"
    FROM jsonb_to_recordset(${rows}::jsonb) AS f(code text, name text, county text, "countyCode" text, province text,
      lat float8, lon float8, population int, homepage text, platform platform, "registerUrl" text,
      "registerState" register_state)
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, county = excluded.county, county_code = excluded.county_code,
      province = excluded.province, lat = excluded.lat, lon = excluded.lon, population = excluded.population,
      homepage = excluded.homepage, platform = excluded.platform, register_url = excluded.register_url,
      register_state = CASE WHEN m.last_imported_at IS NULL THEN excluded.register_state ELSE m.register_state END
    WHERE (m.name, m.county, m.county_code, m.province, m.lat, m.lon, m.population, m.homepage, m.platform, m.register_url)
        IS DISTINCT FROM (excluded.name, excluded.county, excluded.county_code, excluded.province, excluded.lat,
          excluded.lon, excluded.population, excluded.homepage, excluded.platform, excluded.register_url)
      OR (m.last_imported_at IS NULL AND m.register_state <> excluded.register_state)`,
});
