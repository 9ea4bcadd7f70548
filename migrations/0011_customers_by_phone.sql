-- The staff look customers up by phone number.
CREATE INDEX customers_by_phone ON customers (phone) WHERE phone IS NOT NULL;
