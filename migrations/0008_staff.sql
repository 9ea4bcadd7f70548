-- Who works here. A row is made when somebody is first met in the staff group.
CREATE TABLE staff (
    person   bigint PRIMARY KEY,        -- Telegram user id
    name     text NOT NULL,
    username text,
    role     text CHECK (role IN ('owner', 'manager', 'packer', 'support', 'guest')),   -- NULL: as the group has it
    standing text CHECK (standing IN ('creator', 'administrator', 'member')),           -- NULL: not in the group
    moves    integer NOT NULL DEFAULT 0 -- counts what Telegram told of them: what was remembered before is old
);
CREATE INDEX staff_by_username ON staff (lower(username)) WHERE username IS NOT NULL;

-- Who of the staff did what. Names of customers do not stand here, so nothing has to be erased.
CREATE TABLE audit (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    actor      bigint NOT NULL,
    actor_name text NOT NULL,
    deed       text NOT NULL,
    subject    text NOT NULL,           -- 'order:<id>', 'product:<id>', 'person:<id>' ...
    before     text,
    after      text
);
CREATE INDEX audit_of_subject ON audit (subject, id DESC);
CREATE INDEX audit_of_actor ON audit (actor, id DESC);
