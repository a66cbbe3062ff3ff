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
    "name" TEXT NOT NULL,
    "org_number" TEXT,
    "municipality_code" TEXT NOT NULL,
    "types" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "activities" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "categories" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "target_groups" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "homepage_url" TEXT,
    "street_address" TEXT,
    "postal_code" TEXT,
    "city" TEXT,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "location_precision" TEXT,
    "email" TEXT,
    "other_emails" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "phone" TEXT,
    "other_phones" TEXT[] DEFAULT ARRAY[]::TEXT[],
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
    "words" tsvector NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "association_search_pkey" PRIMARY KEY ("association_id")
);

-- CreateTable
CREATE TABLE "association_origin" (
    "association_id" UUID NOT NULL,
    "register" JSONB NOT NULL DEFAULT '{}',
    "registered_at" TIMESTAMPTZ(3),
    "run_id" UUID,
    "moved" JSONB NOT NULL DEFAULT '{}',
    "person" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "association_origin_pkey" PRIMARY KEY ("association_id")
);

-- CreateTable
CREATE TABLE "source_record" (
    "id" UUID NOT NULL,
    "platform" "platform" NOT NULL,
    "instance" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "association_id" UUID NOT NULL,
    "municipality_code" TEXT NOT NULL,
    "source_url" TEXT,
    "raw" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "file_rank" SMALLINT NOT NULL,
    "issues" JSONB NOT NULL DEFAULT '[]',
    "incomplete" BOOLEAN NOT NULL DEFAULT false,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
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
    "emails" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "phones" JSONB NOT NULL DEFAULT '[]',
    "links" TEXT[] DEFAULT ARRAY[]::TEXT[],
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
    "lease_until" TIMESTAMPTZ(3),
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
    "changed" TEXT[] DEFAULT ARRAY[]::TEXT[],
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
CREATE TABLE "import_row" (
    "run_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "file_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "platform" "platform" NOT NULL,
    "instance" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "municipality_code" TEXT NOT NULL,
    "home_code" TEXT NOT NULL,
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

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("run_id","seq")
);

-- CreateTable
CREATE TABLE "import_winner" (
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "action" TEXT,
    "changed" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "association_id" UUID,
    "source_record_id" UUID,

    CONSTRAINT "import_winner_pkey" PRIMARY KEY ("run_id","position")
);

-- CreateTable
CREATE TABLE "municipality" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
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
CREATE UNIQUE INDEX "tag_name_key" ON "tag"("name");

-- CreateIndex
CREATE INDEX "association_tag_tag_id_idx" ON "association_tag"("tag_id");

-- CreateIndex
CREATE INDEX "event_name_id_idx" ON "event"("name", "id" DESC);

-- CreateIndex
CREATE INDEX "contact_association_id_idx" ON "contact"("association_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_source_record_id_source_key_key" ON "contact"("source_record_id", "source_key");

-- CreateIndex
CREATE INDEX "import_run_created_at_idx" ON "import_run"("created_at" DESC);

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

-- AddForeignKey
ALTER TABLE "association" ADD CONSTRAINT "association_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "association" ADD CONSTRAINT "association_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

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
ALTER TABLE "association_tag" ADD CONSTRAINT "association_tag_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "association_tag" ADD CONSTRAINT "association_tag_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "tag"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_change" ADD CONSTRAINT "import_change_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_issue" ADD CONSTRAINT "import_issue_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
