//! Messages and chats as JSON, for the eyes of a bot or of a person.

use serde_json::{Map, Value, json};

use super::World;
use super::chat::ChatKey;
use super::file::File;
use super::message::{Content, Media, MediaKind, Message};
use crate::text::{Formatted, Kind};

/// Who looks: the same chat has another id and files other names for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Viewer {
    Bot(i64),
    Person(i64),
}

impl Viewer {
    fn id(self) -> i64 {
        match self {
            Self::Bot(id) | Self::Person(id) => id,
        }
    }
}

/// The sizes Telegram makes of a photo: name and longest side in pixels.
const PHOTO_SIZES: [(&str, usize); 4] = [("s", 90), ("m", 320), ("x", 800), ("y", 1280)];

impl World {
    /// The Bot API's `Chat`.
    pub(crate) fn chat_json(&self, key: ChatKey, viewer: Viewer) -> Value {
        match (key, viewer) {
            (ChatKey::Private { user, .. }, Viewer::Bot(_)) => private_chat(&self.account(user)),
            (ChatKey::Private { bot, .. }, Viewer::Person(_)) => private_chat(&self.account(bot)),
            (ChatKey::Group(id), _) => {
                let mut chat = json!({"id": id, "type": "group", "title": ""});
                if let Some(group) = self.group(key) {
                    chat["title"] = group.title.as_str().into();
                    if group.is_supergroup {
                        chat["type"] = "supergroup".into();
                    }
                    if let Some(username) = &group.username {
                        chat["username"] = username.as_str().into();
                    }
                    if group.is_forum {
                        chat["is_forum"] = true.into();
                    }
                }
                chat
            }
        }
    }

    /// `ChatFullInfo`
    pub(crate) fn full_chat(&self, key: ChatKey, viewer: Viewer) -> Value {
        let mut chat = self.chat_json(key, viewer);
        chat["accent_color_id"] = 0.into();
        chat["max_reaction_count"] = 11.into();
        let gifts = [
            "unlimited_gifts",
            "limited_gifts",
            "unique_gifts",
            "premium_subscription",
            "gifts_from_channels",
        ];
        chat["accepted_gift_types"] =
            gifts.iter().map(|kind| (kind.to_string(), Value::from(false))).collect();
        if let Some(group) = self.group(key) {
            chat["permissions"] = group.permissions();
            if let Some(description) = &group.description {
                chat["description"] = description.as_str().into();
            }
            if group.is_supergroup {
                chat["join_to_send_messages"] = true.into();
            }
        }
        let pinned = self.chat(key).and_then(|chat| chat.pinned.last()).and_then(|id| self.message(key, *id));
        if let Some(pinned) = pinned {
            chat["pinned_message"] = self.render(key, pinned, viewer);
        }
        chat
    }

    /// The Bot API's `Message`.
    pub(crate) fn render(&self, key: ChatKey, message: &Message, viewer: Viewer) -> Value {
        let mut json = self.render_alone(key, message, viewer);
        let replied = message.reply_to.and_then(|id| self.message(key, id));
        if let Some(replied) = replied {
            json.insert("reply_to_message".into(), self.render_alone(key, replied, viewer).into());
        }
        if let Content::Pinned(id) = &message.content {
            let pinned = match self.message(key, *id) {
                Some(pinned) => self.render_alone(key, pinned, viewer).into(),
                None => json!({"chat": self.chat_json(key, viewer), "message_id": id, "date": 0}),
            };
            json.insert("pinned_message".into(), pinned);
        }
        json.into()
    }

    /// Without the messages it refers to.
    fn render_alone(&self, key: ChatKey, message: &Message, viewer: Viewer) -> Map<String, Value> {
        let mut json = Map::new();
        json.insert("message_id".into(), message.id.into());
        json.insert("from".into(), self.account(message.sender));
        json.insert("chat".into(), self.chat_json(key, viewer));
        json.insert("date".into(), message.date.into());
        if let Some(date) = message.edit_date {
            json.insert("edit_date".into(), date.into());
        }
        if let Some(thread) = message.thread {
            json.insert("message_thread_id".into(), thread.into());
            json.insert("is_topic_message".into(), true.into());
        }
        if let Some(origin) = &message.forward_origin {
            json.insert("forward_origin".into(), origin.clone());
        }
        if let Some(bot) = message.via_bot {
            json.insert("via_bot".into(), self.account(bot));
        }
        if let Some(group) = &message.media_group {
            json.insert("media_group_id".into(), group.as_str().into());
        }
        if message.protected {
            json.insert("has_protected_content".into(), true.into());
        }
        if let Some(effect) = &message.effect_id {
            json.insert("effect_id".into(), effect.as_str().into());
        }
        if let Some(keyboard) = &message.keyboard {
            json.insert("reply_markup".into(), keyboard.json());
        }
        match &message.content {
            Content::Text { body, link_preview } => {
                self.insert_words(&mut json, body, "text", "entities");
                if let Some(options) = link_preview {
                    json.insert("link_preview_options".into(), options.clone());
                }
            }
            Content::Media(media) => self.insert_media(&mut json, media, viewer),
            Content::Plain(field, value) | Content::Service(field, value) => {
                if *field == "venue" {
                    // Documentation: for backward compatibility the location is set as well.
                    json.insert("location".into(), value["location"].clone());
                }
                json.insert((*field).into(), value.clone());
            }
            Content::Invoice(invoice) => {
                json.insert("invoice".into(), invoice.json());
            }
            Content::Pinned(_) => {}
        }
        json
    }

