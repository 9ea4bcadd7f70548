//! Carts.

use super::cart_row::{lines, lines_of};
use super::link::Link;
use super::store::{Held, Pg};
use super::value::{JsonTexts, count, int, money};
use crate::domain::{
    Bounded, CartLine, CartRefusal, CategoryId, CustomerId, Fulfilment, MAX_CART_LINES, MAX_PER_LINE, Money,
    OrderId, Placing, ProductId, Reached, SkuId, Texts, UpdateId,
};
use crate::repository::{Carts, FilledAt, LeftBehind, StoreError, TakenCart};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

#[async_trait]
impl<C: Held> Carts for Pg<C> {
    async fn lines(&mut self, customer: CustomerId) -> Result<Vec<CartLine>, StoreError> {
        lines!(lines_of!("", "", "cart_lines", customer.0).fetch_all(&mut *self.0).await?)
    }

    async fn lines_and_credit(&mut self, customer: CustomerId) -> Result<(Vec<CartLine>, Money), StoreError> {
        let rows = lines_of!(
            "",
            r#"(SELECT balance FROM customers WHERE id = $1) AS "balance!","#,
            "cart_lines",
            customer.0
        )
        .fetch_all(&mut *self.0)
        .await?;
        let credit = money(rows.first().map(|row| row.balance).unwrap_or_default())?;
        Ok((lines!(rows)?, credit))
    }

