-- Pieces that the staff counted in and out, and why. What orders take and leave stands in the orders.
CREATE TABLE stock_ledger (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    sku     bigint NOT NULL REFERENCES skus,
    change  integer NOT NULL,
    on_hand integer NOT NULL,           -- after it
    reason  text,
    who     text NOT NULL,
    at      timestamptz NOT NULL
);
CREATE INDEX stock_ledger_of_sku ON stock_ledger (sku, id DESC);
