-- Protection of shops that are paid on receipt.
ALTER TABLE customers
    -- Orders that nobody collected or took at the door. The staff can clear it.
    ADD COLUMN no_shows       integer NOT NULL DEFAULT 0 CONSTRAINT no_shows_are_counted CHECK (no_shows >= 0),
    ADD COLUMN verified_phone text;     -- of their Telegram account, as they shared it with the button

-- Pieces that came back with an order.
ALTER TABLE stock_ledger ADD COLUMN order_id uuid REFERENCES orders;
