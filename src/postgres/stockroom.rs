//! Products as the staff work on them.

use super::link::Link;
use super::showcase::stage;
use super::store::{Held, Pg};
use super::value::{JsonTexts, elements, int, money, pattern};
use crate::domain::{
    CategoryId, Count, Goods, LedgerEntry, Money, OrderNumber, ProductId, SkuId, Texts, Variant,
};
use crate::repository::{Changed, GoodsFilter, Stockroom, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::Deserialize;

struct Row {
    id: i64,
    names: JsonTexts,
    texts: JsonTexts,
    category: Option<i64>,
    stage: String,
    visible: bool,
    photos: Vec<String>,
    variants: serde_json::Value,
}

#[derive(Deserialize)]
struct VariantJson {
    id: SkuId,
    code: String,
    options: Texts,
    visible: bool,
    price: Money,
    on_hand: u32,
    reserved: u32,
}

impl Row {
    fn goods(self) -> Result<Goods, StoreError> {
        let variants = elements::<VariantJson>(self.variants)?.into_iter().map(|variant| Variant {
            id: variant.id,
            code: variant.code,
            options: variant.options,
            visible: variant.visible,
            price: variant.price,
            on_hand: variant.on_hand,
            reserved: variant.reserved,
        });
        Ok(Goods {
            id: ProductId(self.id),
            names: self.names.0,
            texts: self.texts.0,
            category: self.category.map(CategoryId),
            stage: stage(&self.stage, self.visible)?,
            photos: self.photos,
            variants: variants.collect(),
        })
    }
}

#[async_trait]
impl<C: Held> Stockroom for Pg<C> {
    async fn list(
        &mut self,
        filter: &GoodsFilter,
        after: ProductId,
        limit: u32,
    ) -> Result<Vec<Goods>, StoreError> {
        let (low, words): (Option<i32>, &[String]) = match filter {
            GoodsFilter::Low(most) => (Some(int(*most)), &[]),
            GoodsFilter::With(words) => (None, words),
            GoodsFilter::All | GoodsFilter::Drafts | GoodsFilter::Archived => (None, &[]),
        };
        let stages: &[&str] = match filter {
            GoodsFilter::All | GoodsFilter::With(_) => &["draft", "live"],
            GoodsFilter::Low(_) => &["live"],
            GoodsFilter::Drafts => &["draft"],
            GoodsFilter::Archived => &["archived"],
        };
        read(&mut self.0, after, limit, stages, low, words).await
    }

    async fn find(&mut self, id: ProductId) -> Result<Option<Goods>, StoreError> {
        let before = ProductId(id.0.saturating_sub(1));
        let next = read(&mut self.0, before, 1, &["draft", "live", "archived"], None, &[]).await?;
        Ok(next.into_iter().find(|goods| goods.id == id))
    }

    async fn of_variant(&mut self, sku: SkuId) -> Result<Option<ProductId>, StoreError> {
        let product = sqlx::query_scalar!("SELECT product FROM skus WHERE id = $1", sku.0)
            .fetch_optional(&mut *self.0)
            .await?;
        Ok(product.map(ProductId))
    }

    async fn set_price(&mut self, sku: SkuId, price: Money) -> Result<Option<Changed<Money>>, StoreError> {
        let row = sqlx::query!(
            r#"WITH was AS (SELECT id, price FROM skus WHERE id = $1 FOR NO KEY UPDATE)
               UPDATE skus s SET price = $2 FROM was WHERE s.id = was.id AND was.price <> $2
               RETURNING s.product, was.price AS before, s.price AS after"#,
            sku.0,
            price.amount(),
        )
        .fetch_optional(&mut *self.0)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let (before, after) = (money(row.before)?, money(row.after)?);
        Ok(Some(Changed { product: ProductId(row.product), before, after }))
    }

    async fn count(
        &mut self,
        sku: SkuId,
        count: Count,
        reason: Option<&str>,
        who: &str,
        at: DateTime<Utc>,
    ) -> Result<Option<Changed<i32>>, StoreError> {
        let (by, to) = match count {
            Count::By(pieces) => (pieces, None),
            Count::To(pieces) => (0, Some(pieces)),
        };
        let row = sqlx::query!(
            r#"WITH was AS (
                   SELECT id, on_hand FROM skus WHERE id = $1 FOR NO KEY UPDATE
               ), counted AS (
                   UPDATE skus s SET on_hand = coalesce($3::integer, s.on_hand + $2::integer)
                   FROM was WHERE s.id = was.id AND coalesce($3::integer, s.on_hand::bigint + $2::integer)
                                                    BETWEEN s.reserved AND 2000000000
                   RETURNING s.id, s.product, was.on_hand AS before, s.on_hand AS after
               ), entry AS (
                   INSERT INTO stock_ledger (sku, change, on_hand, reason, who, at)
                   SELECT id, after - before, after, $4, $5, $6 FROM counted
               )
               SELECT product, before, after FROM counted"#,
            sku.0,
            by,
            to,
            reason,
            who,
            at,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(row.map(|row| Changed { product: ProductId(row.product), before: row.before, after: row.after }))
    }

    async fn ledger(&mut self, id: ProductId, limit: u32) -> Result<Vec<LedgerEntry>, StoreError> {
        let rows = sqlx::query!(
            r#"SELECT s.sku AS code, l.change, l.on_hand, l.reason, l.who, l.at, o.number AS "number?"
               FROM skus s
               CROSS JOIN LATERAL (SELECT * FROM stock_ledger WHERE sku = s.id ORDER BY id DESC LIMIT $2) l
               LEFT JOIN orders o ON o.id = l.order_id
               WHERE s.product = $1 ORDER BY l.id DESC LIMIT $2"#,
            id.0,
            i64::from(limit),
        )
        .fetch_all(&mut *self.0)
        .await?;
        let entries = rows.into_iter().map(|row| LedgerEntry {
            code: row.code,
            change: row.change,
            on_hand: row.on_hand,
            reason: row.reason,
            order: row.number.map(OrderNumber),
            who: row.who,
            at: row.at,
        });
        Ok(entries.collect())
    }
}

/// Products with an id above `after` in one of these stages, in the order of their ids.
async fn read(
    db: &mut Link,
    after: ProductId,
    limit: u32,
    stages: &[&str],
    low: Option<i32>,
    words: &[String],
) -> Result<Vec<Goods>, StoreError> {
    let rows = sqlx::query_as!(
        Row,
        r#"SELECT p.id, p.names AS "names: JsonTexts", p.texts AS "texts: JsonTexts", p.category, p.stage, p.visible,
                  array_remove(p.photo || p.more_photos, NULL) AS "photos!",
                  (SELECT coalesce(jsonb_agg(jsonb_build_object(
                              'id', s.id, 'code', s.sku, 'options', s.options, 'visible', s.visible, 'price', s.price::text,
                              'on_hand', s.on_hand, 'reserved', s.reserved) ORDER BY s.position, s.id), '[]')
                   FROM skus s WHERE s.product = p.id) AS "variants!"
           FROM products p
           WHERE p.id > $1 AND p.stage = ANY ($7) AND p.search LIKE $2 AND p.search LIKE $3 AND p.search LIKE $4
             AND ($5::integer IS NULL OR EXISTS (
                     SELECT FROM skus s WHERE s.product = p.id AND s.on_hand - s.reserved <= $5))
           ORDER BY p.id LIMIT $6"#,
        after.0,
        pattern(words, 0),
        pattern(words, 1),
        pattern(words, 2),
        low,
        i64::from(limit),
        &stages as _,
    )
    .fetch_all(db)
    .await?;
    rows.into_iter().map(Row::goods).collect()
}
