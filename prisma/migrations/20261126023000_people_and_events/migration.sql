-- What tables promise about people, tags, memberships and events, so that no way of writing can break it.

-- Two people could make the same tag at the same moment, or with other capitals: the older one keeps the associations.
CREATE TEMPORARY TABLE tag_double ON COMMIT DROP AS
  SELECT id, kept FROM (
    SELECT id, first_value(id) OVER (PARTITION BY lower(name) ORDER BY created_at, id) AS kept FROM tag
  ) AS tags WHERE id <> kept;
INSERT INTO association_tag (association_id, tag_id)
  SELECT link.association_id, double.kept FROM association_tag AS link JOIN tag_double AS double ON double.id = link.tag_id
  ON CONFLICT DO NOTHING;
DELETE FROM tag USING tag_double AS double WHERE tag.id = double.id;
DROP INDEX "tag_name_key";
CREATE UNIQUE INDEX tag_once_by_name ON tag (lower(name));

-- An association is a member once at a time: of several open periods the one that began first covers the others.
DELETE FROM membership_period AS later USING membership_period AS first
  WHERE later.ended_at IS NULL AND first.ended_at IS NULL AND first.association_id = later.association_id
    AND (first.started_at, first.id) < (later.started_at, later.id);
CREATE UNIQUE INDEX membership_period_one_open ON membership_period (association_id) WHERE ended_at IS NULL;

-- Who wrote, deleted, started and invited is an account. Accounts are closed, never removed.
UPDATE association SET deleted_by_id = NULL
  WHERE deleted_by_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "user" WHERE "user".id = deleted_by_id);
UPDATE import_run SET started_by_id = NULL
  WHERE started_by_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "user" WHERE "user".id = started_by_id);
DELETE FROM invitation WHERE NOT EXISTS (SELECT 1 FROM "user" WHERE "user".id = created_by_id);

ALTER TABLE "association" ADD CONSTRAINT "association_deleted_by_id_fkey" FOREIGN KEY ("deleted_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "note" ADD CONSTRAINT "note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Hardly any association has been deleted: rows without a deleter cost nothing here.
CREATE INDEX association_by_deleter ON association (deleted_by_id) WHERE deleted_by_id IS NOT NULL;
CREATE INDEX "import_run_started_by_id_idx" ON "import_run"("started_by_id");
CREATE INDEX "invitation_created_by_id_idx" ON "invitation"("created_by_id");
CREATE INDEX "note_author_id_idx" ON "note"("author_id");

-- What somebody did, which associations an event concerns, and what happened to one thing. Events about one thing have one
-- id; bulk ones concern associations, which event_association finds. An index on all ids (GIN) made writing 1,000 of them
-- three times slower, and PostgreSQL did not use it for the newest twenty.
CREATE INDEX "event_actor_type_actor_id_id_idx" ON "event"("actor_type", "actor_id", "id" DESC);
CREATE INDEX "event_association_event_id_idx" ON "event_association"("event_id");
CREATE INDEX event_by_entity ON event (entity, (entity_ids[1]), id DESC);
