-- AlterTable
ALTER TABLE "event" ADD COLUMN     "dispatch_error" TEXT,
ADD COLUMN     "dispatch_failures" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "set_aside_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "municipality" ADD COLUMN     "last_scraped_at" TIMESTAMPTZ(3);

UPDATE "municipality" m SET "last_scraped_at" = read."at"
FROM (SELECT "municipality_code" AS "code", max("last_seen_at") AS "at" FROM "source_record" GROUP BY 1) read
WHERE m."code" = read."code";
