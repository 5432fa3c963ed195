-- Working tables of this office alone (scope local): never logged, never sent.
CREATE TABLE draft (user TEXT NOT NULL, view TEXT NOT NULL, vals TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (user, view)) STRICT, WITHOUT ROWID;
CREATE TABLE import (
  id TEXT PRIMARY KEY NOT NULL, file TEXT NOT NULL, organisationId TEXT, summary TEXT NOT NULL, readAt INTEGER NOT NULL, createdAt INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE importRow (
  importId TEXT NOT NULL, position INTEGER NOT NULL, sheet TEXT NOT NULL, row INTEGER NOT NULL, kind TEXT NOT NULL, taken INTEGER NOT NULL, name TEXT NOT NULL,
  personId TEXT, participantId TEXT, identity TEXT NOT NULL, vals TEXT NOT NULL, findings TEXT NOT NULL, PRIMARY KEY (importId, position)) STRICT, WITHOUT ROWID;
CREATE INDEX importRow_kind ON importRow (importId, kind, position);
CREATE INDEX importRow_identity ON importRow (importId, identity);
