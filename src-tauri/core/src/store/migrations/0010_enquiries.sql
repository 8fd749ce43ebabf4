-- Meetings where families are told what it means to be a family home.
CREATE TABLE information_meeting (
    id      TEXT NOT NULL PRIMARY KEY,
    rev     INTEGER NOT NULL DEFAULT 1,
    gone_at TEXT,
    held_on TEXT NOT NULL CHECK (held_on IS date(held_on, '+0 days')),
    place   TEXT,
    note    TEXT
) STRICT;

-- How an enquiry came, what was said, and when things were done that had no day.
ALTER TABLE recruitment ADD COLUMN received_how TEXT;
ALTER TABLE recruitment ADD COLUMN source_detail TEXT;
ALTER TABLE recruitment ADD COLUMN meeting_id TEXT REFERENCES information_meeting (id);
ALTER TABLE recruitment ADD COLUMN ambassador_id TEXT REFERENCES home (id);
ALTER TABLE recruitment ADD COLUMN children_home TEXT;
ALTER TABLE recruitment ADD COLUMN thoughts TEXT;
-- Contact details as they were given with the enquiry; the home's own may differ.
ALTER TABLE recruitment ADD COLUMN said_phone TEXT;
ALTER TABLE recruitment ADD COLUMN said_email TEXT;
ALTER TABLE recruitment ADD COLUMN said_address TEXT;
ALTER TABLE assessment ADD COLUMN assessed_on TEXT CHECK (assessed_on IS date(assessed_on, '+0 days'));

-- One line for each family that came.
CREATE TABLE meeting_guest (
    id             TEXT NOT NULL PRIMARY KEY,
    rev            INTEGER NOT NULL DEFAULT 1,
    gone_at        TEXT,
    meeting_id     TEXT NOT NULL REFERENCES information_meeting (id),
    name           TEXT NOT NULL CHECK (name <> ''),
    phone          TEXT,
    email          TEXT,
    people         INTEGER NOT NULL DEFAULT 1 CHECK (people BETWEEN 1 AND 20),
    wants_on       TEXT CHECK (wants_on IN ('yes', 'maybe', 'no')),
    note           TEXT,
    recruitment_id TEXT REFERENCES recruitment (id)
) STRICT;

CREATE INDEX meeting_guest_of_meeting ON meeting_guest (meeting_id) WHERE gone_at IS NULL;

-- What the unit has set otherwise than as shipped: limits, names, compulsory steps.
CREATE TABLE recruitment_setting (
    id    TEXT NOT NULL PRIMARY KEY,
    rev   INTEGER NOT NULL DEFAULT 1,
    key   TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
) STRICT;
