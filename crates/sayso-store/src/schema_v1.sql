-- The tables of schema version 1. A released version is never edited: a change is a further file with the next number.

-- "says": tells a case from any other SQLite database.
PRAGMA application_id = 1935767923;

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Kept: what was got, and what was made of it. Times are RFC 3339 in UTC with nine decimals, so that they sort as text.

CREATE TABLE capture (
    digest     TEXT PRIMARY KEY,
    media_type TEXT NOT NULL,
    bytes      BLOB NOT NULL
) STRICT;

CREATE TABLE sighting (
    number    INTEGER PRIMARY KEY,
    capture   TEXT NOT NULL REFERENCES capture (digest),
    location  TEXT NOT NULL,
    retrieved TEXT NOT NULL,
    article   TEXT
) STRICT;
CREATE INDEX sighting_capture ON sighting (capture);
CREATE INDEX sighting_location ON sighting (location);

CREATE TABLE article (
    number INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE revision (
    article   INTEGER NOT NULL REFERENCES article (number),
    revision  INTEGER NOT NULL CHECK (revision >= 1),
    capture   TEXT NOT NULL REFERENCES capture (digest),
    retrieved TEXT NOT NULL,
    json      TEXT NOT NULL,
    PRIMARY KEY (article, revision)
) STRICT;
CREATE INDEX revision_capture ON revision (capture);

CREATE TABLE log_entry (
    number    INTEGER PRIMARY KEY,
    leaf_hash TEXT NOT NULL,
    kind      TEXT NOT NULL,
    subject   TEXT NOT NULL,
    time      TEXT NOT NULL
) STRICT;

-- What is kept is added and never changed, whatever a later mistake in the program may try.

CREATE TRIGGER capture_is_not_changed BEFORE UPDATE ON capture BEGIN SELECT raise(ABORT, 'a capture is never changed'); END;
CREATE TRIGGER capture_is_not_removed BEFORE DELETE ON capture BEGIN SELECT raise(ABORT, 'a capture is never removed'); END;
CREATE TRIGGER sighting_is_not_changed BEFORE UPDATE ON sighting BEGIN SELECT raise(ABORT, 'a sighting is never changed'); END;
CREATE TRIGGER sighting_is_not_removed BEFORE DELETE ON sighting BEGIN SELECT raise(ABORT, 'a sighting is never removed'); END;
CREATE TRIGGER revision_is_not_changed BEFORE UPDATE ON revision BEGIN SELECT raise(ABORT, 'a revision is never changed'); END;
CREATE TRIGGER revision_is_not_removed BEFORE DELETE ON revision BEGIN SELECT raise(ABORT, 'a revision is never removed'); END;
CREATE TRIGGER log_entry_is_not_changed BEFORE UPDATE ON log_entry BEGIN SELECT raise(ABORT, 'a log entry is never changed'); END;
CREATE TRIGGER log_entry_is_not_removed BEFORE DELETE ON log_entry BEGIN SELECT raise(ABORT, 'a log entry is never removed'); END;

-- Rebuildable: what was worked out.

CREATE TABLE reading (
    text  TEXT NOT NULL,
    model TEXT NOT NULL,
    json  TEXT NOT NULL,
    PRIMARY KEY (text, model)
) STRICT;

CREATE TABLE embedding (
    text   TEXT NOT NULL,
    model  TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (text, model)
) STRICT;

CREATE TABLE statement (
    number  INTEGER PRIMARY KEY,
    id      TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES article (number),
    json    TEXT NOT NULL
) STRICT;
CREATE INDEX statement_article ON statement (article);

CREATE TABLE actor (
    id   TEXT PRIMARY KEY,
    json TEXT NOT NULL
) STRICT;

CREATE TABLE reuse (
    first  TEXT NOT NULL,
    second TEXT NOT NULL,
    json   TEXT NOT NULL,
    PRIMARY KEY (first, second)
) STRICT;

CREATE TABLE statement_origin (
    statement TEXT PRIMARY KEY,
    json      TEXT NOT NULL
) STRICT;

CREATE TABLE claim (
    place INTEGER PRIMARY KEY,
    id    TEXT NOT NULL UNIQUE,
    json  TEXT NOT NULL
) STRICT;

-- Full text. A row's rowid is the number of its article or statement.

CREATE VIRTUAL TABLE article_words USING fts5 (title, text, tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE statement_words USING fts5 (words, tokenize = "unicode61 remove_diacritics 2");
