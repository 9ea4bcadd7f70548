-- The content of pictures that came with an import: any instance may be the one that uploads them to Telegram.
-- The name carries a digest of the content, so a changed picture is a new one.
CREATE TABLE pictures (
    photo   text  PRIMARY KEY,
    content bytea NOT NULL
);
