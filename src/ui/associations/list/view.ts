import {
  createParser,
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { crmStatuses, pipelineStages, type SortKey, sortKeys } from '#domain/associations/rules.ts';

const matching = (pattern: RegExp) =>
  createParser({ parse: (text) => (pattern.test(text) ? text : null), serialize: (text: string) => text });

// nuqs' own takes every other word for `false`.
const yesOrNo = createParser({
  parse: (text) => (text === 'true' ? true : text === 'false' ? false : null),
  serialize: String,
});

/** The list's state as it stands in the URL. What does not fit is left out, so an old link still opens. */
export const viewParsers = {
  q: parseAsString.withDefault(''),
  municipality: parseAsArrayOf(matching(/^\d{4}$/)).withDefault([]),
  type: parseAsArrayOf(matching(/^.{1,200}$/)).withDefault([]),
  status: parseAsArrayOf(parseAsStringLiteral(crmStatuses)).withDefault([]),
  stage: parseAsArrayOf(parseAsStringLiteral(pipelineStages)).withDefault([]),
  owner: parseAsArrayOf(matching(/^(none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i)).withDefault([]),
  hasEmail: yesOrNo,
  sort: parseAsStringLiteral(sortKeys),
  dir: parseAsStringLiteral(['asc', 'desc'] as const),
};

export type ListView = inferParserType<typeof viewParsers>;
export type ViewChange = { [K in keyof ListView]?: ListView[K] | null };

/** The empty view with the same order: every filter and the search are taken away. */
export const withoutFilters = {
  q: null,
  municipality: null,
  type: null,
  status: null,
  stage: null,
  owner: null,
  hasEmail: null,
} as const satisfies ViewChange;

export const isNarrowed = (view: ListView): boolean =>
  view.q.trim() !== '' ||
  view.hasEmail !== null ||
  [view.municipality, view.type, view.status, view.stage, view.owner].some((chosen) => chosen.length > 0);

export interface ViewSort {
  key: SortKey;
  direction: 'asc' | 'desc';
}

// Of dates and points one wants the newest and the most first; words read from A, and work from its beginning.
const mostFirst: readonly SortKey[] = [
  'updated',
  'created',
  'activity',
  'quality',
  'memberSince',
  'relevance',
];
const firstDirection = (key: SortKey) => (mostFirst.includes(key) ? 'desc' : 'asc');

const usualSort = (view: ListView): SortKey => (view.q.trim() === '' ? 'name' : 'relevance');

/** While somebody searches, the best match comes first, unless they chose an order themselves. */
export function sortOf(view: ListView): ViewSort {
  const usual = usualSort(view);
  const key = view.sort === null || (view.sort === 'relevance' && usual === 'name') ? usual : view.sort;
  return { key, direction: key === 'relevance' ? 'desc' : (view.dir ?? firstDirection(key)) };
}

/** A new key starts in its own direction; the same again turns it round. */
export function sortedBy(view: ListView, key: SortKey): ViewChange {
  const now = sortOf(view);
  if (now.key !== key) return ordered(view, key, firstDirection(key));
  return ordered(view, key, now.direction === 'asc' ? 'desc' : 'asc');
}

/** As short as it can be in the URL: what is so anyway is not said. */
export function ordered(view: ListView, key: SortKey, direction: 'asc' | 'desc'): ViewChange {
  const plain = key === 'relevance' || direction === firstDirection(key);
  return { sort: key === usualSort(view) ? null : key, dir: plain ? null : direction };
}

const pageSize = 100;
const most = 300;

/** What the API is asked; equal on the server and in the browser, so that a prefetched answer is found again. */
export function listInput(view: ListView) {
  const { key, direction } = sortOf(view);
  return {
    q: view.q.trim().slice(0, 200),
    municipality: view.municipality.slice(0, most),
    type: view.type.slice(0, most),
    status: view.status,
    stage: view.stage,
    owner: view.owner.slice(0, most),
    hasEmail: view.hasEmail,
    sort: key,
    order: direction,
    limit: pageSize,
  };
}
