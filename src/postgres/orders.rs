//! Orders, their lines and timelines.

use super::order_row::OrderRow;
use super::slots::minutes;
use super::store::{Held, Pg};
use super::value::{currency, int, money, offset, page, status};
use crate::domain::{
    Actor, Bounded, ChatId, CustomerId, Fulfilment, MessageId, Notice, Order, OrderId, OrderNumber, Reached,
    Receipt, Texts,
};
use crate::repository::{Advance, Advanced, NewOrder, OrderSummary, Orders, Page, StoreError};
use async_trait::async_trait;
use rust_decimal::Decimal;
use sqlx::types::Json;

#[async_trait]
impl<C: Held> Orders for Pg<C> {
    async fn add(&mut self, order: &NewOrder) -> Result<Option<OrderNumber>, StoreError> {
        let destination = match &order.fulfilment {
            Fulfilment::Delivery(destination) => Some(destination),
            Fulfilment::Pickup => None,
        };
        let (lat, lon) = destination.and_then(|destination| destination.point).unzip();
        let (from, until) = order.slot.map(minutes).unzip();
        let skus: Vec<i64> = order.lines.iter().map(|line| line.sku.0).collect();
        let names: Vec<Json<&Texts>> = order.lines.iter().map(|line| Json(&line.names)).collect();
        let options: Vec<Json<&Texts>> = order.lines.iter().map(|line| Json(&line.options)).collect();
        let quantities: Vec<i32> = order.lines.iter().map(|line| int(line.quantity)).collect();
        let prices: Vec<Decimal> = order.lines.iter().map(|line| line.price.amount()).collect();
        let discounts: Vec<Decimal> = order.lines.iter().map(|line| line.discount.amount()).collect();
        let card = order.staff.map(|_| Notice::StaffCard { order: order.id });
        // The pieces are as whoever held them before has left them, and stay so until the end: `locked` waits for their
        // rows, in the order in which all do (`stock`). A second press that comes while the first is not committed waits
        // as well, and then finds the order.
        let number = sqlx::query_scalar!(
            r#"WITH wanted AS (
                   SELECT sku, sum(pieces)::integer AS pieces
                   FROM unnest($18::bigint[], $21::integer[]) AS w (sku, pieces) GROUP BY sku
               ), locked AS MATERIALIZED (
                   SELECT id, on_hand - reserved AS available FROM skus
                   WHERE id = ANY ($18) ORDER BY id FOR NO KEY UPDATE
               ), placed AS (
                   INSERT INTO orders (id, customer, status, name, phone, lang, pickup, address, lat, lon, note,
                                       currency, subtotal, discount, delivery, total, promo, placed_at, zone,
                                       slot_day, slot_from, slot_until, credit)
                   SELECT $1, $2, 'placed', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $25,
                          $26, $27, $28, $29
                   WHERE ($30::integer = 0 OR $30 > (
                             SELECT count(*) FROM orders o
                             WHERE o.customer = $2 AND o.status IN ('placed', 'accepted', 'shipped')
                               AND o.credit < o.total))
                     AND ($31::integer = 0 OR EXISTS (SELECT FROM customers WHERE id = $2 AND no_shows < $31))
                     AND (NOT $32::boolean OR EXISTS (SELECT FROM customers WHERE id = $2 AND verified_phone = $4))
                     AND NOT EXISTS (SELECT FROM wanted LEFT JOIN locked ON locked.id = wanted.sku
                                     WHERE coalesce(locked.available, 0) < wanted.pieces)
                   ON CONFLICT (id) DO NOTHING
                   RETURNING id, number
               ), reserved AS (
                   UPDATE skus SET reserved = skus.reserved + wanted.pieces
                   FROM placed, wanted WHERE skus.id = wanted.sku
               ), lines AS (
                   INSERT INTO order_lines (order_id, position, sku, names, options, quantity, price, discount)
                   SELECT placed.id, l.position, l.sku, l.names, l.options, l.quantity, l.price, l.discount
                   FROM placed, unnest($18::bigint[], $19::jsonb[], $20::jsonb[], $21::integer[], $22::numeric[],
                                       $23::numeric[]) WITH ORDINALITY
                                AS l (sku, names, options, quantity, price, discount, position)
               ), entry AS (
                   INSERT INTO order_timeline (order_id, position, status, actor, at)
                   SELECT id, 1, 'placed', $24, $17 FROM placed
               ), visit AS (
                   INSERT INTO visits AS v (customer, day, reached) SELECT $2, $33, $34 FROM placed
                   ON CONFLICT (customer, day) DO UPDATE SET reached = excluded.reached
                   WHERE v.reached < excluded.reached
               ), card AS (
                   INSERT INTO outbox (chat_id, urgency, coalesce_key, notice, created_at)
                   SELECT $35, $36, $37, $38, $17 FROM placed WHERE $35::bigint IS NOT NULL
               )
               SELECT number FROM placed"#,
            order.id.0,
            order.customer.0,
            order.name.as_str(),
            order.phone.as_str(),
            order.lang.code(),
            destination.is_none(),
            destination.map(|destination| destination.address.as_str()),
            lat,
            lon,
            order.note.as_ref().map(Bounded::as_str),
            order.currency.code(),
            order.totals.subtotal.amount(),
            order.totals.discount.amount(),
            order.totals.delivery.amount(),
            order.totals.total.amount(),
            order.promo.as_ref().map(|code| code.as_str()),
            order.at,
            &skus,
            &names as _,
            &options as _,
            &quantities,
            &prices,
            &discounts,
            Json(&Actor::Customer) as _,
            order.zone.as_deref(),
            order.slot.map(|slot| slot.day),
            from,
            until,
            order.totals.credit.amount(),
            int(order.guard.most_open),
            int(order.guard.most_no_shows),
            order.guard.verified_phone,
            order.day,
            Reached::Order as i16,
            order.staff.map(|chat| chat.0),
            card.as_ref().map(|card| card.urgency() as i16),
            card.as_ref().and_then(Notice::coalesce_key),
            card.as_ref().map(Json) as _,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(number.map(OrderNumber))
    }

