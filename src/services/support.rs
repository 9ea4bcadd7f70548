//! Messages between a customer and the staff.

use super::Shop;
use crate::domain::{ChatId, CustomerId, MessageId, Notice, OrderId, UpdateId};
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
            // What the customer answers is shown below it.
            work.support().link(chat, message, customer).await?;
            let notice = Notice::SupportReply { from: (chat, message), text, order: None };
            work.outbox().push(&[(customer.chat(), notice)], now).await?;
        }
        work.commit().await?;
        Ok(Some(customer))
    }

    /// Relays what the staff write to the customer of an order, once per update. `None` if the order has none (any more).
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn write_about(
        &self,
        order: OrderId,
        update: UpdateId,
        from: (ChatId, MessageId),
        text: Option<String>,
    ) -> Result<Option<CustomerId>, StoreError> {
        let now = self.now();
        let mut work = self.begin().await?;
        let found = work.orders().find(order).await?;
        let Some(customer) = found.and_then(|order| order.customer) else { return Ok(None) };
        if work.support().first_time(update, now).await? {
            work.support().link(from.0, from.1, customer).await?;
            let notice = Notice::SupportReply { from, text, order: Some(order) };
            work.outbox().push(&[(customer.chat(), notice)], now).await?;
        }
        work.commit().await?;
        Ok(Some(customer))
    }

    /// The latest message in the staff group that speaks for a customer, or that was written to them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn support_thread(
        &self,
        chat: ChatId,
        customer: CustomerId,
    ) -> Result<Option<MessageId>, StoreError> {
        self.session().await?.support().latest(chat, customer).await
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
