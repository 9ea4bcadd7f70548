//! Tables that the staff take out of the shop.

use super::store::{Held, Pg};
use super::value::{count, currency, elements, money, status};
use crate::domain::{CustomerId, Lang, OrderNumber, Totals};
use crate::repository::{After, ExportedCustomer, ExportedLine, ExportedOrder, Exports, Moments, StoreError};
use async_trait::async_trait;

#[async_trait]
impl<C: Held> Exports for Pg<C> {
    async fn orders(
        &mut self,
        (from, until): Moments,
        after: Option<After>,
        limit: u32,
    ) -> Result<Vec<ExportedOrder>, StoreError> {
        let (moment, number) = after.unwrap_or((until, i64::MIN));
        let rows = sqlx::query!(
            r#"SELECT o.number, o.placed_at, o.status, o.customer, o.name, o.phone, o.address, o.pickup, o.note,
                      o.subtotal, o.discount, o.delivery, o.total, o.credit, o.currency, o.promo, o.taken_name,
                      (SELECT jsonb_agg(jsonb_build_object(
                                  'code', s.sku, 'names', l.names, 'options', l.options, 'quantity', l.quantity)
                                  ORDER BY l.position)
                       FROM order_lines l JOIN skus s ON s.id = l.sku WHERE l.order_id = o.id) AS "lines!"
               FROM orders o
               WHERE o.placed_at >= $1 AND o.placed_at <= $2 AND (o.placed_at, o.number) < ($2, $3)
               ORDER BY o.placed_at DESC, o.number DESC LIMIT $4"#,
            from,
            moment,
            number,
            i64::from(limit),
        )
        .fetch_all(&mut *self.0)
        .await?;
        let orders = rows.into_iter().map(|row| {
            Ok(ExportedOrder {
                number: OrderNumber(row.number),
                placed_at: row.placed_at,
                status: status(&row.status)?,
                customer: row.customer.map(CustomerId),
                name: row.name,
                phone: row.phone,
                address: row.address,
                pickup: row.pickup,
                note: row.note,
                lines: elements::<ExportedLine>(row.lines)?,
                totals: Totals {
                    subtotal: money(row.subtotal)?,
                    discount: money(row.discount)?,
                    delivery: money(row.delivery)?,
                    total: money(row.total)?,
                    credit: money(row.credit)?,
                },
                currency: currency(&row.currency)?,
                promo: row.promo,
                taken_by: row.taken_name,
            })
        });
        orders.collect()
    }

    async fn customers(
        &mut self,
        (from, until): Moments,
        after: Option<After>,
        limit: u32,
    ) -> Result<Vec<ExportedCustomer>, StoreError> {
        let (moment, id) = after.unwrap_or((until, i64::MIN));
        let rows = sqlx::query!(
            r#"SELECT c.id AS "id!", coalesce(c.name, c.telegram_name) AS "name!", c.username, c.phone,
                      coalesce(c.lang, c.telegram_lang) AS lang, c.created_at AS "created_at!", c.seen_at AS "seen_at!",
                      c.wants_broadcasts AS "wants_broadcasts!", c.banned AS "banned!", c.balance AS "balance!", o.orders AS "orders!", o.revenue AS "revenue!", o.last_order
               FROM (SELECT * FROM customers
                     WHERE created_at >= $1 AND created_at <= $2 AND (created_at, id) < ($2, $3)
                     ORDER BY created_at DESC, id DESC LIMIT $4) c
               CROSS JOIN LATERAL (
                   SELECT count(*) AS orders, coalesce(sum(total), 0) AS revenue, max(placed_at) AS last_order
                   FROM orders WHERE customer = c.id AND status NOT IN ('rejected', 'cancelled')) o
               ORDER BY c.created_at DESC, c.id DESC"#,
            from,
            moment,
            id,
            i64::from(limit),
        )
        .fetch_all(&mut *self.0)
        .await?;
        let customers = rows.into_iter().map(|row| {
            Ok(ExportedCustomer {
                id: CustomerId(row.id),
                name: row.name,
                username: row.username,
                phone: row.phone,
                lang: row.lang.as_deref().and_then(Lang::parse),
                since: row.created_at,
                seen_at: row.seen_at,
                orders: count(row.orders),
                revenue: money(row.revenue)?,
                last_order: row.last_order,
                wants_broadcasts: row.wants_broadcasts,
                banned: row.banned,
                balance: money(row.balance)?,
            })
        });
        customers.collect()
    }
}