    fn insert_words(&self, json: &mut Map<String, Value>, words: &Formatted, text: &str, entities: &str) {
        json.insert(text.into(), words.text.as_str().into());
        if words.entities.is_empty() {
            return;
        }
        let mut list = words.entities_json();
        for (index, entity) in words.entities.iter().enumerate() {
            if let Kind::TextMention(id) = entity.kind {
                list[index]["user"] = self.account(id);
            }
        }
        json.insert(entities.into(), list);
    }

    fn insert_media(&self, json: &mut Map<String, Value>, media: &Media, viewer: Viewer) {
        if let Some(file) = self.files.find(&media.file) {
            json.insert(media.kind.field().into(), media_json(media, file, viewer.id()));
            if media.kind == MediaKind::Animation {
                // Documentation: for backward compatibility the document is set as well.
                json.insert("document".into(), file_json(file, viewer.id()));
            }
        }
        if !media.caption.is_empty() {
            self.insert_words(json, &media.caption, "caption", "caption_entities");
        }
        if media.caption_above {
            json.insert("show_caption_above_media".into(), true.into());
        }
        if media.spoiler {
            json.insert("has_media_spoiler".into(), true.into());
        }
    }
}

fn private_chat(account: &Value) -> Value {
    let mut chat = json!({"id": account["id"], "type": "private"});
    for name in ["first_name", "last_name", "username"] {
        if let Some(value) = account.get(name) {
            chat[name] = value.clone();
        }
    }
    chat
}

fn media_json(media: &Media, file: &File, viewer: i64) -> Value {
    if media.kind == MediaKind::Photo {
        return photo_sizes(file, viewer);
    }
    let mut json = file_json(file, viewer);
    if let (Some(json), Some(details)) = (json.as_object_mut(), media.details.as_object()) {
        json.extend(details.clone());
        // What the type has no field for.
        let nameless = matches!(media.kind, MediaKind::Voice | MediaKind::Sticker | MediaKind::VideoNote);
        if nameless {
            json.remove("file_name");
        }
        if matches!(media.kind, MediaKind::Sticker | MediaKind::VideoNote) {
            json.remove("mime_type");
        }
        let (needs_size, needs_duration) = match media.kind {
            MediaKind::Video | MediaKind::Animation => (true, true),
            MediaKind::Sticker => (true, false),
            MediaKind::Voice | MediaKind::Audio | MediaKind::VideoNote => (false, true),
            MediaKind::Photo | MediaKind::Document => (false, false),
        };
        if needs_size {
            json.entry("width").or_insert(file.width.max(1).into());
            json.entry("height").or_insert(file.height.max(1).into());
        }
        if needs_duration {
            json.entry("duration").or_insert(0.into());
        }
        if media.kind == MediaKind::VideoNote {
            json.entry("length").or_insert(240.into());
        }
        if media.kind == MediaKind::Sticker {
            json.insert("type".into(), "regular".into());
            json.insert("is_animated".into(), false.into());
            json.insert("is_video".into(), false.into());
        }
    }
    json
}

fn file_json(file: &File, viewer: i64) -> Value {
    let mut json = json!({
        "file_id": file.id_for(viewer, ""),
        "file_unique_id": file.key,
        "file_size": file.bytes.len(),
        "mime_type": file.mime,
    });
    if let Some(name) = &file.name {
        json["file_name"] = name.as_str().into();
    }
    json
}

/// Smallest first, as Telegram lists them.
fn photo_sizes(file: &File, viewer: i64) -> Value {
    let longest = file.width.max(file.height).max(1);
    let mut sizes = Vec::new();
    for (name, side) in PHOTO_SIZES {
        let shown = side.min(longest);
        sizes.push(json!({
            "file_id": file.id_for(viewer, name),
            "file_unique_id": format!("{}{name}", file.key),
            "file_size": file.bytes.len() * shown / longest,
            "width": (file.width * shown / longest).max(1),
            "height": (file.height * shown / longest).max(1),
        }));
        if side >= longest {
            break;
        }
    }
    sizes.into()
}
