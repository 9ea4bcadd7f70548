//! The packing slip: what goes into the parcel and where to, on paper. Its code leads whoever scans it to the order.

use super::Hand;
use crate::delivery::Trouble;
use crate::domain::{Bounded, Fulfilment, Lang, Money, Order};
use crate::paper::{PaperError, Sheet, Style};
use crate::telegram::bot::{attached, upload};
use crate::telegram::errors::Outcome;
use crate::telegram::format::{Storefront, Voice, amount};
use serde::de::IgnoredAny;
use std::sync::Arc;
use std::time::Duration;
use teloxide::payloads::SendDocumentSetters;
use teloxide::prelude::Requester;
use teloxide::requests::HasPayload;
use teloxide::types::{CallbackQuery, ReplyParameters};
use tokio::sync::Semaphore;

/// Slips that one instance draws at the same moment. Each takes some milliseconds of a processor.
static DRAWING: Semaphore = Semaphore::const_new(2);

/// How long one waits for its turn and is drawn, at most.
const PATIENCE: Duration = Duration::from_secs(5);

/// How the link in the code begins; `telegram::event` reads it.
pub(in crate::telegram) const LINK: &str = "o_";

/// Sends the slip of an order below its card.
pub(super) async fn send(hand: &Hand, press: &CallbackQuery, order: Order) -> Outcome {
    hand.release(press).await;
    let Some(card) = &press.message else { return Ok(()) };
    let voice = hand.voice();
    let title = voice.label_with("staff-slip-title", [("number", order.number.to_string().into())]);
    let name = format!("order-{}.pdf", order.number);
    let (lang, shop) = (voice.lang, Arc::clone(&hand.storefront));
    let bot = hand.me.username().to_owned();
    let drawing = async {
        let _turn = DRAWING.acquire().await.map_err(|closed| Trouble::Broken(Box::new(closed)))?;
        let drawn = tokio::task::spawn_blocking(move || draw(&order, &bot, lang, &shop)).await;
        let drawn = drawn.map_err(|panic| Trouble::Broken(Box::new(panic)))?;
        drawn.map_err(|error| Trouble::Broken(Box::new(error)))
    };
    let late = |late| Trouble::Dependency(Box::new(late));
    let file = tokio::time::timeout(PATIENCE, drawing).await.map_err(late)??;
    let mut document = hand
        .bot
        .send_document(card.chat().id, attached())
        .caption(title)
        .reply_parameters(ReplyParameters::new(card.id()).allow_sending_without_reply());
    document.payload_mut().message_thread_id = hand.topic();
    upload::<IgnoredAny>(&hand.bot, document, name, file).await?;
    Ok(())
}

/// Draws it, in the language of the staff.
fn draw(order: &Order, bot: &str, lang: Lang, shop: &Storefront) -> Result<Vec<u8>, PaperError> {
    let voice = Voice { lang, shop };
    let number = order.number.to_string();
    let title = voice.label_with("staff-slip-title", [("number", number.into())]);
    let mut sheet = Sheet::new()?;
    sheet.code(&format!("https://t.me/{bot}?start={LINK}{}", order.id.0.simple()))?;
    sheet.words(&shop.settings.name, Style::Small);
    sheet.words(&title, Style::Title);
    sheet.words(&voice.moment(order.placed_at), Style::Small);
    customer(&mut sheet, order, voice);
    sheet.rule();
    for line in &order.lines {
        let name = match line.options.is_empty() {
            true => line.names.get(lang).to_owned(),
            // "250 g" stays on one line.
            false => format!("{} ({})", line.names.get(lang), line.options.get(lang).replace(' ', "\u{a0}")),
        };
        let sum = amount(lang, line.price.times(line.quantity), order.currency);
        sheet.row(&format!("☐ {} × {name}", line.quantity), &sum, Style::Body);
    }
    sheet.rule();
    sums(&mut sheet, order, voice);
    if let Some(note) = &order.note {
        sheet.rule();
        sheet.words(&voice.label_with("staff-slip-note", [("note", note.as_str().into())]), Style::Body);
    }
    sheet.finish(&title)
}

