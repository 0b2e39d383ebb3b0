-- Groups bound by message or made by the app; what the roster file binds stands in setting_version.
CREATE TABLE group_binding (
    chat_id TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    place_id TEXT NULL,
    voice INTEGER NOT NULL,
    app_chat_id TEXT NULL,
    bound_by TEXT NULL COLLATE NOCASE,
    bound_at INTEGER NULL,
    request TEXT NULL,
    changed_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX ix_group_binding_changed ON group_binding (changed_at);

-- Keys of push robots that an admin sent, sealed with Secrets:DataKey.
CREATE TABLE push_key (
    place_id TEXT NOT NULL PRIMARY KEY,
    sealed BLOB NOT NULL,
    set_by TEXT NOT NULL COLLATE NOCASE,
    changed_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX ix_push_key_changed ON push_key (changed_at);

-- What WeCom last announced about the app itself, by kind.
CREATE TABLE app_notice (
    kind TEXT NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL
) WITHOUT ROWID;
