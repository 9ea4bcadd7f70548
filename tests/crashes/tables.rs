//! Missing tables, and migrations onto what is there.

use crate::buying::sees_at_last;
use crate::support::postgres::TestDb;
use crate::support::shop::Shop;
use sqlx::migrate::Migrator;
use std::path::Path;

/// A database without tables.
async fn empty() -> TestDb {
    let db = TestDb::new().await;
    let clear = "DROP SCHEMA public CASCADE; CREATE SCHEMA public";
    sqlx::raw_sql(clear).execute(&db.pool()).await.unwrap();
    db
}

/// The first migration alone, as the first release had it.
async fn migrate_to_the_first(db: &TestDb) {
    let folder = tempfile::tempdir().unwrap();
    let first = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/0001_shop.sql");
    std::fs::copy(first, folder.path().join("0001_shop.sql")).unwrap();
    Migrator::new(folder.path()).await.unwrap().run(&db.pool()).await.unwrap();
}

#[tokio::test]
async fn it_does_not_serve_without_its_tables_and_says_what_to_do() {
    let db = empty().await;
    let shop = Shop::without_tables(&db.url()).await;
    let refused = shop.run(&["serve"]).await;
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(2), "{said}");
    assert!(said.contains("orderbot migrate"), "{said}");

    assert!(shop.run(&["migrate"]).await.status.success());
    let serving = shop.serve();
    let ann = shop.customer("Ann");
    ann.start();
    sees_at_last(&ann, "Hello, Ann!").await;
    serving.stop().await;
}

#[tokio::test]
async fn it_does_not_serve_with_the_tables_of_an_older_version() {
    let db = empty().await;
    migrate_to_the_first(&db).await;
    let shop = Shop::without_tables(&db.url()).await;
    let refused = shop.run(&["serve"]).await;
    assert_eq!(refused.status.code(), Some(2), "{}", String::from_utf8_lossy(&refused.stderr));
}

#[tokio::test]
async fn the_rows_of_the_first_version_survive_all_later_migrations() {
    let db = empty().await;
    migrate_to_the_first(&db).await;
    sqlx::raw_sql(include_str!("first_version.sql")).execute(&db.pool()).await.unwrap();
    let before = contents(&db).await;
    assert!(before.iter().all(|(_, rows)| !rows.is_empty()), "every table is tried: {before:?}");

    let shop = Shop::without_tables(&db.url()).await;
    assert!(shop.run(&["migrate"]).await.status.success());
    assert!(shop.run(&["migrate"]).await.status.success(), "a second time there is nothing to do");
    let after = contents(&db).await;
    for (table, rows) in before {
        let now = after.iter().find(|(name, _)| *name == table);
        let now = now.unwrap_or_else(|| panic!("{table} is gone"));
        for row in rows {
            assert!(now.1.iter().any(|kept| holds(kept, &row)), "{table} lost {row}, has {:?}", now.1);
        }
    }

    let serving = shop.serve();
    let ann = shop.telegram.user("Ann").id(101).create();
    ann.send("/orders");
    sees_at_last(&ann, "No. 1").await;
    serving.stop().await;
}

/// Every table of the shop with its rows.
async fn contents(db: &TestDb) -> Vec<(String, Vec<serde_json::Value>)> {
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_sqlx_migrations'
         ORDER BY 1",
    )
    .fetch_all(&db.pool())
    .await
    .unwrap();
    let mut contents = Vec::new();
    for table in tables {
        let query = sqlx::AssertSqlSafe(format!("SELECT to_jsonb(t) FROM {table} t"));
        contents.push((table, sqlx::query_scalar(query).fetch_all(&db.pool()).await.unwrap()));
    }
    contents
}

/// True if a row has everything an older one had; a later version may have added columns.
fn holds(row: &serde_json::Value, older: &serde_json::Value) -> bool {
    older.as_object().unwrap().iter().all(|(column, value)| row.get(column) == Some(value))
}
