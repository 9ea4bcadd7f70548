//! The sentence on top of a screen.

use super::home;
use super::orders::status_name;
use crate::dialogue::{Remark, State};
use crate::domain::{
    AdvanceRefusal, AmendmentState, CartRefusal, Change, CheckoutRefusal, Invalid, PromoRefusal,
};
use crate::telegram::format::Voice;
use crate::telegram::html::Html;

/// Says it.
pub(super) fn say(voice: Voice<'_>, state: &State, remark: &Remark) -> Html {
    match remark {
        Remark::Hint => voice.say(hint(state)),
        Remark::Stale => voice.say("remark-stale"),
        Remark::EditedIgnored => voice.say("remark-edited"),
        Remark::UnknownCommand => voice.say("remark-unknown-command"),
        Remark::UnknownLink => voice.say("remark-unknown-link"),
        Remark::NothingToCancel => voice.say("remark-nothing-to-cancel"),
        Remark::CheckoutLeft => voice.say("remark-checkout-left"),
        Remark::Left => voice.say("remark-left"),
        Remark::Resumed => voice.say("remark-resumed"),
        Remark::Added { quantity } => voice.tell("remark-added", [("pieces", (*quantity).into())]),
        Remark::NotAdded(CartRefusal::Gone) | Remark::ProductGone => voice.say("remark-product-gone"),
        Remark::NotAdded(CartRefusal::OnlyLeft { left, in_cart }) => {
            voice.tell("remark-only-left", [("left", (*left).into()), ("incart", (*in_cart).into())])
        }
        Remark::NotAdded(CartRefusal::Full { most }) => {
            voice.tell("remark-cart-full", [("most", (*most).into())])
        }
        Remark::QuantityRange { most } => voice.tell("remark-quantity-range", [("most", (*most).into())]),
        Remark::SoldOut => voice.say("remark-sold-out"),
        Remark::WillTell => voice.say("remark-will-tell"),
        Remark::CartEmptied => voice.say("remark-cart-emptied"),
        Remark::Checkout(CheckoutRefusal::EmptyCart) => voice.say("remark-empty-cart"),
        Remark::Checkout(CheckoutRefusal::Paused) => voice.say("remark-paused"),
        Remark::Checkout(CheckoutRefusal::Closed { opens }) => {
            voice.say("remark-closed").line(home::opening(voice, *opens))
        }
        Remark::Checkout(CheckoutRefusal::SlotGone) => voice.say("remark-time-gone"),
        Remark::Checkout(CheckoutRefusal::ZoneGone) => voice.say("remark-zone-gone"),
        Remark::Checkout(CheckoutRefusal::TooManyOpen { most }) => {
            voice.tell("remark-too-many-open", [("most", (*most).into())])
        }
        Remark::Checkout(CheckoutRefusal::NoShows) => voice.say("remark-no-shows"),
        Remark::Checkout(CheckoutRefusal::PhoneUnshared) => voice.say("remark-phone-unshared"),
        Remark::Checkout(CheckoutRefusal::NoPickup) => voice.say("remark-no-pickup"),
        Remark::Checkout(CheckoutRefusal::SoldOut) => voice.say("remark-all-sold-out"),
        Remark::Checkout(CheckoutRefusal::BelowMinimum { minimum, subtotal }) => {
            let missing = voice.money(minimum.minus(*subtotal));
            let args = [("minimum", voice.money(*minimum).into()), ("missing", missing.into())];
            voice.tell("remark-below-minimum", args)
        }
        Remark::Invalid(invalid) => voice.say(refused(state, *invalid)),
        Remark::AddressGone => voice.say("remark-address-gone"),
        Remark::OutsideZones => voice.say("remark-outside-zones"),
        Remark::NotACode => voice.say("remark-not-a-code"),
        Remark::Promo(refusal) => promo(voice, refusal),
        Remark::PromoKept(code) => voice.tell("remark-promo-kept", [("code", code.as_str().into())]),
        Remark::Changed(changes) => {
            let lines = changes.iter().map(|one| change(voice, one));
            voice.say("remark-changed").line(Html::lines(lines))
        }
        Remark::OrderCancelled => voice.say("remark-order-cancelled"),
        Remark::Change(AmendmentState::Agreed) => voice.say("remark-change-agreed"),
        Remark::Change(AmendmentState::Declined) => voice.say("remark-change-declined"),
        Remark::Change(AmendmentState::SoldOut) => voice.say("remark-change-sold-out"),
        Remark::Change(
            AmendmentState::Draft
            | AmendmentState::Open
            | AmendmentState::Expired
            | AmendmentState::Withdrawn,
        ) => voice.say("remark-change-over"),
        Remark::NotAdvanced(AdvanceRefusal::Unknown) => voice.say("remark-order-unknown"),
        Remark::NotAdvanced(AdvanceRefusal::NotNow { now }) | Remark::AlreadyPlaced(now) => {
            voice.tell("remark-order-is", [("status", voice.say(status_name(*now, false)).into())])
        }
        Remark::Reordered(missing) if missing.is_empty() => voice.say("remark-reordered"),
        Remark::Reordered(missing) => {
            let names = missing.iter().map(|names| names.get(voice.lang)).collect::<Vec<_>>().join(", ");
            voice.tell("remark-reordered-without", [("names", names.into())])
        }
        Remark::Saved => voice.say("remark-saved"),
        Remark::LanguageSet => voice.say("remark-language-set"),
        Remark::Broadcasts(true) => voice.say("remark-broadcasts-on"),
        Remark::Broadcasts(false) => voice.say("remark-broadcasts-off"),
        Remark::SupportSent => voice.say("remark-support-sent"),
        Remark::Forgotten => voice.say("remark-forgotten"),
    }
}

