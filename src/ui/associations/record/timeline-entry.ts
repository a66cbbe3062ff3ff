// What stands on a timeline, as its views get it.
import type { ReactNode } from 'react';
import type { ApiOutputs } from '#api/client.tsx';

export type Entry = ApiOutputs['association']['timeline']['entries'][number];
export type EntryOfKind<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>;

/** Shows the entries of one kind; `alive` is false for an association in the trash. */
export type TimelineView<Kind extends Entry['kind']> = (props: {
  entry: EntryOfKind<Kind>;
  alive: boolean;
}) => ReactNode;
