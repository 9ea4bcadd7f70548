//! What a cart would cost.

use super::Shop;
use crate::domain::{
    CartLine, CheckoutRefusal, CreditUse, CustomerId, Promo, PromoCode, PromoHistory, PromoOutcome,
    PromoRefusal, Quote, Ride, ShopSettings,
};
use crate::repository::{Session, StoreError};

/// A promo as it was looked up for a typed code.
pub(super) type Found = Result<(Promo, PromoHistory), PromoRefusal>;

impl Shop {
    /// What the cart would cost now.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn quote(
        &self,
        customer: CustomerId,
        ride: Ride,
        promo: Option<&PromoCode>,
        credit: CreditUse,
    ) -> Result<Quote, StoreError> {
        let settings = self.settings().await?;
        let mut session = self.session().await?;
        let (cart, balance) = session.carts().lines_and_credit(customer).await?;
        let found = find_promo(session.as_mut(), promo, customer).await?;
        let quote = self.price(cart, ride, found, &settings);
        Ok(match credit {
            CreditUse::Spend => quote.with_credit(balance),
            CreditUse::Keep => quote,
        })
    }

    /// What the cart would cost with a promo code, or the condition that fails.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn try_promo(
        &self,
        customer: CustomerId,
        ride: Ride,
        code: &PromoCode,
    ) -> Result<PromoOutcome, StoreError> {
        let quote = self.quote(customer, ride, Some(code), CreditUse::Keep).await?;
        Ok(quote.refused.map_or(Ok(quote), Err))
    }

    /// By these settings, without store credit.
    pub(super) fn price(
        &self,
        cart: Vec<CartLine>,
        ride: Ride,
        promo: Option<Found>,
        settings: &ShopSettings,
    ) -> Quote {
        let mut terms = settings.delivery.clone();
        let zone = match ride {
            Ride::Pickup => Ok(None),
            Ride::To(zoned, to) => settings.zones.find(zoned, to),
        };
        if let Ok(Some(zone)) = zone {
            terms.fee = zone.fee;
        }
        let quote = Quote::of(cart, ride != Ride::Pickup, &terms, promo, self.terms.currency, self.now());
        let name = zone.ok().flatten().map(|zone| zone.name.clone());
        Quote { zone: name, is_zone_gone: zone.is_err(), ..quote }
    }
}

/// Does the shop take an order for this?
///
/// # Errors
/// Why it does not.
pub(super) fn acceptable(quote: &Quote, settings: &ShopSettings) -> Result<(), CheckoutRefusal> {
    if let Some(refusal) = quote.nothing_to_order() {
        return Err(refusal);
    }
    let subtotal = quote.totals.subtotal;
    match settings.delivery.minimum_order {
        Some(minimum) if subtotal < minimum => Err(CheckoutRefusal::BelowMinimum { minimum, subtotal }),
        Some(_) | None => Ok(()),
    }
}

/// Looks up the promo of a code, with what the customer has done with it.
pub(super) async fn find_promo<S: Session + ?Sized>(
    session: &mut S,
    code: Option<&PromoCode>,
    customer: CustomerId,
) -> Result<Option<Found>, StoreError> {
    let Some(code) = code else { return Ok(None) };
    let found = session.promos().find(code, customer).await?;
    Ok(Some(found.ok_or(PromoRefusal::Unknown)))
}
