-- The tables of schema version 2. A released version is never edited: a change is a further file with the next number.

-- Rebuildable: from which revision of its article, and by which rules, the statements of an article were read.

CREATE TABLE interpreted (
    article  INTEGER PRIMARY KEY REFERENCES article (number),
    revision INTEGER NOT NULL,
    rules    TEXT NOT NULL
) STRICT;
