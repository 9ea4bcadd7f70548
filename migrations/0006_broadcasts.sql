-- One message to many customers.

-- Off once the customer said that they want no broadcasts (/notifications).
ALTER TABLE customers ADD COLUMN wants_broadcasts boolean NOT NULL DEFAULT true;

-- The counts stand here and not only in the rows of the recipients: progress costs one row to read.
CREATE TABLE broadcasts (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    chat         bigint NOT NULL,       -- the staff group, where the message was composed
    message      integer NOT NULL,      -- the message that every recipient gets a copy of
    command      integer NOT NULL,      -- the message that asked for it: read twice, it asks once
    segment      text NOT NULL,
    state        text NOT NULL DEFAULT 'draft'
                 CHECK (state IN ('draft', 'sending', 'paused', 'done', 'cancelled')),
    trouble      text,                  -- why it was paused, if nobody of the staff did it
    recipients   integer NOT NULL DEFAULT 0,
    sent         integer NOT NULL DEFAULT 0,
    unreachable  integer NOT NULL DEFAULT 0,
    failed       integer NOT NULL DEFAULT 0,
    uncertain    integer NOT NULL DEFAULT 0,
    skipped      integer NOT NULL DEFAULT 0,
    created_at   timestamptz NOT NULL,
    begun_at     timestamptz,
    ended_at     timestamptz,
    told         integer NOT NULL DEFAULT 0,        -- how far it was when the card was last brought up to date
    told_at      timestamptz NOT NULL DEFAULT now(),
    card_chat    bigint,
    card_message integer,
    UNIQUE (chat, command)
) WITH (fillfactor = 50);
CREATE INDEX broadcasts_open ON broadcasts (id) WHERE state = 'sending';

-- waiting -> in_flight (written before the call) -> what became of it (written after it). What stays in flight
-- longer than its claim was cut off in between: it may have arrived, is counted as uncertain, and not sent again.
-- No foreign keys: they tripled the time to begin a broadcast to a million customers. A customer who is forgotten takes
-- their rows along (`Customers::forget`), and a row without its customer is skipped.
CREATE TABLE broadcast_recipients (
    broadcast bigint NOT NULL,
    customer  bigint NOT NULL,
    state     text NOT NULL DEFAULT 'waiting'
              CHECK (state IN ('waiting', 'in_flight', 'sent', 'unreachable', 'failed', 'uncertain', 'skipped')),
    due_at    timestamptz NOT NULL DEFAULT now(),   -- waiting: when it may be claimed; in flight: when its claim ends
    claim     bigint,
    cause     text,
    PRIMARY KEY (broadcast, customer)
) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
CREATE SEQUENCE broadcast_claim CACHE 1;
CREATE INDEX broadcast_recipients_waiting ON broadcast_recipients (broadcast, customer) WHERE state = 'waiting';
CREATE INDEX broadcast_recipients_in_flight ON broadcast_recipients (broadcast, due_at) WHERE state = 'in_flight';
CREATE INDEX broadcasts_of_customer ON broadcast_recipients (customer);

-- Who gets a broadcast: a language (of those who chose none, Telegram's, else the shop's), bought since a moment,
-- never bought; NULL and false ask for nothing.
CREATE FUNCTION broadcast_audience(language text, fallback text, bought_since timestamptz, never_bought boolean)
RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    SELECT c.id FROM customers c
    WHERE c.wants_broadcasts AND NOT c.banned AND c.unreachable_at IS NULL
      AND (language IS NULL OR coalesce(c.lang, c.telegram_lang, fallback) = language)
      AND (bought_since IS NULL OR EXISTS (
              SELECT FROM orders o WHERE o.customer = c.id AND o.placed_at >= bought_since
                                     AND o.status NOT IN ('rejected', 'cancelled')))
      AND (NOT never_bought OR NOT EXISTS (
              SELECT FROM orders o WHERE o.customer = c.id AND o.status NOT IN ('rejected', 'cancelled')))
$$;
