// What kinds of associations a municipality has, and how often: sport leads, but most associations are something else.
import { SOCIETY_KINDS } from './kinds-society.ts';
import { SPORT_KINDS } from './kinds-sport.ts';

export type Audience = 'young' | 'all' | 'adult' | 'old';

export interface AssociationKind {
  /** How common it is, beside the others. */
  weight: number;
  /** The type as the FRI, IBGO and RBOK registers spell it. */
  types: readonly [string, string, string];
  /** The first is what it always does. */
  activities: readonly [string, ...string[]];
  /** {d} district, {ds} its genitive, {dc} it as the first part of a word, {e} a name of its own; after `=` the activity such a name promises. */
  names: readonly [string, ...string[]];
  /** Fits after "Här kan du". */
  doing: string;
  /** Fits after "intresserade av". */
  about: string;
  affiliation: string | null;
  audience: Audience;
}

export const KINDS: readonly AssociationKind[] = [...SPORT_KINDS, ...SOCIETY_KINDS];

export const KIND_WEIGHTS: readonly number[] = KINDS.map((kind) => kind.weight);
