-- The delivery zone and the time that were agreed. The fee of the zone stands in the order's own figures.
ALTER TABLE orders
    ADD COLUMN zone       text,
    ADD COLUMN slot_day   date,
    ADD COLUMN slot_from  smallint,     -- minutes of that day
    ADD COLUMN slot_until smallint;

-- How many orders are to be brought at which time. The row decides whether one more fits.
CREATE TABLE slot_bookings (
    day          date NOT NULL,
    from_minute  smallint NOT NULL,
    until_minute smallint NOT NULL,
    taken        integer NOT NULL CHECK (taken >= 0),
    PRIMARY KEY (day, from_minute, until_minute)
);
