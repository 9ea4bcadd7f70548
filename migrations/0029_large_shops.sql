-- What a shop with a million customers needs to find its rows by an index.

-- Erasing a customer: few rows of either table are in these.
CREATE INDEX outbox_of_support ON outbox
    ((CASE notice->>'kind' WHEN 'support_request' THEN (notice->>'customer')::bigint ELSE chat_id END))
    WHERE notice->>'kind' IN ('support_request', 'support_reply');
CREATE INDEX dead_letters_of_lane ON dead_letters (lane);
-- Forgetting old letters, the oldest first.
CREATE INDEX support_messages_by_age ON support_messages (at);
-- Who has waited longest for a variant.
CREATE INDEX restock_wishes_oldest ON restock_wishes (sku, at, customer);

CREATE VIEW broadcast_readers AS
SELECT id, coalesce(lang, telegram_lang) AS lang FROM customers
WHERE wants_broadcasts AND NOT banned AND unreachable_at IS NULL;

-- The same answers as before. Each question has a plan of its own: as one condition with many parts, it was asked for
-- every customer one by one.
CREATE OR REPLACE FUNCTION broadcast_audience(language text, fallback text, bought_since timestamptz,
                                              bought_from bigint, with_cart boolean, never_bought boolean)
RETURNS SETOF bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF language IS NOT NULL THEN
        RETURN QUERY SELECT r.id FROM broadcast_readers r WHERE coalesce(r.lang, fallback) = language;
    ELSIF bought_since IS NOT NULL THEN
        RETURN QUERY SELECT r.id FROM broadcast_readers r WHERE EXISTS (
            SELECT FROM orders o WHERE o.customer = r.id AND o.placed_at >= bought_since
                                   AND o.status NOT IN ('rejected', 'cancelled'));
    ELSIF bought_from IS NOT NULL THEN
        RETURN QUERY SELECT r.id FROM broadcast_readers r WHERE EXISTS (
            SELECT FROM orders o
            JOIN order_lines l ON l.order_id = o.id
            JOIN skus s ON s.id = l.sku
            JOIN products p ON p.id = s.product
            JOIN categories k ON k.id = p.category
            WHERE o.customer = r.id AND o.status NOT IN ('rejected', 'cancelled')
              AND bought_from IN (k.id, k.parent));
    ELSIF with_cart THEN
        RETURN QUERY SELECT r.id FROM broadcast_readers r
            WHERE EXISTS (SELECT FROM cart_lines l WHERE l.customer = r.id);
    ELSIF never_bought THEN
        RETURN QUERY SELECT r.id FROM broadcast_readers r WHERE NOT EXISTS (
            SELECT FROM orders o WHERE o.customer = r.id AND o.status NOT IN ('rejected', 'cancelled'));
    ELSE
        RETURN QUERY SELECT r.id FROM broadcast_readers r;
    END IF;
END
$$;
