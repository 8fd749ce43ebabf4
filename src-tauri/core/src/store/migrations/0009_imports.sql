-- What came in together, so that it can be taken back together.
CREATE TABLE import (
    id        TEXT NOT NULL PRIMARY KEY,
    at        TEXT NOT NULL,
    user_id   TEXT NOT NULL,
    file_name TEXT NOT NULL,
    homes     INTEGER NOT NULL,
    undone_at TEXT
) STRICT;

CREATE TABLE import_row (
    import_id TEXT NOT NULL REFERENCES import (id),
    entity    TEXT NOT NULL,
    row_id    TEXT NOT NULL,
    rev       INTEGER NOT NULL,
    PRIMARY KEY (import_id, entity, row_id)
) STRICT, WITHOUT ROWID;
