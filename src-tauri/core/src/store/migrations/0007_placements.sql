-- The only link between a child's file and a home's: dates, law, price; no narrative.
CREATE TABLE placement (
    id            TEXT NOT NULL PRIMARY KEY,
    rev           INTEGER NOT NULL DEFAULT 1,
    gone_at       TEXT,
    child_id      TEXT NOT NULL REFERENCES child (id),
    home_id       TEXT NOT NULL REFERENCES home (id),
    regime        TEXT NOT NULL,
    kind          TEXT NOT NULL,
    legal_ground  TEXT NOT NULL,
    paper_id      TEXT,
    decided_on    TEXT CHECK (decided_on IS date(decided_on, '+0 days')),
    started_on    TEXT NOT NULL CHECK (started_on IS date(started_on, '+0 days')),
    ended_on      TEXT CHECK (ended_on IS date(ended_on, '+0 days')),
    end_cause     TEXT,
    investigation_opened_on TEXT CHECK (investigation_opened_on IS date(investigation_opened_on, '+0 days')),
    investigation_closed_on TEXT CHECK (investigation_closed_on IS date(investigation_closed_on, '+0 days')),
    considered_on TEXT CHECK (considered_on IS date(considered_on, '+0 days')),
    extended_to   TEXT CHECK (extended_to IS date(extended_to, '+0 days')),
    day_price_ore INTEGER CHECK (day_price_ore >= 0),
    CHECK (ended_on IS NULL OR ended_on >= started_on)
) STRICT;

CREATE INDEX placement_of_home ON placement (home_id) WHERE gone_at IS NULL;
CREATE INDEX placement_of_child ON placement (child_id) WHERE gone_at IS NULL;
-- A child lives in one home at a time.
CREATE UNIQUE INDEX placement_current ON placement (child_id) WHERE gone_at IS NULL AND ended_on IS NULL;
