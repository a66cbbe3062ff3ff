-- The whole shape of the database. First what the tables need, then the tables as Prisma's schema says them (collations, columns that
-- are worked out, lists that are never unknown and staging without a log are added, since its language has no words for them), then
-- what it cannot say at all: search, sort and filter indexes, promises of rows among each other, stamps of change.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- Lists are sorted by a name without the signs before it, numbers by what they are worth, å ä ö last.
CREATE COLLATION sv_natural (provider = icu, locale = 'sv-u-kn-true');

-- Ids of registers (source_record) are told apart byte by byte, not by the rules of Swedish, which take four times as long to
-- compare. What is staged (import_row, import_winner, import_place) lives for minutes and is written without a log.

-- CreateEnum
CREATE TYPE "crm_status" AS ENUM ('UNCONTACTED', 'CONTACTED', 'INTERESTED', 'NEGOTIATION', 'MEMBER', 'LOST', 'INACTIVE');

-- CreateEnum
CREATE TYPE "pipeline_stage" AS ENUM ('PROSPECT', 'QUALIFIED', 'PROPOSAL_SENT', 'FOLLOW_UP', 'CLOSED_WON', 'CLOSED_LOST');

-- CreateEnum
CREATE TYPE "contact_role" AS ENUM ('CHAIR', 'VICE_CHAIR', 'TREASURER', 'SECRETARY', 'BOARD_MEMBER', 'AUDITOR', 'COACH', 'OFFICE', 'CONTACT');

-- CreateEnum
CREATE TYPE "contact_origin" AS ENUM ('REGISTER', 'PERSON');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('DRAFT', 'QUEUED', 'STAGING', 'MERGING', 'DONE', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "register_state" AS ENUM ('never', 'ok', 'stale', 'failing', 'none');

-- CreateEnum
CREATE TYPE "platform" AS ENUM ('FRI', 'IBGO', 'RBOK', 'ACTOR', 'OTHER');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('admin', 'manager', 'user');

-- CreateTable
CREATE TABLE "association" (
    "id" UUID NOT NULL,
    "name" TEXT COLLATE "sv-SE-x-icu" NOT NULL,
    "org_number" TEXT,
    "municipality_code" TEXT NOT NULL,
    "types" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "activities" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "categories" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "target_groups" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "homepage_url" TEXT,
    "street_address" TEXT,
    "postal_code" TEXT,
    "city" TEXT COLLATE "sv-SE-x-icu",
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "location_precision" TEXT,
    "email" TEXT,
    "other_emails" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "phone" TEXT,
    "other_phones" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "description_text" TEXT,
    "description_sections" JSONB NOT NULL DEFAULT '[]',
    "founded_year" INTEGER,
    "fiscal_year_start" TEXT,
    "national_affiliation" TEXT,
    "other_information" TEXT,
    "crm_status" "crm_status" NOT NULL DEFAULT 'UNCONTACTED',
    "pipeline" "pipeline_stage" NOT NULL DEFAULT 'PROSPECT',
    "member_since" DATE,
    "owner_id" UUID,
    "natural_person" BOOLEAN NOT NULL DEFAULT false,
    "incomplete" BOOLEAN NOT NULL DEFAULT false,
    "quality_score" SMALLINT NOT NULL DEFAULT 0,
    "has_email" BOOLEAN NOT NULL DEFAULT false,
    "last_activity_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "seq" SERIAL NOT NULL,
    "change_xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by_id" UUID,
    "name_key" TEXT COLLATE sv_natural NOT NULL GENERATED ALWAYS AS
      (coalesce(nullif(regexp_replace("name" COLLATE "sv-SE-x-icu", '^[^[:alnum:]]+', ''), ''), "name")) STORED,

    CONSTRAINT "association_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "association_listing" (
    "municipality_code" TEXT NOT NULL,
    "association_id" UUID NOT NULL,

    CONSTRAINT "association_listing_pkey" PRIMARY KEY ("municipality_code","association_id")
);

-- CreateTable
CREATE TABLE "association_type" (
    "type" TEXT NOT NULL,
    "association_id" UUID NOT NULL,

    CONSTRAINT "association_type_pkey" PRIMARY KEY ("type","association_id")
);

-- CreateTable
CREATE TABLE "association_epoch" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "n" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "association_epoch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "association_search" (
    "association_id" UUID NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "words" tsvector NOT NULL,
    "folded" TEXT NOT NULL,
    "change_xid" xid8 DEFAULT pg_current_xact_id(),

    CONSTRAINT "association_search_pkey" PRIMARY KEY ("association_id")
);

