//! Orders as the staff work on them.

use super::store::{Held, Pg};
use super::value::{currency, money, pattern, status};
use crate::domain::{OrderId, OrderNumber, Status};
use crate::repository::{Desk, ListedOrder, OrderFilter, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

struct Row {
    number: i64,
    status: String,
    name: Option<String>,
    total: Decimal,
    currency: String,
    placed_at: DateTime<Utc>,
    taken_name: Option<String>,
}

impl Row {
    fn listed(self) -> Result<ListedOrder, StoreError> {
        Ok(ListedOrder {
            number: OrderNumber(self.number),
            status: status(&self.status)?,
            name: self.name,
            total: money(self.total)?,
            currency: currency(&self.currency)?,
            placed_at: self.placed_at,
            taken_by: self.taken_name,
        })
    }
}

#[async_trait]
impl<C: Held> Desk for Pg<C> {
    async fn list(
        &mut self,
        filter: &OrderFilter,
        before: Option<OrderNumber>,
        limit: u32,
    ) -> Result<Vec<ListedOrder>, StoreError> {
        let before = before.map_or(i64::MAX, |number| number.0);
        let limit = i64::from(limit);
        let rows = match filter {
            OrderFilter::In(statuses) => {
                let words: Vec<&str> = statuses.iter().copied().map(Status::as_str).collect();
                // The newest of each status, so that a status with few orders costs no walk through all the others: asked for
                // between and in the order of its index, for a walk is what the planner chooses where it does not know which
                // status, nor how many.
                sqlx::query_as!(
                    Row,
                    r#"SELECT o.number AS "number!", o.status AS "status!", o.name, o.total AS "total!",
                              o.currency AS "currency!", o.placed_at AS "placed_at!", o.taken_name
                       FROM unnest($1::text[]) AS s (status)
                       CROSS JOIN LATERAL (SELECT * FROM orders
                                           WHERE status BETWEEN s.status AND s.status AND number < $2
                                           ORDER BY status, number DESC LIMIT 50) o
                       ORDER BY o.number DESC LIMIT $3"#,
                    &words as &[&str],
                    before,
                    limit,
                )
                .fetch_all(&mut *self.0)
                .await?
            }
            OrderFilter::Packed => {
                sqlx::query_as!(
                    Row,
                    "SELECT number, status, name, total, currency, placed_at, taken_name FROM orders
                     WHERE status = 'accepted' AND packed AND number < $1 ORDER BY number DESC LIMIT $2",
                    before,
                    limit,
                )
                .fetch_all(&mut *self.0)
                .await?
            }
            OrderFilter::Of(customer) => {
                sqlx::query_as!(
                    Row,
                    "SELECT number, status, name, total, currency, placed_at, taken_name FROM orders
                     WHERE customer = $1 AND number < $2 ORDER BY number DESC LIMIT $3",
                    customer.0,
                    before,
                    limit,
                )
                .fetch_all(&mut *self.0)
                .await?
            }
            OrderFilter::Placed(from, until) => {
                // Materialized: otherwise the planner may walk all orders from the newest to that day.
                sqlx::query_as!(
                    Row,
                    r#"WITH day AS MATERIALIZED (
                           SELECT * FROM orders WHERE placed_at >= $1 AND placed_at < $2 AND number < $3
                       )
                       SELECT number AS "number!", status AS "status!", name, total AS "total!",
                              currency AS "currency!", placed_at AS "placed_at!", taken_name
                       FROM day ORDER BY number DESC LIMIT $4"#,
                    from,
                    until,
                    before,
                    limit,
                )
                .fetch_all(&mut *self.0)
                .await?
            }
            OrderFilter::With(words) => {
                sqlx::query_as!(
                    Row,
                    r#"WITH found AS MATERIALIZED (
                           SELECT * FROM orders
                           WHERE lower(coalesce(name, '') || ' ' || coalesce(phone, '')) LIKE $1
                             AND lower(coalesce(name, '') || ' ' || coalesce(phone, '')) LIKE $2
                             AND lower(coalesce(name, '') || ' ' || coalesce(phone, '')) LIKE $3
                             AND number < $4
                       )
                       SELECT number AS "number!", status AS "status!", name, total AS "total!",
                              currency AS "currency!", placed_at AS "placed_at!", taken_name
                       FROM found ORDER BY number DESC LIMIT $5"#,
                    pattern(words, 0),
                    pattern(words, 1),
                    pattern(words, 2),
                    before,
                    limit,
                )
                .fetch_all(&mut *self.0)
                .await?
            }
        };
        rows.into_iter().map(Row::listed).collect()
    }

    async fn take(&mut self, order: OrderId, person: i64, name: &str) -> Result<bool, StoreError> {
        let done = sqlx::query!(
            "UPDATE orders SET taken_by = $2, taken_name = $3
             WHERE id = $1 AND taken_by IS NULL AND status IN ('placed', 'accepted', 'shipped')",
            order.0,
            person,
            name,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn put_back(&mut self, order: OrderId, person: i64) -> Result<bool, StoreError> {
        let done = sqlx::query!(
            "UPDATE orders SET taken_by = NULL, taken_name = NULL WHERE id = $1 AND taken_by = $2",
            order.0,
            person,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn pack(&mut self, order: OrderId, packed: bool) -> Result<bool, StoreError> {
        let done = sqlx::query!(
            "UPDATE orders SET packed = $2 WHERE id = $1 AND packed <> $2 AND status = 'accepted'",
            order.0,
            packed,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn annotate(&mut self, order: OrderId, note: &str) -> Result<bool, StoreError> {
        let done = sqlx::query!(
            "UPDATE orders SET staff_note = $2 WHERE id = $1 AND staff_note IS DISTINCT FROM $2",
            order.0,
            note,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn remind(&mut self, since: DateTime<Utc>, reminder: i16) -> Result<Vec<OrderId>, StoreError> {
        let ids = sqlx::query_scalar!(
            "UPDATE orders SET reminders = $2
             WHERE status = 'placed' AND placed_at < $1 AND reminders = $2::smallint - 1 RETURNING id",
            since,
            reminder,
        )
        .fetch_all(&mut *self.0)
        .await?;
        Ok(ids.into_iter().map(OrderId).collect())
    }
}
