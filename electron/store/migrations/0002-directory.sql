-- Tables that travel have no foreign keys, no UNIQUE and no CHECK beyond the type: a snapshot must be able to fill them in any state.
CREATE TABLE person (
  id TEXT PRIMARY KEY NOT NULL, lastName TEXT NOT NULL, lastName_sort TEXT NOT NULL, lastName_search TEXT NOT NULL,
  firstName TEXT NOT NULL, firstName_sort TEXT NOT NULL, firstName_search TEXT NOT NULL, birthName TEXT, birthDate TEXT, birthDatePrecision TEXT NOT NULL,
  sex TEXT, nationalities TEXT NOT NULL, firstLanguage TEXT, otherLanguages TEXT NOT NULL, street TEXT, houseNo TEXT, postcode TEXT, city TEXT, district TEXT,
  municipalityId TEXT, phone TEXT, mobile TEXT, email TEXT) STRICT;
CREATE INDEX person_order ON person (lastName_sort, firstName_sort, id);
CREATE INDEX person_birthDate ON person (birthDate);
CREATE INDEX person_municipality ON person (municipalityId);

CREATE TABLE organisation (
  id TEXT PRIMARY KEY NOT NULL, organisationName TEXT NOT NULL, organisationName_sort TEXT NOT NULL, organisationName_search TEXT NOT NULL, bodyKind TEXT NOT NULL,
  street TEXT, postcode TEXT, city TEXT, municipalityId TEXT, phone TEXT, email TEXT, remarks TEXT) STRICT;
CREATE INDEX organisation_order ON organisation (organisationName_sort, id);

CREATE TABLE contact (
  id TEXT PRIMARY KEY NOT NULL, organisationId TEXT NOT NULL, contactName TEXT NOT NULL, contactName_sort TEXT NOT NULL, contactName_search TEXT NOT NULL,
  contactRole TEXT, phone TEXT, email TEXT) STRICT;
CREATE INDEX contact_organisation ON contact (organisationId);
CREATE INDEX contact_order ON contact (contactName_sort, id);

CREATE TABLE municipality (
  id TEXT PRIMARY KEY NOT NULL, municipalityKey TEXT NOT NULL, municipalityName TEXT NOT NULL, municipalityName_sort TEXT NOT NULL, municipalityName_search TEXT NOT NULL,
  inhabitants INTEGER, gridEast REAL, gridNorth REAL) STRICT;
CREATE INDEX municipality_order ON municipality (municipalityName_sort, id);
