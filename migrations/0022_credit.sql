-- Store credit: the ledger says who changed it and why, and the balance beside it can never go below zero.
ALTER TABLE credit_ledger
    ADD COLUMN who      text,                       -- of the staff; NULL: an order took it or gave it back
    ADD COLUMN order_id uuid REFERENCES orders;
CREATE INDEX credit_latest ON credit_ledger (customer, id DESC);
DROP INDEX credit_of_customer;

ALTER TABLE customers
    ADD COLUMN balance numeric NOT NULL DEFAULT 0 CONSTRAINT never_in_debt CHECK (balance >= 0);

-- A debt, which no program ever wrote, is forgiven.
INSERT INTO credit_ledger (customer, key, amount, reason, at)
SELECT customer, 'forgiven:' || customer, -sum(amount), 'no debts', now()
FROM credit_ledger GROUP BY customer HAVING sum(amount) < 0;
UPDATE customers c SET balance = l.balance
FROM (SELECT customer, sum(amount) AS balance FROM credit_ledger GROUP BY customer) l WHERE c.id = l.customer;

-- What store credit paid of an order.
ALTER TABLE orders
    ADD COLUMN credit numeric NOT NULL DEFAULT 0,
    ADD CONSTRAINT credit_pays_no_more_than_the_total CHECK (credit BETWEEN 0 AND total);
