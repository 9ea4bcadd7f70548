-- Lanes into which more came than they may hold: what is over is seen and counted, and not kept. One row for as long as
-- it goes on; whoever it is about is told when the row is made.
CREATE TABLE floods (
    lane     bigint      PRIMARY KEY,
    dropped  bigint      NOT NULL,
    began_at timestamptz NOT NULL DEFAULT now(),
    last_at  timestamptz NOT NULL DEFAULT now()
);
