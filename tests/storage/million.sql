-- A shop after years: a million customers and orders, and as many updates and messages on their way.

SET synchronous_commit = off;

INSERT INTO categories (slug, position, names)
SELECT 'top-' || n, n, jsonb_build_object('en', 'Shelf ' || n) FROM generate_series(1, 10) n;
INSERT INTO categories (slug, parent, position, names)
SELECT 'sub-' || n, 1 + n % 10, n, jsonb_build_object('en', 'Board ' || n) FROM generate_series(1, 100) n;

-- Names and texts out of 500 words, as many as a shop of this size has.
CREATE FUNCTION word(n bigint) RETURNS text LANGUAGE sql IMMUTABLE AS
$$ SELECT translate(left(md5('word' || n % 500), 5 + n::integer % 4), '0123456789', 'ghijklmnop') $$;
INSERT INTO products (slug, category, position, names, texts)
SELECT 'product-' || n, 11 + n % 100, n,
       jsonb_build_object('en', concat_ws(' ', word(n), word(n / 7), word(n / 31)), 'ru', 'Товар ' || n),
       jsonb_build_object('en', concat_ws(' ', 'Made of', word(n * 3), 'and', word(n * 5), 'for', word(n * 11), word(n * 13)))
FROM generate_series(1, 5000) n;
INSERT INTO skus (sku, product, position, options, price, on_hand)
SELECT 'SKU-' || n, 1 + n % 5000, n, jsonb_build_object('en', n % 7 || '00 g'), 1 + n % 90, 1000000 FROM generate_series(1, 10000) n;

INSERT INTO customers (id, telegram_name, username, phone, telegram_lang, seen_at, created_at)
SELECT n, 'Customer ' || n, 'user' || n, '+4930' || 1000000 + n, 'en', now(), now() FROM generate_series(1, 1000000) n;
INSERT INTO visits (customer, day, reached)
SELECT n, current_date - n % 400, 1 + n % 4 FROM generate_series(1, 1000000) n;
INSERT INTO addresses (customer, address, used_at)
SELECT n, n || ' Elm street, Berlin', now() FROM generate_series(1, 1000000) n;
INSERT INTO credit_ledger (customer, key, amount, reason, at)
SELECT n, 'gift:' || n, 5, 'a gift', now() FROM generate_series(1, 200000) n;
UPDATE customers SET balance = 5 WHERE id <= 200000;
INSERT INTO cart_lines (customer, sku, quantity, seen_price, keys, added_at)
SELECT 1 + n / 2, 1 + n % 10000, 1, 10, '{}', now() FROM generate_series(1, 200000) n;

INSERT INTO promos (code, kind, value) SELECT 'CODE-' || n, 'percent', 10 FROM generate_series(1, 1000) n;

-- One in a thousand is still on its way. Customer 7 is the shop's best.
INSERT INTO orders (id, customer, status, name, phone, lang, pickup, address, currency, subtotal, discount, delivery,
                    total, placed_at, card_chat, card_message)
SELECT md5(n::text)::uuid, CASE WHEN n % 1000 = 0 THEN 7 ELSE n END,
       CASE WHEN n <= 999000 THEN 'delivered' WHEN n % 2 = 0 THEN 'placed' ELSE 'accepted' END,
       initcap(word(n)) || ' ' || initcap(word(n / 500)), '+4930' || 1000000 + n, 'en', false,
       n || ' Elm street, Berlin', 'EUR', 20, 0, 0, 20,
       now() - (1000001 - n) * interval '1 minute', -1001, n
FROM generate_series(1, 1000000) n;
INSERT INTO order_lines (order_id, position, sku, names, options, quantity, price, discount)
SELECT md5(n::text)::uuid, line, 1 + (n * 3 + line) % 10000, '{"en": "Green teapot"}', '{"en": "500 g"}', 1, 10, 0
FROM generate_series(1, 1000000) n, generate_series(1, 2) line;
INSERT INTO order_timeline (order_id, position, status, actor, at)
SELECT md5(n::text)::uuid, entry, 'placed', '"customer"', now() FROM generate_series(1, 1000000) n, generate_series(1, 2) entry;
UPDATE skus SET reserved = ordered.pieces
FROM (SELECT l.sku, sum(l.quantity) AS pieces FROM orders o JOIN order_lines l ON l.order_id = o.id
      WHERE o.status IN ('placed', 'accepted') GROUP BY l.sku) ordered
WHERE skus.id = ordered.sku;
INSERT INTO promo_redemptions (order_id, promo, customer, at)
SELECT md5(n::text)::uuid, 1 + n % 1000, n, now() FROM generate_series(1, 200000) n WHERE n % 1000 <> 0;

INSERT INTO support_links (chat, message, customer) SELECT -1001, n, n FROM generate_series(1, 200000) n;
INSERT INTO relayed_updates (update_id, at) SELECT n, now() FROM generate_series(1, 200000) n;

INSERT INTO seen_updates (update_id, received_at)
SELECT n, now() - (1000001 - n) * interval '0.1 seconds' FROM generate_series(1, 1000000) n;
INSERT INTO inbox (lane, update_id, kind, raw) SELECT n % 100000, n, 'message', '{"update_id": 1}' FROM generate_series(1, 1000000) n;
INSERT INTO lanes (lane, due_at) SELECT n, now() FROM generate_series(0, 99999) n;
INSERT INTO dead_letters (update_id, lane, kind, raw, attempts, cause, received_at)
SELECT n, n, 'message', '{}', 5, 'a cause', now() FROM generate_series(1, 10000) n;
INSERT INTO outbox (chat_id, urgency, coalesce_key, notice, state, ended_at)
SELECT n % 200000, n % 3, 'card:' || n, '{"kind": "staff_card"}', CASE WHEN n <= 990000 THEN 'sent' ELSE 'waiting' END,
       CASE WHEN n <= 990000 THEN now() END
FROM generate_series(1, 1000000) n;

-- What the staff did and wrote.
INSERT INTO audit (at, actor, actor_name, deed, subject, before, after)
SELECT now(), n % 20, 'Olga', 'order_moved', 'order:' || md5(n::text)::uuid, 'placed', 'accepted' FROM generate_series(1, 1000000) n;
INSERT INTO support_messages (customer, chat, message, body, has_file, at)
SELECT 1 + n / 2, 1 + n / 2, n, 'When does it come?', false, now() FROM generate_series(1, 300000) n;
INSERT INTO stock_ledger (sku, change, on_hand, reason, who, at)
SELECT 1 + n % 10000, 5, 1000000, 'a delivery', 'Olga', now() FROM generate_series(1, 300000) n;
INSERT INTO restock_wishes (sku, customer, at) SELECT 1 + n % 100, n, now() FROM generate_series(1, 100000) n;
INSERT INTO broadcasts (chat, message, command, segment, state, recipients, sent, created_at, begun_at)
SELECT -1001, n, n, 'everyone', 'done', 1000000, 1000000, now() - interval '2 days', now() - interval '2 days' FROM generate_series(1, 100) n;
INSERT INTO broadcast_recipients (broadcast, customer, state)
SELECT 1 + n % 100, n, 'sent' FROM generate_series(1, 1000000) n;
