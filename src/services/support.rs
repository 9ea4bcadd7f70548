//! Messages between a customer and the staff.

use super::Shop;
use crate::domain::{
    Actor, CannedId, CannedName, ChatId, CustomerId, Letter, MessageId, Notice, OrderId, UpdateId,
};
use crate::repository::{NewLetter, StoreError};

/// What somebody of the staff writes to a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The update that brings it: it is relayed once.
    pub update: UpdateId,
    /// Their message in the staff group.
    pub place: (ChatId, MessageId),
    /// Its text; `None` for a picture or the like, which is copied.
    pub text: Option<String>,
    /// What stands below the picture.
    pub caption: Option<String>,
    /// Who wrote it.
    pub by: Actor,
}

impl Written {
    fn letter(&self, customer: CustomerId, shop: &Shop) -> NewLetter {
        NewLetter {
            customer,
            place: self.place,
            author: Some(name(&self.by)),
            body: self.text.as_ref().or(self.caption.as_ref()).cloned(),
            has_file: self.text.is_none(),
            at: shop.now(),
        }
    }
}

fn name(by: &Actor) -> String {
    match by {
        Actor::Staff(_, name) => name.clone(),
        Actor::Customer | Actor::System => String::new(),
    }
}

/// What became of a reply of the staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Relayed {
    /// It goes to this customer.
    To(CustomerId),
    /// The message that it replies to speaks for nobody, or the customer is gone.
    ToNobody,
    /// It calls a canned answer that is not there. Nothing was sent.
    NoSuchAnswer(CannedName),
}

/// What became of a canned answer that somebody chose from a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CannedSent {
    /// It goes to the customer.
    Sent,
    /// An answer was chosen from this list before.
    Already,
    /// The answer, or the customer, is gone.
    Gone,
}

impl Shop {
    /// Relays a customer's message to the staff group, once per update: its text, or what stands below a picture.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn ask_support(
        &self,
        customer: CustomerId,
        update: UpdateId,
        message: MessageId,
        (text, caption): (Option<String>, Option<String>),
    ) -> Result<(), StoreError> {
        let Some(chat) = self.terms.staff_chat else { return Ok(()) };
        let now = self.now();
        let mut work = self.begin().await?;
        if work.support().first_time(update, now).await? {
            let letter = NewLetter {
                customer,
                place: (customer.chat(), message),
                author: None,
                has_file: text.is_none(),
                body: text.clone().or(caption),
                at: now,
            };
            work.support().keep(&letter).await?;
            let notice = Notice::SupportRequest { customer, message, text };
            work.outbox().push(&[(chat, notice)], now).await?;
        }
        work.commit().await
    }

    /// Relays a reply of the staff to the customer for whom the message they replied to speaks, once per update. A reply
    /// that is only `!name` sends the canned answer of this name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn answer_support(
        &self,
        replied_to: MessageId,
        written: &Written,
    ) -> Result<Relayed, StoreError> {
        let mut session = self.session().await?;
        let found = session.support().customer_of(written.place.0, replied_to).await?;
        drop(session);
        match found {
            Some(customer) => self.write_to(customer, None, written).await,
            None => Ok(Relayed::ToNobody),
        }
    }

    /// Relays what the staff write to the customer of an order, once per update.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn write_about(&self, order: OrderId, written: &Written) -> Result<Relayed, StoreError> {
        let found = self.session().await?.orders().find(order).await?;
        match found.and_then(|order| order.customer) {
            Some(customer) => self.write_to(customer, Some(order), written).await,
            None => Ok(Relayed::ToNobody),
        }
    }

    async fn write_to(
        &self,
        customer: CustomerId,
        order: Option<OrderId>,
        written: &Written,
    ) -> Result<Relayed, StoreError> {
        let (now, (chat, message)) = (self.now(), written.place);
        let mut letter = written.letter(customer, self);
        let mut notice = Notice::SupportReply { from: (chat, message), text: written.text.clone(), order };
        let mut work = self.begin().await?;
        if let Some(name) = written.text.as_deref().and_then(CannedName::called) {
            let canned = work.canned().named(&name).await?;
            let Some(text) = canned.and_then(|canned| canned.text) else {
                return Ok(Relayed::NoSuchAnswer(name));
            };
            letter.body = Some(text.clone());
            notice = Notice::CannedReply { text };
        }
        if work.support().first_time(written.update, now).await? {
            // What the customer answers is shown below it.
            work.support().link(chat, message, customer).await?;
            work.support().keep(&letter).await?;
            work.outbox().push(&[(customer.chat(), notice)], now).await?;
        }
        work.commit().await?;
        Ok(Relayed::To(customer))
    }

    /// Sends a canned answer to a customer. The list from which it was chosen is its key: one answer is chosen from it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn send_canned(
        &self,
        customer: CustomerId,
        answer: CannedId,
        list: (ChatId, MessageId),
        by: &Actor,
    ) -> Result<CannedSent, StoreError> {
        let now = self.now();
        let mut work = self.begin().await?;
        let canned = work.canned().find(answer).await?;
        let Some(text) = canned.and_then(|canned| canned.text) else { return Ok(CannedSent::Gone) };
        if work.customers().find(customer).await?.is_none() {
            return Ok(CannedSent::Gone);
        }
        let body = Some(text.clone());
        let author = Some(name(by));
        let letter = NewLetter { customer, place: list, author, body, has_file: false, at: now };
        if !work.support().keep(&letter).await? {
            return Ok(CannedSent::Already);
        }
        work.support().link(list.0, list.1, customer).await?;
        work.outbox().push(&[(customer.chat(), Notice::CannedReply { text })], now).await?;
        work.commit().await?;
        Ok(CannedSent::Sent)
    }

    /// The latest messages with a customer, the newest first; those before this one, if it is given.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn letters(
        &self,
        customer: CustomerId,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<Letter>, StoreError> {
        self.session().await?.support().letters(customer, before, limit).await
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
