-- Who keeps this register, who may use it, and what they have set.
CREATE TABLE unit (
    id            TEXT NOT NULL PRIMARY KEY,      -- also the name of its history chain
    municipality  TEXT NOT NULL CHECK (municipality <> ''),
    committee     TEXT NOT NULL CHECK (committee <> ''),
    practice      INTEGER NOT NULL CHECK (practice IN (0, 1)),
    calendar_days INTEGER NOT NULL DEFAULT 0 CHECK (practice = 1 OR calendar_days = 0),
    created_at    TEXT NOT NULL,
    only_one      INTEGER NOT NULL DEFAULT 1 UNIQUE CHECK (only_one = 1)
) STRICT;

-- A file made for practice is marked so for ever.
CREATE TRIGGER unit_practice_never_changes BEFORE UPDATE OF id, practice ON unit
WHEN new.practice <> old.practice OR new.id <> old.id
BEGIN SELECT RAISE(ABORT, 'practice never changes'); END;

CREATE TABLE user (
    id       TEXT NOT NULL PRIMARY KEY,
    rev      INTEGER NOT NULL DEFAULT 1,
    name     TEXT NOT NULL CHECK (name <> ''),
    role     TEXT NOT NULL,
    title    TEXT,
    phone    TEXT,
    email    TEXT,
    left_on  TEXT CHECK (left_on IS date(left_on, '+0 days'))
) STRICT;

CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;
