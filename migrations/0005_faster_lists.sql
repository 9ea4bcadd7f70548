-- Several words are asked of the index together, not only the longest: that one may stand in every text, and the
-- others leave few products whose similarities have to be worked out.
CREATE OR REPLACE FUNCTION products_like(words text[]) RETURNS TABLE (id bigint, score real)
LANGUAGE sql STABLE SET pg_trgm.word_similarity_threshold = 0.42 AS $$
    WITH candidates AS (
        SELECT p.id, p.search, p.search_names FROM products p
        WHERE p.visible AND cardinality(words) = 1 AND p.search %> words[1]
        UNION ALL
        SELECT p.id, p.search, p.search_names FROM products p
        WHERE p.visible AND cardinality(words) > 1
          AND p.search %> words[1] AND p.search %> words[2] AND p.search %> coalesce(words[3], words[2])
          AND p.search %> ALL (words[4:])
    ), hits AS (
        SELECT c.id,
               (SELECT avg(greatest(word_similarity(word, c.search_names), word_similarity(word, c.search) * 0.6))
                FROM unnest(words) word)::real AS score
        FROM candidates c
    )
    -- What is far worse than the best hit only looks like an answer.
    SELECT h.id, h.score FROM hits h WHERE h.score >= 0.6 * (SELECT max(b.score) FROM hits b)
$$;

CREATE INDEX dead_letters_latest ON dead_letters (died_at DESC);
