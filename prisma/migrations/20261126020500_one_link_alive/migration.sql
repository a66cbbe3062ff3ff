-- One unused link per address: of several made at once the newest stays.
DELETE FROM invitation AS old USING invitation AS newer
WHERE old.accepted_at IS NULL AND newer.accepted_at IS NULL AND old.email = newer.email AND old.id < newer.id;
CREATE UNIQUE INDEX invitation_one_open_per_email ON invitation (email) WHERE accepted_at IS NULL;
