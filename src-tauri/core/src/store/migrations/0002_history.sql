-- Everything that has happened, one chain per unit, insert only.
CREATE TABLE history (
    chain   TEXT NOT NULL,
    seq     INTEGER NOT NULL,
    at      TEXT NOT NULL,
    today   TEXT NOT NULL CHECK (today IS date(today, '+0 days')),
    user_id TEXT NOT NULL,
    subject TEXT,
    event   TEXT NOT NULL CHECK (json_valid(event)),
    hash    BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (chain, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX history_subject ON history (subject, at) WHERE subject IS NOT NULL;

CREATE TRIGGER history_never_changes BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'history is insert only'); END;

CREATE TRIGGER history_never_shrinks BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is insert only'); END;
