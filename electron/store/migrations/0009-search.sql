-- Search finds more than titles, and forgives slips. The index is filled anew in the background: electron/store/searchRebuild.ts.
DROP TABLE found;
DROP TABLE foundRow;
-- Words in search form: of the title, of other fields by which people search, and the sounds of the title's words where they differ.
CREATE VIRTUAL TABLE found USING fts5 (title, detail, sounds, detail = column, prefix = '2 3', tokenize = "unicode61 remove_diacritics 0");
INSERT INTO found (found, rank) VALUES ('secure-delete', 1);
-- A record's row in the search index, and its title as it is shown.
CREATE TABLE foundRow (number INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE, entity TEXT NOT NULL, title TEXT NOT NULL) STRICT;
-- The words of the index by their pairs of letters: words that are near share most of them.
CREATE TABLE foundPair (pair TEXT NOT NULL, length INTEGER NOT NULL, word TEXT NOT NULL, PRIMARY KEY (pair, length, word)) STRICT, WITHOUT ROWID;
