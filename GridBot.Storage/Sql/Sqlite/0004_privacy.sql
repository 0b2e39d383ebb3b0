-- audience: 0 everybody in scope, 1 private (known to its insiders alone), 2 a rehearsal (in no list and no figure).
-- insiders: ",a,b," in small letters; NULL where everybody in scope may see it.
ALTER TABLE issue ADD COLUMN audience INTEGER NOT NULL DEFAULT 0;
ALTER TABLE issue ADD COLUMN insiders TEXT NULL;
-- Until when the brake holds the issue's rings; NULL when it doesn't.
ALTER TABLE issue ADD COLUMN held_until INTEGER NULL;
CREATE INDEX ix_issue_held ON issue (held_until) WHERE held_until IS NOT NULL;

-- Every use of the brake, kept as its own log. ended_at is set when somebody lets go before until_at.
CREATE TABLE brake (
    brake_id INTEGER PRIMARY KEY,
    sub_district_id TEXT NOT NULL,
    since INTEGER NOT NULL,
    until_at INTEGER NOT NULL,
    why TEXT NOT NULL,
    set_by TEXT NOT NULL,
    ended_at INTEGER NULL,
    ended_by TEXT NULL
);
CREATE INDEX ix_brake_until ON brake (until_at);

-- Somebody sent a picture without words and was asked where and what: their next words are the report.
CREATE TABLE open_question (
    person TEXT NOT NULL COLLATE NOCASE,
    chat TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    PRIMARY KEY (person, chat)
) WITHOUT ROWID;
