-- What runs out is told to the staff once, and what is back to the customers who asked to be told.
ALTER TABLE skus ADD COLUMN low_told boolean NOT NULL DEFAULT false;

CREATE TABLE restock_wishes (
    sku      bigint NOT NULL REFERENCES skus ON DELETE CASCADE,
    customer bigint NOT NULL REFERENCES customers ON DELETE CASCADE,
    at       timestamptz NOT NULL,
    PRIMARY KEY (sku, customer)
);
CREATE INDEX restock_wishes_of_customer ON restock_wishes (customer);
