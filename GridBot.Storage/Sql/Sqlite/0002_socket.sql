-- Where somebody has written to the robot: only there may it speak by itself. Chat ids compare with case; a person's is in small letters.
CREATE TABLE robot_chat (
    chat_id TEXT NOT NULL,
    is_group INTEGER NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (chat_id, is_group)
) WITHOUT ROWID;

-- Which host holds a robot's long connection, or keeps the others away from it, and until when.
CREATE TABLE robot_line (
    bot_id TEXT NOT NULL PRIMARY KEY,
    host TEXT NOT NULL,
    held_until INTEGER NOT NULL
) WITHOUT ROWID;
