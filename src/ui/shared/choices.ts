// What many forms and filters choose from, and after which events it is another; asked for once for all of them.
import type { QueryMeta } from '@tanstack/react-query';
import type { ApiQueries } from '#api/client.tsx';

const registers = [
  'association.created',
  'association.updated',
  'association.deleted',
  'association.restored',
] as const;
const imports = [
  'import.finished',
  'import.missingConfirmed',
  'import.takenAsSame',
  'sample.loaded',
] as const;
const counted = {
  shows: { after: [...registers, ...imports, 'association.suggestionAccepted'] },
} satisfies QueryMeta;

/** Every municipality, with how many associations it has and when its register was read. */
export const municipalitiesQuery = (trpc: ApiQueries) =>
  trpc.municipality.list.queryOptions({}, { meta: counted });

/** Types that associations have, most frequent first. */
export const typesQuery = (trpc: ApiQueries) => trpc.association.types.queryOptions({}, { meta: counted });

/** Colleagues: who can be responsible. */
export const colleaguesQuery = (trpc: ApiQueries) =>
  trpc.user.list.queryOptions({}, { meta: { shows: { after: ['user.*'] } } });
