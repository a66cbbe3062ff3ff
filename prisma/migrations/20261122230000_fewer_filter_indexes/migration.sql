-- Status, stage and "has an e-mail address" are filtered in memory; in the database each of their values is had by so many
-- rows that a scan is as quick, and every import and every save paid for keeping these three.
DROP INDEX association_by_status;
DROP INDEX association_by_stage;
DROP INDEX association_by_has_email;
