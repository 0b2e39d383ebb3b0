-- Groups bound by message or made by the app; what the roster file binds stands in setting_version.
CREATE TABLE group_binding (
    chat_id nvarchar(64) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT pk_group_binding PRIMARY KEY,
    version int NOT NULL,
    place_id nvarchar(100) COLLATE Latin1_General_BIN2 NULL,
    voice int NOT NULL,
    app_chat_id nvarchar(64) COLLATE Latin1_General_BIN2 NULL,
    bound_by nvarchar(64) COLLATE Latin1_General_CI_AS NULL,
    bound_at datetime2(3) NULL,
    request nvarchar(max) NULL,
    changed_at datetime2(3) NOT NULL
);
CREATE INDEX ix_group_binding_changed ON group_binding (changed_at);

-- Keys of push robots that an admin sent, sealed with Secrets:DataKey.
CREATE TABLE push_key (
    place_id nvarchar(100) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT pk_push_key PRIMARY KEY,
    sealed varbinary(max) NOT NULL,
    set_by nvarchar(64) COLLATE Latin1_General_CI_AS NOT NULL,
    changed_at datetime2(3) NOT NULL
);
CREATE INDEX ix_push_key_changed ON push_key (changed_at);

-- What WeCom last announced about the app itself, by kind.
CREATE TABLE app_notice (
    kind nvarchar(40) NOT NULL CONSTRAINT pk_app_notice PRIMARY KEY,
    at datetime2(3) NOT NULL
);
