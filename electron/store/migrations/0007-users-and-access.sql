-- Tells two users of one function apart; NULL in acts from before.
ALTER TABLE act ADD COLUMN userId TEXT;
CREATE INDEX act_of_user ON act (userId, number);
-- Who has or had access, as the keyring said, so that the audit can name them. Scope local: never logged, never sent.
CREATE TABLE knownUser (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, functionName TEXT, role TEXT NOT NULL, removedAt INTEGER) STRICT, WITHOUT ROWID;
-- The access log is numbered and chained: SHA-256 of the hash before and the entry. Entries from before have no hash.
CREATE TABLE chained (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, user TEXT NOT NULL, call TEXT NOT NULL, records TEXT NOT NULL, hash TEXT) STRICT;
INSERT INTO chained (number, at, user, call, records) SELECT rowid, at, user, call, records FROM access;
DROP TABLE access;
ALTER TABLE chained RENAME TO access;
CREATE INDEX access_at ON access (at);
