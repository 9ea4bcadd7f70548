//! The store credit of a customer: given, taken, and what changed it.

use super::patron::{self, PatronDeed};
use super::{Card, Hand, reply};
use crate::domain::{
    Bounded, CreditChange, CreditEntry, Customer, CustomerId, Money, UpdateId, amount_and_reason,
};
use crate::repository::Booked;
use crate::telegram::errors::Outcome;
use crate::telegram::format::Voice;
use crate::telegram::html::Html;
use teloxide::types::{CallbackQuery, Message};

/// Entries shown.
const LATEST: u32 = 10;

/// Shows the latest entries instead of the card.
pub(super) async fn show(hand: &Hand, press: &CallbackQuery, id: CustomerId) -> Outcome {
    hand.release(press).await;
    let Some((customer, entries)) = hand.shop.customer_and_credit(id, LATEST).await? else { return Ok(()) };
    hand.show(press, ledger(&customer, &entries, hand.voice())).await
}

fn ledger(customer: &Customer, entries: &[CreditEntry], voice: Voice<'_>) -> Card {
    let (who, sum) = (customer.name.as_str(), voice.money(customer.balance));
    let head = voice.tell("staff-credit", [("who", who.into()), ("sum", sum.into())]);
    let lines = match entries {
        [] => voice.say("staff-credit-none"),
        entries => Html::lines(entries.iter().map(|entry| line(entry, voice))),
    };
    let back = patron::button(voice, customer.id, "staff-back", PatronDeed::Back);
    let text = head.paragraph(lines);
    Card::new(text, [[back]])
}

fn line(entry: &CreditEntry, voice: Voice<'_>) -> Html {
    let change = match entry.change {
        CreditChange::Given(amount) => format!("+{}", voice.money(amount)),
        CreditChange::Taken(amount) => format!("−{}", voice.money(amount)),
    };
    let order = entry
        .order
        .map(|number| voice.label_with("staff-audit-order", [("number", number.to_string().into())]));
    let reason = Some(entry.reason.clone()).filter(|reason| !reason.is_empty());
    let what: Vec<_> = order.into_iter().chain(reason).chain(entry.who.clone()).collect();
    let args = [
        ("at", voice.short_moment(entry.at).into()),
        ("change", change.into()),
        ("what", what.join(" · ").into()),
    ];
    voice.tell("staff-credit-line", args)
}

/// Somebody answered how much is given or taken, and why. A question is answered once: `asked` is the update that put it.
pub(super) async fn answered(
    hand: &Hand,
    message: &Message,
    id: CustomerId,
    change: fn(Money) -> CreditChange,
    asked: UpdateId,
) -> Outcome {
    let voice = hand.voice();
    let typed = message.text().unwrap_or_default();
    let Some((amount, reason)) = amount_and_reason(typed, voice.shop.currency) else {
        return hand.say(message, "staff-credit-refused").await;
    };
    let Some(customer) = hand.shop.customer(id).await? else {
        return hand.say(message, "staff-patron-none").await;
    };
    let by = hand.colleague.actor();
    match hand.shop.change_credit(id, change(amount), &reason, asked, by).await? {
        Booked::Done(balance) => {
            tracing::info!(user = hand.colleague.id(), "store credit was changed");
            let drawn = patron::card(&hand.shop, &Customer { balance, ..customer }, voice).await?;
            hand.post(message, drawn).await
        }
        Booked::Already => hand.say(message, "staff-done-already").await,
        Booked::Short => {
            let sum = voice.money(customer.balance);
            reply(&hand.bot, message, &voice.tell("staff-credit-short", [("sum", sum.into())])).await
        }
    }
}
