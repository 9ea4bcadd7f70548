//! Brings notices to their chats: order cards and news, support, broadcasts, dead letters.

use super::bot::{CallError, Sent, call, tell};
use super::format::{Storefront, Voice};
use super::html::Html;
use super::message::{message, show};
use super::payload;
use super::screen::reason_text;
use super::staff::{Card, Face, broadcast, broadcast_card, card, dead_letter, digest, person};
use super::texts::phrases;
use crate::delivery::{Courier, SendError};
use crate::dialogue::Button;
use crate::domain::{
    Bounded, BroadcastId, ChatId, CustomerId, Fulfilment, Lang, MessageId, Notice, Order, OrderId,
    RejectReason, Role, Status, UpdateId, link_in,
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

/// Among how many of the staff those who lead are looked for.
const MOST_CALLED: u32 = 60;

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
        chat: ChatId,
        text: &str,
        keyboard: Option<InlineKeyboardMarkup>,
    ) -> Result<Sent, CallError> {
        let mut request = message(&self.bot, types::ChatId(chat.0), text);
        request.payload_mut().reply_markup = keyboard.map(Into::into);
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
        match show(&self.bot, place, &drawn.text, drawn.keyboard.clone()).await {
            Ok(()) => Ok(true),
            Err(CallError::Request(RequestError::Api(error))) if is_gone(&error) => Ok(false),
            Err(error) => Err(error),
        }
    }

    async fn staff_card(&self, chat: ChatId, id: OrderId) -> Result<(), SendError> {
        let order = self.order(id).await?;
        let drawn = card(&order, Face::Deeds, self.staff_lang(), &Storefront::of(&self.shop).await?);
        if self.edit(chat, order.card, &drawn).await? {
            return Ok(());
        }
        let sent = self.send(chat, &drawn.text, Some(drawn.keyboard)).await?;
        self.shop.set_card(id, chat, MessageId(sent.message_id)).await?;
        Ok(())
    }

    /// Below the card. Whoever leads is called by name when it is urgent.
    async fn order_waits(&self, chat: ChatId, id: OrderId, is_urgent: bool) -> Result<(), SendError> {
        let order = self.order(id).await?;
        if order.status != Status::Placed {
            return Ok(());
        }
        let storefront = Storefront::of(&self.shop).await?;
        let voice = Voice { lang: self.staff_lang(), shop: &storefront };
        let args = [
            ("number", order.number.to_string().into()),
            ("since", voice.short_moment(order.placed_at).into()),
        ];
        let mut text = voice.tell("staff-order-waits", args);
        if is_urgent {
            let members = self.shop.staff_members(MOST_CALLED).await?;
            let leads = |role| matches!(role, Some(Role::Owner | Role::Manager));
            let called = members.iter().filter(|member| leads(member.role()));
            text = text.paragraph(Html::lines(
                called.map(|member| person(member.person, &member.name, member.username.as_deref())),
            ));
        }
        let mut request = message(&self.bot, types::ChatId(chat.0), text.cut(4096).as_str());
        if let Some((_, card)) = order.card.filter(|(place, _)| *place == chat) {
            let to = ReplyParameters::new(types::MessageId(card.0));
            request = request.reply_parameters(to.allow_sending_without_reply());
        }
        Ok(tell(&self.bot, request).await?)
    }

    async fn order_news(&self, chat: ChatId, id: OrderId, status: Status) -> Result<(), SendError> {
        let order = self.order(id).await?;
        let lang = self.lang_in(chat, order.lang).await?;
        let texts = phrases(lang);
        let headline = texts.html(news_text(&order, status), &[("number", order.number.to_string().into())]);
        let note = order.note_of(status).map(|note| match status {
            Status::Rejected | Status::Cancelled => reason(&RejectReason::of_note(note), lang),
            _ => texts.html("news-tracking", &[("text", note.into())]),
        });
        let text = headline.paragraph(note.unwrap_or_default());
        let open = button(texts.plain("news-open", &[]), &Button::Order(id));
        let link = order.note_of(status).filter(|_| status == Status::Shipped).and_then(link_in);
        let follow = link
            .and_then(|link| link.parse().ok())
            .map(|link| vec![InlineKeyboardButton::url(texts.plain("news-follow", &[]), link)]);
        let rows = follow.into_iter().chain(open.inline_keyboard);
        self.send(chat, text.as_str(), Some(InlineKeyboardMarkup::new(rows))).await?;
        Ok(())
    }

    async fn support_request(
        &self,
        chat: ChatId,
        id: CustomerId,
        message: MessageId,
        text: Option<&str>,
    ) -> Result<(), SendError> {
        let texts = phrases(self.staff_lang());
        let customer = self.shop.customer(id).await?;
        let (name, username, lang) = match &customer {
            Some(customer) => {
                let lang = customer.lang.code().to_uppercase();
                (customer.name.as_str().to_owned(), customer.username.as_deref(), lang)
            }
            None => (format!("#{id}"), None, "?".to_owned()),
        };
        let who = person(id.0, &name, username);
        let header = texts.html("staff-support", &[("who", who.into()), ("lang", lang.into())]);
        let full = header.paragraph(Html::escaped(text.unwrap_or_default())).cut(4096);
        let mut request = super::message::message(&self.bot, types::ChatId(chat.0), full.as_str());
        // Below what was said last, so that colleagues who join in find the whole conversation.
        if let Some(last) = self.shop.support_thread(chat, id).await? {
            let last = ReplyParameters::new(types::MessageId(last.0)).allow_sending_without_reply();
            request = request.reply_parameters(last);
        }
        let sent: Sent = call(&self.bot, request).await?;
        self.shop.link_support(chat, MessageId(sent.message_id), id).await?;
        if text.is_none() {
            let from = (types::ChatId(id.0), types::MessageId(message.0));
            let copied = self.bot.copy_message(types::ChatId(chat.0), from.0, from.1);
            match call::<types::MessageId>(&self.bot, copied).await {
                Ok(copy) => self.shop.link_support(chat, MessageId(copy.0), id).await?,
                // Deleted meanwhile, or of a kind that cannot be copied: the header alone tells of it.
                Err(CallError::Request(RequestError::Api(error)))
                    if !error.to_string().starts_with("Forbidden") =>
                {
                    tracing::info!(customer = id.0, "a message to the shop could not be copied");
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    async fn support_reply(
        &self,
        chat: ChatId,
        from: (ChatId, MessageId),
        text: Option<&str>,
        about: Option<OrderId>,
    ) -> Result<(), SendError> {
        let lang = self.lang_in(chat, self.staff_lang()).await?;
        let texts = phrases(lang);
        let mut answer = button(texts.plain("news-answer", &[]), &Button::Support);
        let settings = self.shop.settings().await?;
        let shop = ("shop", settings.name.as_str().into());
        let header = match about {
            Some(id) => {
                let number = self.order(id).await?.number.to_string();
                answer = answer.append_row(
                    button(texts.plain("news-open", &[]), &Button::Order(id)).inline_keyboard.concat(),
                );
                texts.html("news-about", &[shop, ("number", number.into())])
            }
            None => texts.html("news-reply", &[shop]),
        };
        let Some(text) = text else { return Ok(self.copy(chat, from, answer).await?) };
        let text = header.paragraph(Html::escaped(text)).cut(4096);
        self.send(chat, text.as_str(), Some(answer)).await?;
        Ok(())
    }

    async fn broadcast_card(&self, chat: ChatId, id: BroadcastId) -> Result<(), SendError> {
        let found = self.shop.broadcast(id).await?;
        let broadcast = found.ok_or_else(|| SendError::Impossible(format!("broadcast {id} is not there")))?;
        let audience = broadcast::audience(&self.shop, &broadcast).await?;
        let drawn = broadcast_card(&broadcast, audience, self.shop.terms().bulk_rate, self.staff_lang());
        if self.edit(chat, broadcast.card, &drawn).await? {
            return Ok(());
        }
        let original = ReplyParameters::new(types::MessageId(broadcast.original.1.0));
        let request = message(&self.bot, types::ChatId(chat.0), &drawn.text)
            .reply_markup(drawn.keyboard)
            .reply_parameters(original.allow_sending_without_reply());
        let sent: Sent = call(&self.bot, request).await?;
        self.shop.set_broadcast_card(id, chat, MessageId(sent.message_id)).await?;
        Ok(())
    }

    async fn digest(
        &self,
        chat: ChatId,
        day: NaiveDate,
        (since, until): (DateTime<Utc>, DateTime<Utc>),
    ) -> Result<(), SendError> {
        let report = self.shop.digest(since, until).await?;
        let storefront = Storefront::of(&self.shop).await?;
        let voice = Voice { lang: self.staff_lang(), shop: &storefront };
        let text = digest(&report, day, voice).cut(4096);
        self.send(chat, text.as_str(), None).await?;
        Ok(())
    }

    /// The message as it was composed, whatever it is, with a way into the shop and a way out of broadcasts.
    async fn broadcast(&self, chat: ChatId, from: (ChatId, MessageId)) -> Result<(), SendError> {
        let texts = phrases(self.lang_in(chat, self.staff_lang()).await?);
        let button = |text, button: Button| {
            InlineKeyboardButton::callback(texts.plain(text, &[]), payload::encode(&button))
        };
        let keyboard = InlineKeyboardMarkup::new([[
            button("button-catalog", Button::Catalog),
            button("button-notifications-off", Button::SetBroadcasts(false)),
        ]]);
        Ok(self.copy(chat, from, keyboard).await?)
    }
}

#[async_trait]
impl Courier for Postman {
    async fn deliver(&self, chat: ChatId, notice: &Notice) -> Result<(), SendError> {
        match notice {
            Notice::StaffCard { order } => self.staff_card(chat, *order).await,
            Notice::OrderWaits { order, is_urgent } => self.order_waits(chat, *order, *is_urgent).await,
            Notice::OrderNews { order, status } => self.order_news(chat, *order, *status).await,
            Notice::SupportRequest { customer, message, text } => {
                self.support_request(chat, *customer, *message, text.as_deref()).await
            }
            Notice::SupportReply { from, text, order } => {
                self.support_reply(chat, *from, text.as_deref(), *order).await
            }
            Notice::DeadLetter { update, cause } => {
                let (text, keyboard) = dead_letter::message(UpdateId(*update), cause, self.staff_lang());
                self.send(chat, &text, Some(keyboard)).await?;
                Ok(())
            }
            Notice::Digest { day, since, until } => self.digest(chat, *day, (*since, *until)).await,
            Notice::Flooded => {
                let lang = self.lang_in(chat, self.staff_lang()).await?;
                self.send(chat, &phrases(lang).plain("flooded", &[]), None).await?;
                Ok(())
            }
            Notice::BroadcastCard { broadcast } => self.broadcast_card(chat, *broadcast).await,
            Notice::Broadcast { from } => self.broadcast(chat, *from).await,
        }
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

const fn news_text(order: &Order, status: Status) -> &'static str {
    let is_pickup = matches!(order.fulfilment, Some(Fulfilment::Pickup));
    match status {
        Status::Placed => "news-placed",
        Status::Accepted => "news-accepted",
        Status::Shipped if is_pickup => "news-ready",
        Status::Shipped => "news-shipped",
        Status::Delivered if is_pickup => "news-picked-up",
        Status::Delivered => "news-delivered",
        Status::Rejected => "news-rejected",
        Status::Cancelled => "news-cancelled",
    }
}

/// A reason as the customer reads it.
fn reason(reason: &RejectReason, lang: Lang) -> Html {
    let texts = phrases(lang);
    match reason_text(reason) {
        Some(id) => texts.html(id, &[]),
        None => texts.html("news-reason", &[("text", reason.as_note().into())]),
    }
}
