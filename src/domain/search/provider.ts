// Port: the search provider finds and ranks; PostgreSQL filters and decides what may be seen.
import type { Prisma } from '#prisma/client.ts';

export interface TextMatch {
  /** A condition on the alias `a` (table association). */
  where: Prisma.Sql;
  /** How well a row fits, higher is better; on the same alias. */
  rank: Prisma.Sql;
}

export interface AssociationSearch {
  /**
   * Turns typed text into a condition, or null when the text holds no letter or digit. Words match from their
   * beginning; `å ä ö é` fold; a part of a word, and then a misspelt one, counts when nothing else fits.
   */
  match(text: string): Promise<TextMatch | null>;
  /** For the health page: resolves when the provider answers. */
  ping(): Promise<void>;
}