fn customer(sheet: &mut Sheet, order: &Order, voice: Voice<'_>) {
    let name = order.name.as_ref().map(|name| name.as_str().to_owned());
    sheet.words(&name.unwrap_or_else(|| voice.label("staff-slip-forgotten")), Style::Strong);
    if let Some(phone) = &order.phone {
        sheet.words(phone.as_str(), Style::Body);
    }
    match &order.fulfilment {
        Some(Fulfilment::Delivery(to)) => {
            sheet.words(to.address.as_str(), Style::Strong);
            if let Some(slot) = order.slot {
                sheet.words(&voice.slot(slot), Style::Body);
            }
        }
        Some(Fulfilment::Pickup) => sheet.words(&voice.label("staff-slip-pickup"), Style::Strong),
        None => {}
    }
}

fn sums(sheet: &mut Sheet, order: &Order, voice: Voice<'_>) {
    let totals = order.totals;
    let money = |sum: Money| amount(voice.lang, sum, order.currency);
    if totals.discount > Money::ZERO {
        let code = order.promo.as_deref().unwrap_or_default();
        let label = voice.label_with("staff-slip-discount", [("code", code.into())]);
        sheet.row(&label, &format!("−{}", money(totals.discount)), Style::Body);
    }
    if totals.delivery > Money::ZERO {
        sheet.row(&voice.label("staff-slip-delivery"), &money(totals.delivery), Style::Body);
    }
    let style = if totals.credit.is_zero() { Style::Strong } else { Style::Body };
    sheet.row(&voice.label("staff-slip-total"), &money(totals.total), style);
    if !totals.credit.is_zero() {
        sheet.row(&voice.label("staff-slip-credit"), &format!("−{}", money(totals.credit)), Style::Body);
        sheet.row(&voice.label("staff-slip-to-collect"), &money(totals.to_pay()), Style::Strong);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Address, Destination, OrderLine, PersonName, Phone, SkuId, Status, Texts};
    use crate::telegram::screen::gallery_shop;
    use rust_decimal::dec;

    fn order() -> Order {
        let mut order = gallery_shop::plain_order(Status::Accepted, Fulfilment::Pickup);
        order.name = PersonName::parse("Анна-Мария <Ширли>").ok();
        order.phone = Some(Phone::stored("+4930123456".into()));
        order.note = Some("Please ring twice & wait, the bell is quiet. 🛎".to_owned());
        let address =
            Address::parse("Straße des 17. Juni 135, Hinterhaus, 3. Stock links, 10623 Berlin").unwrap();
        order.fulfilment = Some(Fulfilment::Delivery(Destination { address, point: None }));
        let line = |n: i64| OrderLine {
            sku: SkuId(n),
            names: Texts::from([
                (Lang::En, "Jasmine Pearls, hand rolled in the spring"),
                (Lang::Ru, "Жасминовые жемчужины"),
            ]),
            options: Texts::from([(Lang::En, "250 g"), (Lang::Ru, "250 г")]),
            quantity: u32::try_from(n).unwrap(),
            price: Money::new(dec!(14.50)).unwrap(),
            discount: Money::ZERO,
        };
        order.lines = (1..=19).map(line).collect();
        order
    }

    /// With `SLIPS` set to a folder the files are put there, to be looked at.
    #[test]
    fn a_slip_is_drawn_in_every_language_with_all_that_is_on_it() {
        for lang in Lang::ALL {
            let file = draw(&order(), "slow_kettle_bot", lang, &gallery_shop::shop()).unwrap();
            assert!(file.len() < 100_000, "{} bytes", file.len());
            if let Ok(folder) = std::env::var("SLIPS") {
                std::fs::write(format!("{folder}/{lang}.pdf"), file).unwrap();
            }
        }
    }
}
