-- Instants are datetime2(3) in UTC. User ids compare without case, ids of chats and messages with it.
CREATE TABLE issue (
    issue_id bigint NOT NULL CONSTRAINT pk_issue PRIMARY KEY,
    version int NOT NULL,
    sub_district_id nvarchar(100) NOT NULL,
    number bigint NOT NULL,
    chat_id nvarchar(200) COLLATE Latin1_General_BIN2 NULL,
    code int NOT NULL,
    place_id nvarchar(100) NOT NULL,
    category nvarchar(100) NOT NULL,
    subcategory nvarchar(100) NULL,
    urgency int NOT NULL,
    text nvarchar(max) NOT NULL,
    stage nvarchar(40) NOT NULL,
    is_open int NOT NULL,
    level int NOT NULL,
    owner nvarchar(64) COLLATE Latin1_General_CI_AS NULL,
    reporter nvarchar(64) COLLATE Latin1_General_CI_AS NOT NULL,
    reporter_count int NOT NULL,
    opened_at datetime2(3) NOT NULL,
    response_since datetime2(3) NOT NULL,
    taken_at datetime2(3) NULL,
    resolved_at datetime2(3) NULL,
    closed_at datetime2(3) NULL,
    resolve_by datetime2(3) NOT NULL,
    next_due_at datetime2(3) NULL,
    policy_version bigint NOT NULL,
    summons int NOT NULL,
    returns int NOT NULL,
    reworks int NOT NULL,
    reopens int NOT NULL,
    state nvarchar(max) NOT NULL,
    changed_at datetime2(3) NOT NULL
);
CREATE UNIQUE INDEX ux_issue_number ON issue (sub_district_id, number);
CREATE INDEX ix_issue_due ON issue (next_due_at);
CREATE INDEX ix_issue_open ON issue (sub_district_id, is_open, opened_at);
CREATE INDEX ix_issue_opened ON issue (sub_district_id, opened_at);
CREATE INDEX ix_issue_place ON issue (place_id, opened_at);
CREATE INDEX ix_issue_owner ON issue (owner, is_open);
CREATE INDEX ix_issue_reporter ON issue (reporter, opened_at);

CREATE TABLE issue_event (
    issue_id bigint NOT NULL,
    version int NOT NULL,
    line int NOT NULL,
    at datetime2(3) NOT NULL,
    actor nvarchar(100) NOT NULL,
    via nvarchar(40) NOT NULL,
    kind nvarchar(40) NOT NULL,
    details nvarchar(max) NULL,
    CONSTRAINT pk_issue_event PRIMARY KEY (issue_id, version, line)
);

CREATE TABLE response_time (
    issue_id bigint NOT NULL,
    summons int NOT NULL,
    person nvarchar(64) COLLATE Latin1_General_CI_AS NOT NULL,
    level int NOT NULL,
    round int NOT NULL,
    summoned_at datetime2(3) NOT NULL,
    delivered_at datetime2(3) NULL,
    answered_at datetime2(3) NULL,
    response_ms bigint NULL,
    working_ms bigint NULL,
    outcome nvarchar(40) NOT NULL,
    CONSTRAINT pk_response_time PRIMARY KEY (issue_id, summons, person)
);
CREATE INDEX ix_response_time_summoned ON response_time (summoned_at);
CREATE INDEX ix_response_time_person ON response_time (person, summoned_at);

CREATE TABLE chat_code (
    chat_id nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    code int NOT NULL,
    issue_id bigint NOT NULL,
    free_at datetime2(3) NULL,
    CONSTRAINT pk_chat_code PRIMARY KEY (chat_id, code)
);

CREATE TABLE inbox (
    inbox_id nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT pk_inbox PRIMARY KEY,
    door nvarchar(40) NOT NULL,
    state nvarchar(40) NOT NULL,
    received_at datetime2(3) NOT NULL,
    decided_at datetime2(3) NULL,
    answer nvarchar(max) NULL,
    response_url nvarchar(1000) NULL,
    issue_id bigint NULL,
    payload varbinary(max) NULL
);
CREATE INDEX ix_inbox_pending ON inbox (state, received_at);

CREATE TABLE raw_message (
    inbox_id nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT pk_raw_message PRIMARY KEY,
    received_at datetime2(3) NOT NULL,
    sealed varbinary(max) NOT NULL
);
CREATE INDEX ix_raw_message_received ON raw_message (received_at);

CREATE TABLE outbox (
    outbox_id bigint IDENTITY(1,1) NOT NULL CONSTRAINT pk_outbox PRIMARY KEY,
    destination nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    kind nvarchar(40) NOT NULL,
    priority int NOT NULL,
    issue_id bigint NOT NULL,
    summons int NOT NULL,
    body nvarchar(max) NOT NULL,
    state nvarchar(40) NOT NULL,
    queued_at datetime2(3) NOT NULL,
    not_before datetime2(3) NOT NULL,
    useful_until datetime2(3) NULL,
    attempts int NOT NULL,
    sending_id bigint NULL,
    done_at datetime2(3) NULL,
    reason nvarchar(1000) NULL
);
CREATE INDEX ix_outbox_queued ON outbox (state, destination, not_before, priority);
CREATE INDEX ix_outbox_due ON outbox (state, not_before);
CREATE INDEX ix_outbox_issue ON outbox (issue_id, state);
CREATE INDEX ix_outbox_sending ON outbox (sending_id);
CREATE INDEX ix_outbox_done ON outbox (done_at);

CREATE TABLE sending (
    sending_id bigint IDENTITY(1,1) NOT NULL CONSTRAINT pk_sending PRIMARY KEY,
    destination nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    host nvarchar(100) NOT NULL,
    body varbinary(max) NOT NULL,
    state nvarchar(40) NOT NULL,
    attempts int NOT NULL,
    started_at datetime2(3) NOT NULL,
    repeat_at datetime2(3) NOT NULL,
    done_at datetime2(3) NULL,
    reason nvarchar(1000) NULL
);
CREATE INDEX ix_sending_open ON sending (state, repeat_at);
CREATE INDEX ix_sending_done ON sending (done_at);

CREATE TABLE card (
    task_id nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    receiver nvarchar(64) COLLATE Latin1_General_CI_AS NOT NULL,
    issue_id bigint NOT NULL,
    summons int NOT NULL,
    channel nvarchar(40) NOT NULL,
    response_code nvarchar(1000) NULL,
    sent_at datetime2(3) NOT NULL,
    used_at datetime2(3) NULL,
    CONSTRAINT pk_card PRIMARY KEY (task_id, receiver)
);
CREATE INDEX ix_card_issue ON card (issue_id);

CREATE TABLE person_alias (
    open_userid nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT pk_person_alias PRIMARY KEY,
    userid nvarchar(64) COLLATE Latin1_General_CI_AS NOT NULL,
    at datetime2(3) NOT NULL
);

CREATE TABLE setting_version (
    kind nvarchar(40) NOT NULL,
    version bigint NOT NULL,
    content nvarchar(max) NOT NULL,
    hash nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    written_by nvarchar(100) NOT NULL,
    at datetime2(3) NOT NULL,
    CONSTRAINT pk_setting_version PRIMARY KEY (kind, version)
);
CREATE INDEX ix_setting_version_hash ON setting_version (kind, hash);

CREATE TABLE counter (
    name nvarchar(100) NOT NULL CONSTRAINT pk_counter PRIMARY KEY,
    next_value bigint NOT NULL
);
