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

type Done = Result<(), teloxide::RequestError>;

/// A bot that flies until it lands.
pub(crate) struct Parrot {
    task: tokio::task::JoinHandle<()>,
}

impl Parrot {
    pub(crate) fn fly(telegram: &Sandbox, account: &TestBot) -> Self {
        let bot = Bot::new(account.token())
            .set_api_url(telegram.api_url().parse().expect("the sandbox has a valid address"));
        let task = async move {
            if let Err(error) = poll(bot).await {
                tracing::error!(%error, "the parrot fell");
            }
        };
        Self { task: tokio::spawn(task) }
    }

    pub(crate) fn land(self) {
        self.task.abort();
    }
}

async fn poll(bot: Bot) -> Done {
    let mut offset = 0;
    loop {
        let updates = bot.get_updates().offset(offset).timeout(5).await?;
        for update in updates {
            offset = i32::try_from(update.id.0).expect("ids begin low") + 1;
            match update.kind {
                UpdateKind::Message(message) => hear(&bot, &message).await?,
                UpdateKind::CallbackQuery(query) => feel(&bot, query).await?,
                _ => {}
            }
        }
    }
}

async fn hear(bot: &Bot, message: &Message) -> Done {
    let chat = message.chat.id;
    let name = message.from.as_ref().map(|user| user.first_name.clone()).unwrap_or_default();
    if let Some(contact) = message.contact() {
        bot.send_message(chat, &contact.phone_number).await?;
    } else if let Some(place) = message.location() {
        bot.send_message(chat, format!("at {}", place.latitude)).await?;
    }
    let Some(text) = message.text() else { return Ok(()) };
    if let Some(seed) = text.strip_prefix("/start ") {
        bot.send_message(chat, format!("Hello {name}, you came with {seed}")).await?;
    } else if text == "/count" {
        bot.send_message(chat, "Count 0").reply_markup(buttons(0)).await?;
    } else if text == "/keys" {
        let keys = KeyboardMarkup::new([[
            KeyboardButton::new("My phone").request(ButtonRequest::Contact),
            KeyboardButton::new("My place").request(ButtonRequest::Location),
        ]]);
        bot.send_message(chat, "Press one").reply_markup(keys).await?;
    } else {
        // An answer may get lost: that is what the faults are for.
        let _ = bot.send_message(chat, format!("You said {text}")).await;
    }
    Ok(())
}

async fn feel(bot: &Bot, query: CallbackQuery) -> Done {
    let Some(count) = query.data.as_ref().and_then(|data| data.parse::<u32>().ok()) else { return Ok(()) };
    let Some(message) = query.message else { return Ok(()) };
    let edit = bot.edit_message_text(message.chat().id, message.id(), format!("Count {count}"));
    edit.reply_markup(buttons(count)).await?;
    bot.answer_callback_query(query.id).text("one more").await?;
    Ok(())
}

fn buttons(count: u32) -> InlineKeyboardMarkup {
    InlineKeyboardMarkup::new([[
        InlineKeyboardButton::callback("More", (count + 1).to_string()),
        InlineKeyboardButton::callback("Stop", "stop"),
    ]])
}
