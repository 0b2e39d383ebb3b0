-- Where somebody has written to the robot: only there may it speak by itself. Chat ids compare with case; a person's is in small letters.
CREATE TABLE robot_chat (
    chat_id nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
    is_group int NOT NULL,
    since datetime2(3) NOT NULL,
    CONSTRAINT pk_robot_chat PRIMARY KEY (chat_id, is_group)
);

-- Which host holds a robot's long connection, or keeps the others away from it, and until when.
CREATE TABLE robot_line (
    bot_id nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL CONSTRAINT pk_robot_line PRIMARY KEY,
    host nvarchar(200) NOT NULL,
    held_until datetime2(3) NOT NULL
);
