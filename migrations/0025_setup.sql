-- The staff group that `/setup` chose. Where it is stands in chat_migrations: everything for the staff is addressed to chat 0,
-- waits while that leads nowhere, and then follows it like any group that moves.
CREATE TABLE staff_setup (
    single     boolean PRIMARY KEY DEFAULT true CHECK (single),
    generation integer NOT NULL     -- counts the groups: the code for the next one is another
);
INSERT INTO staff_setup (generation) VALUES (0);

-- Who tried a code, and how often since when.
CREATE TABLE setup_attempts (
    person bigint PRIMARY KEY,
    tries  integer NOT NULL,
    since  timestamptz NOT NULL
);

-- Topics of a staff group that is a forum.
CREATE TABLE staff_topics (
    chat   bigint NOT NULL,
    topic  text NOT NULL CHECK (topic IN ('orders', 'support', 'stock', 'alerts')),
    thread integer NOT NULL,
    PRIMARY KEY (chat, topic)
);
