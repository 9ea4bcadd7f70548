-- The staff make and keep the catalogue in their group.

ALTER TABLE products
    -- What is archived is gone from every list and stays in orders. Neither it nor a draft is visible.
    ADD COLUMN stage text NOT NULL DEFAULT 'live' CHECK (stage IN ('draft', 'live', 'archived')),
    ADD COLUMN more_photos text[] NOT NULL DEFAULT '{}',    -- after the first one
    ADD COLUMN asked bigint UNIQUE,     -- the update whose question this answers: answered twice, it is one product
    ALTER COLUMN category DROP NOT NULL,
    ADD CONSTRAINT sold_from_a_category CHECK (stage <> 'live' OR category IS NOT NULL);

ALTER TABLE skus ADD COLUMN asked bigint UNIQUE;

ALTER TABLE categories
    ADD COLUMN asked bigint UNIQUE,
    ADD COLUMN visible boolean NOT NULL DEFAULT true;   -- false: nobody sees what is in it

-- Categories that customers see: not hidden, and not below a hidden one.
CREATE VIEW open_categories AS
SELECT c.id FROM categories c LEFT JOIN categories above ON above.id = c.parent
WHERE c.visible AND coalesce(above.visible, true);

CREATE OR REPLACE VIEW product_cards AS
SELECT p.id, p.category, p.position, p.names, p.texts, p.photo, v.skus,
       CASE WHEN p.photo IS NULL THEN p.more_photos ELSE p.photo || p.more_photos END AS photos
FROM products p
CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('id', s.id, 'options', s.options, 'price', s.price::text,
                                        'available', s.on_hand - s.reserved) ORDER BY s.position, s.id) AS skus
    FROM skus s
    WHERE s.product = p.id AND s.visible
) v
WHERE p.visible AND v.skus IS NOT NULL AND p.category IN (SELECT id FROM open_categories);

CREATE OR REPLACE FUNCTION products_like(words text[]) RETURNS TABLE (id bigint, score real)
LANGUAGE sql STABLE SET pg_trgm.word_similarity_threshold = 0.42 AS $$
    WITH candidates AS (
        SELECT p.id, p.search, p.search_names FROM products p
        WHERE p.visible AND cardinality(words) = 1 AND p.search %> words[1]
          AND p.category IN (SELECT o.id FROM open_categories o)
        UNION ALL
        SELECT p.id, p.search, p.search_names FROM products p
        WHERE p.visible AND cardinality(words) > 1
          AND p.search %> words[1] AND p.search %> words[2] AND p.search %> coalesce(words[3], words[2])
          AND p.search %> ALL (words[4:])
          AND p.category IN (SELECT o.id FROM open_categories o)
    ), hits AS (
        SELECT c.id,
               (SELECT avg(greatest(word_similarity(word, c.search_names), word_similarity(word, c.search) * 0.6))
                FROM unnest(words) word)::real AS score
        FROM candidates c
    )
    -- What is far worse than the best hit only looks like an answer.
    SELECT h.id, h.score FROM hits h WHERE h.score >= 0.6 * (SELECT max(b.score) FROM hits b)
$$;
