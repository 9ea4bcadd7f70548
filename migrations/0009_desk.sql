-- What the staff add to an order: who looks after it, whether it is packed, what colleagues should know, and whether they
-- were reminded of it.
ALTER TABLE orders
    ADD COLUMN taken_by   bigint,
    ADD COLUMN taken_name text,
    ADD COLUMN packed     boolean NOT NULL DEFAULT false,
    ADD COLUMN staff_note text,
    ADD COLUMN reminders  smallint NOT NULL DEFAULT 0;

-- Lists of the staff: by status (one probe per status), and by parts of a name or number.
CREATE INDEX orders_by_status ON orders (status, number DESC);
CREATE INDEX orders_by_person ON orders
    USING gin (lower(coalesce(name, '') || ' ' || coalesce(phone, '')) gin_trgm_ops);
