-- Somebody said which class an issue is, or that the guess was right (became = was): what the next training learns from.
-- what: category. sealed: hashes of the pieces that the model looked at, of the features' version beside it; no words.
CREATE TABLE correction (
    issue_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    what TEXT NOT NULL,
    was TEXT NOT NULL,
    became TEXT NOT NULL,
    features INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (issue_id, version)
) WITHOUT ROWID;
CREATE INDEX ix_correction_at ON correction (at);
