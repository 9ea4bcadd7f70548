//! The cart.

use super::Shop;
use crate::domain::{
    AdvanceRefusal, CartLine, CartRefusal, CustomerId, OrderId, Quote, Reordered, SkuId, UpdateId,
};
use crate::repository::{FilledAt, StoreError};

impl Shop {
    /// The cart with its sum, without delivery and promo.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn cart(&self, customer: CustomerId) -> Result<Quote, StoreError> {
        let lines = self.session().await?.carts().lines(customer).await?;
        self.cart_of(lines).await
    }

    async fn cart_of(&self, lines: Vec<CartLine>) -> Result<Quote, StoreError> {
        let settings = self.settings().await?;
        Ok(Quote::of(lines, false, &settings.delivery, None, self.terms.currency, self.now()))
    }

    /// Puts pieces into the cart, once per `key` (the update that opened the product's card). The cart as it is then.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_to_cart(
        &self,
        customer: CustomerId,
        sku: SkuId,
        quantity: u32,
        key: UpdateId,
    ) -> Result<Result<Quote, CartRefusal>, StoreError> {
        let added = self.session().await?.carts().add(customer, sku, quantity, key, self.filled_at()).await?;
        match added {
            Ok(lines) => Ok(Ok(self.cart_of(lines).await?)),
            Err(refusal) => Ok(Err(refusal)),
        }
    }

    /// Sets the pieces of a line; 0 removes it. Seeing the line is agreeing to its price of now.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn change_line(
        &self,
        customer: CustomerId,
        sku: SkuId,
        quantity: u32,
    ) -> Result<(), StoreError> {
        self.session().await?.carts().set(customer, sku, quantity, self.now()).await
    }

    /// Empties the cart.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn empty_cart(&self, customer: CustomerId) -> Result<(), StoreError> {
        self.session().await?.carts().clear(customer).await
    }

    /// Puts the lines of an earlier order into the cart, as far as there are pieces and room. Repeating it changes nothing.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn reorder(
        &self,
        customer: CustomerId,
        order: OrderId,
    ) -> Result<Result<Reordered, AdvanceRefusal>, StoreError> {
        let missing = self.session().await?.carts().refill(customer, order, self.filled_at()).await?;
        Ok(missing.map(|missing| Reordered { missing }).ok_or(AdvanceRefusal::Unknown))
    }

    fn filled_at(&self) -> FilledAt {
        FilledAt { now: self.now(), day: self.today() }
    }
}
