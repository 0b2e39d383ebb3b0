-- Instants are integer Unix milliseconds in UTC. User ids compare without case, everything else with it.
CREATE TABLE issue (
    issue_id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL,
    sub_district_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    chat_id TEXT NULL,
    code INTEGER NOT NULL,
    place_id TEXT NOT NULL,
    category TEXT NOT NULL,
    subcategory TEXT NULL,
    urgency INTEGER NOT NULL,
    text TEXT NOT NULL,
    stage TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    level INTEGER NOT NULL,
    owner TEXT NULL COLLATE NOCASE,
    reporter TEXT NOT NULL COLLATE NOCASE,
    reporter_count INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    response_since INTEGER NOT NULL,
    taken_at INTEGER NULL,
    resolved_at INTEGER NULL,
    closed_at INTEGER NULL,
    resolve_by INTEGER NOT NULL,
    next_due_at INTEGER NULL,
    policy_version INTEGER NOT NULL,
    summons INTEGER NOT NULL,
    returns INTEGER NOT NULL,
    reworks INTEGER NOT NULL,
    reopens INTEGER NOT NULL,
    state TEXT NOT NULL,
    changed_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX ux_issue_number ON issue (sub_district_id, number);
CREATE INDEX ix_issue_due ON issue (next_due_at) WHERE next_due_at IS NOT NULL;
CREATE INDEX ix_issue_open ON issue (sub_district_id, is_open, opened_at);
CREATE INDEX ix_issue_opened ON issue (sub_district_id, opened_at);
CREATE INDEX ix_issue_place ON issue (place_id, opened_at);
CREATE INDEX ix_issue_owner ON issue (owner, is_open) WHERE owner IS NOT NULL;
CREATE INDEX ix_issue_reporter ON issue (reporter, opened_at);

CREATE TABLE issue_event (
    issue_id INTEGER NOT NULL,
    version INTEGER NOT NULL,
    line INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    via TEXT NOT NULL,
    kind TEXT NOT NULL,
    details TEXT NULL,
    PRIMARY KEY (issue_id, version, line)
) WITHOUT ROWID;

CREATE TABLE response_time (
    issue_id INTEGER NOT NULL,
    summons INTEGER NOT NULL,
    person TEXT NOT NULL COLLATE NOCASE,
    level INTEGER NOT NULL,
    round INTEGER NOT NULL,
    summoned_at INTEGER NOT NULL,
    delivered_at INTEGER NULL,
    answered_at INTEGER NULL,
    response_ms INTEGER NULL,
    working_ms INTEGER NULL,
    outcome TEXT NOT NULL,
    PRIMARY KEY (issue_id, summons, person)
) WITHOUT ROWID;
CREATE INDEX ix_response_time_summoned ON response_time (summoned_at);
CREATE INDEX ix_response_time_person ON response_time (person, summoned_at);

CREATE TABLE chat_code (
    chat_id TEXT NOT NULL,
    code INTEGER NOT NULL,
    issue_id INTEGER NOT NULL,
    free_at INTEGER NULL,
    PRIMARY KEY (chat_id, code)
) WITHOUT ROWID;

-- With a row id: an answer is too long for a key's page, and each would drag an overflow page through the log.
CREATE TABLE inbox (
    inbox_id TEXT NOT NULL PRIMARY KEY,
    door TEXT NOT NULL,
    state TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    decided_at INTEGER NULL,
    answer TEXT NULL,
    response_url TEXT NULL,
    issue_id INTEGER NULL,
    payload BLOB NULL
);
CREATE INDEX ix_inbox_pending ON inbox (received_at) WHERE state = 'pending';

CREATE TABLE raw_message (
    inbox_id TEXT NOT NULL PRIMARY KEY,
    received_at INTEGER NOT NULL,
    sealed BLOB NOT NULL
);
CREATE INDEX ix_raw_message_received ON raw_message (received_at);

CREATE TABLE outbox (
    outbox_id INTEGER PRIMARY KEY,
    destination TEXT NOT NULL,
    kind TEXT NOT NULL,
    priority INTEGER NOT NULL,
    issue_id INTEGER NOT NULL,
    summons INTEGER NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    queued_at INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    useful_until INTEGER NULL,
    attempts INTEGER NOT NULL,
    sending_id INTEGER NULL,
    done_at INTEGER NULL,
    reason TEXT NULL
);
CREATE INDEX ix_outbox_queued ON outbox (destination, not_before, priority) WHERE state = 'queued';
CREATE INDEX ix_outbox_issue ON outbox (issue_id) WHERE state = 'queued';
CREATE INDEX ix_outbox_sending ON outbox (sending_id) WHERE sending_id IS NOT NULL;
CREATE INDEX ix_outbox_done ON outbox (done_at) WHERE done_at IS NOT NULL;

CREATE TABLE sending (
    sending_id INTEGER PRIMARY KEY AUTOINCREMENT,
    destination TEXT NOT NULL,
    host TEXT NOT NULL,
    body BLOB NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    repeat_at INTEGER NOT NULL,
    done_at INTEGER NULL,
    reason TEXT NULL
);
CREATE INDEX ix_sending_open ON sending (repeat_at) WHERE state = 'sending';
CREATE INDEX ix_sending_done ON sending (done_at) WHERE done_at IS NOT NULL;

CREATE TABLE card (
    task_id TEXT NOT NULL,
    receiver TEXT NOT NULL COLLATE NOCASE,
    issue_id INTEGER NOT NULL,
    summons INTEGER NOT NULL,
    channel TEXT NOT NULL,
    response_code TEXT NULL,
    sent_at INTEGER NOT NULL,
    used_at INTEGER NULL,
    PRIMARY KEY (task_id, receiver)
) WITHOUT ROWID;
CREATE INDEX ix_card_issue ON card (issue_id);

CREATE TABLE person_alias (
    open_userid TEXT NOT NULL PRIMARY KEY,
    userid TEXT NOT NULL COLLATE NOCASE,
    at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE setting_version (
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    content TEXT NOT NULL,
    hash TEXT NOT NULL,
    written_by TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (kind, version)
) WITHOUT ROWID;
CREATE INDEX ix_setting_version_hash ON setting_version (kind, hash);

CREATE TABLE counter (
    name TEXT NOT NULL PRIMARY KEY,
    next_value INTEGER NOT NULL
) WITHOUT ROWID;
