//! Brings notices to their chats: order cards and news, support, broadcasts, dead letters.

mod amendments;
mod carts;
mod credit;
mod orders;
mod shelves;
mod support;
mod topics;

use super::bot::{CallError, Sent, call, tell};
use super::format::{Storefront, Voice};
use super::message::message;
use super::payload;
use super::staff::broadcast_view::{BroadcastView, target};
use super::staff::{Card, broadcast_card, dead_letter, digest};
use super::texts::phrases;
use crate::delivery::{Courier, SendError};
use crate::dialogue::Button;
use crate::domain::{
    BroadcastId, BroadcastLink, ChatId, CustomerId, Lang, MessageId, Notice, Order, OrderId, UpdateId,
};
use crate::repository::StoreError;
use crate::services::Shop;
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use teloxide::payloads::{CopyMessageSetters, SendMessageSetters};
use teloxide::prelude::Requester;
use teloxide::requests::HasPayload;
use teloxide::types::{self, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters};
use teloxide::{ApiError, Bot, RequestError};
use topics::Place;

/// Renders notices when they are sent, so that they show the newest state.
#[derive(Clone)]
pub struct Postman {
    bot: Bot,
    shop: Shop,
}

impl Postman {
    /// Sends with this bot, what this shop knows.
    #[must_use]
    pub const fn new(bot: Bot, shop: Shop) -> Self {
        Self { bot, shop }
    }

    fn staff_lang(&self) -> Lang {
        self.shop.terms().lang
    }

    /// A link between a customer and the chat of the staff is told in their language.
    async fn lang_in(&self, chat: ChatId, fallback: Lang) -> Result<Lang, StoreError> {
        Ok(self.shop.customer(CustomerId(chat.0)).await?.map_or(fallback, |customer| customer.lang))
    }

    async fn order(&self, id: OrderId) -> Result<Order, SendError> {
        let order = self.shop.staff_order(id).await?;
        order.ok_or_else(|| SendError::Impossible(format!("order {id} is not there")))
    }

    async fn send(
        &self,
        place: impl Into<Place> + Send,
        text: &str,
        keyboard: Option<InlineKeyboardMarkup>,
    ) -> Result<Sent, CallError> {
        let place = place.into();
        let mut request = message(&self.bot, types::ChatId(place.chat.0), text);
        request.payload_mut().message_thread_id = place.thread;
        request.payload_mut().reply_markup = keyboard.map(Into::into);
        call(&self.bot, request).await
    }

    /// Sends a card to the staff.
    async fn post(&self, place: Place, drawn: Card) -> Result<Sent, CallError> {
        let mut request = drawn.message(&self.bot, types::ChatId(place.chat.0));
        request.payload_mut().message_thread_id = place.thread;
        call(&self.bot, request).await
    }

    /// Copies a message, whatever it is, with buttons below.
    async fn copy(
        &self,
        chat: ChatId,
        (place, message): (ChatId, MessageId),
        keyboard: InlineKeyboardMarkup,
    ) -> Result<(), CallError> {
        let (place, message) = (types::ChatId(place.0), types::MessageId(message.0));
        let copy = self.bot.copy_message(types::ChatId(chat.0), place, message).reply_markup(keyboard);
        tell(&self.bot, copy).await
    }

    /// Edits a card in place; false if it is not in this chat, or was deleted: then it is to be sent anew.
    async fn edit(
        &self,
        chat: ChatId,
        card: Option<(ChatId, MessageId)>,
        drawn: &Card,
    ) -> Result<bool, CallError> {
        let Some((_, message)) = card.filter(|(place, _)| *place == chat) else { return Ok(false) };
        let place = (types::ChatId(chat.0), types::MessageId(message.0));
        match drawn.clone().show(&self.bot, place).await {
            Ok(()) => Ok(true),
            Err(CallError::Request(RequestError::Api(error))) if is_gone(&error) => Ok(false),
            Err(error) => Err(error),
        }
    }

    async fn broadcast_card(&self, chat: ChatId, id: BroadcastId) -> Result<(), SendError> {
        let found = self.shop.broadcast(id).await?;
        let broadcast = found.ok_or_else(|| SendError::Impossible(format!("broadcast {id} is not there")))?;
        let view = BroadcastView::of(&self.shop, &broadcast).await?;
        let storefront = Storefront::of(&self.shop).await?;
        let voice = Voice { lang: self.staff_lang(), shop: &storefront };
        let drawn = broadcast_card(&broadcast, &view, voice);
        if self.edit(chat, broadcast.card, &drawn).await? {
            return Ok(());
        }
        let original = ReplyParameters::new(types::MessageId(broadcast.original.1.0));
        let request = drawn
            .message(&self.bot, types::ChatId(chat.0))
            .reply_parameters(original.allow_sending_without_reply());
        let sent: Sent = call(&self.bot, request).await?;
        self.shop.set_broadcast_card(id, chat, MessageId(sent.message_id)).await?;
        Ok(())
    }

