//! Shows a screen. One live message is edited as the customer moves; only what the customer types makes a new one.

use super::bot::{CallError, Sent, call, tell};
use super::format::{Storefront, Voice};
use super::html::Html;
use super::message;
use super::payload;
use super::pictures::{Picture, Pictures};
use super::screen::{self, Key, Keyboard, Loaded, Screen};
use crate::delivery::{Refusal, Trouble, classify};
use crate::dialogue::Record;
use crate::domain::{Customer, MessageId};
use crate::services::Shop;
use teloxide::Bot;
use teloxide::payloads::{
    EditMessageMediaSetters, EditMessageTextSetters, SendMessageSetters, SendPhotoSetters,
};
use teloxide::prelude::Requester;
use teloxide::types::{
    self, ButtonRequest, CallbackQuery, ChatId, InlineKeyboardButton, InlineKeyboardMarkup, InputMedia,
    InputMediaPhoto, KeyboardButton, KeyboardMarkup, KeyboardRemove, ParseMode, ReplyMarkup,
};

/// A message of ours with the button that was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pressed {
    message: MessageId,
    has_photo: bool,
}

impl Pressed {
    /// The message of a press; `None` if Telegram does not tell it (too old, or sent through inline mode).
    pub(super) fn of(press: &CallbackQuery) -> Option<Self> {
        let message = press.regular_message()?;
        Some(Self { message: MessageId(message.id.0), has_photo: message.photo().is_some() })
    }
}

/// What is on the customer's screen now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Shown {
    /// The message to edit next; `None` if the last one is to stay.
    pub(super) live: Option<MessageId>,
    /// True if a keyboard of ours stands in the place of the letters.
    pub(super) keyboard: bool,
}

/// Shows screens to customers. Cheap to clone.
#[derive(Clone)]
pub struct Speaker {
    bot: Bot,
    shop: Shop,
    pictures: Pictures,
}

impl Speaker {
    /// Speaks through `bot`, whose Telegram id is `id`.
    #[must_use]
    pub fn new(bot: Bot, id: i64, shop: Shop) -> Self {
        let pictures = Pictures::of(id, shop.clone());
        Self { bot, shop, pictures }
    }

    /// Shows the state of `record`, drawn from what was `just_read` if that is enough. The message that was pressed is
    /// edited if it is the live one; otherwise a new one is sent and the live one goes, so that the chat is not flooded.
    /// Messages that are not live stay as they are.
    pub(super) async fn show(
        &self,
        customer: &Customer,
        record: &Record,
        just_read: Option<Loaded>,
        pressed: Option<Pressed>,
    ) -> Result<Shown, Trouble> {
        let loaded = screen::load(&self.shop, customer, &record.state, just_read).await?;
        let storefront = Storefront::of(&self.shop).await?;
        let voice = Voice { lang: customer.lang, shop: &storefront };
        let screen = screen::draw(voice, customer, &record.state, record.remark.as_ref(), &loaded);
        let chat = ChatId(customer.id.0);
        match self.put(chat, record, &screen, pressed).await {
            Ok(shown) => Ok(shown),
            Err(Trouble::Broken(cause)) => {
                let refusal = cause.downcast_ref::<teloxide::RequestError>().map(classify);
                if refusal == Some(Refusal::Unreachable) {
                    tracing::info!(customer = customer.id.0, "the customer cannot be reached");
                    self.shop.mark_unreachable(customer.id).await?;
                    return Ok(Shown::default());
                }
                Err(Trouble::Broken(cause))
            }
            Err(trouble) => Err(trouble),
        }
    }

    async fn put(
        &self,
        chat: ChatId,
        record: &Record,
        screen: &Screen,
        pressed: Option<Pressed>,
    ) -> Result<Shown, Trouble> {
        let live = record.live;
        let keyboard = !matches!(screen.keyboard, Keyboard::Inline(_));
        let editable =
            pressed.filter(|pressed| Some(pressed.message) == live && !keyboard && !record.keyboard);
        if let Some(pressed) = editable
            && self.edit(chat, screen, pressed).await?
        {
            let live = (!screen.lasting).then_some(pressed.message);
            return Ok(Shown { live, keyboard: false });
        }
        let mut gone = Vec::new();
        if record.keyboard && !keyboard {
            gone.push(self.remove_keyboard(chat).await?);
        }
        let sent = self.send(chat, screen).await;
        gone.extend(live.filter(|_| sent.is_ok()));
        self.delete(chat, &gone).await;
        let live = Some(sent?).filter(|_| !screen.lasting);
        Ok(Shown { live, keyboard })
    }

