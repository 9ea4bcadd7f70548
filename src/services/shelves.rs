//! Telling the staff what runs out, and customers what is back.

use super::Shop;
use crate::domain::{ChatId, CustomerId, Notice, ProductId};
use crate::repository::StoreError;

/// Variants in one message to the staff; the rest follows in the next round.
const MOST_LOW: u32 = 20;

/// Customers told in one round. A round every few seconds, they never stand in the way of news of orders.
const MOST_TOLD: u32 = 50;

impl Shop {
    /// Tells the staff what has begun to run out, and customers what is back. Each is told once, on any number of
    /// instances: what is told, and that it was, become true together.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn tell_of_shelves(&self) -> Result<(), StoreError> {
        let mut work = self.begin().await?;
        let mut told: Vec<(ChatId, Notice)> = Vec::new();
        if let Some(staff) = self.terms.staff_chat {
            let skus = work.shelves().newly_low(self.terms.low_stock, MOST_LOW).await?;
            told.extend((!skus.is_empty()).then_some((staff, Notice::RunningLow { skus })));
        }
        // Switched off, whoever waits goes on waiting.
        let most = if self.settings().await?.outreach.restock_news { MOST_TOLD } else { 0 };
        let waiting = work.shelves().fulfil(most).await?;
        told.extend(
            waiting.into_iter().map(|(customer, product)| (customer.chat(), Notice::BackInStock { product })),
        );
        if !told.is_empty() {
            work.outbox().push(&told, self.now()).await?;
        }
        work.commit().await
    }

    /// A customer wants to be told when what is sold out of a product is back.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn tell_when_back(&self, customer: CustomerId, product: ProductId) -> Result<(), StoreError> {
        let now = self.now();
        self.session().await?.shelves().wish(customer, product, now).await
    }
}
