//! What counts against a customer, or for them.

use super::store::{Held, Pg};
use super::value::count;
use crate::domain::{CustomerId, Phone, TrackRecord};
use crate::repository::{StoreError, TrackRecords};
use async_trait::async_trait;

#[async_trait]
impl<C: Held> TrackRecords for Pg<C> {
    async fn of(&mut self, id: CustomerId) -> Result<TrackRecord, StoreError> {
        let row = sqlx::query!(
            r#"SELECT c.no_shows, c.verified_phone,
                      (SELECT count(*) FROM orders o
                       WHERE o.customer = c.id AND o.status IN ('placed', 'accepted', 'shipped')
                         AND o.credit < o.total) AS "open!"
               FROM customers c WHERE c.id = $1"#,
            id.0,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(row.map_or_else(TrackRecord::default, |row| TrackRecord {
            open: count(row.open),
            no_shows: count(row.no_shows),
            verified_phone: row.verified_phone.map(Phone::stored),
        }))
    }

    async fn verify_phone(&mut self, id: CustomerId, phone: &Phone) -> Result<(), StoreError> {
        // Whoever has shared it before costs no commit.
        sqlx::query!(
            "UPDATE customers SET verified_phone = $2 WHERE id = $1 AND verified_phone IS DISTINCT FROM $2",
            id.0,
            phone.as_str(),
        )
        .execute(&mut *self.0)
        .await?;
        Ok(())
    }

    async fn count_no_show(&mut self, id: CustomerId) -> Result<(), StoreError> {
        sqlx::query!("UPDATE customers SET no_shows = no_shows + 1 WHERE id = $1", id.0)
            .execute(&mut *self.0)
            .await?;
        self.0.regulars().forget(id).await;
        Ok(())
    }

    async fn clear_no_shows(&mut self, id: CustomerId) -> Result<Option<u32>, StoreError> {
        let before = sqlx::query_scalar!(
            "WITH was AS (SELECT id, no_shows FROM customers WHERE id = $1 AND no_shows > 0 FOR NO KEY UPDATE)
             UPDATE customers c SET no_shows = 0 FROM was WHERE c.id = was.id RETURNING was.no_shows",
            id.0,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        self.0.regulars().forget(id).await;
        Ok(before.map(count))
    }
}
