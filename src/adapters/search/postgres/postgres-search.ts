// Search in PostgreSQL: words by prefix; else parts of words; else words that look alike (trigrams).
import type { AssociationSearch, TextMatch } from '#domain/search/provider.ts';
import { searchWords } from '#lib/fold.ts';
import { Prisma, type PrismaClient } from '#prisma/client.ts';

const found = (where: Prisma.Sql) => Prisma.sql`EXISTS (SELECT 1 FROM association_search s WHERE ${where})`;
const inIndex = (where: Prisma.Sql) =>
  Prisma.sql`a.id IN (SELECT s.association_id FROM association_search s WHERE ${where})`;

export function postgresSearch(db: PrismaClient): AssociationSearch {
  return {
    async match(text): Promise<TextMatch | null> {
      const words = searchWords(text);
      if (words.length === 0) return null;
      const query = words.map((word) => `${word}:*`).join(' & ');
      const byPrefix = Prisma.sql`s.words @@ to_tsquery('simple', ${query})`;
      const byPart = Prisma.join(
        words.map((word) => Prisma.sql`s.folded LIKE ${`%${word}%`}`),
        ' AND ',
      );
      const byLikeness = Prisma.join(
        words.map((word) => Prisma.sql`${word} <% s.folded`),
        ' AND ',
      );
      const joined = words.join(' ');
      const rank = Prisma.sql`(CASE WHEN search_words(a.name) LIKE ${`${joined}%`} THEN 2 ELSE 0 END
        + word_similarity(${joined}, search_words(a.name)))`;
      const [hit] = await db.$queryRaw<{ prefix: boolean; part: boolean }[]>`
        SELECT ${found(byPrefix)} AS prefix, ${found(byPart)} AS part`;
      if (hit?.prefix) return { where: inIndex(byPrefix), rank };
      if (hit?.part && words.every((word) => word.length > 2)) return { where: inIndex(byPart), rank };
      return { where: inIndex(byLikeness), rank };
    },
    async ping() {
      await db.$queryRaw`SELECT 1 FROM association_search LIMIT 1`;
    },
  };
}
