//! Messages between a customer and the staff.

use super::Shop;
use crate::domain::{ChatId, CustomerId, MessageId, Notice, UpdateId};
use crate::repository::StoreError;

impl Shop {
    /// Relays a customer's message to the staff group, once per update.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn ask_support(
        &self,
        customer: CustomerId,
        update: UpdateId,
        message: MessageId,
        text: Option<String>,
    ) -> Result<(), StoreError> {
        let Some(chat) = self.terms.staff_chat else { return Ok(()) };
        let now = self.now();
        let mut work = self.begin().await?;
        if work.support().first_time(update, now).await? {
            let notice = Notice::SupportRequest { customer, message, text };
            work.outbox().push(&[(chat, notice)], now).await?;
        }
        work.commit().await
    }

    /// Relays a reply of the staff to the customer for whom the message they replied to speaks, once per update.
    /// `None` if it speaks for nobody.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn answer_support(
        &self,
        replied_to: (ChatId, MessageId),
        update: UpdateId,
        message: MessageId,
        text: Option<String>,
    ) -> Result<Option<CustomerId>, StoreError> {
        let (chat, original) = replied_to;
        let now = self.now();
        let mut work = self.begin().await?;
        let Some(customer) = work.support().customer_of(chat, original).await? else { return Ok(None) };
        if work.support().first_time(update, now).await? {
            let notice = Notice::SupportReply { from: (chat, message), text };
            work.outbox().push(&[(customer.chat(), notice)], now).await?;
        }
        work.commit().await?;
        Ok(Some(customer))
    }

    /// Remembers that a message in the staff group speaks for a customer.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn link_support(
        &self,
        chat: ChatId,
        message: MessageId,
        customer: CustomerId,
    ) -> Result<(), StoreError> {
        self.session().await?.support().link(chat, message, customer).await
    }
}
