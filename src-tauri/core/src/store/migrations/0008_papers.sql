-- Papers while they are written, and as they were issued.
CREATE TABLE paper (
    id           TEXT NOT NULL PRIMARY KEY,
    rev          INTEGER NOT NULL DEFAULT 1,
    gone_at      TEXT,
    kind         TEXT NOT NULL,
    template     TEXT NOT NULL,
    child_id     TEXT REFERENCES child (id),
    home_id      TEXT REFERENCES home (id),
    case_number  TEXT,
    meeting_on   TEXT CHECK (meeting_on IS date(meeting_on, '+0 days')),
    body         TEXT,
    started_on   TEXT CHECK (started_on IS date(started_on, '+0 days')),
    goal         TEXT,
    consent      TEXT,
    child_opinion TEXT,
    guardian_opinion TEXT,
    earlier      TEXT,
    analysis     TEXT,
    assessment   TEXT,
    why_home     TEXT,
    parents_work TEXT,
    contact      TEXT,
    school_plan  TEXT,
    expected     TEXT,
    home_plan    TEXT,
    economy      TEXT,
    released_by  TEXT,
    released_at  TEXT,
    paragraph    TEXT,
    decided_on   TEXT CHECK (decided_on IS date(decided_on, '+0 days')),
    decision     TEXT,
    decision_text TEXT
) STRICT;

CREATE INDEX paper_of_child ON paper (child_id) WHERE gone_at IS NULL;

-- Rows of a paper's tables: alternatives, risks, goals, earlier measures, listed papers.
CREATE TABLE paper_row (
    id       TEXT NOT NULL PRIMARY KEY,
    rev      INTEGER NOT NULL DEFAULT 1,
    gone_at  TEXT,
    paper_id TEXT NOT NULL REFERENCES paper (id),
    part     TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    a        TEXT,
    b        TEXT,
    c        TEXT,
    d        TEXT
) STRICT;

CREATE INDEX paper_row_of ON paper_row (paper_id, part, position) WHERE gone_at IS NULL;

CREATE TABLE issued_paper (
    id               TEXT NOT NULL PRIMARY KEY,
    paper_id         TEXT NOT NULL REFERENCES paper (id),
    kind             TEXT NOT NULL,
    facts            TEXT NOT NULL CHECK (json_valid(facts)),
    bytes            BLOB NOT NULL,
    sha256           TEXT NOT NULL CHECK (length(sha256) = 64),
    template         TEXT NOT NULL,
    rules            TEXT NOT NULL,
    program          TEXT NOT NULL,
    issued_at        TEXT NOT NULL,
    issued_by        TEXT NOT NULL
) STRICT;

CREATE INDEX issued_paper_of ON issued_paper (paper_id);

CREATE TRIGGER issued_paper_never_changes BEFORE UPDATE ON issued_paper
BEGIN SELECT RAISE(ABORT, 'issued papers never change'); END;

CREATE TRIGGER issued_paper_never_goes BEFORE DELETE ON issued_paper
BEGIN SELECT RAISE(ABORT, 'issued papers never change'); END;
