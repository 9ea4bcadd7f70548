-- The list of packed orders, from which all are shipped at once.
CREATE INDEX orders_packed ON orders (number DESC) WHERE status = 'accepted' AND packed;
