//! The questions of the checkout, and its summary.

use super::{Key, Keyboard, Loaded, Screen, cart, home, key, zone};
use crate::dialogue::{Button, Confirm, Draft, Part};
use crate::domain::{Bounded, CreditUse, Money, SkuId, Totals};
use crate::telegram::format::Voice;
use crate::telegram::html::Html;

/// Characters of an address on a button.
const BUTTON_WIDTH: usize = 40;

pub(super) fn name(voice: Voice<'_>, draft: &Draft) -> Screen {
    let mut rows = Vec::new();
    if let Some(name) = draft.name() {
        let keep = voice.label_with("button-keep", [("value", name.as_str().into())]);
        rows.push(vec![key(keep, Button::Keep)]);
    }
    rows.push(vec![voice.key("button-back", Button::Back)]);
    Screen::new(voice.say("ask-name"), rows)
}

pub(super) fn phone(voice: Voice<'_>, draft: &Draft) -> Screen {
    let keep = draft.phone().map(|_| voice.label("button-keep-phone"));
    let text = if draft.must_share() { "ask-phone-shared" } else { "ask-phone" };
    let words = keep.into_iter().chain([voice.label("button-back")]).collect();
    let keyboard = Keyboard::Contact(voice.label("button-share-phone"), words);
    Screen { keyboard, ..Screen::new(voice.say(text), Vec::new()) }
}

pub(super) fn method(voice: Voice<'_>, _: &Draft) -> Screen {
    let terms = &voice.shop.settings.delivery;
    let zones = zone::fees(voice);
    let fee = if zones.is_empty() { voice.money(terms.fee) } else { voice.label("method-by-zone") };
    let mut text = voice.say("ask-method");
    text = text.paragraph(match terms.free_from {
        Some(from) => {
            voice.tell("method-delivery-free", [("fee", fee.into()), ("from", voice.money(from).into())])
        }
        None => voice.tell("method-delivery", [("fee", fee.into())]),
    });
    text = text.line(zones);
    if let Some(place) = &terms.pickup_at {
        text = text.line(voice.tell("method-pickup", [("place", place.as_str().into())]));
    }
    let rows = vec![
        vec![voice.key("button-delivery", Button::Delivery), voice.key("button-pickup", Button::Pickup)],
        vec![voice.key("button-back", Button::Back)],
    ];
    Screen::new(text, rows)
}

pub(super) fn address(voice: Voice<'_>, loaded: &Loaded) -> Screen {
    let saved = match loaded {
        Loaded::Addresses(saved) => saved.as_slice(),
        _ => &[],
    };
    if saved.is_empty() {
        let keyboard =
            Keyboard::Location(voice.label("button-share-location"), vec![voice.label("button-back")]);
        return Screen { keyboard, ..Screen::new(voice.say("ask-address"), Vec::new()) };
    }
    let mut rows: Vec<Vec<Key>> = saved
        .iter()
        .map(|saved| vec![key(short(saved.address.as_str()), Button::SavedAddress(saved.id))])
        .collect();
    rows.push(vec![voice.key("button-back", Button::Back)]);
    Screen::new(voice.say("ask-address-saved"), rows)
}

/// An address in one line that fits a button.
pub(super) fn short(address: &str) -> String {
    let line = address.lines().collect::<Vec<_>>().join(", ");
    if line.chars().count() <= BUTTON_WIDTH {
        return format!("📍 {line}");
    }
    format!("📍 {}…", line.chars().take(BUTTON_WIDTH).collect::<String>())
}

pub(super) fn note(voice: Voice<'_>, _: &Draft) -> Screen {
    let row = vec![voice.key("button-back", Button::Back), voice.key("button-no-note", Button::Skip)];
    Screen::new(voice.say("ask-note"), vec![row])
}

pub(super) fn promo(voice: Voice<'_>, _: &Draft) -> Screen {
    let row = vec![voice.key("button-back", Button::Back), voice.key("button-no-promo", Button::Skip)];
    Screen::new(voice.say("ask-promo"), vec![row])
}

pub(super) fn confirm(voice: Voice<'_>, confirm: &Confirm, loaded: &Loaded) -> Screen {
    let (draft, seen) = (confirm.draft(), confirm.seen());
    let lines = seen.lines.iter().map(|(sku, quantity, price)| {
        let args = [
            ("name", name_of(voice, *sku, loaded).into()),
            ("quantity", (*quantity).into()),
            ("price", voice.money(*price).into()),
            ("sum", voice.money(price.times(*quantity)).into()),
        ];
        voice.tell("line", args)
    });
    let code = draft.promo().map(|code| code.as_str().to_owned());
    let is_paid = seen.totals.to_pay().is_zero() && !seen.totals.credit.is_zero();
    let payment = if is_paid { "confirm-paid" } else { "confirm-payment" };
    let text = voice
        .say("confirm-title")
        .paragraph(Html::lines(lines))
        .paragraph(totals(voice, &seen.totals, code.as_deref(), draft.is_delivery()))
        .paragraph(details(voice, draft, seen.zone.as_deref()))
        .paragraph(voice.say(payment))
        .paragraph(home::waiting(voice));
    let sum = voice.money(seen.totals.to_pay());
    let change = |id, part| voice.key(id, Button::Change(part));
    let mut rows = vec![
        vec![key(voice.label_with("button-confirm", [("sum", sum.into())]), Button::Confirm(draft.order()))],
        vec![change("button-change-delivery", Part::Delivery), change("button-change-promo", Part::Promo)],
        vec![change("button-change-name", Part::Name), change("button-change-phone", Part::Phone)],
        vec![change("button-change-note", Part::Note), voice.key("button-to-cart", Button::Cart)],
    ];
    if let Some(toggle) = credit_toggle(voice, confirm) {
        rows.insert(1, vec![toggle]);
    }
    Screen::new(text, rows)
}

