-- The shop: what is sold, who buys, what was ordered.
-- Money is NUMERIC without a fixed scale: the number of digits is the currency's (0 for JPY, 3 for KWD).
-- Texts in several languages are jsonb objects: {"en": "Tea", "ru": "Чай"}.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Catalogue -----------------------------------------------------------------------------------------------

CREATE TABLE categories (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug     text NOT NULL UNIQUE,
    parent   bigint REFERENCES categories,
    position integer NOT NULL DEFAULT 0,
    names    jsonb NOT NULL
);
CREATE INDEX categories_in_order ON categories (parent, position, id);

CREATE TABLE products (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug         text NOT NULL UNIQUE,
    category     bigint NOT NULL REFERENCES categories,
    position     integer NOT NULL DEFAULT 0,
    visible      boolean NOT NULL DEFAULT true,
    names        jsonb NOT NULL,
    texts        jsonb NOT NULL DEFAULT '{}',
    photo        text,
    search_names text NOT NULL GENERATED ALWAYS AS
        (lower(jsonb_path_query_array(names, '$.*')::text)) STORED,
    search       text NOT NULL GENERATED ALWAYS AS
        (lower(jsonb_path_query_array(names, '$.*')::text || jsonb_path_query_array(texts, '$.*')::text)) STORED
);
CREATE INDEX products_in_order ON products (category, position, id) WHERE visible;
CREATE INDEX products_by_words ON products USING gin (search gin_trgm_ops) WHERE visible;

CREATE TABLE skus (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sku      text NOT NULL UNIQUE,
    product  bigint NOT NULL REFERENCES products,
    position integer NOT NULL DEFAULT 0,
    visible  boolean NOT NULL DEFAULT true,
    options  jsonb NOT NULL DEFAULT '{}',
    price    numeric NOT NULL CHECK (price >= 0),
    on_hand  integer NOT NULL DEFAULT 0,
    reserved integer NOT NULL DEFAULT 0,
    CONSTRAINT never_oversold CHECK (0 <= reserved AND reserved <= on_hand)
);
CREATE INDEX skus_in_order ON skus (product, position, id);

-- A product as customers see it. Hidden products, and those without a visible variant, are not here.
CREATE VIEW product_cards AS
SELECT p.id, p.category, p.position, p.names, p.texts, p.photo, v.skus
FROM products p
CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('id', s.id, 'options', s.options, 'price', s.price::text,
                                        'available', s.on_hand - s.reserved) ORDER BY s.position, s.id) AS skus
    FROM skus s
    WHERE s.product = p.id AND s.visible
) v
WHERE p.visible AND v.skus IS NOT NULL;

-- Visible products in which every word is found, typos tolerated. `words` comes with the longest first: it is
-- the most selective, so the index is asked for that one. A function, because the threshold is a setting: 0.45
-- lets two letters change places in a word of six.
CREATE FUNCTION products_like(words text[]) RETURNS TABLE (id bigint, score real)
LANGUAGE sql STABLE SET pg_trgm.word_similarity_threshold = 0.45 AS $$
    WITH hits AS (
        SELECT p.id,
               (SELECT avg(greatest(word_similarity(word, p.search_names),
                                    word_similarity(word, p.search) * 0.6)) FROM unnest(words) word)::real AS score
        FROM products p
        WHERE p.visible AND p.search %> words[1] AND p.search %> ALL (words)
    )
    -- What is far worse than the best hit only looks like an answer.
    SELECT h.id, h.score FROM hits h WHERE h.score >= 0.6 * (SELECT max(b.score) FROM hits b)
$$;

-- The `file_id` under which a bot has uploaded a picture.
CREATE TABLE photos (
    bot     bigint NOT NULL,
    photo   text NOT NULL,
    file_id text NOT NULL,
    PRIMARY KEY (bot, photo)
);

-- Customers -----------------------------------------------------------------------------------------------

CREATE TABLE customers (
    id             bigint PRIMARY KEY,
    telegram_name  text NOT NULL,
    name           text,                -- chosen here; wins over Telegram's
    username       text,
    phone          text,
    telegram_lang  text,
    lang           text,                -- chosen here; wins over Telegram's
    banned         boolean NOT NULL DEFAULT false,
    unreachable_at timestamptz,
    seen_at        timestamptz NOT NULL,
    created_at     timestamptz NOT NULL
);
CREATE INDEX customers_by_username ON customers (lower(username)) WHERE username IS NOT NULL;

CREATE TABLE addresses (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer bigint NOT NULL REFERENCES customers ON DELETE CASCADE,
    address  text NOT NULL,
    lat      integer,                   -- millionths of a degree
    lon      integer,
    used_at  timestamptz NOT NULL,
    UNIQUE (customer, address),
    CHECK ((lat IS NULL) = (lon IS NULL))
);
CREATE INDEX addresses_latest ON addresses (customer, used_at DESC);

CREATE TABLE credit_ledger (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer bigint NOT NULL REFERENCES customers ON DELETE CASCADE,
    key      text NOT NULL UNIQUE,
    amount   numeric NOT NULL,          -- negative: taken away
    reason   text NOT NULL,
    at       timestamptz NOT NULL
);
CREATE INDEX credit_of_customer ON credit_ledger (customer);