    async fn find(&mut self, id: OrderId) -> Result<Option<Order>, StoreError> {
        OrderRow::find(&mut self.0, Some(id), None).await?.map(OrderRow::order).transpose()
    }

    async fn find_by_number(&mut self, number: OrderNumber) -> Result<Option<Order>, StoreError> {
        OrderRow::find(&mut self.0, None, Some(number)).await?.map(OrderRow::order).transpose()
    }

    async fn of_customer(
        &mut self,
        customer: CustomerId,
        number: u32,
        size: u32,
    ) -> Result<Page<OrderSummary>, StoreError> {
        let rows = sqlx::query!(
            r#"SELECT id, number, status, total, currency, placed_at,
                      (SELECT count(*) FROM orders WHERE customer = $1) AS "count!"
               FROM orders WHERE customer = $1
               ORDER BY number DESC
               LIMIT $2 OFFSET least($3, (SELECT greatest(count(*) - 1, 0) FROM orders WHERE customer = $1) / $2 * $2)"#,
            customer.0,
            i64::from(size),
            offset(number, size),
        )
        .fetch_all(&mut *self.0)
        .await?;
        let count = rows.first().map_or(0, |row| row.count);
        let orders = rows.into_iter().map(|row| {
            Ok(OrderSummary {
                id: OrderId(row.id),
                number: OrderNumber(row.number),
                status: status(&row.status)?,
                total: money(row.total)?,
                currency: currency(&row.currency)?,
                placed_at: row.placed_at,
            })
        });
        Ok(page(orders.collect::<Result<_, StoreError>>()?, number, size, count))
    }

    async fn receipt(&mut self, id: OrderId, customer: CustomerId) -> Result<Option<Receipt>, StoreError> {
        let row = sqlx::query!(
            "SELECT number, total, credit, currency FROM orders WHERE id = $1 AND customer = $2",
            id.0,
            customer.0,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        row.map(|row| {
            Ok(Receipt {
                order: id,
                number: OrderNumber(row.number),
                total: money(row.total)?,
                credit: money(row.credit)?,
                currency: currency(&row.currency)?,
            })
        })
        .transpose()
    }

    async fn advance(&mut self, step: &Advance) -> Result<Option<Advanced>, StoreError> {
        // The end of an order is also the end of what it still knew of a customer who was forgotten.
        let moved = sqlx::query!(
            "UPDATE orders SET status = $3,
                 name = CASE WHEN customer IS NULL AND $4 THEN NULL ELSE name END,
                 phone = CASE WHEN customer IS NULL AND $4 THEN NULL ELSE phone END,
                 address = CASE WHEN customer IS NULL AND $4 THEN NULL ELSE address END,
                 lat = CASE WHEN customer IS NULL AND $4 THEN NULL ELSE lat END,
                 lon = CASE WHEN customer IS NULL AND $4 THEN NULL ELSE lon END,
                 note = CASE WHEN customer IS NULL AND $4 THEN NULL ELSE note END,
                 staff_note = CASE WHEN customer IS NULL AND $4 THEN NULL ELSE staff_note END
             WHERE id = $1 AND status = $2 AND ($5::bigint IS NULL OR customer = $5) AND (packed OR NOT $6)
             RETURNING customer",
            step.order.0,
            step.from.as_str(),
            step.to.as_str(),
            step.to.is_final(),
            step.only_of.map(|customer| customer.0),
            step.only_packed,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        let Some(moved) = moved else { return Ok(None) };
        // In a statement of its own, which sees what was written while the first one waited for the order's row.
        sqlx::query!(
            "INSERT INTO order_timeline (order_id, position, status, actor, note, at)
             SELECT $1, coalesce(max(position), 0) + 1, $2, $3, $4, $5 FROM order_timeline WHERE order_id = $1",
            step.order.0,
            step.to.as_str(),
            Json(&step.actor) as _,
            step.note.as_deref(),
            step.at,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(Some(Advanced { customer: moved.customer.map(CustomerId) }))
    }

    async fn set_card(&mut self, order: OrderId, chat: ChatId, message: MessageId) -> Result<(), StoreError> {
        sqlx::query!(
            "UPDATE orders SET card_chat = $2, card_message = $3 WHERE id = $1",
            order.0,
            chat.0,
            message.0
        )
        .execute(&mut *self.0)
        .await?;
        Ok(())
    }

    async fn of_card(&mut self, chat: ChatId, message: MessageId) -> Result<Option<OrderId>, StoreError> {
        let id = sqlx::query_scalar!(
            "SELECT id FROM orders WHERE card_chat = $1 AND card_message = $2",
            chat.0,
            message.0
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(id.map(OrderId))
    }
}
