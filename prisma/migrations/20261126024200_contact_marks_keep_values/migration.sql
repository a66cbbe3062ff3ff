-- What a person wrote of a register's contact is kept in the mark, beside the register value that it turned down.
UPDATE contact c SET person = (
  SELECT jsonb_object_agg(m.field, m.mark || jsonb_build_object('value', CASE m.field
    WHEN 'name' THEN to_jsonb(c.name)
    WHEN 'role' THEN jsonb_build_object('role', c.role, 'roleText', c.role_text)
    WHEN 'emails' THEN to_jsonb(c.emails)
    WHEN 'phones' THEN c.phones
    ELSE to_jsonb(c.links) END))
  FROM jsonb_each(c.person) AS m(field, mark))
WHERE c.person <> '{}';
