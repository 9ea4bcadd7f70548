//! An order with its lines and its timeline, read in one statement.

use super::link::Link;
use super::slots::slot;
use super::value::{broken, count, currency, elements, lang, money, status};
use crate::domain::{
    Actor, Address, Amended, Amendment, AmendmentId, AmendmentState, Bounded, ChatId, CustomerId,
    Destination, Fulfilment, Gist, MessageId, Money, Order, OrderId, OrderLine, OrderNumber, PersonName,
    Phone, SkuId, Status, Texts, TimelineEntry, Totals,
};
use crate::repository::StoreError;
use chrono::{DateTime, NaiveDate, Utc};
use rust_decimal::Decimal;
use serde::Deserialize;
use uuid::Uuid;

pub(super) struct OrderRow {
    id: Uuid,
    number: i64,
    customer: Option<i64>,
    status: String,
    name: Option<String>,
    username: Option<String>,
    phone: Option<String>,
    lang: String,
    pickup: bool,
    address: Option<String>,
    lat: Option<i32>,
    lon: Option<i32>,
    zone: Option<String>,
    slot_day: Option<NaiveDate>,
    slot_from: Option<i16>,
    slot_until: Option<i16>,
    note: Option<String>,
    taken_by: Option<i64>,
    taken_name: Option<String>,
    packed: bool,
    staff_note: Option<String>,
    no_shows: Option<i32>,
    currency: String,
    named_fee: bool,
    subtotal: Decimal,
    discount: Decimal,
    delivery: Decimal,
    total: Decimal,
    credit: Decimal,
    promo: Option<String>,
    placed_at: DateTime<Utc>,
    card_chat: Option<i64>,
    card_message: Option<i32>,
    amendment: Option<serde_json::Value>,
    lines: serde_json::Value,
    timeline: serde_json::Value,
}

#[derive(Deserialize)]
struct LineJson {
    sku: SkuId,
    names: Texts,
    options: Texts,
    quantity: u32,
    price: Money,
    discount: Money,
}

#[derive(Deserialize)]
struct EntryJson {
    status: Status,
    actor: Actor,
    note: Option<String>,
    at: DateTime<Utc>,
    amended: Option<Amended>,
}

#[derive(Deserialize)]
struct AmendmentJson {
    id: AmendmentId,
    version: i32,
    pieces: Vec<u32>,
    fee: Option<Money>,
    gist: Gist,
    expires_at: DateTime<Utc>,
}

/// The change that the customer is asked about.
fn open_amendment(order: OrderId, json: serde_json::Value) -> Result<Amendment, StoreError> {
    let open: AmendmentJson =
        serde_json::from_value(json).map_err(|error| StoreError::Broken(Box::new(error)))?;
    Ok(Amendment {
        id: open.id,
        order,
        state: AmendmentState::Open,
        version: open.version,
        pieces: open.pieces,
        fee: open.fee,
        gist: open.gist,
        expires_at: Some(open.expires_at),
    })
}

impl OrderRow {
    /// The order with this id or this number.
    pub(super) async fn find(
        db: &mut Link,
        id: Option<OrderId>,
        number: Option<OrderNumber>,
    ) -> Result<Option<Self>, StoreError> {
        let row = sqlx::query_as!(
            Self,
            r#"SELECT o.id, o.number, o.customer, o.status, o.name, c.username AS "username?", o.phone, o.lang,
                      o.pickup, o.address, o.lat, o.lon, o.zone, o.slot_day, o.slot_from, o.slot_until, o.note,
                      o.taken_by, o.taken_name, o.packed, o.staff_note, c.no_shows AS "no_shows?", o.currency, o.named_fee, o.subtotal, o.discount, o.delivery,
                      o.total, o.credit, o.promo, o.placed_at, o.card_chat, o.card_message,
                      (SELECT jsonb_agg(jsonb_build_object(
                                  'sku', l.sku, 'names', l.names, 'options', l.options, 'quantity', l.quantity,
                                  'price', l.price::text, 'discount', l.discount::text) ORDER BY l.position)
                       FROM order_lines l WHERE l.order_id = o.id) AS "lines!",
                      (SELECT jsonb_agg(jsonb_build_object(
                                  'status', t.status, 'actor', t.actor, 'note', t.note, 'at', t.at,
                                  'amended', t.amended)
                                  ORDER BY t.position)
                       FROM order_timeline t WHERE t.order_id = o.id) AS "timeline!",
                      (SELECT jsonb_build_object('id', a.id, 'version', a.version, 'pieces', a.pieces,
                                                 'fee', a.fee::text, 'gist', a.gist, 'expires_at', a.expires_at)
                       FROM order_amendments a WHERE a.order_id = o.id AND a.state = 'open') AS amendment
               FROM orders o
               LEFT JOIN customers c ON c.id = o.customer
               WHERE o.id = $1 OR o.number = $2"#,
            id.map(|id| id.0),
            number.map(|number| number.0),
        )
        .fetch_optional(db)
        .await?;
        Ok(row)
    }

    pub(super) fn order(self) -> Result<Order, StoreError> {
        let totals = Totals {
            subtotal: money(self.subtotal)?,
            discount: money(self.discount)?,
            delivery: money(self.delivery)?,
            total: money(self.total)?,
            credit: money(self.credit)?,
        };
        let fulfilment = match (self.pickup, self.address) {
            (true, _) => Some(Fulfilment::Pickup),
            (false, Some(address)) => Some(Fulfilment::Delivery(Destination {
                address: Address::cut(&address).ok_or_else(|| broken("an address that is too short"))?,
                point: self.lat.zip(self.lon),
            })),
            (false, None) => None,
        };
        let lines = elements::<LineJson>(self.lines)?.into_iter().map(|line| OrderLine {
            sku: line.sku,
            names: line.names,
            options: line.options,
            quantity: line.quantity,
            price: line.price,
            discount: line.discount,
        });
        let timeline = elements::<EntryJson>(self.timeline)?.into_iter().map(|entry| TimelineEntry {
            status: entry.status,
            actor: entry.actor,
            note: entry.note,
            at: entry.at,
            amended: entry.amended,
        });
        let agreed = match (self.slot_day, self.slot_from, self.slot_until) {
            (Some(day), Some(from), Some(until)) => Some(slot(day, from, until)?),
            _ => None,
        };
        let order = OrderId(self.id);
        let amendment = self.amendment.map(|json| open_amendment(order, json)).transpose()?;
        Ok(Order {
            id: order,
            number: OrderNumber(self.number),
            customer: self.customer.map(CustomerId),
            name: self.name.as_deref().and_then(PersonName::cut),
            username: self.username,
            phone: self.phone.map(Phone::stored),
            lang: lang(&self.lang),
            fulfilment,
            zone: self.zone,
            slot: agreed,
            note: self.note,
            taken_by: self.taken_by.zip(self.taken_name),
            packed: self.packed,
            staff_note: self.staff_note,
            no_shows: self.no_shows.map_or(0, count),
            lines: lines.collect(),
            totals,
            currency: currency(&self.currency)?,
            named_fee: self.named_fee,
            promo: self.promo,
            status: status(&self.status)?,
            timeline: timeline.collect(),
            placed_at: self.placed_at,
            card: self
                .card_chat
                .zip(self.card_message)
                .map(|(chat, message)| (ChatId(chat), MessageId(message))),
            amendment,
        })
    }
}
