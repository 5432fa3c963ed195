-- How a user has arranged a list (scope local): never logged, never sent. The name is empty for what was last in use.
CREATE TABLE viewSetting (
  user TEXT NOT NULL, view TEXT NOT NULL, name TEXT NOT NULL, setting TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (user, view, name)) STRICT, WITHOUT ROWID;
