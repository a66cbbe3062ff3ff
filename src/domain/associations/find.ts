// For the palette: the few best matches by name, number, place or contact, while the person types.
import { z } from 'zod';
import { searchWords, writtenWords } from '#lib/search-words.ts';
import type { Context } from '../context.ts';
import { query } from '../operation.ts';
import { planOnce } from '../plan-once.ts';
import { unfiltered } from '../search/filter-index.ts';

interface Match {
  id: string;
  name: string;
  municipality: string;
  orgNumber: string | null;
}

export const findAssociations = query({
  name: 'association.find',
  input: z.strictObject({ q: z.string().trim().max(200), limit: z.int().min(1).max(20).default(8) }),
  allow: 'association.read',
  async run(context, { q, limit }) {
    const words = searchWords(q);
    if (words.length === 0) return [];
    return (
      (await fromIndex(context, { words, written: writtenWords(q) }, limit)) ??
      fromDatabase(context, q, limit)
    );
  },
});

async function fromIndex(
  { db, providers }: Context,
  typed: { words: string[]; written: string[] },
  limit: number,
): Promise<Match[] | null> {
  const selection = await providers.filters.select({ ...unfiltered, ...typed });
  const found = selection?.ranked({ wanted: limit, after: null });
  if (!found) return null;
  return db.$queryRaw<Match[]>`${planOnce}
    SELECT a.id, a.name, m.name AS municipality, a.org_number AS "orgNumber"
    FROM unnest(${found.map(({ seq }) => seq)}::int[], ${found.map(({ rank }) => rank)}::int[]) AS f (seq, rank)
    JOIN association a ON a.seq = f.seq
    JOIN municipality m ON m.code = a.municipality_code
    WHERE a.deleted_at IS NULL ORDER BY f.rank, a.name_key, a.id LIMIT ${limit}`;
}

async function fromDatabase({ db, providers }: Context, q: string, limit: number): Promise<Match[]> {
  const match = await providers.search.match(q);
  if (!match) return [];
  // The best of a bounded number of candidates: a palette answers while the person types.
  return db.$queryRaw<Match[]>`
    SELECT a.id, a.name, m.name AS municipality, a.org_number AS "orgNumber"
    FROM (SELECT a.* FROM association a WHERE a.deleted_at IS NULL AND ${match.where} LIMIT 300) a
    JOIN municipality m ON m.code = a.municipality_code
    ORDER BY ${match.rank} DESC, a.name_key LIMIT ${limit}`;
}
