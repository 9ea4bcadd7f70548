//! Changes of orders that the staff propose and the customer agrees to.
//!
//! Whatever touches an order locks its row first, so that a change and a step of the status come one after the other.

use super::amendment_row::AmendmentRow;
use super::link::Link;
use super::store::{Held, Pg};
use super::value::{int, money};
use crate::domain::{
    Actor, Amended, Amendment, AmendmentId, AmendmentState, CategoryId, CustomerId, Gist, Money, OrderId,
    ProductId, Shelved, SkuId,
};
use crate::repository::{Amending, Amendments, Closed, Closing, Proposal, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use sqlx::types::Json;
use uuid::Uuid;

/// Writes into the timeline of an order, whose row is locked, what became of a change.
async fn entry(
    db: &mut Link,
    order: Uuid,
    actor: &Actor,
    amended: &Amended,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    sqlx::query!(
        "INSERT INTO order_timeline (order_id, position, status, actor, amended, at)
         SELECT id, (SELECT coalesce(max(t.position), 0) + 1 FROM order_timeline t WHERE t.order_id = $1),
                status, $2, $3, $4
         FROM orders WHERE id = $1",
        order,
        Json(actor) as _,
        Json(amended) as _,
        at,
    )
    .execute(db)
    .await?;
    Ok(())
}

#[async_trait]
impl<C: Held> Amendments for Pg<C> {
    async fn draft(&mut self, order: OrderId) -> Result<(), StoreError> {
        sqlx::query!(
            "INSERT INTO order_amendments (order_id, state, pieces)
             SELECT id, 'draft', ARRAY(SELECT quantity FROM order_lines WHERE order_id = $1 ORDER BY position)
             FROM orders WHERE id = $1 AND status IN ('placed', 'accepted') AND customer IS NOT NULL
             ON CONFLICT DO NOTHING",
            order.0,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(())
    }

    async fn live(&mut self, order: OrderId) -> Result<Option<Amendment>, StoreError> {
        AmendmentRow::live(&mut self.0, order).await
    }

    async fn find(&mut self, id: AmendmentId) -> Result<Option<Amendment>, StoreError> {
        AmendmentRow::find(&mut self.0, id).await
    }

    async fn set_pieces(&mut self, id: AmendmentId, line: u32, pieces: u32) -> Result<bool, StoreError> {
        let done = sqlx::query!(
            "UPDATE order_amendments
             SET pieces[$2] = $3, version = version + (pieces[$2] <> $3)::integer
             WHERE id = $1 AND state = 'draft' AND $2 BETWEEN 1 AND cardinality(pieces)",
            id.0,
            int(line.saturating_add(1)),
            int(pieces),
        )
        .execute(&mut *self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn set_fee(&mut self, id: AmendmentId, fee: Option<Money>) -> Result<bool, StoreError> {
        let done = sqlx::query!(
            "UPDATE order_amendments
             SET fee = $2, version = version + (fee IS DISTINCT FROM $2)::integer
             WHERE id = $1 AND state = 'draft'",
            id.0,
            fee.map(Money::amount),
        )
        .execute(&mut *self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn shelves(&mut self, order: OrderId) -> Result<Vec<Shelved>, StoreError> {
        let rows = sqlx::query!(
            r#"SELECT l.sku, s.product, ARRAY_REMOVE(ARRAY[c.id, c.parent], NULL) AS "categories!"
               FROM order_lines l
               JOIN skus s ON s.id = l.sku
               JOIN products p ON p.id = s.product
               JOIN categories c ON c.id = p.category
               WHERE l.order_id = $1"#,
            order.0,
        )
        .fetch_all(&mut *self.0)
        .await?;
        let shelves = rows.into_iter().map(|row| Shelved {
            sku: SkuId(row.sku),
            product: ProductId(row.product),
            categories: row.categories.into_iter().map(CategoryId).collect(),
        });
        Ok(shelves.collect())
    }

    async fn short(&mut self, pieces: &[(SkuId, u32)]) -> Result<Vec<SkuId>, StoreError> {
        let skus: Vec<i64> = pieces.iter().map(|(sku, _)| sku.0).collect();
        let pieces: Vec<i32> = pieces.iter().map(|(_, pieces)| int(*pieces)).collect();
        let short = sqlx::query_scalar!(
            "SELECT s.id FROM unnest($1::bigint[], $2::integer[]) AS w (sku, pieces)
             JOIN skus s ON s.id = w.sku WHERE s.on_hand - s.reserved < w.pieces",
            &skus,
            &pieces,
        )
        .fetch_all(&mut *self.0)
        .await?;
        Ok(short.into_iter().map(SkuId).collect())
    }

    async fn propose(&mut self, proposal: &Proposal) -> Result<Option<(OrderId, CustomerId)>, StoreError> {
        let Proposal { id, version, requote, expires_at, actor, at } = proposal;
        let discounts: Vec<Decimal> = requote.discounts.iter().map(|part| part.amount()).collect();
        let totals = requote.totals;
        let row = sqlx::query!(
            r#"WITH held AS (
                   SELECT o.id, o.customer FROM orders o JOIN order_amendments a ON a.order_id = o.id
                   WHERE a.id = $1 AND o.status IN ('placed', 'accepted') AND o.customer IS NOT NULL
                   FOR UPDATE OF o
               )
               UPDATE order_amendments a
               SET state = 'open', discounts = $3, subtotal = $4, discount = $5, delivery = $6, total = $7,
                   keeps_promo = $8, gist = $9, expires_at = $10
               FROM held
               WHERE a.id = $1 AND a.order_id = held.id AND a.state = 'draft' AND a.version = $2
               RETURNING held.id, held.customer AS "customer!""#,
            id.0,
            version,
            &discounts,
            totals.subtotal.amount(),
            totals.discount.amount(),
            totals.delivery.amount(),
            totals.total.amount(),
            requote.keeps_promo,
            Json(&requote.gist) as _,
            expires_at,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let amended = Amended { outcome: AmendmentState::Open, gist: requote.gist.clone() };
        entry(&mut self.0, row.id, actor, &amended, *at).await?;
        Ok(Some((OrderId(row.id), CustomerId(row.customer))))
    }

    async fn agree(
        &mut self,
        id: AmendmentId,
        customer: CustomerId,
        at: DateTime<Utc>,
    ) -> Result<Option<Amending>, StoreError> {
        let agreed = sqlx::query!(
            r#"WITH held AS (
                   SELECT o.id FROM orders o JOIN order_amendments a ON a.order_id = o.id
                   WHERE a.id = $1 AND o.customer = $2 AND o.status IN ('placed', 'accepted')
                   FOR UPDATE OF o
               )
               UPDATE order_amendments a SET state = 'agreed' FROM held
               WHERE a.id = $1 AND a.order_id = held.id AND a.state = 'open' AND a.expires_at > $3
               RETURNING a.order_id, a.pieces, a.discounts AS "discounts!: Vec<Decimal>",
                         a.keeps_promo AS "keeps_promo!", a.gist AS "gist!: Json<Gist>""#,
            id.0,
            customer.0,
            at,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        let Some(agreed) = agreed else { return Ok(None) };
        let changed = sqlx::query!(
            r#"WITH wanted AS (
                   SELECT l.position, l.sku, l.quantity, w.pieces, w.discount
                   FROM (SELECT *, row_number() OVER (ORDER BY position) AS line
                         FROM order_lines WHERE order_id = $1) l
                   JOIN unnest($2::integer[], $3::numeric[]) WITH ORDINALITY AS w (pieces, discount, line)
                     ON w.line = l.line
               ), gone AS (
                   DELETE FROM order_lines l USING wanted w
                   WHERE l.order_id = $1 AND l.position = w.position AND w.pieces = 0
               ), kept AS (
                   UPDATE order_lines l SET quantity = w.pieces, discount = w.discount FROM wanted w
                   WHERE l.order_id = $1 AND l.position = w.position AND w.pieces > 0
               )
               SELECT sku, pieces - quantity AS "change!" FROM wanted WHERE pieces <> quantity"#,
            agreed.order_id,
            &agreed.pieces,
            &agreed.discounts,
        )
        .fetch_all(&mut *self.0)
        .await?;
        // A parcel with other things in it has to be packed again.
        let surplus = sqlx::query_scalar!(
            r#"WITH was AS (SELECT id, credit FROM orders WHERE id = $3)
             UPDATE orders o
             SET subtotal = a.subtotal, discount = a.discount, delivery = a.delivery, total = a.total,
                 credit = least(o.credit, a.total),
                 promo = CASE WHEN a.keeps_promo THEN o.promo END,
                 named_fee = o.named_fee OR a.fee IS NOT NULL, packed = o.packed AND $2
             FROM order_amendments a, was WHERE a.id = $1 AND o.id = a.order_id AND o.id = was.id
             RETURNING was.credit - o.credit AS "surplus!""#,
            id.0,
            changed.is_empty(),
            agreed.order_id,
        )
        .fetch_one(&mut *self.0)
        .await?;
        let amended = Amended { outcome: AmendmentState::Agreed, gist: agreed.gist.0 };
        entry(&mut self.0, agreed.order_id, &Actor::Customer, &amended, at).await?;
        Ok(Some(Amending {
            order: OrderId(agreed.order_id),
            pieces: changed.into_iter().map(|row| (SkuId(row.sku), row.change)).collect(),
            keeps_promo: agreed.keeps_promo,
            surplus: money(surplus)?,
        }))
    }

    async fn close(&mut self, closing: &Closing) -> Result<Option<Closed>, StoreError> {
        let Closing { id, to, actor, at, only_of } = closing;
        // A draft has no gist: the customer has never heard of it.
        let row = sqlx::query!(
            r#"WITH held AS (
                   SELECT o.id, o.customer FROM orders o JOIN order_amendments a ON a.order_id = o.id
                   WHERE a.id = $1 AND ($3::bigint IS NULL OR o.customer = $3)
                   FOR UPDATE OF o
               )
               UPDATE order_amendments a SET state = $2 FROM held
               WHERE a.id = $1 AND a.order_id = held.id
                 AND (a.state = 'open' OR (a.state = 'draft' AND $2 = 'withdrawn'))
               RETURNING a.order_id, held.customer, a.gist AS "gist: Json<Gist>""#,
            id.0,
            to.as_str(),
            only_of.map(|customer| customer.0),
        )
        .fetch_optional(&mut *self.0)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let was_open = row.gist.is_some();
        if let Some(gist) = row.gist {
            let amended = Amended { outcome: *to, gist: gist.0 };
            entry(&mut self.0, row.order_id, actor, &amended, *at).await?;
        }
        Ok(Some(Closed { order: OrderId(row.order_id), customer: row.customer.map(CustomerId), was_open }))
    }

    async fn end_with(&mut self, order: OrderId, actor: &Actor, at: DateTime<Utc>) -> Result<(), StoreError> {
        let gist = sqlx::query_scalar!(
            r#"UPDATE order_amendments SET state = 'withdrawn' WHERE order_id = $1 AND state IN ('draft', 'open')
               RETURNING gist AS "gist: Json<Gist>""#,
            order.0,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        if let Some(gist) = gist.flatten() {
            let amended = Amended { outcome: AmendmentState::Withdrawn, gist: gist.0 };
            entry(&mut self.0, order.0, actor, &amended, at).await?;
        }
        Ok(())
    }

    async fn due(&mut self, now: DateTime<Utc>, limit: u32) -> Result<Vec<AmendmentId>, StoreError> {
        let due = sqlx::query_scalar!(
            "SELECT id FROM order_amendments WHERE state = 'open' AND expires_at <= $1 ORDER BY expires_at LIMIT $2",
            now,
            i64::from(limit),
        )
        .fetch_all(&mut *self.0)
        .await?;
        Ok(due.into_iter().map(AmendmentId).collect())
    }
}