    async fn take(
        &mut self,
        customer: CustomerId,
        placing: &Placing,
        now: DateTime<Utc>,
    ) -> Result<TakenCart, StoreError> {
        let destination = match &placing.fulfilment {
            Fulfilment::Delivery(destination) => Some(destination),
            Fulfilment::Pickup => None,
        };
        let (lat, lon) = destination.and_then(|destination| destination.point).unzip();
        // The customer first: whoever else takes their cart waits there, and then finds nothing in it.
        let rows = lines_of!(
            "WITH held AS (
                 UPDATE customers SET name = nullif($3, telegram_name), phone = $4 WHERE id = $1
                 RETURNING id, balance
             ), forgotten AS (
                 DELETE FROM addresses WHERE customer = $1 AND id IN (
                     SELECT id FROM addresses WHERE customer = $1 AND address <> $5
                     ORDER BY used_at DESC, id DESC OFFSET 4)
             ), remembered AS (
                 INSERT INTO addresses (customer, address, lat, lon, used_at)
                 SELECT id, $5, $6, $7, $8 FROM held WHERE $5 IS NOT NULL
                 ON CONFLICT (customer, address) DO UPDATE
                 SET used_at = excluded.used_at, lat = excluded.lat, lon = excluded.lon
             ), taken AS (
                 DELETE FROM cart_lines c USING held
                 WHERE c.customer = held.id AND NOT EXISTS (SELECT FROM orders WHERE id = $2)
                 RETURNING c.*
             ) ",
            r#"(SELECT balance FROM held) AS "balance!", (SELECT version FROM settings_version) AS "settings!","#,
            "taken",
            customer.0,
            placing.order.0,
            placing.name.as_str(),
            placing.phone.as_str(),
            destination.map(|destination| destination.address.as_str()),
            lat,
            lon,
            now
        )
        .fetch_all(&mut *self.0)
        .await?;
        self.0.regulars().forget(customer).await;
        let balance = money(rows.first().map(|row| row.balance).unwrap_or_default())?;
        let settings = rows.first().map(|row| row.settings);
        Ok(TakenCart { lines: lines!(rows)?, balance, settings })
    }

    async fn add(
        &mut self,
        customer: CustomerId,
        sku: SkuId,
        quantity: u32,
        key: UpdateId,
        at: FilledAt,
    ) -> Result<Result<Vec<CartLine>, CartRefusal>, StoreError> {
        // The last 8 keys of a line are plenty: a repetition comes within minutes, from a card that is still
        // on the screen. Counting the lines needs no lock: a customer's updates come one after the other.
        let rows = lines_of!(
            r#"WITH offered AS (
                   SELECT s.id, s.price, least(s.on_hand - s.reserved, $6) AS most,
                          c.sku IS NULL AND $7 <= (SELECT count(*) FROM cart_lines WHERE customer = $1) AS "full",
                          coalesce(c.keys @> ARRAY[$4::bigint], false) AS known
                   FROM skus s
                   JOIN products p ON p.id = s.product
                   LEFT JOIN cart_lines c ON c.customer = $1 AND c.sku = s.id
                   WHERE s.id = $2 AND s.visible AND p.visible AND p.category IN (SELECT id FROM open_categories)
               ), added AS (
                   INSERT INTO cart_lines AS c (customer, sku, quantity, seen_price, keys, added_at, touched_at)
                   SELECT $1, id, $3, price, ARRAY[$4::bigint], $5, $5 FROM offered
                   WHERE $3 <= most AND $3 > 0 AND NOT "full"
                   ON CONFLICT (customer, sku) DO UPDATE
                   SET quantity = c.quantity + excluded.quantity, seen_price = excluded.seen_price,
                       keys = (excluded.keys || c.keys)[1:8], touched_at = excluded.touched_at, reminded = false
                   WHERE NOT c.keys @> excluded.keys
                     AND c.quantity + excluded.quantity <= (SELECT most FROM offered)
                   RETURNING customer, sku, quantity, seen_price, added_at
               ), visit AS (
                   INSERT INTO visits AS v (customer, day, reached) SELECT $1, $8, $9 FROM added
                   ON CONFLICT (customer, day) DO UPDATE SET reached = excluded.reached
                   WHERE v.reached < excluded.reached
               ), cart AS (
                   SELECT * FROM added
                   UNION ALL
                   SELECT customer, sku, quantity, seen_price, added_at FROM cart_lines
                   WHERE customer = $1 AND (sku <> $2 AND EXISTS (SELECT FROM added) OR (SELECT known FROM offered))
               ) "#,
            "",
            "cart",
            customer.0,
            sku.0,
            int(quantity),
            key.0,
            at.now,
            int(MAX_PER_LINE),
            i64::from(MAX_CART_LINES),
            at.day,
            Reached::Cart as i16
        )
        .fetch_all(&mut *self.0)
        .await?;
        match rows.is_empty() {
            true => Ok(Err(why_not_added(&mut self.0, customer, sku).await?)),
            false => Ok(Ok(lines!(rows)?)),
        }
    }

    async fn set(
        &mut self,
        customer: CustomerId,
        sku: SkuId,
        quantity: u32,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        if quantity == 0 {
            sqlx::query!("DELETE FROM cart_lines WHERE customer = $1 AND sku = $2", customer.0, sku.0)
                .execute(&mut *self.0)
                .await?;
        } else {
            sqlx::query!(
                "UPDATE cart_lines c SET quantity = $3, seen_price = s.price, touched_at = $4, reminded = false
                 FROM skus s WHERE s.id = c.sku AND c.customer = $1 AND c.sku = $2",
                customer.0,
                sku.0,
                int(quantity.min(MAX_PER_LINE)),
                now,
            )
            .execute(&mut *self.0)
            .await?;
        }
        Ok(())
    }

    async fn refill(
        &mut self,
        customer: CustomerId,
        order: OrderId,
        at: FilledAt,
    ) -> Result<Option<Vec<Texts>>, StoreError> {
        let rows = sqlx::query!(
            r#"WITH ordered AS (
                   SELECT l.sku, min(l.position) AS position, sum(l.quantity)::integer AS quantity,
                          (array_agg(l.names ORDER BY l.position))[1] AS names
                   FROM orders o
                   JOIN order_lines l ON l.order_id = o.id
                   WHERE o.id = $2 AND o.customer = $1
                   GROUP BY l.sku
               ), offered AS (
                   SELECT o.*, s.price, c.sku IS NULL AS is_new,
                          least(o.quantity, $4,
                                CASE WHEN p.visible AND s.visible AND p.category IN (SELECT id FROM open_categories)
                                     THEN s.on_hand - s.reserved ELSE 0 END) AS most
                   FROM ordered o
                   JOIN skus s ON s.id = o.sku
                   JOIN products p ON p.id = s.product
                   LEFT JOIN cart_lines c ON c.customer = $1 AND c.sku = o.sku
               ), wanted AS (
                   -- What takes a new line, as far as the cart has lines left.
                   SELECT sku, position, names, quantity, price,
                          CASE WHEN is_new AND count(*) FILTER (WHERE is_new AND most > 0) OVER (ORDER BY position)
                                               > $5 - (SELECT count(*) FROM cart_lines WHERE customer = $1)
                               THEN 0 ELSE most END AS possible
                   FROM offered
               ), put AS (
                   INSERT INTO cart_lines (customer, sku, quantity, seen_price, keys, added_at, touched_at)
                   -- In the order of then: carts are sorted by time.
                   SELECT $1, sku, possible, price, '{}', $3::timestamptz + position * interval '1 microsecond', $3
                   FROM wanted WHERE possible > 0
                   ON CONFLICT (customer, sku) DO UPDATE
                   SET quantity = excluded.quantity, seen_price = excluded.seen_price,
                       touched_at = excluded.touched_at, reminded = false
                   RETURNING 1
               ), visit AS (
                   INSERT INTO visits AS v (customer, day, reached) SELECT $1, $6, $7 WHERE EXISTS (SELECT FROM put)
                   ON CONFLICT (customer, day) DO UPDATE SET reached = excluded.reached
                   WHERE v.reached < excluded.reached
               )
               SELECT names AS "names!: JsonTexts", possible < quantity AS "short!" FROM wanted ORDER BY position"#,
            customer.0,
            order.0,
            at.now,
            int(MAX_PER_LINE),
            i64::from(MAX_CART_LINES),
            at.day,
            Reached::Cart as i16,
        )
        .fetch_all(&mut *self.0)
        .await?;
        let known = !rows.is_empty();
        Ok(known.then(|| rows.into_iter().filter(|row| row.short).map(|row| row.names.0).collect()))
    }

    async fn left_behind(&mut self, left: &LeftBehind, limit: u32) -> Result<Vec<CustomerId>, StoreError> {
        // Lines are looked at once, whatever comes of it: a cart that was changed later comes again with its later lines.
        // Whoever two instances look at at the same time is told by the one whose content is written first.
        let customers = sqlx::query_scalar!(
            r#"WITH due AS MATERIALIZED (
                   SELECT customer, sku FROM cart_lines
                   WHERE NOT reminded AND touched_at > $2 AND touched_at <= $1
                   ORDER BY touched_at LIMIT $4 FOR UPDATE SKIP LOCKED
               ), looked AS (
                   UPDATE cart_lines l SET reminded = true FROM due
                   WHERE l.customer = due.customer AND l.sku = due.sku RETURNING l.customer
               ), carts AS (
                   SELECT l.customer, max(l.touched_at) AS touched_at,
                          string_agg(l.sku || 'x' || l.quantity, ' ' ORDER BY l.sku) AS content
                   FROM cart_lines l WHERE l.customer IN (SELECT customer FROM looked) GROUP BY l.customer
               )
               INSERT INTO cart_reminders AS r (customer, content, at)
               SELECT k.customer, k.content, $3 FROM carts k JOIN customers c ON c.id = k.customer
               WHERE k.touched_at <= $1 AND c.wants_broadcasts AND NOT c.banned AND c.unreachable_at IS NULL
                 AND NOT EXISTS (SELECT FROM orders o
                                 WHERE o.customer = k.customer AND o.placed_at >= k.touched_at)
               ORDER BY k.customer
               ON CONFLICT (customer) DO UPDATE SET content = excluded.content, at = excluded.at
               WHERE r.content <> excluded.content
               RETURNING customer"#,
            left.since,
            left.not_before,
            left.now,
            i64::from(limit),
        )
        .fetch_all(&mut *self.0)
        .await?;
        Ok(customers.into_iter().map(CustomerId).collect())
    }

    async fn clear(&mut self, customer: CustomerId) -> Result<(), StoreError> {
        sqlx::query!("DELETE FROM cart_lines WHERE customer = $1", customer.0).execute(&mut *self.0).await?;
        Ok(())
    }
}

/// Why nothing was added to a cart.
async fn why_not_added(db: &mut Link, customer: CustomerId, sku: SkuId) -> Result<CartRefusal, StoreError> {
    let row = sqlx::query!(
        r#"SELECT least(s.on_hand - s.reserved, $3) AS "most!", coalesce(c.quantity, 0) AS "in_cart!",
                  c.sku IS NULL AND $4 <= (SELECT count(*) FROM cart_lines WHERE customer = $1) AS "full!"
           FROM skus s
           JOIN products p ON p.id = s.product
           LEFT JOIN cart_lines c ON c.customer = $1 AND c.sku = s.id
           WHERE s.id = $2 AND s.visible AND p.visible AND p.category IN (SELECT id FROM open_categories)"#,
        customer.0,
        sku.0,
        int(MAX_PER_LINE),
        i64::from(MAX_CART_LINES),
    )
    .fetch_optional(db)
    .await?;
    Ok(match row {
        None => CartRefusal::Gone,
        Some(row) if row.full => CartRefusal::Full { most: MAX_CART_LINES },
        Some(row) => CartRefusal::OnlyLeft { left: count(row.most), in_cart: count(row.in_cart) },
    })
}
