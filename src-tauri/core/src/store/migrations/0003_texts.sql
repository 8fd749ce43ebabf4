-- Earlier states of long texts, and what was typed but could not be taken yet.
CREATE TABLE text_version (
    id      TEXT NOT NULL PRIMARY KEY,
    entity  TEXT NOT NULL,
    row_id  TEXT NOT NULL,
    field   TEXT NOT NULL,
    at      TEXT NOT NULL,
    user_id TEXT NOT NULL,
    text    TEXT NOT NULL
) STRICT;

CREATE INDEX text_version_of ON text_version (entity, row_id, field, id);

CREATE TABLE draft (
    key     TEXT NOT NULL PRIMARY KEY,   -- "home/<id>/phone", "new_enquiry"
    user_id TEXT NOT NULL,
    at      TEXT NOT NULL,
    text    TEXT NOT NULL
) STRICT;
