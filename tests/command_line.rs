//! The program as the owner of a shop sees it: words and exit codes.

#![cfg(test)]

#[allow(dead_code, reason = "shared: each test program uses its part")]
mod support;

use orderbot::telegram::SetupCode;
use std::{
    path::Path,
    process::{Command, Output},
};
use support::postgres::TestDb;
use telegram_sandbox::{Config, Sandbox};

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
        for name in ["BOT_TOKEN is missing", "DATABASE_URL is missing"] {
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

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_tells_the_code_of_a_shop_without_a_staff_group() {
    let folder = tempfile::tempdir().unwrap();
    let db = TestDb::new().await;
    let telegram = Sandbox::start(Config::default()).await.unwrap();
    let bot = telegram.bot_with_token("Shop", TOKEN).unwrap();
    let (url, api) = (db.url(), telegram.api_url());
    let settings = [("BOT_TOKEN", TOKEN), ("BOT_API_URL", api.as_str()), ("DATABASE_URL", url.as_str())];
    let output = tokio::task::block_in_place(|| orderbot(folder.path(), &["check"], &settings));
    let said = text(&output.stdout);
    let line = said.lines().find(|line| line.contains("staff group")).unwrap();
    assert!(line.starts_with("  note  staff group  none yet: "), "{said}");
    let code = SetupCode::of(&teloxide::Bot::new(TOKEN), 0);
    assert!(line.ends_with(&format!("/setup@{} {code}", bot.username())), "{said}");
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

#[tokio::test]
async fn pictures_come_from_a_path_or_stay_at_their_address_and_a_missing_one_stops_the_import() {
    let folder = tempfile::tempdir().unwrap();
    let db = TestDb::new().await;
    let url = db.url();
    let settings = [("BOT_TOKEN", TOKEN), ("ADMIN_CHAT_ID", "-1001"), ("DATABASE_URL", url.as_str())];
    let kept = || async { count(&db, "SELECT count(*) FROM pictures").await };
    let header = include_str!("../sample/catalog.csv").lines().next().unwrap();
    let line = |n: u32, photo: &str| format!("tea,Tea,,,,tea-{n},Tea,,,,,,,,TEA-{n},,,,,1.00,5,{photo},yes");
    let import = |photos: [&str; 2], more: &[&str]| {
        let text = [header.to_owned(), line(1, photos[0]), line(2, photos[1])].join("\n");
        std::fs::write(folder.path().join("tea.csv"), text).unwrap();
        let arguments = [&["catalog", "import", "tea.csv"], more].concat();
        orderbot(folder.path(), &arguments, &settings)
    };
    std::fs::create_dir(folder.path().join("photos")).unwrap();
    std::fs::write(folder.path().join("photos/tea.jpg"), b"a picture").unwrap();

    let output = import(["photos/tea.jpg", "photos/none.jpg"], &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).contains("there are no pictures photos/none.jpg"),
        "{}",
        text(&output.stderr)
    );
    assert_eq!(count(&db, "SELECT count(*) FROM products").await, 0);

    let photos = ["photos/tea.jpg", "https://shop.example/tea.jpg"];
    assert!(import(photos, &["--dry-run"]).status.success());
    assert_eq!(count(&db, "SELECT count(*) FROM products").await, 0);
    let output = import(photos, &[]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(kept().await, 1);
    let stays = "SELECT count(*) FROM products WHERE photo = 'https://shop.example/tea.jpg'";
    assert_eq!(count(&db, stays).await, 1);
    let named = "SELECT count(*) FROM products p JOIN pictures USING (photo) WHERE p.photo LIKE 'tea-%.jpg'";
    assert_eq!(count(&db, named).await, 1);

    let output = orderbot(folder.path(), &["catalog", "export", "mine.csv"], &settings);
    assert!(output.status.success());
    let output = orderbot(folder.path(), &["catalog", "import", "mine.csv"], &settings);
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), String::new()), "kept pictures stay");

    std::fs::write(folder.path().join("photos/tea.jpg"), b"another picture").unwrap();
    assert_eq!(text(&import(photos, &["--dry-run"]).stdout), "~ tea-1: new photo\n");
    assert_eq!(kept().await, 1, "a dry run keeps nothing");
}

async fn count(db: &TestDb, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(&db.pool()).await.unwrap()
}

#[tokio::test]
async fn the_doctor_compares_the_stock_with_the_open_orders() {
    let folder = tempfile::tempdir().unwrap();
    let db = TestDb::new().await;
    let url = db.url();
    let settings = [
        ("BOT_TOKEN", TOKEN),
        ("BOT_API_URL", "http://127.0.0.1:1"),
        ("ADMIN_CHAT_ID", "-1001"),
        ("DATABASE_URL", url.as_str()),
    ];
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/sample/catalog.csv");
    assert!(orderbot(folder.path(), &["catalog", "import", sample], &settings).status.success());
    let check = || text(&orderbot(folder.path(), &["check"], &settings).stdout);
    assert!(check().contains("ok    stock"), "{}", check());
    sqlx::query("UPDATE skus SET reserved = 2 WHERE sku = 'SENCHA-50'").execute(&db.pool()).await.unwrap();
    assert!(check().contains("BAD   stock        SENCHA-50: 2 reserved, 0 in open orders"), "{}", check());
}
