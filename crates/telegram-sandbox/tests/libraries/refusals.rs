//! What the sandbox refuses, teloxide knows by name: its list of Telegram's sentences was written by others.

use telegram_sandbox::{Config, Sandbox};
use teloxide::payloads::SendMessageSetters as _;
use teloxide::prelude::{Bot, ChatId, Requester as _};
use teloxide::types::{
    FileId, InlineKeyboardButton, InlineKeyboardButtonKind, InlineKeyboardMarkup, InputFile, InputPollOption,
    MessageId,
};
use teloxide::{ApiError, RequestError};

fn named<T>(outcome: Result<T, RequestError>) -> ApiError {
    match outcome {
        Err(RequestError::Api(error)) => error,
        Err(other) => ApiError::Unknown(format!("not refused, but {other}")),
        Ok(_) => ApiError::Unknown("not refused".into()),
    }
}

fn button(kind: InlineKeyboardButtonKind) -> InlineKeyboardMarkup {
    InlineKeyboardMarkup::new([[InlineKeyboardButton::new("Go", kind)]])
}

#[tokio::test]
async fn refusals_are_known_to_teloxide_by_name() {
    let telegram = Sandbox::start(Config::default()).await.expect("a free port");
    let account = telegram.bot("Parrot");
    let bot = Bot::new(account.token()).set_api_url(telegram.api_url().parse().expect("a valid address"));
    let [ann, bob, cid] = ["Ann", "Bob", "Cid"].map(|name| telegram.user(name).create());
    let theirs = MessageId(i32::try_from(ann.start().id()).expect("ids are small"));
    bob.start();
    bob.block();
    cid.start();
    cid.deactivate();
    let chat = ChatId(ann.id());
    let own = bot.send_message(chat, "one").await.expect("Ann has started the bot").id;
    let nowhere = MessageId(999_999);
    let long = "x".repeat(4097);
    let poll = bot.send_poll(chat, "Tea?", ["a", "b"].map(InputPollOption::new)).await.expect("a poll").id;
    bot.stop_poll(chat, poll).await.expect("it was open");
    let data = InlineKeyboardButtonKind::CallbackData("x".repeat(65));

    let rows = [
        (named(bot.send_message(ChatId(42), "a").await), ApiError::ChatNotFound),
        (named(bot.send_message(chat, "").await), ApiError::MessageTextIsEmpty),
        (named(bot.send_message(chat, &long).await), ApiError::MessageIsTooLong),
        (named(bot.send_message(ChatId(bob.id()), "a").await), ApiError::BotBlocked),
        (named(bot.send_message(ChatId(cid.id()), "a").await), ApiError::UserDeactivated),
        (named(bot.send_message(chat, "a").reply_markup(button(data)).await), ApiError::ButtonDataInvalid),
        (named(bot.edit_message_text(chat, own, "one").await), ApiError::MessageNotModified),
        (named(bot.edit_message_text(chat, own, &long).await), ApiError::EditedMessageIsTooLong),
        (named(bot.edit_message_text(chat, nowhere, "a").await), ApiError::MessageToEditNotFound),
        (named(bot.edit_message_text(chat, theirs, "a").await), ApiError::MessageCantBeEdited),
        (named(bot.delete_message(chat, nowhere).await), ApiError::MessageToDeleteNotFound),
        (named(bot.copy_message(chat, chat, nowhere).await), ApiError::MessageToCopyNotFound),
        (named(bot.forward_message(chat, chat, nowhere).await), ApiError::MessageToForwardNotFound),
        (named(bot.stop_poll(chat, poll).await), ApiError::PollHasAlreadyClosed),
        (named(bot.stop_poll(chat, nowhere).await), ApiError::MessageWithPollNotFound),
        (named(bot.stop_poll(chat, own).await), ApiError::MessageIsNotAPoll),
        (
            named(bot.send_poll(chat, "Tea?", ["a"].map(InputPollOption::new)).await),
            ApiError::PollMustHaveMoreOptions,
        ),
        (
            named(bot.send_photo(chat, InputFile::file_id(FileId("invented".into()))).await),
            ApiError::WrongFileIdOrUrl,
        ),
        (
            named(bot.send_photo(chat, InputFile::memory("no picture").file_name("a.png")).await),
            ApiError::ImageProcessFailed,
        ),
    ];
    for (seen, expected) in rows {
        assert_eq!(seen, expected);
    }
    let unanswered = Bot::new("5:another").set_api_url(bot.api_url());
    unanswered.get_me().await.expect("an unknown token makes its bot");
    let stolen = account.token().split(':').next().map(|id| format!("{id}:stolen")).expect("an id");
    let stolen = Bot::new(stolen).set_api_url(bot.api_url());
    assert_eq!(named(stolen.get_me().await), ApiError::InvalidToken);
}