CREATE TABLE cart_lines (
    customer   bigint NOT NULL REFERENCES customers ON DELETE CASCADE,
    sku        bigint NOT NULL REFERENCES skus,
    quantity   integer NOT NULL CHECK (quantity BETWEEN 1 AND 999),
    seen_price numeric NOT NULL,
    keys       bigint[] NOT NULL,       -- what added to it, the latest first: a repetition adds nothing
    added_at   timestamptz NOT NULL,
    PRIMARY KEY (customer, sku)
);

-- Promos --------------------------------------------------------------------------------------------------

CREATE TABLE promos (
    id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code             text NOT NULL UNIQUE,
    kind             text NOT NULL CHECK (kind IN ('percent', 'fixed', 'free_delivery')),
    value            numeric CHECK (value > 0),
    valid_from       timestamptz,
    valid_until      timestamptz,
    min_total        numeric,
    max_uses         integer,
    used             integer NOT NULL DEFAULT 0,
    per_customer     integer,
    first_order_only boolean NOT NULL DEFAULT false,
    active           boolean NOT NULL DEFAULT true,
    CHECK ((value IS NULL) = (kind = 'free_delivery')),
    CONSTRAINT never_overdiscounted CHECK (used >= 0)
);

CREATE TABLE promo_categories (
    promo    bigint NOT NULL REFERENCES promos ON DELETE CASCADE,
    category bigint NOT NULL REFERENCES categories ON DELETE CASCADE,
    PRIMARY KEY (promo, category)
);

CREATE TABLE promo_products (
    promo   bigint NOT NULL REFERENCES promos ON DELETE CASCADE,
    product bigint NOT NULL REFERENCES products ON DELETE CASCADE,
    PRIMARY KEY (promo, product)
);

-- Orders --------------------------------------------------------------------------------------------------

CREATE TABLE orders (
    id           uuid PRIMARY KEY,
    number       bigint NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE,
    -- Gone once the customer asked to be forgotten; then name, phone, address and note follow as soon as
    -- nobody needs them to deliver any more.
    customer     bigint REFERENCES customers ON DELETE SET NULL,
    status       text NOT NULL
                 CHECK (status IN ('placed', 'accepted', 'shipped', 'delivered', 'rejected', 'cancelled')),
    name         text,
    phone        text,
    lang         text NOT NULL,
    pickup       boolean NOT NULL,
    address      text,
    lat          integer,
    lon          integer,
    note         text,
    currency     text NOT NULL,
    subtotal     numeric NOT NULL,
    discount     numeric NOT NULL,
    delivery     numeric NOT NULL,
    total        numeric NOT NULL,
    promo        text,
    placed_at    timestamptz NOT NULL,
    card_chat    bigint,
    card_message integer,
    CONSTRAINT parts_sum_to_total CHECK (subtotal - discount + delivery = total AND total >= 0)
);
CREATE INDEX orders_of_customer ON orders (customer, number DESC);
CREATE INDEX orders_open ON orders (status, number) WHERE status IN ('placed', 'accepted', 'shipped');
CREATE INDEX orders_placed_at ON orders (placed_at);
CREATE UNIQUE INDEX orders_of_card ON orders (card_chat, card_message) WHERE card_chat IS NOT NULL;

CREATE TABLE order_lines (
    order_id uuid NOT NULL REFERENCES orders,
    position integer NOT NULL,
    sku      bigint NOT NULL REFERENCES skus,
    names    jsonb NOT NULL,
    options  jsonb NOT NULL,
    quantity integer NOT NULL CHECK (quantity > 0),
    price    numeric NOT NULL,
    discount numeric NOT NULL CHECK (discount >= 0),
    PRIMARY KEY (order_id, position)
);

CREATE TABLE order_timeline (
    order_id uuid NOT NULL REFERENCES orders,
    position integer NOT NULL,
    status   text NOT NULL,
    actor    jsonb NOT NULL,
    note     text,
    at       timestamptz NOT NULL,
    PRIMARY KEY (order_id, position)
);

CREATE TABLE promo_redemptions (
    order_id uuid PRIMARY KEY REFERENCES orders,
    promo    bigint NOT NULL REFERENCES promos,
    customer bigint REFERENCES customers ON DELETE SET NULL,
    at       timestamptz NOT NULL
);
CREATE INDEX redemptions_of_customer ON promo_redemptions (promo, customer);
CREATE INDEX redemptions_to_forget ON promo_redemptions (customer);

-- Support -------------------------------------------------------------------------------------------------

-- A message in the staff group that speaks for a customer: a reply to it goes to them.
CREATE TABLE support_links (
    chat     bigint NOT NULL,
    message  integer NOT NULL,
    customer bigint NOT NULL REFERENCES customers ON DELETE CASCADE,
    PRIMARY KEY (chat, message)
);
CREATE INDEX support_links_of_customer ON support_links (customer);

-- Updates whose message was relayed. Kept for longer than Telegram repeats one (24 hours).
CREATE TABLE relayed_updates (
    update_id bigint PRIMARY KEY,
    at        timestamptz NOT NULL
);
CREATE INDEX relayed_updates_old ON relayed_updates (at);
