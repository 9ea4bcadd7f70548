//! What people see.

use serde_json::Value;

/// A message as somebody saw it.
#[derive(Clone, Debug)]
pub struct Seen {
    pub(crate) json: Value,
}

impl Seen {
    /// The message's id in its chat.
    pub fn id(&self) -> i64 {
        self.json["message_id"].as_i64().unwrap_or(0)
    }

    /// Text or caption; empty for messages without either.
    pub fn text(&self) -> &str {
        self.json.get("text").or_else(|| self.json.get("caption")).and_then(Value::as_str).unwrap_or_default()
    }

    /// The texts of the buttons below it, row by row.
    pub fn buttons(&self) -> Vec<Vec<String>> {
        let rows = self.json["reply_markup"]["inline_keyboard"].as_array().into_iter().flatten();
        let texts = |row: &Value| {
            let buttons = row.as_array().into_iter().flatten();
            buttons.filter_map(|button| button["text"].as_str().map(str::to_owned)).collect()
        };
        rows.map(texts).collect()
    }

    /// Is there a button whose text contains this?
    pub fn has_button(&self, text: &str) -> bool {
        self.buttons().iter().flatten().any(|button| button.contains(text))
    }

    /// Has it a photo?
    pub fn has_photo(&self) -> bool {
        self.json.get("photo").is_some()
    }

    /// Was it edited after it was sent?
    pub fn is_edited(&self) -> bool {
        self.json.get("edit_date").is_some()
    }

    /// The whole `Message` of the Bot API, with the sandbox's additions under `"sandbox"`.
    pub fn json(&self) -> &Value {
        &self.json
    }
}

/// How a bot answered a press.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The id of the callback query; empty for other buttons.
    pub query_id: String,
    /// The words that were shown.
    pub text: Option<String>,
    /// They were shown as a window that has to be closed.
    pub alert: bool,
    /// The address a button or an answer opened.
    pub url: Option<String>,
}
