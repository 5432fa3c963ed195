-- The log: who wrote what, when, and what had been seen before. It is complete and travels; tables hold the present state.
CREATE TABLE writer (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, office TEXT NOT NULL, since INTEGER NOT NULL) STRICT;
CREATE TABLE act (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, params TEXT NOT NULL, user TEXT NOT NULL, body TEXT, origin TEXT NOT NULL, at INTEGER NOT NULL,
  undoes TEXT, hash TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX act_newest ON act (at);
CREATE INDEX act_undoes ON act (undoes) WHERE undoes IS NOT NULL;
CREATE TABLE epoch (writer INTEGER NOT NULL, epoch INTEGER NOT NULL, seen TEXT NOT NULL, PRIMARY KEY (writer, epoch)) STRICT, WITHOUT ROWID;
CREATE TABLE change (
  writer INTEGER NOT NULL, scope TEXT NOT NULL, seq INTEGER NOT NULL, epoch INTEGER NOT NULL, act TEXT NOT NULL, at INTEGER NOT NULL,
  entity TEXT NOT NULL, record TEXT NOT NULL, row INTEGER, fields TEXT, salt TEXT, commitment TEXT NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY (writer, scope, seq)) STRICT, WITHOUT ROWID;
CREATE INDEX change_record ON change (record);
CREATE INDEX change_act ON change (act);
-- Heads of fields that were changed since their record was made; every other field's head is the record's first change.
CREATE TABLE head (
  record TEXT NOT NULL, field TEXT NOT NULL, writer INTEGER NOT NULL, scope TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (record, field, writer, seq)) STRICT, WITHOUT ROWID;
-- Changes of others that wait for what they have seen; of two that claim one number, both.
CREATE TABLE pending (
  writer TEXT NOT NULL, scope TEXT NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL, change TEXT NOT NULL, PRIMARY KEY (writer, scope, seq, hash)) STRICT, WITHOUT ROWID;
-- What belongs to the file itself: workspace, county, present writer, revision.
CREATE TABLE meta (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
-- Who saw personal fields of which records, by which call. Written in batches.
CREATE TABLE access (at INTEGER NOT NULL, user TEXT NOT NULL, call TEXT NOT NULL, records TEXT NOT NULL) STRICT;
CREATE INDEX access_at ON access (at);
-- Search over all records with a title, in search form; kept in the transaction that changes the record.
CREATE VIRTUAL TABLE found USING fts5 (words, entity UNINDEXED, record UNINDEXED, title UNINDEXED, tokenize = "unicode61 remove_diacritics 0");
INSERT INTO found (found, rank) VALUES ('secure-delete', 1);
-- A record's row in the search index, so that a change finds it without reading all.
CREATE TABLE foundRow (record TEXT PRIMARY KEY NOT NULL, number INTEGER NOT NULL) STRICT, WITHOUT ROWID;
