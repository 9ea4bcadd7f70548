//! How many orders are to be brought at which time.

use super::store::{Held, Pg};
use super::value::{broken, count, int};
use crate::domain::{OrderId, Slot, Span};
use crate::repository::{Bookings, StoreError};
use async_trait::async_trait;
use chrono::NaiveDate;

/// A slot as its columns hold it.
pub(super) fn slot(day: NaiveDate, from: i16, until: i16) -> Result<Slot, StoreError> {
    let span = u16::try_from(from).ok().zip(u16::try_from(until).ok());
    let span = span.and_then(|(from, until)| Span::between(from, until));
    Ok(Slot { day, span: span.ok_or_else(|| broken("a time that is none"))? })
}

/// The same the other way: the minutes of a day and of the night after it fit.
pub(super) fn minutes(slot: Slot) -> (i16, i16) {
    let (from, until) = slot.span.minutes();
    (from.try_into().unwrap_or(i16::MAX), until.try_into().unwrap_or(i16::MAX))
}

#[async_trait]
impl<C: Held> Bookings for Pg<C> {
    async fn taken(&mut self, from: NaiveDate) -> Result<Vec<(Slot, u32)>, StoreError> {
        let rows = sqlx::query!(
            "SELECT day, from_minute, until_minute, taken FROM slot_bookings WHERE day >= $1",
            from
        )
        .fetch_all(&mut *self.0)
        .await?;
        rows.into_iter()
            .map(|row| Ok((slot(row.day, row.from_minute, row.until_minute)?, count(row.taken))))
            .collect()
    }

    async fn book(&mut self, slot: Slot, places: u32) -> Result<bool, StoreError> {
        let (from, until) = minutes(slot);
        let done = sqlx::query!(
            "INSERT INTO slot_bookings AS b (day, from_minute, until_minute, taken) VALUES ($1, $2, $3, 1)
             ON CONFLICT (day, from_minute, until_minute) DO UPDATE SET taken = b.taken + 1 WHERE b.taken < $4",
            slot.day,
            from,
            until,
            int(places),
        )
        .execute(&mut *self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn unbook(&mut self, order: OrderId) -> Result<(), StoreError> {
        sqlx::query!(
            "UPDATE slot_bookings b SET taken = b.taken - 1 FROM orders o
             WHERE o.id = $1 AND b.day = o.slot_day AND b.from_minute = o.slot_from
               AND b.until_minute = o.slot_until",
            order.0,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(())
    }
}