-- CreateTable
CREATE TABLE "association_origin" (
    "association_id" UUID NOT NULL,
    "person" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "association_origin_pkey" PRIMARY KEY ("association_id")
);

-- CreateTable
CREATE TABLE "source_record" (
    "id" UUID NOT NULL,
    "platform" "platform" NOT NULL,
    "instance" TEXT COLLATE "C" NOT NULL,
    "external_id" TEXT COLLATE "C" NOT NULL,
    "association_id" UUID NOT NULL,
    "municipality_code" TEXT NOT NULL,
    "source_url" TEXT,
    "raw" JSONB NOT NULL,
    "fields" JSONB NOT NULL DEFAULT '{}',
    "moved" JSONB NOT NULL DEFAULT '{}',
    "content_hash" TEXT NOT NULL,
    "file_rank" SMALLINT NOT NULL,
    "issues" JSONB NOT NULL DEFAULT '[]',
    "incomplete" BOOLEAN NOT NULL DEFAULT false,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "first_run_id" UUID,
    "run_id" UUID NOT NULL,
    "missing_since" TIMESTAMPTZ(3),

    CONSTRAINT "source_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_period" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "started_at" DATE NOT NULL,
    "ended_at" DATE,

    CONSTRAINT "membership_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tag" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "category" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "association_tag" (
    "association_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,

    CONSTRAINT "association_tag_pkey" PRIMARY KEY ("association_id","tag_id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_ids" UUID[],
    "actor_type" TEXT NOT NULL,
    "actor_id" UUID,
    "request_id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dispatched_at" TIMESTAMPTZ(3),
    "dispatch_error" TEXT,
    "dispatch_failures" SMALLINT NOT NULL DEFAULT 0,
    "set_aside_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_association" (
    "association_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "event_association_pkey" PRIMARY KEY ("association_id","event_id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "name" TEXT,
    "role" "contact_role",
    "role_text" TEXT,
    "emails" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "phones" JSONB NOT NULL DEFAULT '[]',
    "links" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "is_primary" BOOLEAN NOT NULL DEFAULT false,
    "origin" "contact_origin" NOT NULL,
    "source_record_id" UUID,
    "source_key" TEXT,
    "register" JSONB,
    "person" JSONB NOT NULL DEFAULT '{}',
    "missing_since" TIMESTAMPTZ(3),
    "informed_at" TIMESTAMPTZ(3),
    "objected_at" TIMESTAMPTZ(3),
    "legal_basis" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL,
    "state" "import_state" NOT NULL,
    "started_by_id" UUID,
    "channel" TEXT NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "staged_rows" INTEGER NOT NULL DEFAULT 0,
    "winners" INTEGER NOT NULL DEFAULT 0,
    "cursor" INTEGER NOT NULL DEFAULT -1,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "issue_counts" JSONB NOT NULL DEFAULT '{}',
    "warnings" JSONB NOT NULL DEFAULT '[]',
    "held" JSONB NOT NULL DEFAULT '[]',
    "failures" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "lease_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_file" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "storage_key" TEXT NOT NULL,
    "inspection" JSONB,
    "municipality_code" TEXT,
    "refusal" JSONB,
    "rows" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_change" (
    "run_id" UUID NOT NULL,
    "source_record_id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "changed" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "before" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_change_pkey" PRIMARY KEY ("run_id","source_record_id")
);

-- CreateTable
CREATE TABLE "import_issue" (
    "run_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "seq" SMALLINT NOT NULL,
    "code" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "import_issue_pkey" PRIMARY KEY ("run_id","file_id","row","seq")
);

-- CreateTable
CREATE UNLOGGED TABLE "import_row" (
    "run_id" UUID NOT NULL,
    "seq" INTEGER,
    "file_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "platform" "platform" NOT NULL,
    "instance" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "municipality_code" TEXT,
    "home_code" TEXT,
    "scraped_at" TIMESTAMPTZ(3) NOT NULL,
    "file_rank" SMALLINT NOT NULL,
    "source_url" TEXT,
    "incomplete" BOOLEAN NOT NULL,
    "natural_person" BOOLEAN NOT NULL,
    "content_hash" TEXT NOT NULL,
    "new_id" UUID NOT NULL,
    "fields" JSONB NOT NULL,
    "contacts" JSONB NOT NULL,
    "issues" JSONB NOT NULL,
    "raw" JSONB NOT NULL,
    "municipality_name" TEXT,
    "has_email" BOOLEAN,
    "has_phone" BOOLEAN,
    "search_name" TEXT,
    "search_people" TEXT,
    "search_rest" TEXT,
    "search_about" TEXT,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("file_id","row")
);

-- CreateTable
CREATE UNLOGGED TABLE "import_place" (
    "file_id" UUID NOT NULL,
    "municipality_name" TEXT NOT NULL,
    "instance" TEXT NOT NULL,
    "register" TEXT,
    "municipality_code" TEXT,
    "home_code" TEXT,
    "home_words" TEXT,

    CONSTRAINT "import_place_pkey" PRIMARY KEY ("file_id","municipality_name","instance")
);

-- CreateTable
CREATE UNLOGGED TABLE "import_winner" (
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "seq" INTEGER,
    "file_id" UUID,
    "row" INTEGER,
    "instance" TEXT,
    "municipality_code" TEXT,
    "home_code" TEXT,
    "home_words" TEXT,
    "contacts" INTEGER,
    "action" TEXT,
    "changed" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    "association_id" UUID,
    "source_record_id" UUID,

    CONSTRAINT "import_winner_pkey" PRIMARY KEY ("run_id","position")
);

-- CreateTable
CREATE TABLE "municipality" (
    "code" TEXT NOT NULL,
    "name" TEXT COLLATE "sv-SE-x-icu" NOT NULL,
    "county" TEXT NOT NULL,
    "county_code" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lon" DOUBLE PRECISION NOT NULL,
    "population" INTEGER,
    "homepage" TEXT,
    "platform" "platform",
    "register_url" TEXT,
    "register_state" "register_state" NOT NULL DEFAULT 'none',
    "last_imported_at" TIMESTAMPTZ(3),
    "last_scraped_at" TIMESTAMPTZ(3),

    CONSTRAINT "municipality_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "register" (
    "platform" "platform" NOT NULL,
    "instance" TEXT NOT NULL,
    "last_rows" INTEGER,
    "last_scraped_at" TIMESTAMPTZ(3),
    "last_run_id" UUID,

    CONSTRAINT "register_pkey" PRIMARY KEY ("platform","instance")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" "role" NOT NULL DEFAULT 'user',
    "locale" TEXT NOT NULL DEFAULT 'sv',
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "association_seq_key" ON "association"("seq");

-- CreateIndex
CREATE INDEX "association_owner_id_idx" ON "association"("owner_id");

-- CreateIndex
CREATE INDEX "association_listing_association_id_idx" ON "association_listing"("association_id");

-- CreateIndex
CREATE INDEX "association_type_association_id_idx" ON "association_type"("association_id");

-- CreateIndex
CREATE INDEX "source_record_association_id_idx" ON "source_record"("association_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_record_platform_instance_external_id_key" ON "source_record"("platform", "instance", "external_id");

-- CreateIndex
CREATE INDEX "membership_period_association_id_idx" ON "membership_period"("association_id");

-- CreateIndex
CREATE INDEX "note_association_id_created_at_idx" ON "note"("association_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "note_author_id_idx" ON "note"("author_id");

-- CreateIndex
CREATE INDEX "association_tag_tag_id_idx" ON "association_tag"("tag_id");

-- CreateIndex
CREATE INDEX "event_name_id_idx" ON "event"("name", "id" DESC);

-- CreateIndex
CREATE INDEX "event_actor_type_actor_id_id_idx" ON "event"("actor_type", "actor_id", "id" DESC);

-- CreateIndex
CREATE INDEX "event_association_event_id_idx" ON "event_association"("event_id");

-- CreateIndex
CREATE INDEX "contact_association_id_idx" ON "contact"("association_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_source_record_id_source_key_key" ON "contact"("source_record_id", "source_key");

-- CreateIndex
CREATE INDEX "import_run_created_at_idx" ON "import_run"("created_at" DESC);

-- CreateIndex
CREATE INDEX "import_run_started_by_id_idx" ON "import_run"("started_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_file_run_id_position_key" ON "import_file"("run_id", "position");

-- CreateIndex
CREATE INDEX "import_change_association_id_idx" ON "import_change"("association_id");

-- CreateIndex
CREATE INDEX "import_issue_run_id_code_idx" ON "import_issue"("run_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "municipality_name_key" ON "municipality"("name");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_id_account_id_key" ON "account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE INDEX "invitation_created_by_id_idx" ON "invitation"("created_by_id");

-- AddForeignKey
ALTER TABLE "association" ADD CONSTRAINT "association_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "association" ADD CONSTRAINT "association_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "association" ADD CONSTRAINT "association_deleted_by_id_fkey" FOREIGN KEY ("deleted_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "association_listing" ADD CONSTRAINT "association_listing_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "association_listing" ADD CONSTRAINT "association_listing_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "association_origin" ADD CONSTRAINT "association_origin_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_record" ADD CONSTRAINT "source_record_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_period" ADD CONSTRAINT "membership_period_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "association_tag" ADD CONSTRAINT "association_tag_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "association_tag" ADD CONSTRAINT "association_tag_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_issue" ADD CONSTRAINT "import_issue_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Compressing a row that lives for minutes costs more than the room it takes.
ALTER TABLE import_row SET (toast_tuple_target = 8160);

-- SEARCH ------------------------------------------------------------------------------------------------------------------

-- Folding for search: case, å ä ö and other accents go. Declared immutable because the dictionary is fixed.
CREATE FUNCTION fold_text(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, value));

-- A person writes `St Göran`, `1a`, `F19`, `IK`; the register `S:t Göran`, `1:a`, `F 19`, `I.K.`. The steps are those of
-- src/lib/search-words.ts, one by one. A line break parts what must not be read together: a name that ends in one letter, and a
-- town that begins with one.
CREATE OR REPLACE FUNCTION search_words(value text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
  text text := fold_text(value);
BEGIN
  text := regexp_replace(text, '([a-z0-9]+)[''`´]([a-z0-9]+)(?:[''`´]([a-z0-9]+))?', '\1\2\3 \2\3 \2', 'g');
  text := regexp_replace(text, '(^|[^a-z0-9])s[:.]t([ae]?)(?![a-z0-9])', '\1st\2 ', 'g');
  text := regexp_replace(text, '&|\+(?![0-9])', ' och ', 'g');
  text := regexp_replace(text, '([a-z])(?=[0-9])', '\1 ', 'g');
  text := regexp_replace(text, '([0-9])(?=[a-z])', '\1 ', 'g');
  text := regexp_replace(text, '(?<![a-z0-9])([a-z])[^a-z0-9\n]{1,2}(?=[a-z](?![a-z0-9]))', '\1', 'g');
  text := regexp_replace(text, '([a-z]+)-([a-z]+)', '\1 \2 \1\2', 'g');
  text := btrim(regexp_replace(text, '[^a-z0-9]+', ' ', 'g'));
  text := regexp_replace(text, '(?<![a-z0-9])(?:st[ae]?|sankt[ae]?|saint)(?![a-z0-9])', 'sankt st sta saint', 'g');
  RETURN regexp_replace(text, '(?<![a-z0-9])46(?:8|1[013689]|2[0136]|3[1356]|4[0246]|54|6[03]|7[0-9]|90|(?!8|1[013689]|2[0136]|3[1356]|4[0246]|54|6[03]|7[0-9]|90)[0-9]{3})([0-9]{5,8})(?![a-z0-9])', '\& \1', 'g');
END $$;

-- Folded words as they are stored: known by (A), told about it (D).
CREATE FUNCTION association_search_words(known_by text, about text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN setweight(to_tsvector('simple', known_by), 'A') || to_tsvector('simple', coalesce(about, ''));

CREATE INDEX association_search_words ON association_search USING gin (words);
CREATE INDEX association_search_folded ON association_search USING gin (folded gin_trgm_ops);
ALTER TABLE association_search SET (autovacuum_vacuum_scale_factor = 0.05);

-- How complete a record is, 0 to 100: a way to reach it counts most.
CREATE FUNCTION association_quality(has_email boolean, has_phone boolean, has_contact boolean, homepage_url text,
  street_address text, postal_code text, org_number text, activities text[], description_text text) RETURNS smallint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (CASE WHEN has_email THEN 25 ELSE 0 END
  + CASE WHEN has_phone THEN 15 ELSE 0 END
  + CASE WHEN has_contact THEN 20 ELSE 0 END
  + CASE WHEN homepage_url IS NOT NULL THEN 10 ELSE 0 END
  + CASE WHEN street_address IS NOT NULL AND postal_code IS NOT NULL THEN 10 ELSE 0 END
  + CASE WHEN org_number IS NOT NULL THEN 10 ELSE 0 END
  + CASE WHEN cardinality(activities) > 0 OR description_text IS NOT NULL THEN 10 ELSE 0 END)::smallint;

-- `name` is the name by itself, so that reading all of them asks for no folding. In `words`, weight A is all one knows an association
-- by, D what is told about it: a description, and tags.
-- Brings everything derived from an association up to date: search text, type rows, has_email, quality.
-- Called with the ids that a command or an import batch touched; untouched text costs no index write.
-- A tsvector ends at 1 MB, which no honest record comes near.
-- `words` holds everything one may search for. `folded`, for parts of words and misspelt ones, holds names and the
-- town alone: trigrams of all the rest would cost more than the whole import.
CREATE FUNCTION refresh_association_index(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH people AS (
    SELECT c.association_id,
           string_agg(c.name, E'\n' ORDER BY c.id) AS names,
           string_agg(concat_ws(E'\n', array_to_string(c.emails, E'\n'),
             (SELECT string_agg(p ->> 'number', E'\n') FROM jsonb_array_elements(c.phones) p)), E'\n' ORDER BY c.id) AS reach
    FROM contact c
    WHERE c.association_id = ANY (ids) AND c.deleted_at IS NULL
    GROUP BY c.association_id
  ), text AS (
    SELECT a.id, search_words(a.name) AS name,
           concat_ws(' ', search_words(a.name), nullif(search_words(m.name), ''),
             nullif(search_words(left(concat_ws(E'\n', a.city, p.names), 50000)), '')) AS folded,
           search_words(concat_ws(E'\n', replace(a.org_number, '-', ''), a.street_address, a.email,
             array_to_string(a.other_emails, E'\n'), a.phone, a.homepage_url,
             left(concat_ws(E'\n', array_to_string(a.types, E'\n'), array_to_string(a.activities, E'\n'), p.reach), 50000))) AS rest,
           search_words(concat_ws(E'\n', left(concat_ws(E'\n', a.description_text, (SELECT string_agg(v #>> '{}', E'\n')
               FROM jsonb_path_query(a.description_sections, '$[*].items[*].value') v)), 10000),
             (SELECT string_agg(t.name, E'\n') FROM association_tag l JOIN tag t ON t.id = l.tag_id
               WHERE l.association_id = a.id))) AS about
    FROM association a
    JOIN municipality m ON m.code = a.municipality_code
    LEFT JOIN people p ON p.association_id = a.id
    WHERE a.id = ANY (ids)
  )
  INSERT INTO association_search (association_id, name, words, folded)
  SELECT id, name, association_search_words(folded || ' ' || rest, about), folded FROM text
  ON CONFLICT (association_id) DO UPDATE SET name = excluded.name, words = excluded.words, folded = excluded.folded
  WHERE (association_search.name, association_search.words, association_search.folded)
    IS DISTINCT FROM (excluded.name, excluded.words, excluded.folded);

  UPDATE association a SET has_email = d.has_email, quality_score = d.quality_score
  FROM (
    SELECT a.id, e.has_email, association_quality(e.has_email, a.phone IS NOT NULL OR coalesce(p.has_phone, false),
      p.association_id IS NOT NULL, a.homepage_url, a.street_address, a.postal_code, a.org_number, a.activities,
      a.description_text) AS quality_score
    FROM association a
    LEFT JOIN (
      SELECT c.association_id, bool_or(cardinality(c.emails) > 0) AS has_email,
             bool_or(jsonb_array_length(c.phones) > 0) AS has_phone
      FROM contact c WHERE c.association_id = ANY (ids) AND c.deleted_at IS NULL GROUP BY c.association_id
    ) p ON p.association_id = a.id,
    LATERAL (SELECT a.email IS NOT NULL OR coalesce(p.has_email, false) AS has_email) e
    WHERE a.id = ANY (ids)
  ) d
  WHERE a.id = d.id AND (a.has_email, a.quality_score) IS DISTINCT FROM (d.has_email, d.quality_score);

  -- Only living associations have type rows, so that counting a type needs no look at the association.
  DELETE FROM association_type t USING association a
  WHERE t.association_id = ANY (ids) AND a.id = t.association_id
    AND (a.deleted_at IS NOT NULL OR t.type <> ALL (a.types));
  INSERT INTO association_type (type, association_id)
  SELECT DISTINCT kind, a.id FROM association a, unnest(a.types) AS kind WHERE a.id = ANY (ids) AND a.deleted_at IS NULL
  ON CONFLICT DO NOTHING;
END $$;

-- Its four statements go by key for one id as for thousands: planning them anew with each save took five times as long
-- as running them.
ALTER FUNCTION refresh_association_index(uuid[]) SET plan_cache_mode = force_generic_plan;

-- Whatever attaches a tag, takes it off or renames it: the associations that bear it are found by what it is called now.
CREATE FUNCTION refresh_tagged_associations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_association_index(ARRAY(SELECT DISTINCT association_id FROM moved));
  RETURN NULL;
END $$;
CREATE TRIGGER tag_attached AFTER INSERT ON association_tag REFERENCING NEW TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_tagged_associations();
CREATE TRIGGER tag_taken_off AFTER DELETE ON association_tag REFERENCING OLD TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_tagged_associations();
CREATE FUNCTION refresh_renamed_tags() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_association_index(ARRAY(SELECT DISTINCT l.association_id FROM renamed r
    JOIN former f ON f.id = r.id AND f.name <> r.name JOIN association_tag l ON l.tag_id = r.id));
  RETURN NULL;
END $$;
CREATE TRIGGER tag_renamed AFTER UPDATE ON tag REFERENCING OLD TABLE AS former NEW TABLE AS renamed
  FOR EACH STATEMENT EXECUTE FUNCTION refresh_renamed_tags();

-- LISTS -------------------------------------------------------------------------------------------------------------------

-- One index for each offered sort, over living rows, tie broken by id: a page costs the same at any depth.
CREATE INDEX association_by_name ON association (name_key, id) WHERE deleted_at IS NULL;
CREATE INDEX association_by_city ON association (city, id) WHERE deleted_at IS NULL;
CREATE INDEX association_by_updated ON association (updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX association_by_created ON association (created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX association_by_activity ON association (last_activity_at, id) WHERE deleted_at IS NULL;
CREATE INDEX association_by_quality ON association (quality_score, id) WHERE deleted_at IS NULL;
CREATE INDEX association_by_member_since ON association (member_since, id) WHERE deleted_at IS NULL;

-- Filters. Status, stage and "has an e-mail address" are filtered in memory; in the database each of their values is had by so many
-- rows that a scan is as quick.
CREATE INDEX association_by_municipality ON association (municipality_code) WHERE deleted_at IS NULL;
CREATE INDEX association_by_org_number ON association (org_number) WHERE org_number IS NOT NULL;
CREATE INDEX association_in_trash ON association (deleted_at DESC, id) WHERE deleted_at IS NOT NULL;

-- Hardly any association has been deleted: rows without a deleter cost nothing here.
CREATE INDEX association_by_deleter ON association (deleted_by_id) WHERE deleted_by_id IS NOT NULL;

-- WHAT TABLES PROMISE ---------------------------------------------------------------------------------------------------------

-- Exactly one primary contact per association that has any.
CREATE UNIQUE INDEX contact_one_primary ON contact (association_id) WHERE is_primary AND deleted_at IS NULL;

-- Tags differ by more than capitals.
CREATE UNIQUE INDEX tag_once_by_name ON tag (lower(name));

-- An association is a member once at a time.
CREATE UNIQUE INDEX membership_period_one_open ON membership_period (association_id) WHERE ended_at IS NULL;

-- One unused link per address.
CREATE UNIQUE INDEX invitation_one_open_per_email ON invitation (email) WHERE accepted_at IS NULL;

-- EVENTS ------------------------------------------------------------------------------------------------------------------

-- The dispatcher looks for undispatched events only.
CREATE INDEX event_undispatched ON event (id) WHERE dispatched_at IS NULL;

-- What happened to one thing. Events about one thing have one id; bulk ones concern associations, which event_association finds.
-- An index on all ids (GIN) made writing 1,000 of them three times slower, and PostgreSQL did not use it for the newest twenty.
CREATE INDEX event_by_entity ON event (entity, (entity_ids[1]), id DESC);

-- STAMPS OF CHANGE --------------------------------------------------------------------------------------------------------

-- What the in-memory filter index (src/adapters/search/embedded) needs: a way to ask exactly for what has been
-- committed since the last look.

CREATE INDEX association_by_change ON association (change_xid);

-- Transaction ids, not a sequence: a sequence's numbers become visible out of order, and a reader would miss some.
CREATE FUNCTION stamp_association_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.change_xid := pg_current_xact_id();
  RETURN NEW;
END $$;
CREATE TRIGGER association_stamp BEFORE UPDATE ON association
  FOR EACH ROW EXECUTE FUNCTION stamp_association_change();

CREATE FUNCTION stamp_listed_associations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE association SET change_xid = pg_current_xact_id()
  WHERE id IN (SELECT association_id FROM moved) AND change_xid <> pg_current_xact_id();
  RETURN NULL;
END $$;
CREATE TRIGGER listing_added AFTER INSERT ON association_listing REFERENCING NEW TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION stamp_listed_associations();
CREATE TRIGGER listing_removed AFTER DELETE ON association_listing REFERENCING OLD TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION stamp_listed_associations();

-- Rows that are really gone (erasure) leave no stamp: the index is read anew.
INSERT INTO association_epoch DEFAULT VALUES;
CREATE FUNCTION next_association_epoch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO association_epoch (id, n) VALUES (1, 1)
  ON CONFLICT (id) DO UPDATE SET n = association_epoch.n + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER association_gone AFTER DELETE ON association
  FOR EACH STATEMENT EXECUTE FUNCTION next_association_epoch();
CREATE TRIGGER association_emptied AFTER TRUNCATE ON association
  FOR EACH STATEMENT EXECUTE FUNCTION next_association_epoch();

-- Which search texts were touched since a look: for the words that the web part holds in memory.
CREATE INDEX association_search_by_change ON association_search (change_xid);
CREATE TRIGGER association_search_stamp BEFORE UPDATE ON association_search
  FOR EACH ROW EXECUTE FUNCTION stamp_association_change();
