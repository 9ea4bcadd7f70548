-- Promo codes made in the chat. Codes that were made together, each for one use, are a series: `series` is the first of
-- them, and lists show that one for all.
ALTER TABLE promos
    ADD COLUMN series     bigint REFERENCES promos,
    ADD COLUMN created_at timestamptz;
CREATE INDEX promos_of_series ON promos (series, id) WHERE series IS NOT NULL;
CREATE INDEX promos_listed ON promos (id) WHERE series IS NULL OR series = id;

-- A promo that somebody is putting together. One colleague has one at a time.
CREATE TABLE promo_drafts (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person     bigint NOT NULL,
    state      text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'made', 'dropped')),
    draft      jsonb NOT NULL,
    promo      bigint REFERENCES promos,    -- what it became
    created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX promo_drafts_open ON promo_drafts (person) WHERE state = 'open';
