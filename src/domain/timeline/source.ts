// The shape of what stands on an association's timeline: each feature that has something to tell says where its rows are.
import type { Prisma } from '#prisma/client.ts';
import type { EventName } from '../events.ts';

/** `Told` is what an entry holds beside its kind, id and time. */
export interface TimelineSource<Kind extends string = string, Told extends object = object> {
  kind: Kind;
  /** The rows of one association: `FROM … WHERE …`. */
  rows(associationId: string): Prisma.Sql;
  /** SQL of an entry's time, and of what parts entries of one time; the two name an entry. */
  time: Prisma.Sql;
  id: Prisma.Sql;
  /** The columns of `Told`: `n.text, n.kind AS "noteKind"`. */
  columns: Prisma.Sql;
  /** Events that would say the same again. */
  insteadOf: readonly EventName[];
  /** Holds the type alone. */
  told?: Told;
}

/** `timelineSource<'note', { text: string }>({ … })` */
export const timelineSource = <Kind extends string, Told extends object>(
  source: TimelineSource<Kind, Told>,
): TimelineSource<Kind, Told> => source;

/** An entry of a source, or of each of several. */
export type EntryOf<Source> =
  Source extends TimelineSource<infer Kind, infer Told> ? { kind: Kind; id: string; at: Date } & Told : never;
