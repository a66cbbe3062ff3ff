// Search in PostgreSQL: words by prefix; else parts of words; else words that look alike (trigrams).
import type { AssociationSearch, TextMatch } from '#domain/search/provider.ts';
import { searchWords, writtenWords } from '#lib/search-words.ts';
import { Prisma, type PrismaClient } from '#prisma/client.ts';

const found = (where: Prisma.Sql) => Prisma.sql`EXISTS (SELECT 1 FROM association_search s WHERE ${where})`;
const inIndex = (where: Prisma.Sql) =>
  Prisma.sql`a.id IN (SELECT s.association_id FROM association_search s WHERE ${where})`;
const all = (conditions: Prisma.Sql[]) => Prisma.join(conditions, ' AND ');

/** Weight A is what an association is known by; without a weight, what is told about it counts too. */
const prefixes = (words: readonly string[], weight: '' | 'A') =>
  Prisma.sql`s.words @@ to_tsquery('simple', ${words.map((word) => `${word}:*${weight}`).join(' & ')})`;

export function postgresSearch(db: PrismaClient): AssociationSearch {
  return {
    async match(text): Promise<TextMatch | null> {
      const words = searchWords(text);
      if (words.length === 0) return null;
      const told = prefixes(words, '');
      const known = prefixes(words, 'A');
      const part = all(words.map((word) => Prisma.sql`s.folded LIKE ${`%${word}%`}`));
      const alike = all(words.map((word) => Prisma.sql`${word} <% s.folded`));
      const rank = rankOf(words, writtenWords(text), known);
      const [hit] = await db.$queryRaw<{ known: boolean; part: boolean; told: boolean }[]>`
        SELECT ${found(known)} AS known, ${found(part)} AS part, ${found(told)} AS told`;
      if (hit?.known) return { where: inIndex(told), rank };
      if (hit?.part && words.every((word) => word.length > 2))
        return { where: inIndex(Prisma.sql`(${part} OR ${told})`), rank };
      return { where: inIndex(hit?.told ? told : alike), rank };
    },
    async ping() {
      await db.$queryRaw`SELECT 1 FROM association_search LIMIT 1`;
    },
  };
}

/** The classes of the index in memory (adapters/search/embedded/text-index.ts), and likeness within a class. */
function rankOf(words: readonly string[], written: readonly string[], known: Prisma.Sql): Prisma.Sql {
  const [first = ''] = words;
  const joined = words.join(' ');
  const inName = all(words.map((word) => Prisma.sql`' ' || s.name LIKE ${`% ${word}%`}`));
  const whole = all(words.map((word) => Prisma.sql`' ' || s.name || ' ' LIKE ${`% ${word} %`}`));
  const asTyped = all([
    Prisma.sql`true`,
    ...written.map(
      (word) =>
        Prisma.sql`' ' || regexp_replace(lower(a.name), '[^[:alnum:]]+', ' ', 'g') LIKE ${`% ${word}%`}`,
    ),
  ]);
  return Prisma.sql`(SELECT word_similarity(${joined}, s.name) + 2 * CASE
      WHEN NOT (${inName}) THEN CASE WHEN ${known} THEN 1 ELSE 0 END
      WHEN s.name LIKE ${`${first}%`} THEN 4 + CASE WHEN ${asTyped} THEN 2 ELSE 0 END + CASE WHEN ${whole} THEN 1 ELSE 0 END
      ELSE 2 + CASE WHEN ${asTyped} THEN 1 ELSE 0 END
    END FROM association_search s WHERE s.association_id = a.id)`;
}
