-- Homes: household, approved scope apart from wishes, pauses, what they have said they can do.
CREATE TABLE home (
    id              TEXT NOT NULL PRIMARY KEY,
    rev             INTEGER NOT NULL DEFAULT 1,
    gone_at         TEXT,
    name            TEXT NOT NULL CHECK (name <> ''),
    kind            TEXT NOT NULL,
    street          TEXT,
    postcode        TEXT,
    locality        TEXT,
    municipality    TEXT,
    phone           TEXT,
    email           TEXT,
    protected       INTEGER NOT NULL DEFAULT 0 CHECK (protected IN (0, 1)),
    investigated_on TEXT CHECK (investigated_on IS date(investigated_on, '+0 days')),
    investigated_by TEXT,
    ended_on        TEXT CHECK (ended_on IS date(ended_on, '+0 days')),
    ended_reason    TEXT,
    description     TEXT
) STRICT;

CREATE INDEX home_by_name ON home (name COLLATE sv) WHERE gone_at IS NULL;

CREATE TABLE person (
    id              TEXT NOT NULL PRIMARY KEY,
    rev             INTEGER NOT NULL DEFAULT 1,
    gone_at         TEXT,
    home_id         TEXT NOT NULL REFERENCES home (id),
    given_name      TEXT NOT NULL DEFAULT '',
    family_name     TEXT NOT NULL DEFAULT '',
    personal_number TEXT CHECK (personal_number IS NULL OR length(personal_number) = 12),
    birth_date      TEXT CHECK (birth_date IS date(birth_date, '+0 days')),
    role            TEXT NOT NULL,
    to_check        INTEGER NOT NULL DEFAULT 0 CHECK (to_check IN (0, 1)),
    protected       INTEGER NOT NULL DEFAULT 0 CHECK (protected IN (0, 1)),
    phone           TEXT,
    email           TEXT,
    occupation      TEXT,
    moved_in_on     TEXT CHECK (moved_in_on IS date(moved_in_on, '+0 days')),
    moved_out_on    TEXT CHECK (moved_out_on IS date(moved_out_on, '+0 days'))
) STRICT;

CREATE INDEX person_of_home ON person (home_id) WHERE gone_at IS NULL;
CREATE INDEX person_by_number ON person (personal_number) WHERE personal_number IS NOT NULL;

CREATE TABLE scope (
    id          TEXT NOT NULL PRIMARY KEY,
    rev         INTEGER NOT NULL DEFAULT 1,
    gone_at     TEXT,
    home_id     TEXT NOT NULL REFERENCES home (id),
    care        TEXT NOT NULL,
    age_from    INTEGER CHECK (age_from BETWEEN 0 AND 20),
    age_to      INTEGER CHECK (age_to BETWEEN 0 AND 20),
    places      INTEGER NOT NULL DEFAULT 1 CHECK (places BETWEEN 0 AND 20),
    child_id    TEXT,
    conditions  TEXT,
    decided_on  TEXT CHECK (decided_on IS date(decided_on, '+0 days')),
    paragraph   TEXT,
    valid_from  TEXT CHECK (valid_from IS date(valid_from, '+0 days')),
    valid_to    TEXT CHECK (valid_to IS date(valid_to, '+0 days'))
) STRICT;

CREATE INDEX scope_of_home ON scope (home_id) WHERE gone_at IS NULL;

CREATE TABLE wish (
    id       TEXT NOT NULL PRIMARY KEY,
    rev      INTEGER NOT NULL DEFAULT 1,
    gone_at  TEXT,
    home_id  TEXT NOT NULL REFERENCES home (id),
    strength TEXT NOT NULL,
    text     TEXT NOT NULL DEFAULT '',
    said_by  TEXT,
    said_on  TEXT CHECK (said_on IS date(said_on, '+0 days'))
) STRICT;

CREATE INDEX wish_of_home ON wish (home_id) WHERE gone_at IS NULL;

CREATE TABLE pause (
    id        TEXT NOT NULL PRIMARY KEY,
    rev       INTEGER NOT NULL DEFAULT 1,
    gone_at   TEXT,
    home_id   TEXT NOT NULL REFERENCES home (id),
    from_day  TEXT NOT NULL CHECK (from_day IS date(from_day, '+0 days')),
    to_day    TEXT CHECK (to_day IS date(to_day, '+0 days')),
    reason    TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX pause_of_home ON pause (home_id) WHERE gone_at IS NULL;

-- Places that other municipalities use in the home; their children are never named here.
CREATE TABLE taken_place (
    id           TEXT NOT NULL PRIMARY KEY,
    rev          INTEGER NOT NULL DEFAULT 1,
    gone_at      TEXT,
    home_id      TEXT NOT NULL REFERENCES home (id),
    municipality TEXT NOT NULL DEFAULT '',
    places       INTEGER NOT NULL DEFAULT 1 CHECK (places BETWEEN 1 AND 20),
    from_day     TEXT NOT NULL CHECK (from_day IS date(from_day, '+0 days')),
    to_day       TEXT CHECK (to_day IS date(to_day, '+0 days'))
) STRICT;

CREATE INDEX taken_place_of_home ON taken_place (home_id) WHERE gone_at IS NULL;

-- Facts about the house. A gap says why there is no value.
CREATE TABLE home_fact (
    id      TEXT NOT NULL PRIMARY KEY,
    rev     INTEGER NOT NULL DEFAULT 1,
    home_id TEXT NOT NULL REFERENCES home (id),
    key     TEXT NOT NULL,
    value   TEXT,
    gap     TEXT CHECK (gap IN ('unknown', 'not_asked', 'not_relevant')),
    UNIQUE (home_id, key),
    CHECK (value IS NULL OR gap IS NULL)
) STRICT;

-- What a home has said or shown that it can do. The rows lie as matching reads
-- them: one need at a time, over all homes.
CREATE TABLE capability (
    id       TEXT NOT NULL UNIQUE,
    rev      INTEGER NOT NULL DEFAULT 1,
    gone_at  TEXT,
    home_id  TEXT NOT NULL REFERENCES home (id),
    need_key TEXT NOT NULL,
    level    TEXT NOT NULL,
    evidence TEXT NOT NULL,
    measure  TEXT,
    text     TEXT,
    source   TEXT,
    said_on  TEXT NOT NULL CHECK (said_on IS date(said_on, '+0 days')),
    PRIMARY KEY (need_key, home_id, id)
) STRICT, WITHOUT ROWID;

-- One home's answers, the latest last: the list shows when it was asked.
CREATE INDEX capability_of_home ON capability (home_id, said_on) WHERE gone_at IS NULL;

-- Notes on the timeline: calls, visits, letters.
CREATE TABLE note (
    id      TEXT NOT NULL PRIMARY KEY,
    rev     INTEGER NOT NULL DEFAULT 1,
    gone_at TEXT,
    home_id TEXT NOT NULL REFERENCES home (id),
    on_day  TEXT NOT NULL CHECK (on_day IS date(on_day, '+0 days')),
    kind    TEXT NOT NULL,
    text    TEXT NOT NULL DEFAULT '',
    user_id TEXT NOT NULL
) STRICT;

CREATE INDEX note_of_home ON note (home_id, on_day) WHERE gone_at IS NULL;
