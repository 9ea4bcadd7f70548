//! What runs out, and who waits for what is sold out.

use super::store::{Held, Pg};
use super::value::int;
use crate::domain::{CustomerId, ProductId, SkuId};
use crate::repository::{Shelves, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

#[async_trait]
impl<C: Held> Shelves for Pg<C> {
    async fn newly_low(&mut self, few: u32, limit: u32) -> Result<Vec<SkuId>, StoreError> {
        // Rows that an order holds at this moment are looked at the next time.
        let ids = sqlx::query_scalar!(
            r#"WITH again AS (
                   SELECT id FROM skus WHERE low_told AND on_hand - reserved > $1
                   ORDER BY id FOR NO KEY UPDATE SKIP LOCKED
               ), forgotten AS (
                   UPDATE skus SET low_told = false FROM again WHERE skus.id = again.id
               ), low AS (
                   SELECT s.id FROM skus s JOIN products p ON p.id = s.product
                   WHERE NOT s.low_told AND s.visible AND p.visible AND s.on_hand - s.reserved <= $1
                     AND p.category IN (SELECT id FROM open_categories)
                   ORDER BY s.id LIMIT $2 FOR NO KEY UPDATE OF s SKIP LOCKED
               )
               UPDATE skus SET low_told = true FROM low WHERE skus.id = low.id RETURNING skus.id"#,
            int(few),
            i64::from(limit),
        )
        .fetch_all(&mut *self.0)
        .await?;
        Ok(ids.into_iter().map(SkuId).collect())
    }

    async fn wish(
        &mut self,
        customer: CustomerId,
        product: ProductId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        sqlx::query!(
            "INSERT INTO restock_wishes (sku, customer, at)
             SELECT id, $1, $3 FROM skus WHERE product = $2 AND visible AND on_hand = reserved
             ON CONFLICT DO NOTHING",
            customer.0,
            product.0,
            now,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(())
    }

    async fn fulfil(&mut self, limit: u32) -> Result<Vec<(CustomerId, ProductId)>, StoreError> {
        // Whoever waits for several variants of a product hears of it once. What is sold out, which is what most wait for,
        // is not looked through.
        let rows = sqlx::query!(
            r#"WITH back AS (
                   SELECT w.row FROM skus s JOIN products p ON p.id = s.product
                   CROSS JOIN LATERAL (SELECT ctid AS row FROM restock_wishes WHERE sku = s.id
                                       ORDER BY at, customer LIMIT 50 FOR UPDATE SKIP LOCKED) w
                   WHERE s.visible AND p.visible AND s.on_hand > s.reserved
                     AND p.category IN (SELECT id FROM open_categories)
                   LIMIT $1
               ), fulfilled AS (
                   DELETE FROM restock_wishes WHERE ctid = ANY (ARRAY(SELECT row FROM back)) RETURNING sku, customer
               )
               SELECT DISTINCT f.customer, s.product FROM fulfilled f
               JOIN skus s ON s.id = f.sku
               JOIN customers c ON c.id = f.customer AND NOT c.banned AND c.unreachable_at IS NULL
               ORDER BY f.customer, s.product"#,
            i64::from(limit),
        )
        .fetch_all(&mut *self.0)
        .await?;
        Ok(rows.into_iter().map(|row| (CustomerId(row.customer), ProductId(row.product))).collect())
    }
}
