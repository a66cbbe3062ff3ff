// Reading one association: what stands on it, where each value comes from, and what its registers say.
import { z } from 'zod';
import { notFound } from '../errors.ts';
import { query } from '../operation.ts';
import { keysetPage, timeOf } from '../paging.ts';
import { registerFieldNames } from './fields.ts';
import { asPersonMarks, asSourceValues, sourceColumns } from './origin.ts';
import { namesForSorting } from './records.ts';
import { AssociationId, ListTrash } from './schema.ts';
import { movedAt, plainValues, registerValues } from './shown-values.ts';
import { suggestionsOf } from './suggestions.ts';

export const getAssociation = query({
  name: 'association.get',
  input: AssociationId,
  allow: 'association.read',
  async run({ db }, { id }) {
    const association = await db.association.findUnique({
      where: { id },
      relationLoadStrategy: 'join',
      omit: namesForSorting,
      include: {
        municipality: { select: { code: true, name: true, county: true } },
        owner: { select: { id: true, name: true } },
        listings: { include: { municipality: { select: { code: true, name: true } } } },
        origin: true,
        contacts: { where: { deletedAt: null }, orderBy: [{ isPrimary: 'desc' }, { id: 'asc' }] },
        memberships: { orderBy: { startedAt: 'desc' } },
        tags: { include: { tag: true } },
        sourceRecords: {
          select: {
            ...sourceColumns,
            platform: true,
            instance: true,
            sourceUrl: true,
            lastSeenAt: true,
          },
        },
      },
    });
    if (!association) throw notFound('association');
    const { origin, listings, tags, sourceRecords, ...fields } = association;
    const person = asPersonMarks(origin);
    const said = registerValues(sourceRecords.map(asSourceValues));
    const deletedBy =
      association.deletedById === null
        ? null
        : await db.user.findUnique({ where: { id: association.deletedById }, select: { name: true } });
    return {
      ...fields,
      /** The name of who put it into the trash. */
      deletedBy: deletedBy?.name ?? null,
      sourceRecords: sourceRecords.map(({ id, platform, instance, sourceUrl, lastSeenAt, missingSince }) => ({
        id,
        platform,
        instance,
        sourceUrl,
        lastSeenAt,
        missingSince,
      })),
      listings: listings.map((listing) => listing.municipality),
      tags: tags.map((link) => link.tag),
      /** Fields whose shown value a person wrote over what stood there. */
      edited: registerFieldNames.filter((field) => person[field] && !person[field].added),
      suggestions: suggestionsOf(association, plainValues(said), person).map((suggestion) => ({
        ...suggestion,
        /** The source record whose value is suggested. */
        sourceId: said[suggestion.field]?.source.id ?? null,
      })),
    };
  },
});

/** For the tab Källdata: raw records, and per field the registers' value, whose it is, its time and run, and who overruled it. */
export const getAssociationSource = query({
  name: 'association.source',
  input: AssociationId,
  allow: 'association.read',
  async run({ db }, { id }) {
    const found = await db.association.findUnique({ where: { id }, select: { id: true } });
    if (!found) throw notFound('association');
    const [rows, origin] = await Promise.all([
      db.sourceRecord.findMany({
        where: { associationId: id },
        orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
      }),
      db.associationOrigin.findUnique({ where: { associationId: id } }),
    ]);
    const register = registerValues(rows.map(asSourceValues));
    const person = asPersonMarks(origin);
    const authors = await db.user.findMany({
      where: { id: { in: Object.values(person).flatMap(({ by }) => (by === null ? [] : by)) } },
      select: { id: true, name: true },
    });
    const fields = registerFieldNames.flatMap((field) => {
      const [said, mark] = [register[field], person[field]];
      if (!said && (!mark || (mark.added && rows.length === 0))) return [];
      const source = said && rows.find((row) => row.id === said.source.id);
      return {
        field,
        registerValue: said?.value ?? null,
        /** The source record whose value it is. */
        sourceId: said?.source.id ?? null,
        registerAt: said ? movedAt(said.source, field).toISOString() : null,
        runId: said?.source.moved[field]?.run ?? source?.firstRunId ?? null,
        editedAt: mark?.at ?? null,
        editedBy: authors.find((author) => author.id === mark?.by)?.name ?? null,
      };
    });
    const records = rows.map(({ fields: _, moved: __, firstRunId: ___, ...record }) => record);
    return { records, fields };
  },
});

const typesInput = z.strictObject({});
/** Every type with the number of living associations that have it, most common first. */
export const listAssociationTypes = query({
  name: 'association.types',
  input: typesInput,
  allow: 'association.read',
  // Counted in the narrow table alone; the few in the trash are taken off afterwards.
  run: ({ db }) =>
    db.$queryRaw<{ type: string; count: number }[]>`
      WITH counted AS (
        SELECT type, count(*) AS n FROM association_type GROUP BY type
      ), trashed AS (
        SELECT t.type, count(*) AS n FROM association a JOIN association_type t ON t.association_id = a.id
        WHERE a.deleted_at IS NOT NULL GROUP BY t.type
      )
      SELECT type, (c.n - coalesce(t.n, 0))::int AS count
      FROM counted c LEFT JOIN trashed t USING (type)
      WHERE c.n > coalesce(t.n, 0) ORDER BY count DESC, type LIMIT 1000`,
});

export const listTrash = query({
  name: 'association.trash',
  input: ListTrash,
  allow: 'association.read',
  async run({ db }, wanted) {
    const { rows, nextCursor } = await keysetPage(wanted, {
      read: (after, count) =>
        db.association.findMany({
          where: {
            deletedAt: { not: null },
            ...(after && {
              OR: [{ deletedAt: { lt: timeOf(after) } }, { deletedAt: timeOf(after), id: { gt: after.id } }],
            }),
          },
          orderBy: [{ deletedAt: 'desc' }, { id: 'asc' }],
          take: count,
          select: {
            id: true,
            name: true,
            orgNumber: true,
            deletedAt: true,
            deletedById: true,
            municipality: { select: { name: true } },
          },
        }),
      cursorOf: ({ deletedAt, id }) => ({ value: deletedAt?.toISOString() ?? null, id }),
    });
    const people = await db.user.findMany({
      where: { id: { in: rows.flatMap((row) => row.deletedById ?? []) } },
      select: { id: true, name: true },
    });
    return {
      rows: rows.map(({ deletedById, ...row }) => ({
        ...row,
        deletedBy: people.find((person) => person.id === deletedById)?.name ?? null,
      })),
      nextCursor,
    };
  },
});
