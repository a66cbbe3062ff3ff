// What the table of municipalities asks for and can be narrowed and sorted by; the same words stand in its URL.
import { z } from 'zod';

/** The whole list: 290 rows are narrowed and sorted where they are shown. */
export const ListMunicipalities = z.strictObject({});

export const registerPlatforms = ['FRI', 'IBGO', 'RBOK', 'ACTOR', 'OTHER'] as const;
export const registerStates = ['ok', 'stale', 'failing', 'never', 'none'] as const;
export type RegisterPlatform = (typeof registerPlatforms)[number];
export type RegisterState = (typeof registerStates)[number];

export const municipalitySorts = [
  'name',
  'county',
  'associations',
  'members',
  'platform',
  'state',
  'imported',
] as const;
export type MunicipalitySort = (typeof municipalitySorts)[number];

/** A register that was not read for so long is called stale. */
export const staleAfterDays = 90;
