-- What a register says is kept with its source record; what a person wrote is kept in the mark.
ALTER TABLE "source_record"
  ADD COLUMN "fields" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "moved" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "first_run_id" UUID;

UPDATE source_record s SET fields = o.register, moved = o.moved, first_run_id = o.run_id
FROM association_origin o WHERE o.association_id = s.association_id;

-- Where no register stands, every value was written by hand.
INSERT INTO association_origin (association_id) SELECT id FROM association ON CONFLICT DO NOTHING;
UPDATE association_origin o SET person = (
  SELECT coalesce(jsonb_object_agg(v.field, CASE WHEN o.person ? v.field
    THEN (o.person -> v.field) || jsonb_build_object('value', v.value)
    ELSE jsonb_build_object('at', to_jsonb(a.created_at), 'by', NULL, 'value', v.value, 'added', true) END), '{}')
  FROM jsonb_each(jsonb_build_object(
      'name', to_jsonb(a.name), 'orgNumber', to_jsonb(a.org_number), 'types', to_jsonb(a.types),
      'activities', to_jsonb(a.activities), 'categories', to_jsonb(a.categories),
      'targetGroups', to_jsonb(a.target_groups), 'homepageUrl', to_jsonb(a.homepage_url),
      'streetAddress', to_jsonb(a.street_address), 'postalCode', to_jsonb(a.postal_code), 'city', to_jsonb(a.city),
      'email', to_jsonb(a.email), 'otherEmails', to_jsonb(a.other_emails), 'phone', to_jsonb(a.phone),
      'otherPhones', to_jsonb(a.other_phones), 'descriptionText', to_jsonb(a.description_text),
      'descriptionSections', to_jsonb(a.description_sections), 'foundedYear', to_jsonb(a.founded_year),
      'fiscalYearStart', to_jsonb(a.fiscal_year_start), 'nationalAffiliation', to_jsonb(a.national_affiliation),
      'otherInformation', to_jsonb(a.other_information)
    )) AS v(field, value)
  WHERE o.person ? v.field OR (v.value NOT IN ('null', '[]')
    AND NOT EXISTS (SELECT 1 FROM source_record s WHERE s.association_id = a.id)))
FROM association a WHERE a.id = o.association_id;
DELETE FROM association_origin WHERE person = '{}';

ALTER TABLE "association_origin"
  DROP COLUMN "register",
  DROP COLUMN "registered_at",
  DROP COLUMN "run_id",
  DROP COLUMN "moved";
