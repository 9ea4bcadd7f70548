//! A message and what can be in it.

use serde_json::{Value, json};

use super::invoice::Invoice;
use super::keyboard::InlineKeyboard;
use crate::text::Formatted;

/// One message of a chat. Its JSON is made in `render`.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    pub(crate) id: i64,
    /// The world's revision at the last change of this message.
    pub(crate) revision: u64,
    pub(crate) date: i64,
    pub(crate) edit_date: Option<i64>,
    /// A user's or a bot's id.
    pub(crate) sender: i64,
    pub(crate) thread: Option<i64>,
    pub(crate) reply_to: Option<i64>,
    /// `MessageOrigin` of a forwarded message.
    pub(crate) forward_origin: Option<Value>,
    pub(crate) via_bot: Option<i64>,
    pub(crate) media_group: Option<String>,
    pub(crate) content: Content,
    pub(crate) keyboard: Option<InlineKeyboard>,
    pub(crate) protected: bool,
    pub(crate) deleted: bool,
    /// A bot has taken the update that announced it.
    pub(crate) read: bool,
    /// Who reacted with which emoji, oldest first.
    pub(crate) reactions: Vec<(i64, String)>,
    /// Set for a message that a person sent through inline mode: its id for `editMessage*`.
    pub(crate) inline_message_id: Option<String>,
    pub(crate) effect_id: Option<String>,
}

/// What a message consists of.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Content {
    Text {
        body: Formatted,
        link_preview: Option<Value>,
    },
    Media(Media),
    /// Field name (`location`, `venue`, `contact`, `dice`, `poll`) and its value.
    Plain(&'static str, Value),
    Invoice(Box<Invoice>),
    /// A service message: field name and value.
    Service(&'static str, Value),
    /// The service message of a pin, with the id of the pinned message.
    Pinned(i64),
}

/// A file with an optional caption.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Media {
    pub(crate) kind: MediaKind,
    /// Key in the world's files.
    pub(crate) file: String,
    pub(crate) caption: Formatted,
    /// Duration, title, file name, ... as the sender gave them.
    pub(crate) details: Value,
    pub(crate) spoiler: bool,
    pub(crate) caption_above: bool,
}

/// The kinds of files, as the Bot API names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MediaKind {
    Photo,
    Document,
    Video,
    Voice,
    Audio,
    Animation,
    Sticker,
    VideoNote,
}

impl MediaKind {
    pub(crate) const ALL: [Self; 8] = [
        Self::Photo,
        Self::Document,
        Self::Video,
        Self::Voice,
        Self::Audio,
        Self::Animation,
        Self::Sticker,
        Self::VideoNote,
    ];

    /// The field of `Message`, which is also the parameter of the sending method.
    pub(crate) fn field(self) -> &'static str {
        match self {
            Self::Photo => "photo",
            Self::Document => "document",
            Self::Video => "video",
            Self::Voice => "voice",
            Self::Audio => "audio",
            Self::Animation => "animation",
            Self::Sticker => "sticker",
            Self::VideoNote => "video_note",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.field() == name)
    }

    pub(crate) fn has_caption(self) -> bool {
        !matches!(self, Self::Sticker | Self::VideoNote)
    }

    /// The right a group member needs to send it.
    pub(crate) fn right(self) -> &'static str {
        match self {
            Self::Photo => "can_send_photos",
            Self::Document => "can_send_documents",
            Self::Video => "can_send_videos",
            Self::Voice => "can_send_voice_notes",
            Self::Audio => "can_send_audios",
            Self::Animation | Self::Sticker => "can_send_other_messages",
            Self::VideoNote => "can_send_video_notes",
        }
    }
}

impl Content {
    pub(crate) fn text(body: Formatted) -> Self {
        Self::Text { body, link_preview: None }
    }

    /// Text or caption.
    pub(crate) fn words(&self) -> Option<&Formatted> {
        match self {
            Self::Text { body, .. } => Some(body),
            Self::Media(media) => Some(&media.caption),
            _ => None,
        }
    }

    pub(crate) fn is_service(&self) -> bool {
        matches!(self, Self::Service(..) | Self::Pinned(_))
    }

    /// The right a group member needs to send it.
    pub(crate) fn right(&self) -> &'static str {
        match self {
            Self::Media(media) => media.kind.right(),
            Self::Plain("poll", _) => "can_send_polls",
            Self::Plain("dice", _) => "can_send_other_messages",
            _ => "can_send_messages",
        }
    }

    /// How Telegram calls it in "not enough rights to send ... to the chat".
    pub(crate) fn plural(&self) -> &'static str {
        match self {
            Self::Media(media) => match media.kind {
                MediaKind::Photo => "photos",
                MediaKind::Document => "documents",
                MediaKind::Video => "videos",
                MediaKind::Voice => "voice notes",
                MediaKind::Audio => "music",
                MediaKind::Animation => "GIFs",
                MediaKind::Sticker => "stickers",
                MediaKind::VideoNote => "video notes",
            },
            Self::Plain("poll", _) => "polls",
            Self::Plain("dice", _) => "dice",
            _ => "text messages",
        }
    }
}

/// `MessageOrigin` of something a person or bot wrote.
pub(crate) fn origin(sender: Value, date: i64) -> Value {
    json!({"type": "user", "sender_user": sender, "date": date})
}
