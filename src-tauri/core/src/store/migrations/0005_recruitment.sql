-- From enquiry to concluded home study. The stage is derived, never stored.
CREATE TABLE recruitment (
    id            TEXT NOT NULL PRIMARY KEY,
    rev           INTEGER NOT NULL DEFAULT 1,
    gone_at       TEXT,
    home_id       TEXT NOT NULL REFERENCES home (id),
    opened_on     TEXT NOT NULL CHECK (opened_on IS date(opened_on, '+0 days')),
    source        TEXT,
    owner_id      TEXT,
    enquiry       TEXT,
    next_action   TEXT,
    next_on       TEXT CHECK (next_on IS date(next_on, '+0 days')),
    dormant_until TEXT CHECK (dormant_until IS date(dormant_until, '+0 days')),
    summary       TEXT,
    concluded_on  TEXT CHECK (concluded_on IS date(concluded_on, '+0 days')),
    concluded_by  TEXT,
    override_reason TEXT,
    closed_on     TEXT CHECK (closed_on IS date(closed_on, '+0 days')),
    closed_by     TEXT,
    closing_code  TEXT,
    closing_text  TEXT,
    return_on     TEXT CHECK (return_on IS date(return_on, '+0 days')),
    CHECK ((closed_on IS NULL) = (closing_code IS NULL))
) STRICT;

CREATE INDEX recruitment_of_home ON recruitment (home_id) WHERE gone_at IS NULL;

CREATE TABLE step (
    id             TEXT NOT NULL PRIMARY KEY,
    rev            INTEGER NOT NULL DEFAULT 1,
    gone_at        TEXT,
    recruitment_id TEXT NOT NULL REFERENCES recruitment (id),
    step           TEXT NOT NULL,
    person_id      TEXT REFERENCES person (id),
    planned_on     TEXT CHECK (planned_on IS date(planned_on, '+0 days')),
    done_on        TEXT CHECK (done_on IS date(done_on, '+0 days')),
    done_by        TEXT,
    text           TEXT
) STRICT;

CREATE INDEX step_of_recruitment ON step (recruitment_id) WHERE gone_at IS NULL;

-- The extract's content has no column.
CREATE TABLE register_check (
    id          TEXT NOT NULL PRIMARY KEY,
    rev         INTEGER NOT NULL DEFAULT 1,
    gone_at     TEXT,
    person_id   TEXT NOT NULL REFERENCES person (id),
    register    TEXT NOT NULL,
    consent_on  TEXT CHECK (consent_on IS date(consent_on, '+0 days')),
    asked_on    TEXT CHECK (asked_on IS date(asked_on, '+0 days')),
    received_on TEXT CHECK (received_on IS date(received_on, '+0 days')),
    read_by     TEXT,
    result      TEXT,
    assessment  TEXT,
    decision    TEXT,
    extract     TEXT,
    extract_on  TEXT CHECK (extract_on IS date(extract_on, '+0 days'))
) STRICT;

CREATE INDEX register_check_of_person ON register_check (person_id) WHERE gone_at IS NULL;

CREATE TABLE reference (
    id             TEXT NOT NULL PRIMARY KEY,
    rev            INTEGER NOT NULL DEFAULT 1,
    gone_at        TEXT,
    recruitment_id TEXT NOT NULL REFERENCES recruitment (id),
    kind           TEXT NOT NULL,
    given_by       TEXT NOT NULL DEFAULT '',
    phone          TEXT,
    taken_on       TEXT CHECK (taken_on IS date(taken_on, '+0 days')),
    text           TEXT
) STRICT;

CREATE INDEX reference_of_recruitment ON reference (recruitment_id) WHERE gone_at IS NULL;

-- An answer by number, and a person's assessment of a part, both per adult.
CREATE TABLE answer (
    id             TEXT NOT NULL PRIMARY KEY,
    rev            INTEGER NOT NULL DEFAULT 1,
    recruitment_id TEXT NOT NULL REFERENCES recruitment (id),
    instrument     TEXT NOT NULL,
    person_id      TEXT NOT NULL REFERENCES person (id),
    item           TEXT NOT NULL,
    answer         TEXT,
    UNIQUE (recruitment_id, instrument, person_id, item)
) STRICT;

CREATE TABLE assessment (
    id             TEXT NOT NULL PRIMARY KEY,
    rev            INTEGER NOT NULL DEFAULT 1,
    recruitment_id TEXT NOT NULL REFERENCES recruitment (id),
    instrument     TEXT NOT NULL,
    person_id      TEXT NOT NULL REFERENCES person (id),
    part           TEXT NOT NULL,
    level          TEXT,
    reason         TEXT,
    UNIQUE (recruitment_id, instrument, person_id, part)
) STRICT;
