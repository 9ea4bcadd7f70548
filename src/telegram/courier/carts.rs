//! A word about a cart that was left behind.

use super::Postman;
use crate::delivery::SendError;
use crate::dialogue::Button;
use crate::domain::{ChatId, CustomerId};
use crate::telegram::format::{Storefront, Voice};
use crate::telegram::html::Html;
use crate::telegram::payload;
use teloxide::types::{InlineKeyboardButton, InlineKeyboardMarkup};

/// Lines of the cart that are named.
const NAMED: usize = 3;

impl Postman {
    /// To who still wants news, of what is still in the cart and can still be had.
    pub(super) async fn cart_reminder(&self, chat: ChatId) -> Result<(), SendError> {
        let id = CustomerId(chat.0);
        let Some(customer) = self.shop.customer(id).await? else { return Ok(()) };
        let storefront = Storefront::of(&self.shop).await?;
        if customer.banned || !customer.wants_broadcasts || !storefront.settings.outreach.cart_reminder {
            return Ok(());
        }
        let there = self.shop.cart(id).await?.lines;
        if there.is_empty() {
            return Ok(());
        }
        let voice = Voice { lang: customer.lang, shop: &storefront };
        let named = there.iter().take(NAMED).map(|line| {
            let name = line.names.get(voice.lang);
            voice.tell("news-cart-line", [("pieces", line.quantity.into()), ("name", name.into())])
        });
        let lines = Html::lines(named);
        let rest = u32::try_from(there.len().saturating_sub(NAMED)).unwrap_or(u32::MAX);
        let rest =
            if rest > 0 { voice.tell("news-cart-more", [("count", rest.into())]) } else { Html::default() };
        let text = voice.say("news-cart").paragraph(lines.line(rest)).paragraph(voice.say("news-cart-about"));
        let key =
            |label, button| InlineKeyboardButton::callback(voice.label(label), payload::encode(&button));
        let keyboard = InlineKeyboardMarkup::new([
            [key("button-cart", Button::Cart)],
            [key("button-notifications-off", Button::SetBroadcasts(false))],
        ]);
        self.send(chat, text.as_str(), Some(keyboard)).await?;
        Ok(())
    }
}
