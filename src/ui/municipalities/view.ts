// Narrowing and sorting 290 rows in the browser: the URL holds the choice, Swedish collation the order.
import {
  createParser,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs';
import type { ApiOutputs } from '#api/client.tsx';
import type { MunicipalitySort } from '#domain/municipalities/schema.ts';
import { foldText } from '#lib/fold.ts';
import { municipalitySorts, registerPlatforms, registerStates } from './choices.ts';

export type MunicipalityRow = ApiOutputs['municipality']['list'][number];

const Short = createParser({ parse: (text) => text.slice(0, 100), serialize: (text: string) => text });

export const platformChoices = [...registerPlatforms, 'none'] as const;

export const viewParsers = {
  q: Short.withDefault(''),
  county: parseAsArrayOf(parseAsString).withDefault([]),
  platform: parseAsArrayOf(parseAsStringLiteral(platformChoices)).withDefault([]),
  state: parseAsArrayOf(parseAsStringLiteral(registerStates)).withDefault([]),
  has: parseAsStringLiteral(['yes', 'no']),
  sort: parseAsStringLiteral(municipalitySorts).withDefault('name'),
  direction: parseAsStringLiteral(['asc', 'desc']).withDefault('asc'),
};

export type View = inferParserType<typeof viewParsers>;
export type FilterChange = Partial<Pick<View, 'q' | 'county' | 'platform' | 'state' | 'has'>>;

const swedish = new Intl.Collator('sv', { sensitivity: 'base' });

/** Empty values stand last in either direction, and equal ones by name. */
export function applyView(rows: readonly MunicipalityRow[], view: View): MunicipalityRow[] {
  const words = foldText(view.q).split(/\s+/).filter(Boolean);
  const shown = rows.filter(
    (row) =>
      words.every((word) => row.code.startsWith(word) || foldText(row.name).includes(word)) &&
      (view.county.length === 0 || view.county.includes(row.countyCode)) &&
      (view.platform.length === 0 || view.platform.includes(row.platform ?? 'none')) &&
      (view.state.length === 0 || view.state.includes(row.registerState)) &&
      (view.has === null || row.associations > 0 === (view.has === 'yes')),
  );
  const way = view.direction === 'asc' ? 1 : -1;
  return shown.sort((left, right) => {
    const [a, b] = [sortValue(left, view.sort), sortValue(right, view.sort)];
    if (a === null || b === null) {
      if (a !== b) return a === null ? 1 : -1;
    } else {
      const order =
        typeof a === 'number' && typeof b === 'number' ? a - b : swedish.compare(String(a), String(b));
      if (order !== 0) return order * way;
    }
    return swedish.compare(left.name, right.name);
  });
}

function sortValue(row: MunicipalityRow, sort: MunicipalitySort): string | number | null {
  switch (sort) {
    case 'name':
      return row.name;
    case 'county':
      return row.county;
    case 'associations':
      return row.associations;
    case 'members':
      return row.members;
    case 'platform':
      return row.platform;
    case 'state':
      return registerStates.indexOf(row.registerState);
    case 'imported':
      return row.lastScrapedAt === null ? null : new Date(row.lastScrapedAt).getTime();
  }
}

/** Numbers and times are wanted largest and latest first. */
export const firstDirection = (sort: MunicipalitySort): 'asc' | 'desc' =>
  sort === 'associations' || sort === 'members' || sort === 'imported' ? 'desc' : 'asc';
