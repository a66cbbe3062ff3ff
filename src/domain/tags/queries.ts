// All tags with how many living associations carry each.
import { query } from '../operation.ts';
import { ListTags } from './schema.ts';

export const listTags = query({
  name: 'tag.list',
  input: ListTags,
  allow: 'association.read',
  async run({ db }) {
    const tags = await db.tag.findMany({
      orderBy: { name: 'asc' },
      take: 1000,
      include: { _count: { select: { links: { where: { association: { deletedAt: null } } } } } },
    });
    return tags.map(({ _count, createdAt: _, ...tag }) => ({ ...tag, count: _count.links }));
  },
});