    /// False if the message cannot become this screen.
    async fn edit(&self, chat: ChatId, screen: &Screen, pressed: Pressed) -> Result<bool, Trouble> {
        let message = types::MessageId(pressed.message.0);
        let rows = inline(&screen.keyboard);
        let photo = self.picture(screen).await?;
        let outcome = match photo {
            Some((photo, file)) if pressed.has_photo => {
                let (file, content) = file.parts();
                let media =
                    InputMediaPhoto::new(file).caption(screen.text.as_str()).parse_mode(ParseMode::Html);
                let request =
                    self.bot.edit_message_media(chat, message, InputMedia::Photo(media)).reply_markup(rows);
                self.pictures.send(&self.bot, request, photo, content).await.map(drop)
            }
            None if !pressed.has_photo => {
                let request = message::edit(&self.bot, chat, message, screen.text.as_str());
                tell(&self.bot, request.reply_markup(rows)).await
            }
            Some(_) | None => return Ok(false),
        };
        match outcome {
            Ok(()) => Ok(true),
            Err(CallError::Request(error)) => match classify(&error) {
                Refusal::Unchanged => Ok(true),
                // Deleted by the customer, or too old: a new message does as well.
                Refusal::Rejected(_) => Ok(false),
                Refusal::TooFast(_) | Refusal::Unavailable | Refusal::Unreachable | Refusal::Moved(_) => {
                    Err(error.into())
                }
            },
            Err(error) => Err(error.into()),
        }
    }

    /// The picture of a screen, with what it is called; `None` if it has none, or it is nowhere.
    async fn picture<'a>(&self, screen: &'a Screen) -> Result<Option<(&'a str, Picture)>, Trouble> {
        let Some(photo) = &screen.photo else { return Ok(None) };
        Ok(self.pictures.find(photo).await?.map(|picture| (photo.as_str(), picture)))
    }

    async fn send(&self, chat: ChatId, screen: &Screen) -> Result<MessageId, Trouble> {
        let markup = markup(&screen.keyboard);
        let photo = self.picture(screen).await?;
        let Some((photo, file)) = photo else { return self.send_text(chat, &screen.text, markup).await };
        let (file, content) = file.parts();
        let request = self
            .bot
            .send_photo(chat, file)
            .caption(screen.text.as_str())
            .parse_mode(ParseMode::Html)
            .reply_markup(markup);
        let sent = self.pictures.send(&self.bot, request, photo, content).await?;
        Ok(MessageId(sent.message_id))
    }

    async fn send_text(&self, chat: ChatId, text: &Html, markup: ReplyMarkup) -> Result<MessageId, Trouble> {
        let request = message::message(&self.bot, chat, text.as_str()).reply_markup(markup);
        let sent: Sent = call(&self.bot, request).await?;
        Ok(MessageId(sent.message_id))
    }

    /// A keyboard goes only with a message that says so; that message is not worth keeping.
    async fn remove_keyboard(&self, chat: ChatId) -> Result<MessageId, Trouble> {
        let text = Html::escaped("👌");
        self.send_text(chat, &text, ReplyMarkup::KeyboardRemove(KeyboardRemove::new())).await
    }

    /// Tidying up: it may be gone already, or too old (48 h, Bot API "deleteMessage").
    async fn delete(&self, chat: ChatId, messages: &[MessageId]) {
        let ids: Vec<_> = messages.iter().map(|message| types::MessageId(message.0)).collect();
        if ids.is_empty() {
            return;
        }
        if let Err(error) = tell(&self.bot, self.bot.delete_messages(chat, ids)).await {
            tracing::debug!(%error, "old messages were not removed");
        }
    }
}

fn inline(keyboard: &Keyboard) -> InlineKeyboardMarkup {
    match keyboard {
        Keyboard::Inline(rows) => {
            InlineKeyboardMarkup::new(rows.iter().map(|row| row.iter().map(inline_button)))
        }
        Keyboard::Contact(..) | Keyboard::Location(..) => InlineKeyboardMarkup::default(),
    }
}

fn inline_button(key: &Key) -> InlineKeyboardButton {
    InlineKeyboardButton::callback(key.label.clone(), payload::encode(&key.button))
}

fn markup(keyboard: &Keyboard) -> ReplyMarkup {
    let (label, request, words) = match keyboard {
        Keyboard::Inline(_) => return ReplyMarkup::InlineKeyboard(inline(keyboard)),
        Keyboard::Contact(label, words) => (label, ButtonRequest::Contact, words),
        Keyboard::Location(label, words) => (label, ButtonRequest::Location, words),
    };
    let share = vec![KeyboardButton::new(label.clone()).request(request)];
    let words = words.iter().map(|word| vec![KeyboardButton::new(word.clone())]);
    let rows = std::iter::once(share).chain(words);
    ReplyMarkup::Keyboard(KeyboardMarkup::new(rows).resize_keyboard().one_time_keyboard())
}
