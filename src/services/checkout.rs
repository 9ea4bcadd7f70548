//! From the cart to an order that stands.

use super::Shop;
use super::pricing::{acceptable, find_promo};
use crate::domain::{
    Bounded, CheckoutRefusal, CreditChange, CreditUse, CustomerId, Destination, Fulfilment, Known, Lang,
    Located, Money, NotAValue, OrderGuard, OrderLine, Placement, Placing, Quote, Reached, Receipt, Ride,
    ShopSettings, Slot, Totals, TrackRecord, changes,
};
use crate::repository::{Booked, NewCreditEntry, NewOrder, StoreError, UnitOfWork};
use std::collections::HashMap;

/// How often placing begins anew because somebody was faster between reading and taking.
const TRIES: u32 = 5;

impl Shop {
    /// Can a checkout begin? Tells what is known of the customer already.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn begin_checkout(
        &self,
        customer: CustomerId,
    ) -> Result<Result<Known, CheckoutRefusal>, StoreError> {
        let settings = self.settings().await?;
        if let Err(refusal) = settings.takes_orders(self.now(), self.terms.timezone) {
            return Ok(Err(refusal));
        }
        let mut session = self.session().await?;
        let cart = session.carts().lines(customer).await?;
        let quote = self.price(cart, Ride::Pickup, None, &settings);
        if let Err(refusal) = acceptable(&quote, &settings) {
            return Ok(Err(refusal));
        }
        let guard = settings.guard;
        let record = match guard.is_off() {
            true => TrackRecord::default(),
            false => session.track_records().of(customer).await?,
        };
        if let Err(refusal) = guard.admits(&record) {
            return Ok(Err(refusal));
        }
        let known = session.customers().reached(customer, self.today(), Reached::Checkout).await?;
        let (name, phone) = known.map(|customer| (customer.name, customer.phone)).unzip();
        Ok(Ok(Known {
            name,
            phone: if guard.verified_phone { record.verified_phone } else { phone.flatten() },
            pickup: settings.delivery.pickup_at.is_some(),
            must_share: guard.verified_phone,
        }))
    }

    /// In which delivery zone is this?
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn locate(&self, to: &Destination) -> Result<Located, StoreError> {
        Ok(self.settings().await?.zones.locate(to))
    }

    /// Does the shop ask when to bring an order?
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn has_slots(&self) -> Result<bool, StoreError> {
        Ok(!self.settings().await?.slots.is_empty())
    }

    /// The times at which an order can still be brought.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn free_slots(&self) -> Result<Vec<Slot>, StoreError> {
        let (settings, now, timezone) = (self.settings().await?, self.now(), self.terms.timezone);
        let ahead = settings.slots.ahead(&settings.hours, now, timezone);
        let today = now.with_timezone(&timezone).date_naive();
        let taken: HashMap<_, _> = self.session().await?.bookings().taken(today).await?.into_iter().collect();
        let is_free = |(slot, places): &(Slot, u32)| taken.get(slot).is_none_or(|taken| taken < places);
        Ok(ahead.into_iter().filter(is_free).map(|(slot, _)| slot).collect())
    }

    /// One of the customer's saved addresses.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn destination(
        &self,
        customer: CustomerId,
        address: i64,
    ) -> Result<Option<Destination>, StoreError> {
        self.session().await?.customers().destination(customer, address).await
    }

    /// Places the order: reserves the pieces, redeems the promo, spends store credit, writes the order and what the staff are told, in
    /// one transaction. The same order again, however often, is the same answer.
    ///
    /// # Errors
    /// [`StoreError`]: then nothing of it happened, or the answer was lost; repeating is safe.
    pub async fn place(
        &self,
        customer: CustomerId,
        lang: Lang,
        placing: &Placing,
    ) -> Result<Placement, StoreError> {
        for _ in 0..TRIES {
            if let Some(placement) = self.try_to_place(customer, lang, placing).await? {
                return Ok(placement);
            }
        }
        // The figures kept changing under us: show the latest, and let the customer decide again.
        let quote = self.quote(customer, placing.ride(), placing.promo.as_ref(), placing.credit).await?;
        if let Err(refusal) = acceptable(&quote, &*self.settings().await?) {
            return Ok(Placement::Refused(refusal));
        }
        let changes = changes(&placing.seen, &quote);
        Ok(Placement::Changed(Box::new(quote), changes))
    }

    /// `None` if stock, promo or credit went to somebody else after they were read: nothing was written, read again.
    async fn try_to_place(
        &self,
        customer: CustomerId,
        lang: Lang,
        placing: &Placing,
    ) -> Result<Option<Placement>, StoreError> {
        let mut work = self.begin().await?;
        let Placing { order, phone, fulfilment, .. } = placing;
        // Two presses of one person come one after the other; the second finds the order of the first.
        let cart = work.carts().take(customer, placing, self.now()).await?;
        if cart.lines.is_empty()
            && let Some(receipt) = work.orders().receipt(*order, customer).await?
        {
            return Ok(Some(Placement::Placed(receipt)));
        }
        // Not those that were shown: what the staff decided a moment ago holds.
        let settings = self.settings_in(work.as_mut(), cart.settings).await?;
        if let Err(refusal) = self.serves(&settings, fulfilment) {
            return Ok(Some(Placement::Refused(refusal)));
        }
        // The order's own statement decides; this says why.
        if !settings.guard.is_off() {
            let record = work.track_records().of(customer).await?;
            if let Err(refusal) = settings.guard.admits_with(&record, phone) {
                return Ok(Some(Placement::Refused(refusal)));
            }
        }
        let found = find_promo(work.as_mut(), placing.promo.as_ref(), customer).await?;
        let mut quote = self.price(cart.lines, placing.ride(), found, &settings);
        if placing.credit == CreditUse::Spend {
            quote = quote.with_credit(cart.balance);
        }
        if quote.is_zone_gone {
            return Ok(Some(Placement::Refused(CheckoutRefusal::ZoneGone)));
        }
        let changes = changes(&placing.seen, &quote);
        // A line that was taken out of the cart has no name to list any more, but the figures tell.
        let differs = !changes.is_empty() || quote.seen() != placing.seen;
        if differs && !quote.lines.is_empty() {
            return Ok(Some(Placement::Changed(Box::new(quote), changes)));
        }
        if let Err(refusal) = acceptable(&quote, &settings) {
            return Ok(Some(Placement::Refused(refusal)));
        }
        let Ok(slot) = self.agreed_slot(&settings, placing) else {
            return Ok(Some(Placement::Refused(CheckoutRefusal::SlotGone)));
        };
        if let Some((slot, places)) = slot
            && !work.bookings().book(slot, places).await?
        {
            return Ok(Some(Placement::Refused(CheckoutRefusal::SlotGone)));
        }
        let slot_of = slot.map(|(slot, _)| slot);
        let new = self.new_order(customer, lang, placing, &quote, slot_of, settings.guard);
        // Last, because others wait for the pieces until the end.
        let Some(number) = work.orders().add(&new).await? else { return Ok(None) };
        if !take_limited(work.as_mut(), &quote, &new).await? {
            return Ok(None);
        }
        work.commit().await?;
        let Totals { total, credit, .. } = new.totals;
        Ok(Some(Placement::Placed(Receipt { order: *order, number, total, credit, currency: new.currency })))
    }

    /// Does the shop do what this order asks of it, now?
    fn serves(&self, settings: &ShopSettings, fulfilment: &Fulfilment) -> Result<(), CheckoutRefusal> {
        settings.takes_orders(self.now(), self.terms.timezone)?;
        match fulfilment {
            Fulfilment::Pickup if settings.delivery.pickup_at.is_none() => Err(CheckoutRefusal::NoPickup),
            Fulfilment::Pickup | Fulfilment::Delivery(_) => Ok(()),
        }
    }

    /// The time of a delivery, with how many orders fit into it.
    fn agreed_slot(
        &self,
        settings: &ShopSettings,
        placing: &Placing,
    ) -> Result<Option<(Slot, u32)>, NotAValue> {
        match placing.fulfilment {
            Fulfilment::Pickup => Ok(None),
            Fulfilment::Delivery(_) => {
                settings.slots.find(placing.timed, &settings.hours, self.now(), self.terms.timezone)
            }
        }
    }

    fn new_order(
        &self,
        customer: CustomerId,
        lang: Lang,
        placing: &Placing,
        quote: &Quote,
        slot: Option<Slot>,
        guard: OrderGuard,
    ) -> NewOrder {
        let parts = quote.discount.as_ref().map_or(&[][..], |discount| &discount.parts);
        let discounts = parts.iter().copied().chain(std::iter::repeat(Money::ZERO));
        let lines = quote.lines.iter().zip(discounts).map(|(line, discount)| OrderLine {
            sku: line.sku,
            names: line.names.clone(),
            options: line.options.clone(),
            quantity: line.quantity,
            price: line.price,
            discount,
        });
        NewOrder {
            id: placing.order,
            customer,
            name: placing.name.clone(),
            phone: placing.phone.clone(),
            lang,
            fulfilment: placing.fulfilment.clone(),
            zone: quote.zone.clone(),
            slot,
            note: placing.note.as_ref().and_then(|note| Bounded::cut(note.as_str())),
            lines: lines.collect(),
            totals: quote.totals,
            currency: self.terms.currency,
            promo: quote.discount.as_ref().map(|discount| discount.code.clone()),
            guard,
            at: self.now(),
            day: self.today(),
            staff: self.terms.staff_chat,
        }
    }
}

/// Takes what is limited beside the pieces; the rows decide. `false` if something of it is no longer there.
async fn take_limited(
    work: &mut dyn UnitOfWork,
    quote: &Quote,
    order: &NewOrder,
) -> Result<bool, StoreError> {
    if let Some(discount) = &quote.discount
        && !work.promos().redeem(discount.promo, order.customer, order.id, order.at).await?
    {
        return Ok(false);
    }
    if order.totals.credit.is_zero() {
        return Ok(true);
    }
    let entry = NewCreditEntry::of_order(
        order.customer,
        CreditChange::Taken(order.totals.credit),
        order.id,
        format!("order:{}", order.id),
        order.at,
    );
    Ok(matches!(work.credit().book(&entry).await?, Booked::Done(_)))
}
