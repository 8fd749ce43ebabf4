-- The child's own file: apart from every home's.
CREATE TABLE child (
    id               TEXT NOT NULL PRIMARY KEY,
    rev              INTEGER NOT NULL DEFAULT 1,
    gone_at          TEXT,
    given_name       TEXT NOT NULL DEFAULT '',
    family_name      TEXT NOT NULL DEFAULT '',
    personal_number  TEXT CHECK (personal_number IS NULL OR length(personal_number) = 12),
    birth_date       TEXT CHECK (birth_date IS date(birth_date, '+0 days')),
    case_number      TEXT,
    protected        INTEGER NOT NULL DEFAULT 0 CHECK (protected IN (0, 1)),
    legal_ground     TEXT,
    care             TEXT NOT NULL,
    start_on         TEXT CHECK (start_on IS date(start_on, '+0 days')),
    municipality     TEXT,
    school           TEXT,
    only_child       INTEGER NOT NULL DEFAULT 0 CHECK (only_child IN (0, 1)),
    pet_allergy      INTEGER NOT NULL DEFAULT 0 CHECK (pet_allergy IN (0, 1)),
    sibling_group    TEXT,
    own_words        TEXT,
    own_words_on     TEXT CHECK (own_words_on IS date(own_words_on, '+0 days')),
    not_asked_reason TEXT,
    background       TEXT,
    sheet_locked_at  TEXT,
    social_worker    TEXT
) STRICT;

CREATE INDEX child_by_name ON child (given_name COLLATE sv) WHERE gone_at IS NULL;
CREATE INDEX child_by_number ON child (personal_number) WHERE personal_number IS NOT NULL;

CREATE TABLE need (
    id         TEXT NOT NULL PRIMARY KEY,
    rev        INTEGER NOT NULL DEFAULT 1,
    gone_at    TEXT,
    child_id   TEXT NOT NULL REFERENCES child (id),
    area       TEXT NOT NULL,
    need_key   TEXT NOT NULL,
    text       TEXT NOT NULL DEFAULT '',
    importance TEXT NOT NULL,
    source     TEXT,
    said_on    TEXT CHECK (said_on IS date(said_on, '+0 days')),
    own_words  INTEGER NOT NULL DEFAULT 0 CHECK (own_words IN (0, 1)),
    after_lock INTEGER NOT NULL DEFAULT 0 CHECK (after_lock IN (0, 1))
) STRICT;

CREATE INDEX need_of_child ON need (child_id) WHERE gone_at IS NULL;

CREATE TABLE network_person (
    id         TEXT NOT NULL PRIMARY KEY,
    rev        INTEGER NOT NULL DEFAULT 1,
    gone_at    TEXT,
    child_id   TEXT NOT NULL REFERENCES child (id),
    name       TEXT NOT NULL DEFAULT '',
    relation   TEXT,
    outcome    TEXT,
    reason     TEXT,
    weighed_on TEXT CHECK (weighed_on IS date(weighed_on, '+0 days'))
) STRICT;

CREATE INDEX network_person_of_child ON network_person (child_id) WHERE gone_at IS NULL;

-- A known threat, contact ban or protected address that a home conflicts with.
CREATE TABLE safety_conflict (
    id       TEXT NOT NULL PRIMARY KEY,
    rev      INTEGER NOT NULL DEFAULT 1,
    gone_at  TEXT,
    child_id TEXT NOT NULL REFERENCES child (id),
    home_id  TEXT NOT NULL REFERENCES home (id),
    kind     TEXT NOT NULL,
    noted_on TEXT NOT NULL CHECK (noted_on IS date(noted_on, '+0 days'))
) STRICT;
