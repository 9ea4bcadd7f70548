//! Keyboards under messages and under the input line, with Telegram's limits.

use serde_json::{Map, Value};

use crate::bot_api::refusal::Refusal;

/// `callback_data` is 1-64 BYTES (documentation of `InlineKeyboardButton`).
const CALLBACK_DATA_BYTES: usize = 64;
/// Seen in practice: more inline buttons are refused as a whole.
const INLINE_BUTTONS: usize = 100;
/// Seen in practice: apps show at most this many in a row.
const INLINE_ROW: usize = 8;
const REPLY_BUTTONS: usize = 300;
const REPLY_ROW: usize = 12;
/// Documentation: `input_field_placeholder` is 1-64 characters.
const PLACEHOLDER: usize = 64;
/// Documentation of `CopyTextButton`: 1-256 characters.
const COPY_TEXT: usize = 256;

/// The `reply_markup` of a message.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ReplyMarkup {
    Inline(InlineKeyboard),
    /// `ReplyKeyboardMarkup`
    Keyboard(Value),
    /// `ReplyKeyboardRemove`
    Remove(Value),
    /// `ForceReply`
    Force(Value),
}

/// Buttons under a message.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct InlineKeyboard {
    pub(crate) rows: Vec<Vec<InlineButton>>,
}

/// One button under a message.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct InlineButton {
    pub(crate) text: String,
    pub(crate) action: Action,
    /// As it is shown in messages.
    json: Value,
}

/// What a press does.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Action {
    Callback(String),
    Url(String),
    SwitchInline { query: String, current_chat: bool },
    Copy(String),
    Pay,
    WebApp(String),
    Login(String),
    Game,
}

impl InlineKeyboard {
    pub(crate) fn json(&self) -> Value {
        let rows: Vec<Value> =
            self.rows.iter().map(|row| row.iter().map(|b| b.json.clone()).collect()).collect();
        serde_json::json!({"inline_keyboard": rows})
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rows.iter().all(Vec::is_empty)
    }

    pub(crate) fn button(&self, row: usize, column: usize) -> Option<&InlineButton> {
        self.rows.get(row)?.get(column)
    }

    /// The first button with this text.
    pub(crate) fn find(&self, text: &str) -> Option<(usize, usize)> {
        self.rows.iter().enumerate().find_map(|(row, buttons)| {
            buttons.iter().position(|button| button.text == text).map(|column| (row, column))
        })
    }

    pub(crate) fn has_pay(&self) -> bool {
        self.rows.iter().flatten().any(|button| button.action == Action::Pay)
    }

    /// The keyboard of an invoice that came without one.
    pub(crate) fn pay(text: &str) -> Self {
        let json = serde_json::json!({"text": text, "pay": true});
        Self { rows: vec![vec![InlineButton { text: text.into(), action: Action::Pay, json }]] }
    }
}

/// Reads a `reply_markup`.
pub(crate) fn parse(markup: &Value, private_chat: bool) -> Result<Option<ReplyMarkup>, Refusal> {
    let Some(object) = markup.as_object() else {
        return Err(Refusal::bad("object expected as reply markup"));
    };
    if let Some(rows) = object.get("inline_keyboard") {
        let keyboard = inline(rows)?;
        let opens_app = |button: &InlineButton| matches!(button.action, Action::WebApp(_));
        // Documentation of `InlineKeyboardButton`: Web Apps in private chats only.
        if !private_chat && keyboard.rows.iter().flatten().any(opens_app) {
            return Err(Refusal::bad("BUTTON_TYPE_INVALID"));
        }
        return Ok((!keyboard.is_empty()).then_some(ReplyMarkup::Inline(keyboard)));
    }
    let placeholder = object.get("input_field_placeholder").and_then(Value::as_str).unwrap_or("");
    if placeholder.chars().count() > PLACEHOLDER {
        return Err(Refusal::bad("input field placeholder is too long"));
    }
    if let Some(rows) = object.get("keyboard") {
        return Ok(Some(ReplyMarkup::Keyboard(reply(object, rows, private_chat)?)));
    }
    if is_true(object.get("remove_keyboard")) {
        return Ok(Some(ReplyMarkup::Remove(markup.clone())));
    }
    if is_true(object.get("force_reply")) {
        return Ok(Some(ReplyMarkup::Force(markup.clone())));
    }
    Ok(None)
}

fn is_true(value: Option<&Value>) -> bool {
    value.is_some_and(|value| {
        value == true || value.as_str().is_some_and(|text| text.eq_ignore_ascii_case("true"))
    })
}

fn rows<'a>(value: &'a Value, name: &str) -> Result<Vec<&'a Vec<Value>>, Refusal> {
    let rows = value.as_array().ok_or_else(|| Refusal::bad(format!("field \"{name}\" must be an Array")))?;
    let arrays = rows.iter().map(Value::as_array).collect::<Option<Vec<_>>>();
    arrays.ok_or_else(|| Refusal::bad(format!("field \"{name}\" must be an Array of Arrays")))
}

fn inline(value: &Value) -> Result<InlineKeyboard, Refusal> {
    let mut keyboard = InlineKeyboard::default();
    for row in rows(value, "inline_keyboard")? {
        let buttons = row.iter().map(inline_button).collect::<Result<Vec<_>, _>>()?;
        if buttons.len() > INLINE_ROW {
            return Err(Refusal::bad("REPLY_MARKUP_TOO_LONG"));
        }
        if !buttons.is_empty() {
            keyboard.rows.push(buttons);
        }
    }
    if keyboard.rows.iter().map(Vec::len).sum::<usize>() > INLINE_BUTTONS {
        return Err(Refusal::bad("REPLY_MARKUP_TOO_LONG"));
    }
    let pay = keyboard.rows.iter().flatten().position(|button| button.action == Action::Pay);
    if pay.is_some_and(|position| position > 0) {
        return Err(Refusal::bad("pay button must be the first button in the first row"));
    }
    Ok(keyboard)
}

