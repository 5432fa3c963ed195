-- Working tables of this office alone (scope local): never logged, never sent.
-- How this file came to be, where it was not made anew: put back from a backup, or a copy beside another. The newest row counts.
-- `goesOn`: which of the two goes on, NULL until a person decides; a copy writes no files for exchange before.
CREATE TABLE fileOrigin (
  at INTEGER PRIMARY KEY NOT NULL, kind TEXT NOT NULL, backupAt INTEGER NOT NULL, source TEXT NOT NULL, goesOn TEXT, decidedAt INTEGER, decidedBy TEXT) STRICT;
-- Long work that is under way, and what of it was cut off, until somebody has read that. `places`: JSON, the folders that it writes to;
-- `endedBy`: NULL while it runs, else 'crash', or 'lock' where the workspace was locked or the program ended.
CREATE TABLE runningJob (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, user TEXT NOT NULL, startedAt INTEGER NOT NULL, places TEXT NOT NULL, endedBy TEXT) STRICT, WITHOUT ROWID;
