//! Promo codes and their uses.

use super::promo_scopes::scope;
use super::store::{Held, Pg};
use super::value::{broken, count, int, money};
use crate::domain::{Benefit, CustomerId, OrderId, Promo, PromoCode, PromoHistory};
use crate::repository::{NewPromo, Promos, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

pub(super) fn benefit(kind: &str, value: Option<Decimal>) -> Result<Benefit, StoreError> {
    match (kind, value) {
        ("percent", Some(value)) => {
            value.to_u8().map(Benefit::Percent).ok_or_else(|| broken("a percentage above 255"))
        }
        ("fixed", Some(value)) => Ok(Benefit::Fixed(money(value)?)),
        ("free_delivery", None) => Ok(Benefit::FreeDelivery),
        _ => Err(broken(format!("a promo of kind {kind}"))),
    }
}

pub(super) fn columns(benefit: Benefit) -> (&'static str, Option<Decimal>) {
    match benefit {
        Benefit::Percent(percent) => ("percent", Some(percent.into())),
        Benefit::Fixed(amount) => ("fixed", Some(amount.amount())),
        Benefit::FreeDelivery => ("free_delivery", None),
    }
}

#[async_trait]
impl<C: Held> Promos for Pg<C> {
    async fn find(
        &mut self,
        code: &PromoCode,
        customer: CustomerId,
    ) -> Result<Option<(Promo, PromoHistory)>, StoreError> {
        let row = sqlx::query!(
            r#"SELECT p.id, p.kind, p.value, p.valid_from, p.valid_until, p.min_total, p.max_uses, p.used,
                      p.per_customer, p.first_order_only, p.active,
                      ARRAY(SELECT category FROM promo_categories WHERE promo = p.id) AS "categories!",
                      ARRAY(SELECT product FROM promo_products WHERE promo = p.id) AS "products!",
                      (SELECT count(*) FROM promo_redemptions r
                       WHERE r.promo = p.id AND r.customer = $2) AS "uses!",
                      (SELECT count(*) FROM orders o
                       WHERE o.customer = $2 AND o.status NOT IN ('cancelled', 'rejected')) AS "orders!"
               FROM promos p WHERE p.code = $1"#,
            code.as_str(),
            customer.0,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let promo = Promo {
            id: row.id,
            code: code.clone(),
            benefit: benefit(&row.kind, row.value)?,
            from: row.valid_from,
            until: row.valid_until,
            min_total: row.min_total.map(money).transpose()?,
            max_uses: row.max_uses.map(count),
            used: count(row.used),
            per_customer: row.per_customer.map(count),
            first_order_only: row.first_order_only,
            scope: scope(row.categories, row.products),
            active: row.active,
        };
        Ok(Some((promo, PromoHistory { uses: count(row.uses), orders: count(row.orders) })))
    }

    async fn redeem(
        &mut self,
        promo: i64,
        customer: CustomerId,
        order: OrderId,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let done = sqlx::query!(
            "WITH taken AS (
                 UPDATE promos p SET used = p.used + 1
                 WHERE p.id = $1 AND p.active
                   AND (p.valid_from IS NULL OR p.valid_from <= $4)
                   AND (p.valid_until IS NULL OR $4 < p.valid_until)
                   AND (p.max_uses IS NULL OR p.used < p.max_uses)
                   AND (p.per_customer IS NULL OR p.per_customer >
                        (SELECT count(*) FROM promo_redemptions r WHERE r.promo = $1 AND r.customer = $2))
                   AND (NOT p.first_order_only OR NOT EXISTS
                        (SELECT FROM orders o WHERE o.customer = $2 AND o.id <> $3
                                                AND o.status NOT IN ('cancelled', 'rejected')))
                 RETURNING p.id
             )
             INSERT INTO promo_redemptions (order_id, promo, customer, at)
             SELECT $3, id, $2, $4 FROM taken",
            promo,
            customer.0,
            order.0,
            now,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn give_back(&mut self, order: OrderId) -> Result<(), StoreError> {
        sqlx::query!(
            "WITH given AS (DELETE FROM promo_redemptions WHERE order_id = $1 RETURNING promo)
             UPDATE promos SET used = used - 1 FROM given WHERE id = given.promo",
            order.0,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(())
    }

    async fn put(&mut self, new: &NewPromo) -> Result<Vec<String>, StoreError> {
        let promo = &new.promo;
        let (kind, value) = columns(promo.benefit);
        let id = sqlx::query_scalar!(
            r#"INSERT INTO promos (code, kind, value, valid_from, valid_until, min_total, max_uses, per_customer,
                                   first_order_only, active)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
               ON CONFLICT (code) DO UPDATE
               SET kind = excluded.kind, value = excluded.value, valid_from = excluded.valid_from,
                   valid_until = excluded.valid_until, min_total = excluded.min_total,
                   max_uses = excluded.max_uses, per_customer = excluded.per_customer,
                   first_order_only = excluded.first_order_only, active = excluded.active
               RETURNING id"#,
            promo.code.as_str(),
            kind,
            value,
            promo.from,
            promo.until,
            promo.min_total.map(|amount| amount.amount()),
            promo.max_uses.map(int),
            promo.per_customer.map(int),
            promo.first_order_only,
            promo.active,
        )
        .fetch_one(&mut *self.0)
        .await?;
        // The scope as named, no more: old entries go, entries that stay are not touched.
        let unknown = sqlx::query_scalar!(
            r#"WITH c AS (
                   SELECT named.slug, c.id FROM unnest($2::text[]) AS named (slug)
                   LEFT JOIN categories c ON c.slug = named.slug
               ), p AS (
                   SELECT named.slug, p.id FROM unnest($3::text[]) AS named (slug)
                   LEFT JOIN products p ON p.slug = named.slug
               ), less_c AS (
                   DELETE FROM promo_categories
                   WHERE promo = $1 AND category NOT IN (SELECT id FROM c WHERE id IS NOT NULL)
               ), less_p AS (
                   DELETE FROM promo_products
                   WHERE promo = $1 AND product NOT IN (SELECT id FROM p WHERE id IS NOT NULL)
               ), more_c AS (
                   INSERT INTO promo_categories (promo, category)
                   SELECT $1, id FROM c WHERE id IS NOT NULL ON CONFLICT DO NOTHING
               ), more_p AS (
                   INSERT INTO promo_products (promo, product)
                   SELECT $1, id FROM p WHERE id IS NOT NULL ON CONFLICT DO NOTHING
               )
               SELECT slug AS "slug!" FROM c WHERE id IS NULL UNION SELECT slug FROM p WHERE id IS NULL"#,
            id,
            &new.categories,
            &new.products,
        )
        .fetch_all(&mut *self.0)
        .await?;
        Ok(unknown)
    }
}
