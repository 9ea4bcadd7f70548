-- A shop with one order, in which nothing is broken.
INSERT INTO categories (slug, names) VALUES ('tea', '{"en": "Tea"}');
INSERT INTO products (slug, category, names) VALUES ('sencha', 1, '{"en": "Sencha"}');
INSERT INTO skus (sku, product, price, on_hand, reserved) VALUES ('SENCHA', 1, 7.90, 10, 2);
INSERT INTO customers (id, telegram_name, seen_at, created_at) VALUES (101, 'Ann', now(), now());
INSERT INTO promos (code, kind, value, max_uses, used) VALUES ('WELCOME10', 'percent', 10, 5, 1);
INSERT INTO orders (id, customer, status, lang, pickup, currency, subtotal, discount, delivery, total, promo, placed_at)
VALUES ('00000000-0000-4000-8000-000000000001', 101, 'placed', 'en', false, 'EUR', 15.80, 1.58, 4.90, 19.12, 'WELCOME10', now());
INSERT INTO order_lines (order_id, position, sku, names, options, quantity, price, discount)
VALUES ('00000000-0000-4000-8000-000000000001', 0, 1, '{"en": "Sencha"}', '{}', 2, 7.90, 1.58);
INSERT INTO order_timeline (order_id, position, status, actor, at) VALUES ('00000000-0000-4000-8000-000000000001', 0, 'placed', '"customer"', now());
INSERT INTO promo_redemptions (order_id, promo, customer, at) VALUES ('00000000-0000-4000-8000-000000000001', 1, 101, now());
INSERT INTO outbox (chat_id, urgency, notice, state) VALUES (101, 0, '{}', 'sent');
