-- Catalogue files that were sent to the staff group, and wait for somebody to say that they are to be imported.
CREATE TABLE catalog_drafts (
    update_id bigint PRIMARY KEY,           -- the update that brought it
    content   text NOT NULL,                -- as `catalog export` writes it; empty once it is settled
    state     text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'imported', 'left')),
    added     integer NOT NULL DEFAULT 0,   -- products that came with it
    changed   integer NOT NULL DEFAULT 0,   -- products that it changed
    at        timestamptz NOT NULL
);
CREATE INDEX catalog_drafts_latest ON catalog_drafts (at DESC);
