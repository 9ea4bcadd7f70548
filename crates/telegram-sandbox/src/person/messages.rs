//! Writing, editing, deleting, reacting.

use serde_json::json;

use super::Unable;
use crate::bot_api::params::Upload;
use crate::text::Formatted;
use crate::world::chat::ChatKey;
use crate::world::message::{Content, Media, MediaKind};
use crate::world::{Draft, World, file};

/// Where in a chat something is written.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Spot {
    pub(crate) reply_to: Option<i64>,
    pub(crate) thread: Option<i64>,
}

/// The longest text an app sends as one message.
const TEXT_LENGTH: usize = 4096;

/// A person sends something. Returns the message's id.
pub(crate) fn send(
    world: &mut World,
    user: i64,
    key: ChatKey,
    content: Content,
    spot: Spot,
) -> Result<i64, Unable> {
    may_write(world, user, key, content.right())?;
    if let Some(reply) = spot.reply_to
        && world.message(key, reply).is_none()
    {
        return Err(Unable::missing(format!("there is no message {reply} to reply to")));
    }
    let thread = spot.thread.or_else(|| world.message(key, spot.reply_to?)?.thread);
    if let Some(thread) = thread {
        let topic = world.group(key).and_then(|group| group.topics.get(&thread));
        let topic = topic.ok_or_else(|| Unable::missing(format!("there is no topic {thread}")))?;
        if topic.closed && !world.group(key).is_some_and(|group| group.status(user).is_admin()) {
            return Err(Unable::forbidden("the topic is closed"));
        }
    }
    if content.words().is_some_and(|words| words.utf16_len() > TEXT_LENGTH) {
        return Err(Unable::because("the text is too long for one message"));
    }
    let mut draft = Draft::new(user, content);
    draft.reply_to = spot.reply_to;
    draft.thread = thread;
    let chat = world.chat_mut(key);
    chat.started = true;
    // An answer to a "force reply" closes it.
    chat.forced_replies.remove(&user);
    Ok(world.post(key, draft))
}

pub(crate) fn may_write(world: &World, user: i64, key: ChatKey, right: &str) -> Result<(), Unable> {
    if world.users.get(&user).is_none_or(|user| user.deactivated) {
        return Err(Unable::forbidden("this account is deleted"));
    }
    match key {
        ChatKey::Private { .. } if world.chat(key).is_some_and(|chat| chat.blocked) => {
            Err(Unable::forbidden("the bot is blocked: unblock it first"))
        }
        ChatKey::Private { .. } => Ok(()),
        ChatKey::Group(_) => match world.group(key) {
            Some(group) if group.migrated_to.is_some() => Err(Unable::forbidden("the group has moved")),
            Some(group) if group.allows(user, right) => Ok(()),
            _ => Err(Unable::forbidden("this person may not write here")),
        },
    }
}

/// Text as it is typed. Empty text cannot be sent.
pub(crate) fn text(text: &str) -> Result<Content, Unable> {
    let body = Formatted::typed(text);
    if body.is_empty() { Err(Unable::because("there is nothing to send")) } else { Ok(Content::text(body)) }
}

/// Takes a file in.
pub(crate) fn file(
    world: &mut World,
    kind: MediaKind,
    upload: &Upload,
    caption: &str,
) -> Result<Content, Unable> {
    if upload.bytes.is_empty() {
        return Err(Unable::because("the file is empty"));
    }
    let mime = file::media_type(upload, kind);
    if kind == MediaKind::Photo && !mime.starts_with("image/") {
        return Err(Unable::because("this is not a picture"));
    }
    let name = upload.name.clone().filter(|_| kind != MediaKind::Photo);
    let key = world.files.add(upload.bytes.clone(), mime, name).key.clone();
    let caption = Formatted::typed(caption);
    Ok(Content::Media(Media {
        kind,
        file: key,
        caption,
        details: json!({}),
        spoiler: false,
        caption_above: false,
    }))
}

