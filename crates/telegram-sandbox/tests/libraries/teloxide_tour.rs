//! Every method there is a use for, called through teloxide.

use teloxide::payloads::{
    DeleteMyCommandsSetters as _, EditForumTopicSetters as _, EditMessageCaptionSetters as _,
    EditMessageReplyMarkupSetters as _, EditMessageTextSetters as _, GetChatMenuButtonSetters as _,
    GetMyCommandsSetters as _, SendMessageSetters as _, SendPhotoSetters as _, SendVideoSetters as _,
    SendVoiceSetters as _, SetChatMenuButtonSetters as _, SetMessageReactionSetters as _,
    SetMyCommandsSetters as _, SetMyDescriptionSetters as _, SetMyNameSetters as _,
    SetMyShortDescriptionSetters as _, UnpinChatMessageSetters as _,
};
use teloxide::prelude::{Bot, ChatId, Message, Requester as _, UserId};
use teloxide::types::{
    BotCommand, BotCommandScope, ChatAction, FileId, InputFile, InputMedia, InputMediaPhoto, InputPollOption,
    LabeledPrice, MenuButton, MessageId, ParseMode, ReactionType, Recipient, ReplyParameters,
};

use crate::conversation::{PICTURE, Settings};
use crate::teloxide_bot::{Done, counter};

pub(crate) async fn tour(bot: &Bot, settings: &Settings, message: &Message) -> Done {
    let chat = message.chat.id;
    profile(bot, chat).await?;
    let first = texts(bot, chat).await?;
    let (photo, file) = files(bot, chat).await?;
    let poll = others(bot, chat).await?;
    edits(bot, chat, first, photo, file).await?;
    let copy = bot.copy_message(chat, chat, first).await?;
    let forwarded = bot.forward_message(chat, chat, first).await?;
    pins(bot, chat, first).await?;
    let thumb = ReactionType::Emoji { emoji: "👍".to_owned() };
    bot.set_message_reaction(chat, message.id).reaction([thumb]).await?;
    bot.delete_message(chat, copy).await?;
    bot.delete_messages(chat, [forwarded.id, poll]).await?;
    let guest = message.from.as_ref().map_or(UserId(0), |user| user.id);
    forum(bot, ChatId(settings.forum), guest, UserId(settings.stranger.unsigned_abs())).await?;
    bot.send_message(chat, "Toured").await?;
    Ok(())
}

async fn profile(bot: &Bot, chat: ChatId) -> Done {
    bot.get_me().await?;
    bot.delete_webhook().await?;
    bot.get_webhook_info().await?;
    let scope = || BotCommandScope::Chat { chat_id: Recipient::Id(chat) };
    let commands = vec![BotCommand::new("start", "Begin")];
    bot.set_my_commands(commands.clone()).scope(scope()).language_code("en").await?;
    anyhow::ensure!(bot.get_my_commands().scope(scope()).language_code("en").await? == commands);
    bot.delete_my_commands().scope(scope()).language_code("en").await?;
    bot.set_my_name().name("Tour").await?;
    bot.get_my_name().await?;
    bot.set_my_description().description("Shows everything").await?;
    bot.get_my_description().await?;
    bot.set_my_short_description().short_description("Everything").await?;
    bot.get_my_short_description().await?;
    bot.set_chat_menu_button().chat_id(chat).menu_button(MenuButton::Commands).await?;
    bot.get_chat_menu_button().chat_id(chat).await?;
    bot.send_chat_action(chat, ChatAction::Typing).await?;
    Ok(())
}

async fn texts(bot: &Bot, chat: ChatId) -> anyhow::Result<MessageId> {
    let html = "<b>bold</b> <i>it</i> <u>u</u> <s>s</s> <code>c</code> <a href=\"https://example.org/\">link</a> <pre>p</pre>";
    let first = bot.send_message(chat, html).parse_mode(ParseMode::Html).reply_markup(counter(7)).await?;
    bot.send_message(chat, r"*bold* _it_ ||hidden|| `c` 1\.5")
        .parse_mode(ParseMode::MarkdownV2)
        .reply_parameters(ReplyParameters::new(first.id))
        .await?;
    Ok(first.id)
}

