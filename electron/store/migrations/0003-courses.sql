-- The courses room. Tables travel: see 0002.
CREATE TABLE site (
  id TEXT PRIMARY KEY NOT NULL, siteName TEXT NOT NULL, siteName_sort TEXT NOT NULL, siteName_search TEXT NOT NULL, organisationId TEXT NOT NULL,
  municipalityId TEXT, street TEXT) STRICT;
CREATE INDEX site_organisation ON site (organisationId);

CREATE TABLE course (
  id TEXT PRIMARY KEY NOT NULL, courseNumber TEXT NOT NULL, courseNumber_sort TEXT NOT NULL, courseNumber_search TEXT NOT NULL, courseType TEXT NOT NULL,
  courseState TEXT NOT NULL, organisationId TEXT NOT NULL, siteId TEXT, slot TEXT NOT NULL, courseStart TEXT, courseEnd TEXT, minSize INTEGER NOT NULL,
  maxSize INTEGER NOT NULL, childcarePlaces INTEGER NOT NULL) STRICT;
CREATE INDEX course_order ON course (courseNumber_sort, id);
CREATE INDEX course_organisation ON course (organisationId);

CREATE TABLE participant (
  id TEXT PRIMARY KEY NOT NULL, personId TEXT NOT NULL, organisationId TEXT, participantState TEXT NOT NULL, registrationDate TEXT, entitlementBasis TEXT,
  entitlementDate TEXT, entitlementUntil TEXT, literacy TEXT, schoolYears INTEGER, availableSlots TEXT NOT NULL, childcareNeed INTEGER NOT NULL, wishSiteId TEXT,
  wishSlot TEXT, remarks TEXT) STRICT;
CREATE INDEX participant_person ON participant (personId);
CREATE INDEX participant_organisation ON participant (organisationId);

CREATE TABLE placement (
  id TEXT PRIMARY KEY NOT NULL, participantId TEXT NOT NULL, placementDate TEXT, placementScore INTEGER, scoreOral REAL, scoreWritten REAL, cefr TEXT,
  recommendedType TEXT, recommendedModule INTEGER) STRICT;
CREATE INDEX placement_newest ON placement (participantId, placementDate, id);

CREATE TABLE paceJudgement (
  id TEXT PRIMARY KEY NOT NULL, participantId TEXT NOT NULL, learningPace TEXT NOT NULL, judgedOn TEXT, judgedBy TEXT, paceReason TEXT) STRICT;
CREATE INDEX paceJudgement_newest ON paceJudgement (participantId, judgedOn, id);

CREATE TABLE enrolment (id TEXT PRIMARY KEY NOT NULL, participantId TEXT NOT NULL, courseId TEXT NOT NULL, enrolledOn TEXT, endedOn TEXT) STRICT;
CREATE INDEX enrolment_newest ON enrolment (participantId, endedOn, enrolledOn, id);
CREATE INDEX enrolment_course ON enrolment (courseId, endedOn);

CREATE TABLE groupingPlan (
  id TEXT PRIMARY KEY NOT NULL, planName TEXT NOT NULL, planName_sort TEXT NOT NULL, planName_search TEXT NOT NULL, groups TEXT NOT NULL, seats TEXT NOT NULL,
  objective INTEGER NOT NULL, bound INTEGER, meanSpread REAL) STRICT;
