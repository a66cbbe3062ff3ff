// What a query shows, said beside the query, and whether a change that is told makes its answer out of date.
import type { Query, QueryClient } from '@tanstack/react-query';
import type { EventName, events } from '#domain/events.ts';
import type { LiveSignal } from '#domain/live.ts';

type Entity = (typeof events)[EventName]['entity'];

export interface Shows {
  /** Events after which the answer may be another; `note.*` are all whose name begins so. */
  after?: readonly (EventName | `${Entity}.*`)[];
  /** Whatever happens to this association. */
  association?: string;
  /** Reads no more than these associations again; false when the whole answer is to be read. */
  readChanged?: (queries: QueryClient, ids: string[]) => Promise<boolean>;
}

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { shows?: Shows };
  }
}

/** As the line for changes tells it; a save of one's own is `association.saved`, of whatever is open. */
export type Change = Omit<LiveSignal, 'requestId'> & { requestId?: string | undefined };

/** Signals may have been missed: everything is to be read again. */
export const everything: Change = { name: '*', entity: '*', ids: [], many: true };
/** What this tab saved itself of an association, told before the server tells it to all. */
export const ownSave: Change = { name: 'association.saved', entity: 'association', ids: [], many: true };

/** The associations a change concerns. */
export const associationsOf = ({ entity, ids, associations = [] }: Change): string[] =>
  entity === 'association' ? ids : associations;

/** A query that does not say what it shows is out of date after every change. Keys of the API are `[[router, procedure], …]`. */
export function isAffected({ queryKey, meta }: Pick<Query, 'queryKey' | 'meta'>, change: Change): boolean {
  if (!Array.isArray(queryKey[0])) return false;
  const shows = meta?.shows;
  if (!shows || change.entity === '*') return true;
  if (shows.association !== undefined) {
    if (associationsOf(change).includes(shows.association)) return true;
    if (change.many && (change.entity === 'association' || change.associations)) return true;
  }
  return (shows.after ?? []).some((pattern) =>
    pattern.endsWith('.*') ? change.name.startsWith(pattern.slice(0, -1)) : change.name === pattern,
  );
}