/// What is expected in a state, with an example.
const fn hint(state: &State) -> &'static str {
    match state {
        State::Browse(_) => "hint-browse",
        State::Quantity(_) => "hint-quantity",
        State::Name(_) | State::NewName(_) => "hint-name",
        State::Phone(at) if at.draft().must_share() => "remark-phone-unshared",
        State::Phone(_) | State::NewPhone(_) => "hint-phone",
        State::Method(_) => "hint-method",
        State::Address(_) => "hint-address",
        State::Zone(_) => "hint-zone",
        State::Time(_) => "hint-time",
        State::Note(_) => "hint-note",
        State::Promo(_) => "hint-promo",
        State::Confirm(_) => "hint-confirm",
        State::Support(_) => "hint-support",
    }
}

const fn refused(state: &State, invalid: Invalid) -> &'static str {
    match (invalid, state) {
        (Invalid::NotAPhone, _) => "invalid-phone",
        (Invalid::TooLong, _) => "invalid-too-long",
        (Invalid::TooShort, _) => hint(state),
    }
}

fn promo(voice: Voice<'_>, refusal: &PromoRefusal) -> Html {
    match refusal {
        PromoRefusal::Unknown => voice.say("promo-unknown"),
        PromoRefusal::NotYet { from } => voice.tell("promo-not-yet", [("from", voice.day(*from).into())]),
        PromoRefusal::Expired => voice.say("promo-expired"),
        PromoRefusal::BelowMinimum { minimum } => {
            voice.tell("promo-below-minimum", [("minimum", voice.money(*minimum).into())])
        }
        PromoRefusal::UsedUp => voice.say("promo-used-up"),
        PromoRefusal::AlreadyUsed => voice.say("promo-already-used"),
        PromoRefusal::FirstOrderOnly => voice.say("promo-first-order"),
        PromoRefusal::NothingCovered => voice.say("promo-nothing-covered"),
        PromoRefusal::NoEffect => voice.say("promo-no-effect"),
    }
}

pub(super) fn change(voice: Voice<'_>, change: &Change) -> Html {
    let lang = voice.lang;
    match change {
        Change::Price { names, from, to } => {
            let args = [
                ("name", names.get(lang).into()),
                ("from", voice.money(*from).into()),
                ("to", voice.money(*to).into()),
            ];
            voice.tell("change-price", args)
        }
        Change::Quantity { names, to: 0, .. } => {
            voice.tell("change-removed", [("name", names.get(lang).into())])
        }
        Change::Quantity { names, from, to } => {
            let args = [("name", names.get(lang).into()), ("from", (*from).into()), ("to", (*to).into())];
            voice.tell("change-quantity", args)
        }
        Change::Gone { names } => voice.tell("change-gone", [("name", names.get(lang).into())]),
        Change::Promo(refusal) => voice.say("change-promo").line(promo(voice, refusal)),
        Change::Discount { from, to } => voice
            .tell("change-discount", [("from", voice.money(*from).into()), ("to", voice.money(*to).into())]),
        Change::Credit { from, to } => voice
            .tell("change-credit", [("from", voice.money(*from).into()), ("to", voice.money(*to).into())]),
        Change::Delivery { from, to } => voice
            .tell("change-delivery", [("from", voice.money(*from).into()), ("to", voice.money(*to).into())]),
    }
}
