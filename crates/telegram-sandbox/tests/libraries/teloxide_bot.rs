//! A bot on teloxide, which reads every answer and every update into its types of the Bot API.

use teloxide::net::Download as _;
use teloxide::payloads::{
    AnswerCallbackQuerySetters as _, AnswerInlineQuerySetters as _, AnswerShippingQuerySetters as _,
    EditMessageTextSetters as _, GetUpdatesSetters as _, SendInvoiceSetters as _, SendMessageSetters as _,
};
use teloxide::prelude::{Bot, ChatId, Message, Requester as _};
use teloxide::types::{
    AllowedUpdate, ButtonRequest, CallbackQuery, ChatMemberUpdated, InlineKeyboardButton,
    InlineKeyboardMarkup, InlineQuery, InlineQueryResult, InlineQueryResultArticle, InputMessageContent,
    InputMessageContentText, KeyboardButton, KeyboardMarkup, LabeledPrice, MediaKind, MessageKind,
    ReactionType, ShippingOption, ShippingQuery, SuccessfulPayment, UpdateKind, WebAppInfo,
};

use crate::conversation::Settings;
use crate::teloxide_tour::tour;

pub(crate) type Done = anyhow::Result<()>;

/// Serves until something goes wrong.
pub(crate) async fn run(settings: Settings) -> Done {
    let bot = Bot::new(&settings.token).set_api_url(settings.url.parse()?);
    let mut offset = 0;
    loop {
        for update in bot.get_updates().offset(offset).timeout(5).allowed_updates(allowed()).await? {
            offset = i32::try_from(update.id.0)? + 1;
            handle(&bot, &settings, update.kind).await?;
        }
    }
}

fn allowed() -> Vec<AllowedUpdate> {
    vec![
        AllowedUpdate::Message,
        AllowedUpdate::EditedMessage,
        AllowedUpdate::CallbackQuery,
        AllowedUpdate::InlineQuery,
        AllowedUpdate::ChosenInlineResult,
        AllowedUpdate::ShippingQuery,
        AllowedUpdate::PreCheckoutQuery,
        AllowedUpdate::MessageReaction,
        AllowedUpdate::ChatMember,
        AllowedUpdate::MyChatMember,
    ]
}

async fn handle(bot: &Bot, settings: &Settings, update: UpdateKind) -> Done {
    match update {
        UpdateKind::Message(message) => hear(bot, settings, &message).await?,
        UpdateKind::EditedMessage(message) => {
            let words = format!("Changed to {}", message.text().unwrap_or_default());
            bot.send_message(message.chat.id, words).await?;
        }
        UpdateKind::CallbackQuery(query) => feel(bot, query).await?,
        UpdateKind::InlineQuery(query) => suggest(bot, query).await?,
        UpdateKind::ChosenInlineResult(chosen) => {
            bot.edit_message_text_inline(chosen.inline_message_id.unwrap_or_default(), "Taken").await?;
        }
        UpdateKind::ShippingQuery(query) => ship(bot, query).await?,
        UpdateKind::PreCheckoutQuery(query) => {
            bot.answer_pre_checkout_query(query.id, true).await?;
        }
        UpdateKind::MessageReaction(reaction) => {
            if let Some(ReactionType::Emoji { emoji }) = reaction.new_reaction.first() {
                bot.send_message(reaction.chat.id, format!("You reacted with {emoji}")).await?;
            }
        }
        UpdateKind::ChatMember(change) => welcome(bot, change).await?,
        UpdateKind::MyChatMember(_) => {}
        other => anyhow::bail!("not understood: {other:?}"),
    }
    Ok(())
}

async fn hear(bot: &Bot, settings: &Settings, message: &Message) -> Done {
    let chat = message.chat.id;
    if let Some(text) = message.text() {
        return command(bot, settings, message, text).await;
    }
    let kind = match &message.kind {
        MessageKind::Common(common) => match &common.media_kind {
            MediaKind::Document(media) => {
                let file = bot.get_file(media.document.file.id.clone()).await?;
                let mut content = Vec::new();
                bot.download_file(&file.path, &mut content).await?;
                bot.send_message(chat, format!("I got a document of {} bytes", content.len())).await?;
                return Ok(());
            }
            MediaKind::Photo(_) => "photo",
            MediaKind::Video(_) => "video",
            MediaKind::Voice(_) => "voice",
            MediaKind::Audio(_) => "audio",
            MediaKind::Animation(_) => "animation",
            MediaKind::Sticker(_) => "sticker",
            MediaKind::Contact(_) => "contact",
            MediaKind::Location(_) => "location",
            other => anyhow::bail!("not understood: {other:?}"),
        },
        MessageKind::WebAppData(sent) => {
            bot.send_message(chat, format!("The form says {}", sent.web_app_data.data)).await?;
            return Ok(());
        }
        MessageKind::SuccessfulPayment(paid) => return thank(bot, message, &paid.successful_payment).await,
        MessageKind::NewChatMembers(_) | MessageKind::RefundedPayment(_) => return Ok(()),
        other => anyhow::bail!("not understood: {other:?}"),
    };
    bot.send_message(chat, format!("I got a {kind}")).await?;
    Ok(())
}

