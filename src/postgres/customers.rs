//! Customers and their addresses.

use super::customer_row::{CustomerRow, customer};
use super::forgetting;
use super::store::{Held, Pg};
use super::value::broken;
use crate::domain::{
    Address, Bounded, Customer, CustomerId, Destination, Lang, OrderId, PersonName, Phone, Reached,
    SavedAddress, ShopDay,
};
use crate::repository::{Customers, Profile, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};

impl<C: Held> Pg<C> {
    /// They changed something about themselves.
    async fn renewed(
        &mut self,
        id: CustomerId,
        row: Option<CustomerRow>,
    ) -> Result<Option<Customer>, StoreError> {
        self.0.regulars().forget(id).await;
        row.map(|row| row.customer(Lang::default())).transpose()
    }
}

/// Changes something about a customer, who is returned as they are from here on.
macro_rules! change {
    ($db:ident, $id:ident, $set:literal, $value:expr) => {{
        let row =
            customer!(["UPDATE customers c SET " + $set + " WHERE c.id = $1 RETURNING"], "", $id.0, $value);
        let row = row.fetch_optional(&mut *$db.0).await?;
        $db.renewed($id, row).await
    }};
}

fn address(stored: &str) -> Result<Address, StoreError> {
    Address::cut(stored).ok_or_else(|| broken("an address that is too short"))
}

#[async_trait]
impl<C: Held> Customers for Pg<C> {
    async fn seen(
        &mut self,
        profile: &Profile,
        fallback: Lang,
        now: DateTime<Utc>,
        today: ShopDay,
    ) -> Result<Customer, StoreError> {
        if let Some(customer) = self.0.regulars().know(profile).await {
            return Ok(customer);
        }
        // Nearly always nothing is new: then this only reads, and costs no commit.
        let row = customer!(
            [r#"WITH known AS (
                   SELECT *, false AS is_new FROM customers
                   WHERE id = $1 AND telegram_name = $2 AND username IS NOT DISTINCT FROM $3
                     AND telegram_lang IS NOT DISTINCT FROM $4 AND unreachable_at IS NULL
                     AND seen_at > $5::timestamptz - interval '1 hour' AND seen_at >= $6
               ), told AS (
                   INSERT INTO customers AS c (id, telegram_name, username, telegram_lang, seen_at, created_at)
                   SELECT $1, $2, $3, $4, $5, $5 WHERE NOT EXISTS (SELECT FROM known)
                   ON CONFLICT (id) DO UPDATE
                   SET telegram_name = excluded.telegram_name, username = excluded.username,
                       telegram_lang = excluded.telegram_lang, seen_at = excluded.seen_at, unreachable_at = NULL
                   RETURNING *, c.xmax = 0 AS is_new
               ), visit AS (
                   INSERT INTO visits (customer, day, reached) SELECT id, $7, 1 FROM told ON CONFLICT DO NOTHING
               ), c AS (SELECT * FROM known UNION ALL SELECT * FROM told)
               SELECT"#],
            "c.is_new",
            "FROM c",
            profile.id.0,
            profile.name.as_str(),
            profile.username.as_deref(),
            profile.lang.map(Lang::code),
            now,
            today.began_at,
            today.date
        )
        .fetch_one(&mut *self.0)
        .await?;
        let customer = row.customer(fallback)?;
        let regular = Customer { is_new: false, ..customer.clone() };
        self.0.regulars().remember(profile, regular).await;
        Ok(customer)
    }

    async fn find(&mut self, id: CustomerId) -> Result<Option<Customer>, StoreError> {
        let row = customer!(["SELECT"], "FROM customers c WHERE c.id = $1", id.0)
            .fetch_optional(&mut *self.0)
            .await?;
        row.map(|row| row.customer(Lang::default())).transpose()
    }

    async fn reached(
        &mut self,
        id: CustomerId,
        day: NaiveDate,
        how_far: Reached,
    ) -> Result<Option<Customer>, StoreError> {
        // Mostly they came as far before: then this only reads, and costs no commit. Whoever was forgotten meanwhile is
        // not counted.
        let row = customer!(
            [r#"WITH visit AS (
                   INSERT INTO visits AS v (customer, day, reached)
                   SELECT c.id, $2, $3 FROM customers c
                   WHERE c.id = $1 AND NOT EXISTS (
                       SELECT FROM visits WHERE customer = $1 AND day = $2 AND reached >= $3)
                   ON CONFLICT (customer, day) DO UPDATE SET reached = excluded.reached
                   WHERE v.reached < excluded.reached
               )
               SELECT"#],
            "FROM customers c WHERE c.id = $1",
            id.0,
            day,
            how_far as i16
        )
        .fetch_optional(&mut *self.0)
        .await?;
        row.map(|row| row.customer(Lang::default())).transpose()
    }

