-- audience: 0 everybody in scope, 1 private (known to its insiders alone), 2 a rehearsal (in no list and no figure).
-- insiders: ",a,b," in small letters; NULL where everybody in scope may see it.
ALTER TABLE issue ADD audience int NOT NULL CONSTRAINT df_issue_audience DEFAULT 0;
ALTER TABLE issue ADD insiders nvarchar(max) NULL;
-- Until when the brake holds the issue's rings; NULL when it doesn't.
ALTER TABLE issue ADD held_until datetime2(3) NULL;
GO
CREATE INDEX ix_issue_held ON issue (held_until);

-- Every use of the brake, kept as its own log. ended_at is set when somebody lets go before until_at.
CREATE TABLE brake (
    brake_id bigint IDENTITY(1,1) NOT NULL CONSTRAINT pk_brake PRIMARY KEY,
    sub_district_id nvarchar(100) NOT NULL,
    since datetime2(3) NOT NULL,
    until_at datetime2(3) NOT NULL,
    why nvarchar(400) NOT NULL,
    set_by nvarchar(64) NOT NULL,
    ended_at datetime2(3) NULL,
    ended_by nvarchar(64) NULL
);
CREATE INDEX ix_brake_until ON brake (until_at);

-- Somebody sent a picture without words and was asked where and what: their next words are the report.
CREATE TABLE open_question (
    person nvarchar(64) COLLATE Latin1_General_CI_AS NOT NULL,
    chat nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    asked_at datetime2(3) NOT NULL,
    CONSTRAINT pk_open_question PRIMARY KEY (person, chat)
);
