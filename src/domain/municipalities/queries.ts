// Every municipality is in the table, also those without a register, so that what is missing can be seen.
import { query } from '../operation.ts';
import { ListMunicipalities, type RegisterPlatform, type RegisterState, staleAfterDays } from './schema.ts';

export interface MunicipalityRow {
  code: string;
  name: string;
  county: string;
  countyCode: string;
  population: number | null;
  platform: RegisterPlatform | null;
  registerUrl: string | null;
  registerState: RegisterState;
  lastImportedAt: Date | null;
  /** When the newest imported rows were read from the register; an import of old files makes nothing newer. */
  lastScrapedAt: Date | null;
  /** Living associations that its register lists; one shared with a neighbour counts in both. */
  associations: number;
  members: number;
}

export const listMunicipalities = query({
  name: 'municipality.list',
  input: ListMunicipalities,
  allow: 'municipality.read',
  async run({ db, now }) {
    const staleBefore = new Date(now().getTime() - staleAfterDays * 24 * 3600 * 1000);
    // Listings are counted without their associations; the few in the trash are taken off afterwards.
    return db.$queryRaw<MunicipalityRow[]>`
      WITH listed AS (
        SELECT municipality_code AS code, count(*)::int AS n FROM association_listing GROUP BY 1
      ), trashed AS (
        SELECT l.municipality_code AS code, count(*)::int AS n
        FROM association a JOIN association_listing l ON l.association_id = a.id
        WHERE a.deleted_at IS NOT NULL GROUP BY 1
      ), members AS (
        SELECT l.municipality_code AS code, count(*)::int AS n
        FROM association a JOIN association_listing l ON l.association_id = a.id
        WHERE a.deleted_at IS NULL AND a.crm_status = 'MEMBER' GROUP BY 1
      )
      SELECT m.code, m.name, m.county, m.county_code AS "countyCode", m.population, m.platform::text AS platform,
        m.register_url AS "registerUrl", m.last_imported_at AS "lastImportedAt",
        m.last_scraped_at AS "lastScrapedAt",
        CASE WHEN m.register_state = 'ok' AND m.last_scraped_at < ${staleBefore} THEN 'stale'
             ELSE m.register_state::text END AS "registerState",
        coalesce(listed.n, 0) - coalesce(trashed.n, 0) AS associations, coalesce(members.n, 0) AS members
      FROM municipality m
      LEFT JOIN listed ON listed.code = m.code
      LEFT JOIN trashed ON trashed.code = m.code
      LEFT JOIN members ON members.code = m.code
      ORDER BY m.name, m.code`;
  },
});
