-- How far customers came on each day they visited, for the funnel: 1 came, 2 filled the cart, 3 began the checkout,
-- 4 ordered. Days are the shop's. Orders say the rest.
CREATE TABLE visits (
    customer bigint NOT NULL REFERENCES customers ON DELETE CASCADE,
    day      date NOT NULL,
    reached  smallint NOT NULL CHECK (reached BETWEEN 1 AND 4),
    PRIMARY KEY (customer, day)
);
CREATE INDEX visits_of_day ON visits (day, reached);

-- Days whose digest was sent to the staff group. The key lets one instance of many send it.
CREATE TABLE digests (
    day     date PRIMARY KEY,
    sent_at timestamptz NOT NULL
);

-- Customers by when they came first: tables of a time, and the newcomers of a day.
CREATE INDEX customers_since ON customers (created_at);