    async fn digest(
        &self,
        place: Place,
        day: NaiveDate,
        (since, until): (DateTime<Utc>, DateTime<Utc>),
    ) -> Result<(), SendError> {
        let report = self.shop.digest(since, until).await?;
        let storefront = Storefront::of(&self.shop).await?;
        let voice = Voice { lang: self.staff_lang(), shop: &storefront };
        let text = digest(&report, day, voice).cut_to_message();
        self.send(place, text.as_str(), None).await?;
        Ok(())
    }

    /// The message as it was composed, whatever it is, with a way into the shop and a way out of broadcasts.
    async fn broadcast(
        &self,
        chat: ChatId,
        from: (ChatId, MessageId),
        link: BroadcastLink,
    ) -> Result<(), SendError> {
        let lang = self.lang_in(chat, self.staff_lang()).await?;
        let texts = phrases(lang);
        let button = |label, button: Button| InlineKeyboardButton::callback(label, payload::encode(&button));
        // What is not to be seen any more leads to the catalogue.
        let (label, leads) = match (target(&self.shop, link).await?, link) {
            (Some(names), BroadcastLink::Category(id)) => (Some(names), Button::Category(id, 0)),
            (Some(names), BroadcastLink::Product(id)) => (Some(names), Button::Product(id)),
            (_, _) => (None, Button::Catalog),
        };
        let label = match label {
            Some(names) => texts.plain("button-open-named", &[("name", names.get(lang).into())]),
            None => texts.plain("button-catalog", &[]),
        };
        let off = button(texts.plain("button-notifications-off", &[]), Button::SetBroadcasts(false));
        let keyboard = InlineKeyboardMarkup::new([[button(label, leads)], [off]]);
        Ok(self.copy(chat, from, keyboard).await?)
    }

    /// Renders and sends a notice to this place.
    async fn bring(&self, place: Place, notice: &Notice) -> Result<(), SendError> {
        let chat = place.chat;
        match notice {
            Notice::StaffCard { order } => self.staff_card(place, *order).await,
            Notice::OrderWaits { order, is_urgent } => self.order_waits(place, *order, *is_urgent).await,
            Notice::OrderNews { order, status } => self.order_news(chat, *order, *status).await,
            Notice::AmendmentProposed { amendment } => self.amendment_proposed(chat, *amendment).await,
            Notice::AmendmentOver { amendment } => self.amendment_over(chat, *amendment).await,
            Notice::AmendmentAnswered { amendment } => self.amendment_answered(place, *amendment).await,
            Notice::SupportRequest { customer, message, text } => {
                self.support_request(place, *customer, *message, text.as_deref()).await
            }
            Notice::SupportReply { from, text, order } => {
                self.support_reply(chat, *from, text.as_deref(), *order).await
            }
            Notice::CannedReply { text } => self.canned_reply(chat, text).await,
            Notice::DeadLetter { update, cause } => {
                self.post(place, dead_letter::card(UpdateId(*update), cause, self.staff_lang())).await?;
                Ok(())
            }
            Notice::Digest { day, since, until } => self.digest(place, *day, (*since, *until)).await,
            Notice::RunningLow { skus } => self.running_low(place, skus).await,
            Notice::CartReminder => self.cart_reminder(chat).await,
            Notice::BackInStock { product } => self.back_in_stock(chat, *product).await,
            Notice::CreditGiven { amount } => self.credit_given(chat, *amount).await,
            Notice::Flooded => {
                let lang = self.lang_in(chat, self.staff_lang()).await?;
                self.send(chat, &phrases(lang).plain("flooded", &[]), None).await?;
                Ok(())
            }
            Notice::BroadcastCard { broadcast } => self.broadcast_card(chat, *broadcast).await,
            Notice::Broadcast { from, link } => self.broadcast(chat, *from, *link).await,
        }
    }
}

#[async_trait]
impl Courier for Postman {
    async fn deliver(&self, chat: ChatId, notice: &Notice) -> Result<(), SendError> {
        match notice.topic() {
            Some(topic) => self.deliver_to_topic(chat, topic, notice).await,
            None => self.bring(chat.into(), notice).await,
        }
    }

    async fn is_quiet(&self) -> Result<bool, StoreError> {
        Ok(self.shop.quiet_until().await?.is_some())
    }

    async fn unreachable(&self, chat: ChatId) -> Result<(), StoreError> {
        // A group that threw the bot out is nobody's customer.
        if chat.0 > 0 { self.shop.mark_unreachable(CustomerId(chat.0)).await } else { Ok(()) }
    }
}

fn is_gone(error: &ApiError) -> bool {
    matches!(
        error,
        ApiError::MessageToEditNotFound | ApiError::MessageCantBeEdited | ApiError::MessageIdInvalid
    )
}

fn button(label: String, button: &Button) -> InlineKeyboardMarkup {
    InlineKeyboardMarkup::new([[InlineKeyboardButton::callback(label, payload::encode(button))]])
}
