// A tag exists once under its name, whatever its capitals; an association's tags change under its lock.
import { v7 as uuidv7 } from 'uuid';
import { lockAssociation } from '../associations/records.ts';
import { markActivity } from '../contacts/records.ts';
import { conflict, notFound } from '../errors.ts';
import { command } from '../operation.ts';
import { tagsAfter } from './rules.ts';
import { AssignTags, CreateTag } from './schema.ts';

export const createTag = command({
  name: 'tag.create',
  input: CreateTag,
  allow: 'tag.write',
  async run({ tx, emit }, { name, colour, category }) {
    const [same] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM tag WHERE lower(name) = lower(${name})`;
    if (same) throw conflict('alreadyExists', { id: same.id });
    const id = uuidv7();
    await tx.tag.create({ data: { id, name, colour, category: category ?? null } });
    emit('tag.created', { ids: [id], details: { name } });
    return { id };
  },
});

export const assignTags = command({
  name: 'tag.assign',
  input: AssignTags,
  allow: 'association.write',
  quiet: 'the same tags again are no change',
  async run(unit, { associationId, tagIds, from }) {
    const { tx, emit } = unit;
    await lockAssociation(tx, associationId);
    const links = await tx.associationTag.findMany({ where: { associationId }, include: { tag: true } });
    const current = links.map((link) => link.tagId);
    const after = tagsAfter(current, from ?? current, tagIds);
    const added = after.filter((id) => !current.includes(id));
    const removed = current.filter((id) => !after.includes(id));
    if (added.length === 0 && removed.length === 0) return { tagIds: current };
    const known = await tx.tag.findMany({ where: { id: { in: added } } });
    if (known.length < added.length) throw notFound('tag');
    await tx.associationTag.deleteMany({ where: { associationId, tagId: { in: removed } } });
    await tx.associationTag.createMany({ data: added.map((tagId) => ({ associationId, tagId })) });
    await markActivity(unit, associationId);
    emit('association.tagged', {
      ids: [associationId],
      associations: [associationId],
      details: {
        added: known.map((tag) => tag.name),
        removed: links.filter((link) => removed.includes(link.tagId)).map((link) => link.tag.name),
      },
    });
    return { tagIds: after };
  },
});
