INSERT INTO customers (id, telegram_name, seen_at, created_at)
SELECT 5000000000 + n, 'Customer ' || n, now(), now() FROM generate_series(1, 1000000) n;
INSERT INTO orders (id, customer, status, name, phone, lang, pickup, address, currency, subtotal, discount, delivery, total,
                    placed_at)
SELECT md5(n::text)::uuid, 5000000000 + n, 'delivered', 'Ann', '+49301234567', 'en', false, n || ' Elm Street, Berlin', 'EUR',
       100, 0, 0, 100, now() - (1000001 - n) * interval '1 minute'
FROM generate_series(1, 1000000) n;
INSERT INTO order_lines (order_id, position, sku, names, options, quantity, price, discount)
SELECT md5(n::text)::uuid, line, s.id, '{"en": "Mug"}', '{}', 1, 10, 0
FROM generate_series(1, 1000000) n, generate_series(1, 10) line, (SELECT min(id) AS id FROM skus) s;
ANALYZE;
