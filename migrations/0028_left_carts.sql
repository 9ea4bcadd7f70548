-- A word about a cart that was left behind, where the shop wants it.

ALTER TABLE cart_lines
    ADD COLUMN touched_at timestamptz NOT NULL DEFAULT now(),   -- when it was last changed
    ADD COLUMN reminded boolean NOT NULL DEFAULT false;         -- it was looked at for a reminder since then
CREATE INDEX cart_lines_left ON cart_lines (touched_at) WHERE NOT reminded;

-- The latest reminder of each customer: of the same content nobody is reminded twice.
CREATE TABLE cart_reminders (
    customer bigint PRIMARY KEY REFERENCES customers ON DELETE CASCADE,
    content  text NOT NULL,
    at       timestamptz NOT NULL
);