async fn files(bot: &Bot, chat: ChatId) -> anyhow::Result<(MessageId, FileId)> {
    let picture = || InputFile::file(PICTURE);
    let photo = bot.send_photo(chat, picture()).caption("<b>Tea</b>").parse_mode(ParseMode::Html).await?;
    let file = photo.photo().and_then(|sizes| sizes.last()).map(|size| size.file.id.clone());
    let file = file.ok_or_else(|| anyhow::anyhow!("a photo has sizes"))?;
    let again = || InputFile::file_id(file.clone());
    bot.send_photo(chat, again()).await?;
    let album = [again(), picture()].map(|file| InputMedia::Photo(InputMediaPhoto::new(file)));
    bot.send_media_group(chat, album).await?;
    bot.get_file(file.clone()).await?;
    bot.send_document(chat, InputFile::memory("bill").file_name("bill.txt")).await?;
    bot.send_video(chat, InputFile::memory("moving").file_name("film.mp4")).width(32).height(24).await?;
    bot.send_voice(chat, InputFile::memory("hum").file_name("hum.ogg")).caption("hum").await?;
    Ok((photo.id, file))
}

async fn others(bot: &Bot, chat: ChatId) -> anyhow::Result<MessageId> {
    bot.send_location(chat, 52.5, 13.4).await?;
    bot.send_venue(chat, 52.5, 13.4, "Shop", "Main Street 1").await?;
    bot.send_contact(chat, "+15550001", "Shop").await?;
    bot.send_dice(chat).await?;
    let poll = bot.send_poll(chat, "Tea?", ["Yes", "Of course"].map(InputPollOption::new)).await?;
    bot.stop_poll(chat, poll.id).await?;
    let prices = || [LabeledPrice::new("Song", 7)];
    bot.send_invoice(chat, "Song", "One song", "song", "XTR", prices()).await?;
    bot.create_invoice_link("Song", "One song", "song", "XTR", prices()).await?;
    Ok(poll.id)
}

async fn edits(bot: &Bot, chat: ChatId, text: MessageId, photo: MessageId, file: FileId) -> Done {
    bot.edit_message_text(chat, text, "new").reply_markup(counter(8)).await?;
    bot.edit_message_reply_markup(chat, text).reply_markup(counter(9)).await?;
    bot.edit_message_caption(chat, photo).caption("new").await?;
    let newer = InputMediaPhoto::new(InputFile::file_id(file)).caption("newer");
    bot.edit_message_media(chat, photo, InputMedia::Photo(newer)).await?;
    Ok(())
}

async fn pins(bot: &Bot, chat: ChatId, message: MessageId) -> Done {
    bot.pin_chat_message(chat, message).await?;
    bot.get_chat(chat).await?;
    bot.unpin_chat_message(chat).message_id(message).await?;
    bot.unpin_all_chat_messages(chat).await?;
    Ok(())
}

async fn forum(bot: &Bot, forum: ChatId, guest: UserId, stranger: UserId) -> Done {
    bot.get_chat(forum).await?;
    bot.get_chat_member(forum, guest).await?;
    bot.get_chat_member_count(forum).await?;
    bot.get_chat_administrators(forum).await?;
    let topic = bot.create_forum_topic(forum, "Orders").await?.thread_id;
    bot.send_message(forum, "An order").message_thread_id(topic).await?;
    bot.edit_forum_topic(forum, topic).name("Old orders").await?;
    bot.close_forum_topic(forum, topic).await?;
    bot.reopen_forum_topic(forum, topic).await?;
    bot.delete_forum_topic(forum, topic).await?;
    bot.ban_chat_member(forum, stranger).await?;
    bot.get_chat_member(forum, stranger).await?;
    bot.unban_chat_member(forum, stranger).await?;
    bot.leave_chat(forum).await?;
    Ok(())
}
