// Notes on the timeline. They speak for themselves: their events would say it twice.
import { Prisma } from '#prisma/client.ts';
import { timelineSource } from '../timeline/source.ts';

interface ToldNote {
  noteKind: string;
  text: string;
  authorId: string;
  author: string;
  version: number;
}

export const notesOnTimeline = timelineSource<'note', ToldNote>({
  kind: 'note',
  rows: (associationId) => Prisma.sql`
    FROM note n JOIN "user" u ON u.id = n.author_id
    WHERE n.association_id = ${associationId}::uuid AND n.deleted_at IS NULL`,
  time: Prisma.sql`n.created_at`,
  id: Prisma.sql`n.id`,
  columns: Prisma.sql`n.kind AS "noteKind", n.text, n.author_id AS "authorId", u.name AS author, n.version`,
  insteadOf: ['note.added', 'note.updated', 'note.deleted'],
});
