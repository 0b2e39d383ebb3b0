-- Somebody said which class an issue is, or that the guess was right (became = was): what the next training learns from.
-- what: category. sealed: hashes of the pieces that the model looked at, of the features' version beside it; no words.
CREATE TABLE correction (
    issue_id bigint NOT NULL,
    version int NOT NULL,
    at datetime2(3) NOT NULL,
    actor nvarchar(100) NOT NULL,
    what nvarchar(40) NOT NULL,
    was nvarchar(100) NOT NULL,
    became nvarchar(100) NOT NULL,
    features int NOT NULL,
    sealed varbinary(max) NOT NULL,
    CONSTRAINT pk_correction PRIMARY KEY (issue_id, version)
);
CREATE INDEX ix_correction_at ON correction (at);
