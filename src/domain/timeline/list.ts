// One association's story, newest first, of all that has something to tell.
import { z } from 'zod';
import { Prisma } from '#prisma/client.ts';
import { findAssociation } from '../associations/records.ts';
import { ListTimeline } from '../associations/schema.ts';
import type { Db } from '../context.ts';
import { query } from '../operation.ts';
import { type Cursor, keysetPage, timeOf } from '../paging.ts';
import type { TimelineSource } from './source.ts';
import { type TimelineEntry, timelineSources } from './sources.ts';

export const listTimeline = query({
  name: 'association.timeline',
  input: ListTimeline,
  allow: 'association.read',
  async run({ db }, { id, ...wanted }) {
    const association = await db.association.findUnique({ where: { id }, select: { id: true } });
    if (!association) await findAssociation(db, id);
    const { rows, nextCursor } = await keysetPage(wanted, {
      Id: z.string(),
      read: async (after, limit) => {
        const read = timelineSources.map((source) => readEntries(db, source, { id, after, limit }));
        return (await Promise.all(read))
          .flat()
          .sort((one, other) => other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1));
      },
      cursorOf: (entry) => ({ value: entry.at.toISOString(), id: entry.id }),
    });
    return { entries: rows, nextCursor };
  },
});

type Wanted = { id: string; after: Cursor | null; limit: number };

// Entries of one transaction share their time; the id, compared byte by byte here and there, parts them.
function readEntries(db: Db, source: TimelineSource, { id, after, limit }: Wanted): Promise<TimelineEntry[]> {
  const { kind, time, columns } = source;
  const key = Prisma.sql`(${source.id})::text COLLATE "C"`;
  const older = after ? Prisma.sql`AND (${time}, ${key}) < (${timeOf(after)}, ${after.id})` : Prisma.empty;
  return db.$queryRaw<TimelineEntry[]>`
    SELECT ${kind} AS kind, ${source.id} AS id, ${time} AS at, ${columns}
    ${source.rows(id)} ${older}
    ORDER BY ${time} DESC, ${key} DESC LIMIT ${limit}`;
}