async fn command(bot: &Bot, settings: &Settings, message: &Message, text: &str) -> Done {
    let chat = message.chat.id;
    match text {
        "/count" => {
            bot.send_message(chat, "Count 0").reply_markup(counter(0)).await?;
        }
        "/keys" => {
            let form = WebAppInfo { url: "https://example.org/form".parse()? };
            let keys = KeyboardMarkup::new([[
                KeyboardButton::new("My phone").request(ButtonRequest::Contact),
                KeyboardButton::new("My place").request(ButtonRequest::Location),
                KeyboardButton::new("Form").request(ButtonRequest::WebApp(form)),
            ]]);
            bot.send_message(chat, "Press one").reply_markup(keys).await?;
        }
        "/stars" => {
            bot.send_invoice(chat, "Song", "One song", "song", "XTR", [LabeledPrice::new("Song", 7)]).await?;
        }
        "/parcel" => parcel(bot, chat).await?,
        "/tour" => tour(bot, settings, message).await?,
        _ => {
            let name = message.from.as_ref().map_or("nobody", |user| &user.first_name);
            if let Some(payload) = text.strip_prefix("/start ") {
                bot.send_message(chat, format!("Hello {name}, you came with {payload}")).await?;
            }
        }
    }
    Ok(())
}

async fn parcel(bot: &Bot, chat: ChatId) -> Done {
    let invoice = bot.send_invoice(chat, "Tea", "Two bags", "tea", "EUR", [LabeledPrice::new("Tea", 500)]);
    invoice.provider_token("1:TEST:x").need_name(true).need_shipping_address(true).is_flexible(true).await?;
    Ok(())
}

async fn thank(bot: &Bot, message: &Message, payment: &SuccessfulPayment) -> Done {
    let words = if payment.currency == "XTR" {
        let payer = message.from.as_ref().map(|user| user.id);
        let payer = payer.ok_or_else(|| anyhow::anyhow!("somebody has paid"))?;
        bot.refund_star_payment(payer, payment.telegram_payment_charge_id.clone()).await?;
        format!("You got {} stars back", payment.total_amount)
    } else {
        let city = payment.order_info.shipping_address.as_ref().map_or("nowhere", |address| &address.city);
        format!("{} cents, off to {city}", payment.total_amount)
    };
    bot.send_message(message.chat.id, words).await?;
    Ok(())
}

async fn feel(bot: &Bot, query: CallbackQuery) -> Done {
    let count: u32 = query.data.as_deref().unwrap_or_default().parse()?;
    let message = query.message.ok_or_else(|| anyhow::anyhow!("a press belongs to a message"))?;
    let edit = bot.edit_message_text(message.chat().id, message.id(), format!("Count {count}"));
    edit.reply_markup(counter(count)).await?;
    bot.answer_callback_query(query.id).text("one more").await?;
    Ok(())
}

async fn suggest(bot: &Bot, query: InlineQuery) -> Done {
    let words = InputMessageContentText::new(format!("Some {}", query.query));
    let article = InlineQueryResultArticle::new("1", "Tea", InputMessageContent::Text(words));
    let article = InlineQueryResult::Article(article.reply_markup(counter(0)));
    bot.answer_inline_query(query.id, [article]).cache_time(0).await?;
    Ok(())
}

async fn ship(bot: &Bot, query: ShippingQuery) -> Done {
    let post = ShippingOption::new("post", "Post", [LabeledPrice::new("Post", 600)]);
    bot.answer_shipping_query(query.id, true).shipping_options([post]).await?;
    Ok(())
}

async fn welcome(bot: &Bot, change: ChatMemberUpdated) -> Done {
    if change.new_chat_member.is_member() {
        let name = change.new_chat_member.user.first_name;
        bot.send_message(change.chat.id, format!("Welcome {name}")).await?;
    }
    Ok(())
}

pub(crate) fn counter(count: u32) -> InlineKeyboardMarkup {
    InlineKeyboardMarkup::new([[InlineKeyboardButton::callback("More", (count + 1).to_string())]])
}
