-- Delivery: what came in and waits (inbox), who works on it (lanes), what must go out (outbox).
-- Nothing here refers to the shop's tables, and nothing there refers to these.

-- Every update Telegram has delivered in the last two days. Telegram repeats an update for up to 24 h,
-- and update_id may restart at a random number, so a high-water mark would not do.
CREATE TABLE seen_updates (
    update_id   bigint      PRIMARY KEY,
    received_at timestamptz NOT NULL DEFAULT now()
) WITH (autovacuum_vacuum_insert_scale_factor = 0.05);
-- Rows arrive in the order of their time: a few pages of BRIN replace a B-tree on every insert.
CREATE INDEX seen_updates_received ON seen_updates USING brin (received_at) WITH (pages_per_range = 16);

-- Updates that wait for their handler. The row goes when the update is done, and with it what the
-- customer wrote: only the number in seen_updates stays.
CREATE TABLE inbox (
    lane        bigint      NOT NULL,
    update_id   bigint      NOT NULL,
    kind        text        NOT NULL,
    raw         text        NOT NULL,
    attempts    smallint    NOT NULL DEFAULT 0,
    last_error  text,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (lane, update_id)
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

-- One row per lane that has something waiting or is being worked on.
--   due_at:   when it may be claimed. Now: something waits. Later: a retry, or the end of a lease.
--   fence:    counts up with every claim, over all lanes; a write with an older number is refused.
--   arrivals: counts what others put into a lane that is held, so that its holder does not let go of
--             the lane while something it has not read waits there.
CREATE SEQUENCE lane_fence CACHE 1;
CREATE TABLE lanes (
    lane     bigint      PRIMARY KEY,
    holder   uuid,
    fence    bigint      NOT NULL DEFAULT nextval('lane_fence'),
    due_at   timestamptz NOT NULL,
    arrivals integer     NOT NULL DEFAULT 0
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
CREATE INDEX lanes_due ON lanes (due_at);

-- Updates that could not be handled, until somebody tries again or drops them.
CREATE TABLE dead_letters (
    update_id   bigint      PRIMARY KEY,
    lane        bigint      NOT NULL,
    kind        text        NOT NULL,
    raw         text        NOT NULL,
    attempts    smallint    NOT NULL,
    cause       text        NOT NULL,
    received_at timestamptz NOT NULL,
    died_at     timestamptz NOT NULL DEFAULT now()
);

-- Messages to other chats, written by the transaction that caused them:
--   INSERT INTO outbox (chat_id, urgency, coalesce_key, notice, created_at) VALUES ...
-- due_at moves on while a sender has the row (its claim ends by itself), and while a chat or class rests.
CREATE TABLE outbox (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    chat_id      bigint      NOT NULL,
    urgency      smallint    NOT NULL CHECK (urgency BETWEEN 0 AND 2),
    coalesce_key text,
    notice       jsonb       NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    state        text        NOT NULL DEFAULT 'waiting'
                 CHECK (state IN ('waiting', 'sent', 'superseded', 'unreachable', 'dead')),
    due_at       timestamptz NOT NULL DEFAULT now(),
    claim        bigint,
    attempts     smallint    NOT NULL DEFAULT 0,
    last_error   text,
    ended_at     timestamptz
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
CREATE SEQUENCE outbox_claim CACHE 1;
-- The head of every chat, one probe per chat, however long the chat's queue is.
CREATE INDEX outbox_heads ON outbox (urgency, chat_id, id) WHERE state = 'waiting';
-- Newer rows that say the same thing.
CREATE INDEX outbox_coalesce ON outbox (chat_id, coalesce_key, id)
    WHERE state = 'waiting' AND coalesce_key IS NOT NULL;
-- The rows of one chat when it moves, or when it is dead.
CREATE INDEX outbox_ended ON outbox (ended_at) WHERE state <> 'waiting';

-- A group that became a supergroup has a new id; what is addressed to the old one follows.
CREATE TABLE chat_migrations (
    old_chat_id bigint      PRIMARY KEY,
    new_chat_id bigint      NOT NULL,
    migrated_at timestamptz NOT NULL DEFAULT now()
);