/// Several pictures or films as one album.
pub(crate) fn album(
    world: &mut World,
    user: i64,
    key: ChatKey,
    contents: Vec<Content>,
    spot: Spot,
) -> Result<Vec<i64>, Unable> {
    if contents.len() == 1 {
        return contents.into_iter().map(|content| send(world, user, key, content, spot)).collect();
    }
    may_write(world, user, key, "can_send_photos")?;
    world.chat_mut(key).started = true;
    let group = world.serial().to_string();
    let drafts = contents.into_iter().map(|content| {
        let mut draft = Draft::new(user, content);
        draft.media_group = Some(group.clone());
        draft.reply_to = spot.reply_to;
        draft.thread = spot.thread;
        draft
    });
    let drafts: Vec<Draft> = drafts.collect();
    Ok(drafts.into_iter().map(|draft| world.post(key, draft)).collect())
}

/// Own messages only: changes the text or caption.
pub(crate) fn edit(world: &mut World, user: i64, key: ChatKey, id: i64, words: &str) -> Result<(), Unable> {
    let now = world.now();
    let message =
        world.message_mut(key, id).ok_or_else(|| Unable::missing(format!("there is no message {id}")))?;
    if message.sender != user || message.forward_origin.is_some() {
        return Err(Unable::forbidden("only own messages can be edited"));
    }
    let new = Formatted::typed(words);
    match &mut message.content {
        Content::Text { body, .. } if !new.is_empty() => *body = new,
        Content::Media(media) => media.caption = new,
        _ => return Err(Unable::because("this message has no text to edit")),
    }
    message.edit_date = Some(now);
    world.touch(key, id, "edited");
    world.announce(key, id, "edited_message");
    Ok(())
}

/// Own messages, any message of a private chat, and what an administrator may delete. Bots are not told.
pub(crate) fn delete(world: &mut World, user: i64, key: ChatKey, id: i64) -> Result<(), Unable> {
    let message =
        world.message(key, id).ok_or_else(|| Unable::missing(format!("there is no message {id}")))?;
    let may = message.sender == user
        || world.group(key).is_none_or(|group| group.allows(user, "can_delete_messages"));
    if !may {
        return Err(Unable::forbidden("only own messages can be deleted"));
    }
    world.delete(key, id);
    Ok(())
}

/// Sends a message on to another chat.
pub(crate) fn forward(
    world: &mut World,
    user: i64,
    from: ChatKey,
    id: i64,
    to: ChatKey,
) -> Result<i64, Unable> {
    let message =
        world.message(from, id).ok_or_else(|| Unable::missing(format!("there is no message {id}")))?;
    if message.protected {
        return Err(Unable::forbidden("this message is protected from forwarding"));
    }
    if message.content.is_service() {
        return Err(Unable::because("service messages cannot be forwarded"));
    }
    let origin = crate::bot_api::origin_of(world, message);
    let content = message.content.clone();
    may_write(world, user, to, content.right())?;
    let mut draft = Draft::new(user, content);
    draft.forward_origin = Some(origin);
    world.chat_mut(to).started = true;
    Ok(world.post(to, draft))
}

/// Sets the one reaction of a person, or takes it away.
pub(crate) fn react(
    world: &mut World,
    user: i64,
    key: ChatKey,
    id: i64,
    emoji: Option<String>,
) -> Result<(), Unable> {
    if world.message(key, id).is_none_or(|message| message.content.is_service()) {
        return Err(Unable::missing(format!("there is no message {id}")));
    }
    world.react(key, id, user, emoji);
    Ok(())
}

/// Pins or unpins.
pub(crate) fn pin(world: &mut World, user: i64, key: ChatKey, id: i64, pinned: bool) -> Result<(), Unable> {
    if world.message(key, id).is_none() {
        return Err(Unable::missing(format!("there is no message {id}")));
    }
    if world.group(key).is_some_and(|group| !group.allows(user, "can_pin_messages")) {
        return Err(Unable::forbidden("this person may not pin messages here"));
    }
    if pinned {
        world.pin(key, id, user);
    } else {
        world.unpin(key, id);
    }
    Ok(())
}
