-- What the staff decided about the shop. A row stays once there is one: NULL is the value of the installation again.
CREATE TABLE settings (
    name    text PRIMARY KEY,
    value   text,
    version bigint NOT NULL     -- the version of all settings that brought it
);

-- Counts the changes. Whoever changes a setting holds this row, so that changes come one after the other.
CREATE TABLE settings_version (
    single  boolean PRIMARY KEY DEFAULT true CHECK (single),
    version bigint NOT NULL
);
INSERT INTO settings_version (version) VALUES (0);

-- Texts that somebody typed and has seen, and that do not hold yet.
CREATE TABLE setting_drafts (
    update_id bigint PRIMARY KEY,   -- the update that brought it
    name      text NOT NULL,
    value     text NOT NULL,
    at        timestamptz NOT NULL
);
CREATE INDEX setting_drafts_old ON setting_drafts (at);
