-- Working table of this office alone (scope local): never logged, never sent. What stands at the head of its documents; one row, or none before it is set.
CREATE TABLE letterhead (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1), officeName TEXT NOT NULL DEFAULT '', street TEXT NOT NULL DEFAULT '', postcode TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '', mail TEXT NOT NULL DEFAULT '', contact TEXT NOT NULL DEFAULT '',
  picture BLOB) STRICT;
