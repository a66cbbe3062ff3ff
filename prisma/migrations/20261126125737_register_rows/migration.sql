-- How many rows a register sent last is compared with nothing any more: associations that are named again are counted.
ALTER TABLE "register" DROP COLUMN "last_rows";
