-- A row or two for every table of the first version.
INSERT INTO categories (slug, names) VALUES ('tea', '{"en": "Tea"}');
INSERT INTO products (slug, category, names, texts, photo) VALUES ('sencha', 1, '{"en": "Sencha"}', '{"en": "Fresh"}', 'sencha.jpg');
INSERT INTO skus (sku, product, options, price, on_hand, reserved) VALUES ('SENCHA-50', 1, '{"en": "50 g"}', 7.90, 10, 2);
INSERT INTO photos VALUES (7000001, 'sencha.jpg', 'a-file-id');
INSERT INTO customers (id, telegram_name, phone, lang, seen_at, created_at) VALUES
    (101, 'Ann', '+4930123456', 'en', '2025-01-02', '2025-01-01'), (102, 'Лена', NULL, NULL, '2025-01-02', '2025-01-01');
INSERT INTO addresses (customer, address, lat, lon, used_at) VALUES (101, '1 Elm Street', 52520000, 13405000, '2025-01-02');
INSERT INTO credit_ledger (customer, key, amount, reason, at) VALUES (101, 'welcome', 5, 'a gift', '2025-01-02');
INSERT INTO cart_lines VALUES (102, 1, 3, 7.90, '{17, 18}', '2025-01-02');
INSERT INTO promos (code, kind, value, max_uses, used) VALUES ('WELCOME10', 'percent', 10, 5, 1);
INSERT INTO promo_categories VALUES (1, 1);
INSERT INTO promo_products VALUES (1, 1);
INSERT INTO orders (id, customer, status, name, phone, lang, pickup, address, note, currency, subtotal, discount, delivery, total, promo, placed_at, card_chat, card_message)
VALUES ('00000000-0000-4000-8000-000000000001', 101, 'placed', 'Ann', '+4930123456', 'en', false, '1 Elm Street', 'Ring twice', 'EUR', 15.80, 1.58, 4.90, 19.12, 'WELCOME10', '2025-01-02', -1001, 5);
INSERT INTO order_lines VALUES ('00000000-0000-4000-8000-000000000001', 0, 1, '{"en": "Sencha"}', '{"en": "50 g"}', 2, 7.90, 1.58);
INSERT INTO order_timeline VALUES ('00000000-0000-4000-8000-000000000001', 0, 'placed', '"customer"', NULL, '2025-01-02');
INSERT INTO promo_redemptions VALUES ('00000000-0000-4000-8000-000000000001', 1, 101, '2025-01-02');
INSERT INTO support_links VALUES (-1001, 9, 101);
INSERT INTO relayed_updates VALUES (4711, '2025-01-02');
