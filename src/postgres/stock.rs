//! Stock: reserved when an order is placed (by the statement that writes the order), consumed when it is shipped, released
//! when it is called off, and back again when nobody took it.
//!
//! Every statement locks its rows in id order first, so that orders whose carts overlap wait for each other
//! instead of for ever.

use super::link::Link;
use super::value::count;
use crate::domain::{OrderId, SkuId, StockEffect};
use crate::repository::{Drift, StoreError};
use chrono::{DateTime, Utc};

/// Reserves more pieces (positive) and releases some (negative); returns the SKUs that have too few.
pub(super) async fn shift(db: &mut Link, changes: &[(SkuId, i32)]) -> Result<Vec<SkuId>, StoreError> {
    let skus: Vec<i64> = changes.iter().map(|(sku, _)| sku.0).collect();
    let quantities: Vec<i32> = changes.iter().map(|(_, change)| *change).collect();
    // `locked` waits for whoever holds a row and then shows its newest version, which stays until the
    // transaction ends: what is decided on it holds.
    let short = sqlx::query_scalar!(
        r#"WITH wanted AS (
               SELECT sku, sum(pieces)::integer AS pieces
               FROM unnest($1::bigint[], $2::integer[]) AS w (sku, pieces) GROUP BY sku
           ), locked AS MATERIALIZED (
               SELECT id, on_hand - reserved AS available FROM skus
               WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE
           ), taken AS (
               UPDATE skus SET reserved = skus.reserved + wanted.pieces
               FROM wanted JOIN locked ON locked.id = wanted.sku
               WHERE skus.id = wanted.sku AND (wanted.pieces <= 0 OR locked.available >= wanted.pieces)
               RETURNING skus.id
           )
           SELECT sku AS "sku!" FROM wanted WHERE sku NOT IN (SELECT id FROM taken)"#,
        &skus,
        &quantities,
    )
    .fetch_all(db)
    .await?;
    Ok(short.into_iter().map(SkuId).collect())
}

/// Ends the reservation of an order.
pub(super) async fn settle(db: &mut Link, order: OrderId, effect: StockEffect) -> Result<(), StoreError> {
    let leaves = match effect {
        StockEffect::Keep | StockEffect::Return => return Ok(()),
        StockEffect::Consume => true,
        StockEffect::Release => false,
    };
    sqlx::query!(
        r#"WITH held AS (
               SELECT sku, sum(quantity)::integer AS pieces FROM order_lines WHERE order_id = $1 GROUP BY sku
           ), locked AS MATERIALIZED (
               SELECT id FROM skus WHERE id IN (SELECT sku FROM held) ORDER BY id FOR NO KEY UPDATE
           )
           UPDATE skus SET reserved = skus.reserved - held.pieces,
                           on_hand = skus.on_hand - CASE WHEN $2 THEN held.pieces ELSE 0 END
           FROM held JOIN locked ON locked.id = held.sku
           WHERE skus.id = held.sku"#,
        order.0,
        leaves,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Puts the pieces of an order on the shelf again.
pub(super) async fn take_back(
    db: &mut Link,
    order: OrderId,
    who: &str,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    sqlx::query!(
        r#"WITH sent AS (
               SELECT sku, sum(quantity)::integer AS pieces FROM order_lines WHERE order_id = $1 GROUP BY sku
           ), locked AS MATERIALIZED (
               SELECT id FROM skus WHERE id IN (SELECT sku FROM sent) ORDER BY id FOR NO KEY UPDATE
           ), back AS (
               UPDATE skus SET on_hand = skus.on_hand + sent.pieces
               FROM sent JOIN locked ON locked.id = sent.sku
               WHERE skus.id = sent.sku
               RETURNING skus.id, sent.pieces, skus.on_hand
           )
           INSERT INTO stock_ledger (sku, change, on_hand, who, order_id, at)
           SELECT id, pieces, on_hand, $2, $1, $3 FROM back"#,
        order.0,
        who,
        at,
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Compares reservations with open orders, in one snapshot.
pub(super) async fn drift(db: &mut Link) -> Result<Vec<Drift>, StoreError> {
    let rows = sqlx::query!(
        r#"SELECT s.id, s.sku, s.reserved, coalesce(o.pieces, 0) AS "ordered!"
           FROM skus s
           LEFT JOIN (SELECT l.sku, sum(l.quantity)::bigint AS pieces
                      FROM orders o JOIN order_lines l ON l.order_id = o.id
                      WHERE o.status IN ('placed', 'accepted') GROUP BY l.sku) o ON o.sku = s.id
           WHERE s.reserved <> coalesce(o.pieces, 0)
           ORDER BY s.id"#
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Drift {
            sku: SkuId(row.id),
            code: row.sku,
            reserved: count(row.reserved),
            ordered: count(row.ordered),
        })
        .collect())
}
