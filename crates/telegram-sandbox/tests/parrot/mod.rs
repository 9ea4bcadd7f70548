//! A bot as teloxide's users write them, on long polling.

use telegram_sandbox::{Sandbox, TestBot};
use teloxide::payloads::{
    AnswerCallbackQuerySetters, EditMessageTextSetters, GetUpdatesSetters, SendMessageSetters,
};
use teloxide::prelude::{Bot, Message, Requester};
use teloxide::types::{
    ButtonRequest, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, KeyboardMarkup,
    UpdateKind,
};

/// A bot that flies until it lands.
pub(crate) struct Parrot {
    task: tokio::task::JoinHandle<()>,
}

impl Parrot {
    pub(crate) fn fly(telegram: &Sandbox, account: &TestBot) -> Self {
        let bot = Bot::new(account.token()).set_api_url(telegram.api_url().parse().unwrap());
        Self { task: tokio::spawn(poll(bot)) }
    }

    pub(crate) fn land(self) {
        self.task.abort();
    }
}

async fn poll(bot: Bot) {
    let mut offset = 0;
    loop {
        let updates = bot.get_updates().offset(offset).timeout(5).await.unwrap();
        for update in updates {
            offset = i32::try_from(update.id.0).unwrap() + 1;
            match update.kind {
                UpdateKind::Message(message) => hear(&bot, &message).await,
                UpdateKind::CallbackQuery(query) => feel(&bot, query).await,
                _ => {}
            }
        }
    }
}

async fn hear(bot: &Bot, message: &Message) {
    let chat = message.chat.id;
    let name = message.from.as_ref().map(|user| user.first_name.clone()).unwrap_or_default();
    if let Some(contact) = message.contact() {
        bot.send_message(chat, &contact.phone_number).await.unwrap();
    } else if let Some(place) = message.location() {
        bot.send_message(chat, format!("at {}", place.latitude)).await.unwrap();
    }
    // A 502 is what the faults are for.
    let Some(text) = message.text() else { return };
    if let Some(seed) = text.strip_prefix("/start ") {
        bot.send_message(chat, format!("Hello {name}, you came with {seed}")).await.unwrap();
    } else if text == "/count" {
        bot.send_message(chat, "Count 0").reply_markup(buttons(0)).await.unwrap();
    } else if text == "/keys" {
        let keys = KeyboardMarkup::new([[
            KeyboardButton::new("My phone").request(ButtonRequest::Contact),
            KeyboardButton::new("My place").request(ButtonRequest::Location),
        ]]);
        bot.send_message(chat, "Press one").reply_markup(keys).await.unwrap();
    } else {
        let _ = bot.send_message(chat, format!("You said {text}")).await;
    }
}

async fn feel(bot: &Bot, query: CallbackQuery) {
    let Some(count) = query.data.as_ref().and_then(|data| data.parse::<u32>().ok()) else { return };
    let message = query.message.unwrap();
    let edit = bot.edit_message_text(message.chat().id, message.id(), format!("Count {count}"));
    edit.reply_markup(buttons(count)).await.unwrap();
    bot.answer_callback_query(query.id).text("one more").await.unwrap();
}

fn buttons(count: u32) -> InlineKeyboardMarkup {
    InlineKeyboardMarkup::new([[
        InlineKeyboardButton::callback("More", (count + 1).to_string()),
        InlineKeyboardButton::callback("Stop", "stop"),
    ]])
}
