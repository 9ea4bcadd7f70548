//! How the shop does.

use super::store::{Held, Pg};
use super::value::{JsonTexts, count, money};
use crate::domain::{Buyers, DaySpan, Funnel, OpenOrders, PromoEffect, PromoSales, Quarter, Sales, Sold};
use crate::repository::{Moments, Numbers, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};

#[async_trait]
impl<C: Held> Numbers for Pg<C> {
    async fn sales(&mut self, (from, until): Moments, currency: &str) -> Result<Vec<Quarter>, StoreError> {
        let rows = sqlx::query!(
            r#"SELECT date_bin('15 minutes', placed_at, '2000-01-01Z') AS "at!", count(*) AS "orders!",
                      sum(total) AS "revenue!"
               FROM orders
               WHERE placed_at >= $1 AND placed_at < $2 AND currency = $3
                 AND status NOT IN ('rejected', 'cancelled')
               GROUP BY 1 ORDER BY 1"#,
            from,
            until,
            currency,
        )
        .fetch_all(&mut *self.0)
        .await?;
        let quarters = rows.into_iter().map(|row| {
            let sales = Sales { orders: count(row.orders), revenue: money(row.revenue)? };
            Ok(Quarter { at: row.at, sales })
        });
        quarters.collect()
    }

    async fn best_products(
        &mut self,
        (from, until): Moments,
        currency: &str,
        limit: u32,
    ) -> Result<Vec<Sold>, StoreError> {
        let rows = sqlx::query!(
            r#"WITH sold AS (
                   SELECT s.product, sum(l.quantity) AS pieces, sum(l.price * l.quantity - l.discount) AS revenue
                   FROM orders o
                   JOIN order_lines l ON l.order_id = o.id
                   JOIN skus s ON s.id = l.sku
                   WHERE o.placed_at >= $1 AND o.placed_at < $2 AND o.currency = $3
                     AND o.status NOT IN ('rejected', 'cancelled')
                   GROUP BY s.product
                   ORDER BY revenue DESC, s.product LIMIT $4
               )
               SELECT p.names AS "names: JsonTexts", sold.pieces AS "pieces!", sold.revenue AS "revenue!"
               FROM sold JOIN products p ON p.id = sold.product
               ORDER BY sold.revenue DESC, sold.product"#,
            from,
            until,
            currency,
            i64::from(limit),
        )
        .fetch_all(&mut *self.0)
        .await?;
        let sold = rows.into_iter().map(|row| {
            Ok(Sold { names: row.names.0, pieces: count(row.pieces), revenue: money(row.revenue)? })
        });
        sold.collect()
    }

    async fn promo_effect(
        &mut self,
        (from, until): Moments,
        currency: &str,
        limit: u32,
    ) -> Result<PromoEffect, StoreError> {
        // The sum over all codes comes first: it has no code.
        let rows = sqlx::query!(
            r#"SELECT promo, count(*) AS "orders!", coalesce(sum(total), 0) AS "revenue!",
                      coalesce(sum(discount), 0) AS "discount!"
               FROM orders
               WHERE placed_at >= $1 AND placed_at < $2 AND currency = $3
                 AND status NOT IN ('rejected', 'cancelled') AND promo IS NOT NULL
               GROUP BY GROUPING SETS ((), (promo))
               ORDER BY promo IS NOT NULL, sum(total) DESC, promo LIMIT $4"#,
            from,
            until,
            currency,
            i64::from(limit) + 1,
        )
        .fetch_all(&mut *self.0)
        .await?;
        let mut effect = PromoEffect::default();
        for row in rows {
            let sales = Sales { orders: count(row.orders), revenue: money(row.revenue)? };
            let discount = money(row.discount)?;
            match row.promo {
                Some(code) => effect.best.push(PromoSales { code, sales, discount }),
                None => (effect.with, effect.discount) = (sales, discount),
            }
        }
        Ok(effect)
    }

    async fn buyers(&mut self, (from, until): Moments) -> Result<Buyers, StoreError> {
        let row = sqlx::query!(
            r#"WITH buyers AS (
                   SELECT customer, min(number) AS first FROM orders
                   WHERE placed_at >= $1 AND placed_at < $2 AND customer IS NOT NULL
                     AND status NOT IN ('rejected', 'cancelled')
                   GROUP BY customer
               )
               SELECT count(*) AS "all!",
                      count(*) FILTER (WHERE EXISTS (
                          SELECT FROM orders o WHERE o.customer = b.customer AND o.number < b.first
                                                 AND o.status NOT IN ('rejected', 'cancelled'))) AS "returning!"
               FROM buyers b"#,
            from,
            until,
        )
        .fetch_one(&mut *self.0)
        .await?;
        Ok(Buyers { new: count(row.all - row.returning), returning: count(row.returning) })
    }

    async fn newcomers(&mut self, (from, until): Moments) -> Result<u32, StoreError> {
        let all = sqlx::query_scalar!(
            r#"SELECT count(*) AS "count!" FROM customers WHERE created_at >= $1 AND created_at < $2"#,
            from,
            until
        )
        .fetch_one(&mut *self.0)
        .await?;
        Ok(count(all))
    }

    async fn open_orders(&mut self) -> Result<OpenOrders, StoreError> {
        let row = sqlx::query!(
            r#"SELECT count(*) FILTER (WHERE status = 'placed') AS "placed!",
                      count(*) FILTER (WHERE status = 'accepted') AS "accepted!"
               FROM orders WHERE status IN ('placed', 'accepted')"#
        )
        .fetch_one(&mut *self.0)
        .await?;
        Ok(OpenOrders { placed: count(row.placed), accepted: count(row.accepted) })
    }

    async fn begin_digest(&mut self, day: NaiveDate, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let done = sqlx::query!(
            "INSERT INTO digests (day, sent_at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            day,
            now
        )
        .execute(&mut *self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn funnel(&mut self, days: DaySpan) -> Result<Funnel, StoreError> {
        let row = sqlx::query!(
            r#"SELECT count(*) AS "shop!", count(*) FILTER (WHERE reached >= 2) AS "cart!",
                      count(*) FILTER (WHERE reached >= 3) AS "checkout!",
                      count(*) FILTER (WHERE reached >= 4) AS "order!"
               FROM visits WHERE day BETWEEN $1 AND $2"#,
            days.first(),
            days.last(),
        )
        .fetch_one(&mut *self.0)
        .await?;
        Ok(Funnel {
            shop: count(row.shop),
            cart: count(row.cart),
            checkout: count(row.checkout),
            order: count(row.order),
        })
    }
}
