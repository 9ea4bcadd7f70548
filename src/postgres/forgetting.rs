//! What is erased of a customer who asks for it.

use super::link::Link;
use crate::domain::CustomerId;
use crate::repository::StoreError;

/// Erases the person, and what they are known by in what stays.
pub(super) async fn forget(db: &mut Link, id: CustomerId) -> Result<(), StoreError> {
    // Orders under way keep what is needed to bring them; `Orders::advance` erases it when they end.
    sqlx::query!(
        "UPDATE orders SET name = NULL, phone = NULL, address = NULL, lat = NULL, lon = NULL, note = NULL,
                staff_note = NULL
         WHERE customer = $1 AND status NOT IN ('placed', 'accepted', 'shipped')",
        id.0,
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!("DELETE FROM broadcast_recipients WHERE customer = $1", id.0).execute(&mut *db).await?;
    // What they and the staff wrote to each other. What has not been sent yet is copied from the chat instead.
    sqlx::query!(
        "UPDATE outbox SET notice = jsonb_set(notice, '{text}', 'null')
         WHERE notice->>'kind' IN ('support_request', 'support_reply')
           AND (CASE notice->>'kind' WHEN 'support_request' THEN (notice->>'customer')::bigint ELSE chat_id END) = $1",
        id.0,
    )
    .execute(&mut *db)
    .await?;
    sqlx::query!("DELETE FROM dead_letters WHERE lane = $1", id.0).execute(&mut *db).await?;
    // The rest follows the customer by foreign key.
    sqlx::query!("DELETE FROM customers WHERE id = $1", id.0).execute(&mut *db).await?;
    Ok(())
}
