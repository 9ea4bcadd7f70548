//! Store credit: a ledger per customer, and the balance that it comes to.
//!
//! Whoever changes a balance locks the customer first and the order after that, as placing an order does.

use super::store::{Held, Pg};
use super::value::money;
use crate::domain::{CreditChange, CreditEntry, CustomerId, Money, OrderId, OrderNumber};
use crate::repository::{Booked, Credit, NewCreditEntry, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

#[async_trait]
impl<C: Held> Credit for Pg<C> {
    async fn balance(&mut self, customer: CustomerId) -> Result<Money, StoreError> {
        let balance = sqlx::query_scalar!("SELECT balance FROM customers WHERE id = $1", customer.0)
            .fetch_optional(&mut *self.0)
            .await?;
        money(balance.unwrap_or_default())
    }

    async fn book(&mut self, entry: &NewCreditEntry) -> Result<Booked, StoreError> {
        let booked = sqlx::query!(
            r#"WITH holder AS MATERIALIZED (
                   SELECT id FROM customers WHERE id = $1 FOR NO KEY UPDATE
               ), entry AS (
                   INSERT INTO credit_ledger (customer, key, amount, reason, who, order_id, at)
                   SELECT id, $2, $3, $4, $5, $6, $7 FROM holder
                   ON CONFLICT (key) DO NOTHING
                   RETURNING customer, amount
               ), changed AS (
                   UPDATE customers c SET balance = c.balance + entry.amount
                   FROM entry WHERE c.id = entry.customer AND c.balance + entry.amount >= 0
                   RETURNING c.balance
               )
               SELECT EXISTS (SELECT FROM entry) AS "is_new!", (SELECT balance FROM changed) AS balance"#,
            entry.customer.0,
            entry.key,
            entry.change.signed(),
            entry.reason,
            entry.who,
            entry.order.map(|order| order.0),
            entry.at,
        )
        .fetch_one(&mut *self.0)
        .await?;
        self.0.regulars().forget(entry.customer).await;
        Ok(match (booked.is_new, booked.balance) {
            (true, Some(balance)) => Booked::Done(money(balance)?),
            (true, None) => Booked::Short,
            (false, _) => Booked::Already,
        })
    }

    async fn hold_owner(&mut self, order: OrderId) -> Result<(), StoreError> {
        sqlx::query!(
            "SELECT c.id FROM orders o JOIN customers c ON c.id = o.customer WHERE o.id = $1 FOR NO KEY UPDATE OF c",
            order.0,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(())
    }

    async fn give_back(&mut self, order: OrderId, at: DateTime<Utc>) -> Result<(), StoreError> {
        let owner = sqlx::query_scalar!(
            "WITH entry AS (
                 INSERT INTO credit_ledger (customer, key, amount, reason, order_id, at)
                 SELECT customer, 'back:' || id, credit, '', id, $2 FROM orders
                 WHERE id = $1 AND credit > 0 AND customer IS NOT NULL
                 ON CONFLICT (key) DO NOTHING
                 RETURNING customer, amount
             )
             UPDATE customers c SET balance = c.balance + entry.amount
             FROM entry WHERE c.id = entry.customer
             RETURNING c.id",
            order.0,
            at,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        if let Some(owner) = owner {
            self.0.regulars().forget(CustomerId(owner)).await;
        }
        Ok(())
    }

    async fn latest(&mut self, customer: CustomerId, limit: u32) -> Result<Vec<CreditEntry>, StoreError> {
        let rows = sqlx::query!(
            r#"SELECT l.amount, l.reason, l.who, l.at, o.number AS "number?"
               FROM credit_ledger l LEFT JOIN orders o ON o.id = l.order_id
               WHERE l.customer = $1 ORDER BY l.id DESC LIMIT $2"#,
            customer.0,
            i64::from(limit),
        )
        .fetch_all(&mut *self.0)
        .await?;
        let entries = rows.into_iter().map(|row| CreditEntry {
            change: CreditChange::of(row.amount),
            reason: row.reason,
            who: row.who,
            order: row.number.map(OrderNumber),
            at: row.at,
        });
        Ok(entries.collect())
    }
}
