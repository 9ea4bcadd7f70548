-- The similarity of a word to a text is what a search costs: it is worked out once, not for every use.
CREATE OR REPLACE FUNCTION products_like(words text[]) RETURNS TABLE (id bigint, score real)
LANGUAGE sql STABLE SET pg_trgm.word_similarity_threshold = 0.42 AS $$
    WITH hits AS (
        SELECT p.id, found.score
        FROM products p, LATERAL (
            SELECT avg(greatest(word_similarity(word, p.search_names), anywhere * 0.6))::real AS score,
                   min(anywhere) AS worst
            FROM (SELECT word, word_similarity(word, p.search) AS anywhere FROM unnest(words) word OFFSET 0) w
        ) found
        WHERE p.visible AND p.search %> words[1] AND found.worst >= 0.42
    )
    -- What is far worse than the best hit only looks like an answer.
    SELECT h.id, h.score FROM hits h WHERE h.score >= 0.6 * (SELECT max(b.score) FROM hits b)
$$;

CREATE INDEX dead_letters_latest ON dead_letters (died_at DESC);
