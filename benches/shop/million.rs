//! A shop after years, made by SQL.

use sqlx::PgPool;

/// 1,000,000 customers with an order each, 10,000,000 order lines.
pub(crate) async fn fill(pool: &PgPool) -> anyhow::Result<()> {
    sqlx::raw_sql(include_str!("million.sql")).execute(pool).await?;
    Ok(())
}