/// Store credit is spent unless the customer says otherwise.
fn credit_toggle(voice: Voice<'_>, confirm: &Confirm) -> Option<Key> {
    match confirm.draft().credit() {
        CreditUse::Spend if confirm.seen().totals.credit.is_zero() => None,
        CreditUse::Spend => Some(voice.key("button-keep-credit", Button::UseCredit(false))),
        CreditUse::Keep => Some(voice.key("button-use-credit", Button::UseCredit(true))),
    }
}

/// What store credit pays, and what is left to pay; nothing if it pays nothing.
pub(in crate::telegram) fn paid(voice: Voice<'_>, credit: Money, to_pay: Money) -> Html {
    if credit.is_zero() {
        return Html::default();
    }
    let credit = voice.tell("total-credit", [("sum", voice.money(credit).into())]);
    credit.line(voice.tell("total-to-pay", [("sum", voice.money(to_pay).into())]))
}

/// The foot of a bill.
pub(super) fn totals(voice: Voice<'_>, totals: &Totals, code: Option<&str>, is_delivery: bool) -> Html {
    let mut text = voice.tell("total-subtotal", [("sum", voice.money(totals.subtotal).into())]);
    if let Some(code) = code {
        // A promo that holds and takes nothing off the goods is one that brings them for nothing.
        text = text.line(if totals.discount == Money::ZERO {
            voice.tell("total-promo-free-delivery", [("code", code.into())])
        } else {
            let args = [("code", code.into()), ("sum", voice.money(totals.discount).into())];
            voice.tell("total-discount", args)
        });
    }
    if is_delivery {
        let id = if totals.delivery == Money::ZERO { "total-delivery-free" } else { "total-delivery" };
        text = text.line(voice.tell(id, [("sum", voice.money(totals.delivery).into())]));
    }
    text.line(voice.tell("total", [("sum", voice.money(totals.total).into())])).line(paid(
        voice,
        totals.credit,
        totals.to_pay(),
    ))
}

fn details(voice: Voice<'_>, draft: &Draft, zone: Option<&str>) -> Html {
    let mut lines = Vec::new();
    if let Some(name) = draft.name() {
        lines.push(voice.tell("detail-name", [("name", name.as_str().into())]));
    }
    if let Some(phone) = draft.phone() {
        lines.push(voice.tell("detail-phone", [("phone", phone.as_str().into())]));
    }
    match draft.address() {
        Some(to) if draft.is_delivery() => {
            lines.push(voice.tell("detail-address", [("address", to.address.as_str().into())]));
            lines.extend(zone.map(|zone| voice.tell("detail-zone", [("zone", zone.into())])));
            let at = draft.slot().map(|slot| voice.slot(slot));
            lines.extend(at.map(|at| voice.tell("detail-time", [("at", at.into())])));
        }
        _ => {
            let place = voice.shop.settings.delivery.pickup_at.clone().unwrap_or_default();
            lines.push(voice.tell("detail-pickup", [("place", place.into())]));
        }
    }
    if let Some(note) = draft.note() {
        lines.push(voice.tell("detail-note", [("note", note.as_str().into())]));
    }
    Html::lines(lines)
}

fn name_of(voice: Voice<'_>, sku: SkuId, loaded: &Loaded) -> String {
    let line = match loaded {
        Loaded::Summary(quote) => quote.lines.iter().chain(&quote.gone).find(|line| line.sku == sku),
        _ => None,
    };
    line.map_or_else(|| format!("#{sku}"), |line| cart::title(voice, line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;
    use crate::telegram::format::Storefront;

    #[test]
    fn a_promo_of_free_delivery_is_told_as_such_and_not_as_a_discount_of_nothing() {
        let shop = Storefront::default();
        let voice = Voice { lang: Lang::En, shop: &shop };
        let ten = shop.currency.round(10.into());
        let free = Totals { subtotal: ten, total: ten, ..Totals::default() };
        let text = totals(voice, &free, Some("FREESHIP"), true).to_string();
        assert!(text.contains("Promo FREESHIP: free delivery"), "{text}");
        assert!(!text.contains('−'), "{text}");
    }
}
