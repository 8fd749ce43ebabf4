-- The investigation of a home: texts, second reader, what the family was told, proposal and decision.
-- Its key is its recruitment's, so that there is one of each.
CREATE TABLE investigation (
    id              TEXT NOT NULL PRIMARY KEY REFERENCES recruitment (id),
    rev             INTEGER NOT NULL DEFAULT 1,
    how             TEXT,
    household       TEXT,
    housing         TEXT,
    everyday        TEXT,
    own_children    TEXT,
    interview       TEXT,
    training        TEXT,
    strengths       TEXT,
    vulnerabilities TEXT,
    support_needs   TEXT,
    suits           TEXT,
    not_suits       TEXT,
    consulted       TEXT,
    assessment      TEXT,
    written_by      TEXT,
    written_on      TEXT CHECK (written_on IS date(written_on, '+0 days')),
    read_by         TEXT,
    read_on         TEXT CHECK (read_on IS date(read_on, '+0 days')),
    read_comment    TEXT,
    sent_on         TEXT CHECK (sent_on IS date(sent_on, '+0 days')),
    sent_how        TEXT,
    answer_due      TEXT CHECK (answer_due IS date(answer_due, '+0 days')),
    answered_on     TEXT CHECK (answered_on IS date(answered_on, '+0 days')),
    answer          TEXT,
    comments        TEXT,
    care            TEXT,
    age_from        INTEGER CHECK (age_from BETWEEN 0 AND 20),
    age_to          INTEGER CHECK (age_to BETWEEN 0 AND 20),
    places          INTEGER CHECK (places BETWEEN 1 AND 20),
    conditions      TEXT,
    review_on       TEXT CHECK (review_on IS date(review_on, '+0 days')),
    override_by     TEXT,
    override_title  TEXT,
    override_on     TEXT CHECK (override_on IS date(override_on, '+0 days')),
    decided_on      TEXT CHECK (decided_on IS date(decided_on, '+0 days')),
    decided_by      TEXT,
    decided_body    TEXT,
    decided_point   TEXT
) STRICT;

-- A later look at a home that was approved.
CREATE TABLE home_review (
    id      TEXT NOT NULL PRIMARY KEY,
    rev     INTEGER NOT NULL DEFAULT 1,
    gone_at TEXT,
    home_id TEXT NOT NULL REFERENCES home (id),
    done_on TEXT CHECK (done_on IS date(done_on, '+0 days')),
    done_by TEXT,
    text    TEXT,
    next_on TEXT CHECK (next_on IS date(next_on, '+0 days'))
) STRICT;

CREATE INDEX home_review_of_home ON home_review (home_id) WHERE gone_at IS NULL;

-- What a family that is turned down was told.
ALTER TABLE recruitment ADD COLUMN told_on TEXT CHECK (told_on IS date(told_on, '+0 days'));
ALTER TABLE recruitment ADD COLUMN told_how TEXT;
ALTER TABLE recruitment ADD COLUMN told_text TEXT;

-- The paper about a home belongs to its recruitment.
ALTER TABLE paper ADD COLUMN recruitment_id TEXT REFERENCES recruitment (id);

-- What the one text and the one step held is carried over, with its earlier versions.
INSERT INTO investigation (id, assessment, sent_on, answered_on, answer, comments)
SELECT r.id, r.summary, s.done_on, s.done_on,
       CASE WHEN s.done_on IS NULL THEN NULL WHEN coalesce(s.text, '') = '' THEN 'no_comments' ELSE 'comments' END,
       s.text
FROM recruitment r
LEFT JOIN step s ON s.id = (SELECT id FROM step WHERE recruitment_id = r.id AND step = 'told_family' AND done_on IS NOT NULL AND gone_at IS NULL ORDER BY done_on DESC, id DESC LIMIT 1);

UPDATE text_version SET entity = 'investigation', field = 'assessment' WHERE entity = 'recruitment' AND field = 'summary';
UPDATE draft SET key = 'investigation/' || substr(key, 13, length(key) - 20) || '/assessment' WHERE key LIKE 'recruitment/%/summary';
UPDATE step SET gone_at = coalesce(done_on, planned_on, '2026-11-23') || 'T12:00:00+00:00' WHERE step = 'told_family' AND gone_at IS NULL;
UPDATE recruitment SET summary = NULL WHERE summary IS NOT NULL;
