-- Forms and methods: the unit's own editions, how a first assessment ends, records
-- of interviews, notes of talks and visits; training, mentor home and supervision.

-- An edition of the unit's own: JSON laid over a shipped form. Once somebody has
-- answered it, it never changes.
CREATE TABLE instrument_edition (
    id         TEXT NOT NULL PRIMARY KEY,
    rev        INTEGER NOT NULL DEFAULT 1,
    gone_at    TEXT,
    instrument TEXT NOT NULL,
    version    INTEGER NOT NULL CHECK (version > 0),
    made_on    TEXT NOT NULL CHECK (made_on IS date(made_on, '+0 days')),
    made_by    TEXT NOT NULL,
    changes    TEXT NOT NULL CHECK (json_valid(changes)),
    UNIQUE (instrument, version)
) STRICT;

-- What came out of asking further.
ALTER TABLE answer ADD COLUMN follow_up TEXT;

-- Which form and edition a family is assessed by, and how it ended: a person's
-- decision with its day.
CREATE TABLE screening (
    id             TEXT NOT NULL PRIMARY KEY,
    rev            INTEGER NOT NULL DEFAULT 1,
    recruitment_id TEXT NOT NULL UNIQUE REFERENCES recruitment (id),
    instrument     TEXT NOT NULL,
    edition        TEXT REFERENCES instrument_edition (id),
    outcome        TEXT,
    outcome_on     TEXT CHECK (outcome_on IS date(outcome_on, '+0 days')),
    outcome_by     TEXT,
    outcome_reason TEXT,
    CHECK ((outcome IS NULL) = (outcome_on IS NULL))
) STRICT;

-- The same judgement for the household as a whole.
CREATE TABLE household_assessment (
    id             TEXT NOT NULL PRIMARY KEY,
    rev            INTEGER NOT NULL DEFAULT 1,
    recruitment_id TEXT NOT NULL REFERENCES recruitment (id),
    instrument     TEXT NOT NULL,
    part           TEXT NOT NULL,
    level          TEXT,
    reason         TEXT,
    UNIQUE (recruitment_id, instrument, part)
) STRICT;

-- That one adult was interviewed by a method, and what came out in short. What was
-- said word for word has no column.
CREATE TABLE method_record (
    id             TEXT NOT NULL PRIMARY KEY,
    rev            INTEGER NOT NULL DEFAULT 1,
    gone_at        TEXT,
    recruitment_id TEXT NOT NULL REFERENCES recruitment (id),
    person_id      TEXT NOT NULL REFERENCES person (id),
    method         TEXT NOT NULL,
    edition        TEXT REFERENCES instrument_edition (id),
    planned_on     TEXT CHECK (planned_on IS date(planned_on, '+0 days')),
    interview_on   TEXT CHECK (interview_on IS date(interview_on, '+0 days')),
    interview_2_on TEXT CHECK (interview_2_on IS date(interview_2_on, '+0 days')),
    interviewer_1  TEXT,
    interviewer_2  TEXT,
    vignette_set   INTEGER,
    interpreter    TEXT,
    interpreted_on TEXT CHECK (interpreted_on IS date(interpreted_on, '+0 days')),
    interpreter_reason TEXT,
    feedback_on    TEXT CHECK (feedback_on IS date(feedback_on, '+0 days')),
    strengths      TEXT,
    vulnerabilities TEXT,
    support_needs  TEXT,
    suits          TEXT,
    does_not_suit  TEXT
) STRICT;

CREATE INDEX method_record_of_recruitment ON method_record (recruitment_id) WHERE gone_at IS NULL;

-- A result area that the interview lit, with a note. Never a score.
CREATE TABLE method_area (
    id               TEXT NOT NULL PRIMARY KEY,
    rev              INTEGER NOT NULL DEFAULT 1,
    method_record_id TEXT NOT NULL REFERENCES method_record (id),
    category         TEXT NOT NULL,
    lit              INTEGER NOT NULL DEFAULT 0 CHECK (lit IN (0, 1)),
    note             TEXT,
    UNIQUE (method_record_id, category)
) STRICT;

-- Notes of a talk or visit by a short form: they hang on the step or the reference.
CREATE TABLE form_answer (
    id           TEXT NOT NULL PRIMARY KEY,
    rev          INTEGER NOT NULL DEFAULT 1,
    step_id      TEXT REFERENCES step (id),
    reference_id TEXT REFERENCES reference (id),
    form         TEXT NOT NULL,
    edition      TEXT REFERENCES instrument_edition (id),
    item         TEXT NOT NULL,
    answer       TEXT,
    CHECK ((step_id IS NULL) <> (reference_id IS NULL))
) STRICT;

CREATE UNIQUE INDEX form_answer_of_step ON form_answer (step_id, form, item) WHERE step_id IS NOT NULL;
CREATE UNIQUE INDEX form_answer_of_reference ON form_answer (reference_id, form, item) WHERE reference_id IS NOT NULL;

-- One adult at one meeting of the basic training: planned, attended.
CREATE TABLE training (
    id          TEXT NOT NULL PRIMARY KEY,
    rev         INTEGER NOT NULL DEFAULT 1,
    person_id   TEXT NOT NULL REFERENCES person (id),
    programme   TEXT NOT NULL,
    meeting     INTEGER NOT NULL CHECK (meeting > 0),
    planned_on  TEXT CHECK (planned_on IS date(planned_on, '+0 days')),
    attended_on TEXT CHECK (attended_on IS date(attended_on, '+0 days')),
    UNIQUE (person_id, programme, meeting)
) STRICT;

-- A home that stands by another.
CREATE TABLE mentor (
    id        TEXT NOT NULL PRIMARY KEY,
    rev       INTEGER NOT NULL DEFAULT 1,
    gone_at   TEXT,
    home_id   TEXT NOT NULL REFERENCES home (id),
    mentor_id TEXT NOT NULL REFERENCES home (id) CHECK (mentor_id <> home_id),
    from_day  TEXT NOT NULL CHECK (from_day IS date(from_day, '+0 days')),
    to_day    TEXT CHECK (to_day IS date(to_day, '+0 days')),
    text      TEXT
) STRICT;

CREATE INDEX mentor_of_home ON mentor (home_id) WHERE gone_at IS NULL;

-- Who supervises the home, how often, and when next.
CREATE TABLE supervision (
    id        TEXT NOT NULL PRIMARY KEY,
    rev       INTEGER NOT NULL DEFAULT 1,
    gone_at   TEXT,
    home_id   TEXT NOT NULL REFERENCES home (id),
    given_by  TEXT NOT NULL DEFAULT '',
    often     TEXT,
    next_on   TEXT CHECK (next_on IS date(next_on, '+0 days')),
    ended_on  TEXT CHECK (ended_on IS date(ended_on, '+0 days')),
    text      TEXT
) STRICT;

CREATE INDEX supervision_of_home ON supervision (home_id) WHERE gone_at IS NULL;
