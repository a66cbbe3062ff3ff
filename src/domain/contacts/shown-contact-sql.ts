// The rule `shownContact` of rules.ts in SQL, for all contacts of an import at once.
import { Prisma } from '#prisma/client.ts';

/** The contact's values as a table expression `f`; `register` and `person` are the SQL of those two JSON objects. */
export const shownContactSql = (register: Prisma.Sql, person: Prisma.Sql) => Prisma.sql`
  jsonb_to_record(${register} || coalesce(${person} #> '{role,value}', '{}') || coalesce((
    SELECT jsonb_object_agg(m.field, m.mark -> 'value') FROM jsonb_each(${person}) AS m(field, mark)
    WHERE m.field <> 'role'), '{}'))
  AS f(name text, role contact_role, "roleText" text, emails text[], phones jsonb, links text[])`;
