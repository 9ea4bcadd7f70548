//! The program as the owner of a shop sees it: words and exit codes.

#![cfg(test)]

#[allow(dead_code, reason = "shared: each test program uses its part")]
mod support;

use std::{
    path::Path,
    process::{Command, Output},
};
use support::postgres::TestDb;

const TOKEN: &str = "123456789:AAExampleExampleExampleExampleExample";

fn orderbot(folder: &Path, arguments: &[&str], settings: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_orderbot"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .envs(settings.iter().copied())
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn without_settings_it_says_which_are_missing_and_ends_with_2() {
    let folder = tempfile::tempdir().unwrap();
    for command in ["migrate", "check"] {
        let output = orderbot(folder.path(), &[command], &[]);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        for name in ["BOT_TOKEN is missing", "ADMIN_CHAT_ID is missing", "DATABASE_URL is missing"] {
            assert!(said.contains(name), "{said}");
        }
    }
}

#[test]
fn a_wrong_setting_is_named_with_an_example() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(".env"), "SHOP_TIMEZONE=Berlin\n").unwrap();
    let output = orderbot(folder.path(), &["check"], &[]);
    let said = text(&output.stderr);
    assert!(said.contains("`Berlin` is not a time zone"), "{said}");
    assert!(said.contains("Example: SHOP_TIMEZONE=Europe/Berlin"), "{said}");
}

#[test]
fn the_settings_are_explained_without_any_being_set() {
    let folder = tempfile::tempdir().unwrap();
    let output = orderbot(folder.path(), &["settings"], &[]);
    assert!(output.status.success());
    assert!(text(&output.stdout).contains("BOT_TOKEN="));
}

#[test]
fn the_help_shows_the_way_to_a_shop() {
    let folder = tempfile::tempdir().unwrap();
    let output = orderbot(folder.path(), &["--help"], &[]);
    let said = text(&output.stdout);
    for command in ["migrate", "check", "dead-letters", "find-group", "settings"] {
        assert!(said.contains(&format!("\n  {command} ")), "{command}: {said}");
    }
}

#[tokio::test]
async fn the_tables_are_made_once_and_looked_after_again() {
    let folder = tempfile::tempdir().unwrap();
    let db = TestDb::new().await;
    let url = db.url();
    let settings = [("BOT_TOKEN", TOKEN), ("ADMIN_CHAT_ID", "-1001"), ("DATABASE_URL", url.as_str())];
    for _ in 0..2 {
        let output = orderbot(folder.path(), &["migrate"], &settings);
        assert!(output.status.success(), "{}", text(&output.stderr));
    }
    let output = orderbot(folder.path(), &["dead-letters", "list"], &settings);
    assert_eq!(text(&output.stdout), "There are none.\n");
    let output = orderbot(folder.path(), &["dead-letters", "retry", "7"], &settings);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("no dead letter 7"));
}

#[tokio::test]
async fn the_doctor_names_what_is_wrong_and_hides_the_token() {
    let folder = tempfile::tempdir().unwrap();
    let settings = [
        ("BOT_TOKEN", TOKEN),
        // Nobody listens on port 1.
        ("BOT_API_URL", "http://127.0.0.1:1"),
        ("ADMIN_CHAT_ID", "-1001"),
        ("DATABASE_URL", "postgres://shop:hunter2@127.0.0.1:1/shop"),
    ];
    let output = orderbot(folder.path(), &["check"], &settings);
    let said = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("ok    settings"), "{said}");
    assert!(said.contains("BAD   token"), "{said}");
    assert!(said.contains("BAD   database"), "{said}");
    assert!(!said.contains("AAExample") && !said.contains("hunter2"), "{said}");
}

#[tokio::test]
async fn the_sample_shop_is_imported_and_exported_and_imported_again_without_a_difference() {
    let folder = tempfile::tempdir().unwrap();
    let db = TestDb::new().await;
    let url = db.url();
    let settings = [("BOT_TOKEN", TOKEN), ("ADMIN_CHAT_ID", "-1001"), ("DATABASE_URL", url.as_str())];
    let run = |arguments: &[&str]| {
        let output = orderbot(folder.path(), arguments, &settings);
        assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
        text(&output.stdout)
    };
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/sample/catalog.csv");
    assert!(run(&["catalog", "import", sample, "--dry-run"]).contains("+ morning-sencha\n"));
    assert!(run(&["catalog", "import", sample]).contains("+ SENCHA-50\n"));
    run(&["catalog", "import-promos", concat!(env!("CARGO_MANIFEST_DIR"), "/sample/promos.csv")]);
    assert_eq!(run(&["catalog", "import", sample]), "");
    run(&["catalog", "export", "mine.csv"]);
    assert_eq!(run(&["catalog", "import", "mine.csv"]), "");

    let mine = std::fs::read_to_string(folder.path().join("mine.csv")).unwrap();
    std::fs::write(folder.path().join("mine.csv"), mine.replace(",7.90,42,", ",8.20,42,")).unwrap();
    assert_eq!(run(&["catalog", "import", "mine.csv"]), "~ SENCHA-50: price 7.90 -> 8.20\n");
}

#[tokio::test]
async fn a_wrong_line_leaves_the_catalogue_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let db = TestDb::new().await;
    let url = db.url();
    let settings = [("BOT_TOKEN", TOKEN), ("ADMIN_CHAT_ID", "-1001"), ("DATABASE_URL", url.as_str())];
    let sample = include_str!("../sample/catalog.csv").replace(",7.90,42,", ",seven,42,");
    std::fs::write(folder.path().join("wrong.csv"), sample).unwrap();
    let output = orderbot(folder.path(), &["catalog", "import", "wrong.csv"], &settings);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("wrong.csv, line 2: price: `seven`"), "{}", text(&output.stderr));
    let output = orderbot(folder.path(), &["catalog", "export"], &settings);
    assert_eq!(text(&output.stdout).lines().count(), 1, "only the header");
}
