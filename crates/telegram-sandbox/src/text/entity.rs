//! `MessageEntity`: what is special about a part of a text.

use serde_json::{Map, Value, json};

/// A `MessageEntity`. Offset and length count UTF-16 code units, as everywhere in the Bot API.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entity {
    pub(crate) kind: Kind,
    pub(crate) offset: usize,
    pub(crate) length: usize,
}

/// The type of an entity and what belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    /// A type without further fields, under its own name (`bold`, `bot_command`, ...).
    Plain(&'static str),
    TextLink(String),
    /// A user's id.
    TextMention(i64),
    Pre(Option<String>),
    CustomEmoji(String),
}

/// Types without further fields that a bot may name in `entities`.
const PLAIN: [&str; 17] = [
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
    "bank_card_number",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
    "code",
    "pre",
];

impl Kind {
    /// Nothing is found inside these by itself.
    pub(super) fn keeps_out_links(&self) -> bool {
        match self {
            Self::TextLink(_) | Self::TextMention(_) | Self::Pre(_) => true,
            Self::Plain(name) => ![
                "bold",
                "italic",
                "underline",
                "strikethrough",
                "spoiler",
                "blockquote",
                "expandable_blockquote",
            ]
            .contains(name),
            Self::CustomEmoji(_) => false,
        }
    }

    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Plain(name) => name,
            Self::TextLink(_) => "text_link",
            Self::TextMention(_) => "text_mention",
            Self::Pre(_) => "pre",
            Self::CustomEmoji(_) => "custom_emoji",
        }
    }
}

impl Entity {
    pub(crate) fn json(&self) -> Value {
        let mut entity = Map::new();
        entity.insert("type".into(), self.kind.name().into());
        entity.insert("offset".into(), self.offset.into());
        entity.insert("length".into(), self.length.into());
        match &self.kind {
            Kind::TextLink(url) => entity.insert("url".into(), url.as_str().into()),
            Kind::TextMention(id) => {
                entity.insert("user".into(), json!({"id": id, "is_bot": false, "first_name": ""}))
            }
            Kind::Pre(Some(language)) => entity.insert("language".into(), language.as_str().into()),
            Kind::CustomEmoji(id) => entity.insert("custom_emoji_id".into(), id.as_str().into()),
            Kind::Plain(_) | Kind::Pre(None) => None,
        };
        entity.into()
    }

    pub(super) fn from_json(value: &Value) -> Result<Self, String> {
        let size = |name: &str| {
            let number =
                value.get(name).and_then(Value::as_u64).and_then(|number| usize::try_from(number).ok());
            number.ok_or_else(|| format!("Can't find field \"{name}\""))
        };
        let text = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
        let name = text("type").ok_or("Can't find field \"type\"")?;
        let kind = match name.as_str() {
            "text_link" => Kind::TextLink(text("url").ok_or("Can't find field \"url\"")?),
            "text_mention" => {
                let id = value.pointer("/user/id").and_then(Value::as_i64);
                Kind::TextMention(id.ok_or("Can't find field \"user\"")?)
            }
            "pre" => Kind::Pre(text("language").filter(|language| !language.is_empty())),
            "custom_emoji" => {
                Kind::CustomEmoji(text("custom_emoji_id").ok_or("Can't find field \"custom_emoji_id\"")?)
            }
            other => {
                let known = PLAIN.iter().find(|name| **name == other);
                Kind::Plain(known.ok_or("Unsupported type of MessageEntity specified")?)
            }
        };
        Ok(Self { kind, offset: size("offset")?, length: size("length")? })
    }
}
