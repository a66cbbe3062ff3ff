// The kinds of associations a municipality has, and how often: sport leads, but most associations are something else.
import kinds from './data/kinds.json' with { type: 'json' };

export type Audience = 'young' | 'all' | 'adult' | 'old';

export interface AssociationKind {
  /** How common it is, beside the others. */
  weight: number;
  /** The type as the FRI, IBGO and RBOK registers spell it. */
  types: readonly [string, string, string];
  /** The first is what it always does. */
  activities: readonly string[];
  /** {d} district, {ds} its genitive, {dc} it as the first part of a word, {e} a name of its own; after `=` the activity such a name promises. */
  names: readonly string[];
  /** Fits after "Här kan du". */
  doing: string;
  /** Fits after "intresserade av". */
  about: string;
  affiliation: string | null;
  audience: Audience;
}

export const KINDS = kinds as unknown as readonly AssociationKind[];
