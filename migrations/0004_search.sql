-- Two letters that changed places in a word of six ("senhca") leave three of its seven trigrams: 0.43.
ALTER FUNCTION products_like(text[]) SET pg_trgm.word_similarity_threshold = 0.42;
