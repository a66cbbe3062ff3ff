-- AlterTable
ALTER TABLE "import_run" DROP COLUMN "lease_until";
