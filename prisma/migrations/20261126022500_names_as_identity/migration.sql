-- Where a name stands in for an id, only its letters and digits tell it (identity.ts, identityName): an apostrophe, a dash,
-- capitals or spaces that change make no other association. Two that would become one are left as they are.
UPDATE source_record s SET external_id = k.key
FROM (
  SELECT id, key, count(*) OVER (PARTITION BY platform, instance, key) AS bearers
  FROM (
    SELECT id, platform, instance, regexp_replace(
      btrim(regexp_replace(lower(normalize(external_id, NFC)), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u2000-\u206f]+', ' ', 'g')),
      '(?<![0-9]) | (?![0-9])', '', 'g') AS key
    FROM source_record
    WHERE platform = 'RBOK' OR (instance LIKE 'municipality:%' AND platform <> 'ACTOR')) folded
) k
WHERE k.id = s.id AND k.bearers = 1 AND k.key <> '' AND k.key <> s.external_id
  AND NOT EXISTS (SELECT 1 FROM source_record o WHERE o.platform = s.platform AND o.instance = s.instance AND o.external_id = k.key);