    async fn set_name(&mut self, id: CustomerId, name: &PersonName) -> Result<Option<Customer>, StoreError> {
        change!(self, id, "name = $2", name.as_str())
    }

    async fn set_phone(&mut self, id: CustomerId, phone: &Phone) -> Result<Option<Customer>, StoreError> {
        change!(self, id, "phone = $2", phone.as_str())
    }

    async fn share_phone(&mut self, id: CustomerId, phone: &Phone) -> Result<Option<Customer>, StoreError> {
        change!(self, id, "phone = $2, verified_phone = $2", phone.as_str())
    }

    async fn set_lang(&mut self, id: CustomerId, lang: Lang) -> Result<Option<Customer>, StoreError> {
        change!(self, id, "lang = $2", lang.code())
    }

    async fn set_broadcasts(&mut self, id: CustomerId, wanted: bool) -> Result<Option<Customer>, StoreError> {
        change!(self, id, "wants_broadcasts = $2", wanted)
    }

    async fn addresses(&mut self, id: CustomerId) -> Result<Vec<SavedAddress>, StoreError> {
        let rows = sqlx::query!(
            "SELECT id, address FROM addresses WHERE customer = $1 ORDER BY used_at DESC, id DESC LIMIT 5",
            id.0
        )
        .fetch_all(&mut *self.0)
        .await?;
        rows.into_iter().map(|row| Ok(SavedAddress { id: row.id, address: address(&row.address)? })).collect()
    }

    async fn destination(&mut self, id: CustomerId, saved: i64) -> Result<Option<Destination>, StoreError> {
        let row = sqlx::query!(
            "SELECT address, lat, lon FROM addresses WHERE id = $1 AND customer = $2",
            saved,
            id.0
        )
        .fetch_optional(&mut *self.0)
        .await?;
        row.map(|row| Ok(Destination { address: address(&row.address)?, point: row.lat.zip(row.lon) }))
            .transpose()
    }

    async fn remove_address(&mut self, id: CustomerId, address: i64) -> Result<(), StoreError> {
        sqlx::query!("DELETE FROM addresses WHERE id = $1 AND customer = $2", address, id.0)
            .execute(&mut *self.0)
            .await?;
        Ok(())
    }

    async fn forget(&mut self, id: CustomerId) -> Result<(), StoreError> {
        forgetting::forget(&mut self.0, id).await?;
        self.0.regulars().forget(id).await;
        Ok(())
    }

    async fn waiting_orders(&mut self, id: CustomerId) -> Result<Vec<OrderId>, StoreError> {
        // An order that is being placed at this moment is waited for, and a later one finds an empty cart.
        sqlx::query!("SELECT id FROM customers WHERE id = $1 FOR UPDATE", id.0)
            .fetch_optional(&mut *self.0)
            .await?;
        let ids = sqlx::query_scalar!(
            "SELECT id FROM orders WHERE customer = $1 AND status = 'placed' ORDER BY id",
            id.0
        )
        .fetch_all(&mut *self.0)
        .await?;
        Ok(ids.into_iter().map(OrderId).collect())
    }

    async fn mark_unreachable(&mut self, id: CustomerId, now: DateTime<Utc>) -> Result<(), StoreError> {
        sqlx::query!("UPDATE customers SET unreachable_at = $2 WHERE id = $1", id.0, now)
            .execute(&mut *self.0)
            .await?;
        self.0.regulars().forget(id).await;
        Ok(())
    }

    async fn set_banned(&mut self, id: CustomerId, banned: bool) -> Result<bool, StoreError> {
        let done =
            sqlx::query!("UPDATE customers SET banned = $2 WHERE id = $1 AND banned <> $2", id.0, banned)
                .execute(&mut *self.0)
                .await?;
        self.0.regulars().forget(id).await;
        Ok(done.rows_affected() == 1)
    }

    async fn staff_note(&mut self, id: CustomerId) -> Result<Option<String>, StoreError> {
        let note = sqlx::query_scalar!("SELECT staff_note FROM customers WHERE id = $1", id.0)
            .fetch_optional(&mut *self.0)
            .await?;
        Ok(note.flatten())
    }

    async fn annotate(&mut self, id: CustomerId, note: Option<&str>) -> Result<bool, StoreError> {
        let done = sqlx::query!(
            "UPDATE customers SET staff_note = $2 WHERE id = $1 AND staff_note IS DISTINCT FROM $2",
            id.0,
            note,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn with_phone(&mut self, phone: &Phone) -> Result<Option<CustomerId>, StoreError> {
        let id = sqlx::query_scalar!(
            "SELECT id FROM customers WHERE phone = $1 ORDER BY seen_at DESC LIMIT 1",
            phone.as_str()
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(id.map(CustomerId))
    }
}
