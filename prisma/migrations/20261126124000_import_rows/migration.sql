-- What is staged is named by what it is: the rows to merge, and the municipality that each spelling in a file means. Columns that
-- nothing writes any more go. Staged rows are read again from the stored files, so these tables may be emptied.
TRUNCATE "import_row", "import_place", "import_winner";

ALTER TABLE "import_run" RENAME COLUMN "winners" TO "rows_to_merge";
ALTER TABLE "import_run" RENAME COLUMN "lease_id" TO "holder_id";

ALTER TABLE "import_row"
  DROP COLUMN "seq",
  DROP COLUMN "municipality_code",
  DROP COLUMN "home_code",
  ALTER COLUMN "municipality_name" SET NOT NULL,
  ALTER COLUMN "has_email" SET NOT NULL,
  ALTER COLUMN "has_phone" SET NOT NULL;

ALTER TABLE "import_place" RENAME TO "import_municipality";
ALTER TABLE "import_municipality" RENAME CONSTRAINT "import_place_pkey" TO "import_municipality_pkey";

ALTER TABLE "import_winner" RENAME TO "import_merge_row";
ALTER TABLE "import_merge_row" RENAME CONSTRAINT "import_winner_pkey" TO "import_merge_row_pkey";
ALTER TABLE "import_merge_row"
  DROP COLUMN "seq",
  ALTER COLUMN "file_id" SET NOT NULL,
  ALTER COLUMN "row" SET NOT NULL,
  ALTER COLUMN "instance" SET NOT NULL,
  ALTER COLUMN "municipality_code" SET NOT NULL,
  ALTER COLUMN "home_code" SET NOT NULL,
  ALTER COLUMN "home_words" SET NOT NULL,
  ALTER COLUMN "contacts" SET NOT NULL;