fn inline_button(value: &Value) -> Result<InlineButton, Refusal> {
    let wrong = |reason: &str| Refusal::bad(format!("can't parse inline keyboard button: {reason}"));
    let button = value.as_object().ok_or_else(|| wrong("InlineKeyboardButton must be an Object"))?;
    let text =
        button.get("text").and_then(Value::as_str).ok_or_else(|| wrong("Can't find field \"text\""))?;
    if text.trim().is_empty() {
        return Err(Refusal::bad("inline keyboard button text must be non-empty"));
    }
    let field = |name: &str| button.get(name).and_then(Value::as_str).map(str::to_owned);
    let action = if let Some(url) = field("url") {
        Action::Url(checked_url(&url)?)
    } else if let Some(data) = field("callback_data") {
        if data.is_empty() || data.len() > CALLBACK_DATA_BYTES {
            return Err(Refusal::bad("BUTTON_DATA_INVALID"));
        }
        Action::Callback(data)
    } else if is_true(button.get("pay")) {
        Action::Pay
    } else if let Some(query) = field("switch_inline_query") {
        Action::SwitchInline { query, current_chat: false }
    } else if let Some(query) = field("switch_inline_query_current_chat") {
        Action::SwitchInline { query, current_chat: true }
    } else if let Some(chosen) = button.get("switch_inline_query_chosen_chat") {
        let query = chosen.get("query").and_then(Value::as_str).unwrap_or_default().to_owned();
        Action::SwitchInline { query, current_chat: false }
    } else if let Some(copy) = button.get("copy_text") {
        let copied = copy.get("text").and_then(Value::as_str).unwrap_or_default();
        if copied.is_empty() || copied.chars().count() > COPY_TEXT {
            return Err(Refusal::bad("BUTTON_COPY_TEXT_INVALID"));
        }
        Action::Copy(copied.to_owned())
    } else if let Some(app) = button.get("web_app") {
        let url = app.get("url").and_then(Value::as_str).unwrap_or_default();
        if !url.starts_with("https://") {
            let reason = format!(
                "inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed"
            );
            return Err(Refusal::bad(reason));
        }
        Action::WebApp(url.to_owned())
    } else if let Some(login) = button.get("login_url") {
        let url = login.get("url").and_then(Value::as_str).unwrap_or_default();
        Action::Login(checked_url(url)?)
    } else if button.contains_key("callback_game") {
        Action::Game
    } else {
        return Err(wrong("Text buttons are unallowed in the inline keyboard"));
    };
    Ok(InlineButton { text: text.to_owned(), action, json: value.clone() })
}

/// Accepts what apps can open: web addresses (also without a scheme) and `tg://` links.
fn checked_url(url: &str) -> Result<String, Refusal> {
    let invalid = |why: &str| Refusal::bad(format!("inline keyboard button URL '{url}' is invalid: {why}"));
    let (scheme, rest) = url.split_once("://").unwrap_or(("http", url));
    if !["http", "https", "tg", "ton"].contains(&scheme.to_lowercase().as_str()) {
        return Err(invalid("Unsupported URL protocol"));
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let bare = host.rsplit('@').next().unwrap_or_default().split(':').next().unwrap_or_default();
    if bare.is_empty()
        || bare.contains(char::is_whitespace)
        || (scheme.starts_with("http") && !bare.contains('.'))
    {
        return Err(invalid("Wrong HTTP URL"));
    }
    Ok(url.to_owned())
}

fn reply(object: &Map<String, Value>, value: &Value, private_chat: bool) -> Result<Value, Refusal> {
    let wrong = |reason: &str| Refusal::bad(format!("can't parse keyboard button: {reason}"));
    let mut count = 0;
    let mut kept = Vec::new();
    for row in rows(value, "keyboard")? {
        let mut buttons = Vec::new();
        for button in row {
            // A bare string is short for {"text": string}.
            let button = match button {
                Value::String(text) => serde_json::json!({"text": text}),
                other => other.clone(),
            };
            let text = button.get("text").and_then(Value::as_str);
            if text.ok_or_else(|| wrong("Can't find field \"text\""))?.is_empty() {
                continue;
            }
            if !private_chat && is_true(button.get("request_contact")) {
                return Err(Refusal::bad("phone number can be requested in private chats only"));
            }
            if !private_chat && is_true(button.get("request_location")) {
                return Err(Refusal::bad("location can be requested in private chats only"));
            }
            if let Some(app) = button.get("web_app") {
                let url = app.get("url").and_then(Value::as_str).unwrap_or_default();
                if !private_chat {
                    return Err(Refusal::bad("web App buttons can be used in private chats only"));
                }
                if !url.starts_with("https://") {
                    let reason = format!(
                        "keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed"
                    );
                    return Err(Refusal::bad(reason));
                }
            }
            buttons.push(button);
        }
        if buttons.len() > REPLY_ROW {
            return Err(Refusal::bad("REPLY_MARKUP_TOO_LONG"));
        }
        count += buttons.len();
        if !buttons.is_empty() {
            kept.push(Value::from(buttons));
        }
    }
    if count > REPLY_BUTTONS {
        return Err(Refusal::bad("REPLY_MARKUP_TOO_LONG"));
    }
    if kept.is_empty() {
        return Err(Refusal::bad("REPLY_MARKUP_INVALID"));
    }
    let mut markup = object.clone();
    markup.insert("keyboard".into(), kept.into());
    Ok(markup.into())
}
