// The words of the table as values. Their schema brings zod along; its types, which these must be all of, do not.
import type { MunicipalitySort, RegisterPlatform, RegisterState } from '#domain/municipalities/schema.ts';

const all = <T extends string>(words: Record<T, true>) => Object.keys(words) as T[];

export const registerPlatforms = all<RegisterPlatform>({
  FRI: true,
  IBGO: true,
  RBOK: true,
  ACTOR: true,
  OTHER: true,
});

export const registerStates = all<RegisterState>({
  ok: true,
  stale: true,
  failing: true,
  never: true,
  none: true,
});

export const municipalitySorts = all<MunicipalitySort>({
  name: true,
  county: true,
  associations: true,
  members: true,
  platform: true,
  state: true,
  imported: true,
});
