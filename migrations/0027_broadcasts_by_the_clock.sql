-- Broadcasts with a button of their own, for more kinds of customers, at a time that was set.

ALTER TABLE broadcasts
    ADD COLUMN link text NOT NULL DEFAULT 'catalog',   -- where the button below the message leads
    ADD COLUMN starts_at timestamptz,                   -- when a scheduled one begins
    ADD COLUMN told_quiet boolean NOT NULL DEFAULT false, -- the card says that it waits for the end of quiet hours
    DROP CONSTRAINT broadcasts_state_check,
    ADD CONSTRAINT broadcasts_state_check
        CHECK (state IN ('draft', 'scheduled', 'sending', 'paused', 'done', 'cancelled'));
CREATE INDEX broadcasts_scheduled ON broadcasts (starts_at) WHERE state = 'scheduled';

COMMENT ON COLUMN broadcast_recipients.due_at IS
    'waiting: when it may be claimed; in flight: when its claim ends; ended: when it ended';

-- Who gets a broadcast: a language (of those who chose none, Telegram's, else the shop's), bought since a moment, bought
-- from a category or one below it, has a cart, never bought; NULL and false ask for nothing.
CREATE FUNCTION broadcast_audience(language text, fallback text, bought_since timestamptz, bought_from bigint,
                                   with_cart boolean, never_bought boolean)
RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    SELECT c.id FROM customers c
    WHERE c.wants_broadcasts AND NOT c.banned AND c.unreachable_at IS NULL
      AND (language IS NULL OR coalesce(c.lang, c.telegram_lang, fallback) = language)
      AND (bought_since IS NULL OR EXISTS (
              SELECT FROM orders o WHERE o.customer = c.id AND o.placed_at >= bought_since
                                     AND o.status NOT IN ('rejected', 'cancelled')))
      AND (bought_from IS NULL OR EXISTS (
              SELECT FROM orders o
              JOIN order_lines l ON l.order_id = o.id
              JOIN skus s ON s.id = l.sku
              JOIN products p ON p.id = s.product
              JOIN categories k ON k.id = p.category
              WHERE o.customer = c.id AND o.status NOT IN ('rejected', 'cancelled')
                AND bought_from IN (k.id, k.parent)))
      AND (NOT with_cart OR EXISTS (SELECT FROM cart_lines l WHERE l.customer = c.id))
      AND (NOT never_bought OR NOT EXISTS (
              SELECT FROM orders o WHERE o.customer = c.id AND o.status NOT IN ('rejected', 'cancelled')))
$$;
