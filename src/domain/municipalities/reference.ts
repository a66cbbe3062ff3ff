// The fixed facts an installation starts from: every municipality with its code, and the registers known in October 2025.

import municipalities from '#reference/municipalities.json' with { type: 'json' };
import registers from '#reference/registers.json' with { type: 'json' };

export type RegisterPlatform = 'FRI' | 'IBGO' | 'RBOK' | 'ACTOR' | 'OTHER';

export interface MunicipalityReference {
  /** SCB's code: four digits, leading zero kept. */
  code: string;
  name: string;
  county: string;
  /** First two digits of the code. */
  countyCode: string;
  /** The landskap the seat lies in. */
  province: string;
  /** The seat's position, WGS 84 degrees. */
  lat: number;
  lon: number;
  /** Inhabitants, rounded to hundreds. */
  population: number | null;
  homepage: string | null;
}

export interface RegisterReference {
  municipalityCode: string;
  platform: RegisterPlatform;
  registerUrl: string | null;
  /** Host of the register, the same for two municipalities that share one. */
  host: string | null;
  stateAtReference: 'ok' | 'empty' | 'failing' | 'unclear';
}

export const MUNICIPALITIES: readonly MunicipalityReference[] = municipalities;
export const REGISTERS = registers as readonly RegisterReference[];
