//! Variants of products, made and changed by the staff.

use super::store::{Held, Pg};
use crate::domain::{Lang, MAX_VARIANTS, Money, ProductId, SkuId, UpdateId};
use crate::repository::{Changed, Made, StoreError, Variants};
use async_trait::async_trait;

#[async_trait]
impl<C: Held> Variants for Pg<C> {
    async fn first(&mut self, id: ProductId, price: Money) -> Result<Option<SkuId>, StoreError> {
        // Of two who answer at once, the second waits here and then finds the variant.
        sqlx::query!("SELECT FROM products WHERE id = $1 FOR NO KEY UPDATE", id.0)
            .execute(&mut *self.0)
            .await?;
        let new = sqlx::query_scalar!(
            "WITH new AS (SELECT nextval(pg_get_serial_sequence('skus', 'id')) AS id)
             INSERT INTO skus (id, sku, product, position, price)
             OVERRIDING SYSTEM VALUE
             SELECT new.id, rtrim(left(upper(p.slug), 23 - length(new.id::text)), '-') || '-' || new.id, p.id, 1, $2
             FROM new JOIN products p ON p.id = $1
             WHERE NOT EXISTS (SELECT FROM skus WHERE product = $1)
             RETURNING id",
            id.0,
            price.amount(),
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(new.map(SkuId))
    }

    async fn add(
        &mut self,
        id: ProductId,
        asked: UpdateId,
        lang: Lang,
        label: &str,
    ) -> Result<Option<Made<SkuId>>, StoreError> {
        // Of two who answer at once, the second waits here and counts the variant of the first.
        sqlx::query!("SELECT FROM products WHERE id = $1 FOR NO KEY UPDATE", id.0)
            .execute(&mut *self.0)
            .await?;
        let new = sqlx::query_scalar!(
            "WITH new AS (
                 SELECT nextval(pg_get_serial_sequence('skus', 'id')) AS id
             ), others AS (
                 SELECT count(*) AS number, max(position) AS last, (array_agg(price ORDER BY position, id))[1] AS price
                 FROM skus WHERE product = $1
             )
             INSERT INTO skus (id, sku, product, position, visible, options, price, asked)
             OVERRIDING SYSTEM VALUE
             SELECT new.id, rtrim(left(upper(p.slug), 23 - length(new.id::text)), '-') || '-' || new.id, p.id,
                    others.last + 1, false, jsonb_build_object($3::text, $4::text), others.price, $2
             FROM new, others, products p
             WHERE p.id = $1 AND others.number BETWEEN 1 AND $5 - 1
             ON CONFLICT (asked) DO NOTHING
             RETURNING id",
            id.0,
            asked.0,
            lang.code(),
            label,
            i32::try_from(MAX_VARIANTS).unwrap_or(i32::MAX),
        )
        .fetch_optional(&mut *self.0)
        .await?;
        if let Some(id) = new {
            return Ok(Some(Made { id: SkuId(id), is_new: true }));
        }
        let known = sqlx::query_scalar!("SELECT id FROM skus WHERE asked = $1", asked.0)
            .fetch_optional(&mut *self.0)
            .await?;
        Ok(known.map(|id| Made { id: SkuId(id), is_new: false }))
    }

    async fn label(
        &mut self,
        sku: SkuId,
        lang: Lang,
        label: Option<&str>,
    ) -> Result<Option<Changed<Option<String>>>, StoreError> {
        let row = sqlx::query!(
            r#"WITH was AS (SELECT id, options ->> $2 AS before FROM skus WHERE id = $1 FOR NO KEY UPDATE)
               UPDATE skus s
               SET options = CASE WHEN $3::text IS NULL THEN options - $2::text
                                  ELSE jsonb_set(options, ARRAY[$2::text], to_jsonb($3::text)) END
               FROM was WHERE s.id = was.id AND was.before IS DISTINCT FROM $3::text
               RETURNING s.product, was.before"#,
            sku.0,
            lang.code(),
            label,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        let after = label.map(str::to_owned);
        Ok(row.map(|row| Changed { product: ProductId(row.product), before: row.before, after }))
    }

    async fn show(&mut self, sku: SkuId, visible: bool) -> Result<Option<ProductId>, StoreError> {
        let product = sqlx::query_scalar!(
            "UPDATE skus SET visible = $2 WHERE id = $1 AND visible <> $2 RETURNING product",
            sku.0,
            visible,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(product.map(ProductId))
    }
}
