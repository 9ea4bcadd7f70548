//! Orders, their lines and timelines.

use super::order_row::OrderRow;
use super::slots::minutes;
use super::store::{Held, Pg};
use super::value::{currency, int, money, offset, page, status};
use crate::domain::{
    Actor, Bounded, ChatId, CustomerId, Fulfilment, MessageId, Order, OrderId, OrderNumber, Texts,
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
        // A second press that comes while the first is not committed waits here, and then finds the order.
        let number = sqlx::query_scalar!(
            r#"WITH placed AS (
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
                   ON CONFLICT (id) DO NOTHING
                   RETURNING id, number
               ), lines AS (
                   INSERT INTO order_lines (order_id, position, sku, names, options, quantity, price, discount)
                   SELECT placed.id, l.position, l.sku, l.names, l.options, l.quantity, l.price, l.discount
                   FROM placed, unnest($18::bigint[], $19::jsonb[], $20::jsonb[], $21::integer[], $22::numeric[],
                                       $23::numeric[]) WITH ORDINALITY
                                AS l (sku, names, options, quantity, price, discount, position)
               ), entry AS (
                   INSERT INTO order_timeline (order_id, position, status, actor, at)
                   SELECT id, 1, 'placed', $24, $17 FROM placed
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

    async fn number(&mut self, id: OrderId) -> Result<Option<OrderNumber>, StoreError> {
        let number = sqlx::query_scalar!("SELECT number FROM orders WHERE id = $1", id.0)
            .fetch_optional(&mut *self.0)
            .await?;
        Ok(number.map(OrderNumber))
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
