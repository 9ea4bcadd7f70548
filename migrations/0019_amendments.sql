-- Changes of an order that the staff propose and the customer agrees to. Until then the order is as it was, and nothing is
-- reserved for a change.
CREATE TABLE order_amendments (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id    uuid NOT NULL REFERENCES orders,
    state       text NOT NULL
                CHECK (state IN ('draft', 'open', 'agreed', 'declined', 'expired', 'withdrawn', 'sold_out')),
    version     integer NOT NULL DEFAULT 1,  -- counts the touches of a draft: what is sent is what was seen
    pieces      integer[] NOT NULL,          -- of each line of the order, in its order; 0: the line goes
    fee         numeric,                     -- the delivery fee that the staff named
    -- What the customer is asked to agree to; set when the draft is sent.
    discounts   numeric[],
    subtotal    numeric,
    discount    numeric,
    delivery    numeric,
    total       numeric,
    keeps_promo boolean,
    gist        jsonb,
    expires_at  timestamptz,
    CHECK (state = 'draft' OR state = 'withdrawn' OR (discounts IS NOT NULL AND subtotal - discount + delivery = total
           AND keeps_promo IS NOT NULL AND gist IS NOT NULL AND expires_at IS NOT NULL))
);
-- One at a time.
CREATE UNIQUE INDEX order_amendments_live ON order_amendments (order_id) WHERE state IN ('draft', 'open');
CREATE INDEX order_amendments_of_order ON order_amendments (order_id);
CREATE INDEX order_amendments_due ON order_amendments (expires_at) WHERE state = 'open';

ALTER TABLE order_timeline ADD COLUMN amended jsonb;
ALTER TABLE orders ADD COLUMN named_fee boolean NOT NULL DEFAULT false;
