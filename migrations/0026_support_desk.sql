-- What customers and the shop wrote to each other, for whoever answers next. Kept for a year, and erased with the customer.
CREATE TABLE support_messages (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer bigint NOT NULL REFERENCES customers ON DELETE CASCADE,
    chat     bigint NOT NULL,       -- where it was written: brought again, it is the same one
    message  integer NOT NULL,
    author   text,                  -- who of the staff; NULL: the customer
    body     text,                  -- NULL: no words
    has_file boolean NOT NULL,
    at       timestamptz NOT NULL,
    UNIQUE (chat, message)
);
CREATE INDEX support_messages_of_customer ON support_messages (customer, id);
CREATE INDEX support_messages_old ON support_messages (at);

-- What the staff answer again and again.
CREATE TABLE canned_answers (
    id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    asked bigint NOT NULL UNIQUE,   -- the update whose question the name answers: answered twice, it is one
    name  text NOT NULL UNIQUE,
    text  text                      -- NULL: not written yet
);
