//! The parameters of a call, however they came: JSON, a form, a query string, multipart, or a mixture.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use bytes::Bytes;
use serde_json::Value;

use super::refusal::Refusal;

/// A file that came with a call.
#[derive(Clone, Debug)]
pub(crate) struct Upload {
    pub(crate) name: Option<String>,
    pub(crate) mime: Option<String>,
    pub(crate) bytes: Bytes,
}

/// Named values and files.
#[derive(Clone, Debug, Default)]
pub(crate) struct Params {
    values: BTreeMap<String, Value>,
    files: HashMap<String, Upload>,
}

impl Params {
    /// Adds one value of a form or query string.
    pub(crate) fn set_text(&mut self, name: &str, value: String) {
        self.values.insert(name.to_owned(), Value::String(value));
    }

    pub(crate) fn set_file(&mut self, name: &str, upload: Upload) {
        self.files.insert(name.to_owned(), upload);
    }

    /// Adds the fields of a JSON object.
    pub(crate) fn set_json(&mut self, body: &[u8]) -> Result<(), Refusal> {
        if body.iter().all(u8::is_ascii_whitespace) {
            return Ok(());
        }
        match serde_json::from_slice(body) {
            Ok(Value::Object(fields)) => {
                self.values.extend(fields);
                Ok(())
            }
            _ => Err(Refusal::bad("can't parse JSON object")),
        }
    }

    /// Adds `a=1&b=2`, as in a query string or an urlencoded form.
    pub(crate) fn set_urlencoded(&mut self, text: &[u8]) {
        for (name, value) in url_pairs(text) {
            self.set_text(&name, value);
        }
    }

    fn raw(&self, name: &str) -> Option<&Value> {
        self.values.get(name).filter(|value| !value.is_null())
    }

    /// A string; numbers and objects are written out. An empty one counts as missing.
    pub(crate) fn text(&self, name: &str) -> Option<Cow<'_, str>> {
        match self.raw(name)? {
            Value::String(text) if text.is_empty() => None,
            Value::String(text) => Some(Cow::Borrowed(text)),
            other => Some(Cow::Owned(other.to_string())),
        }
    }

    /// A whole number; Telegram refuses what is not one.
    pub(crate) fn int(&self, name: &str) -> Result<Option<i64>, Refusal> {
        let wrong = || Refusal::bad(format!("can't parse {name}: must be a Number"));
        match self.raw(name) {
            None => Ok(None),
            Some(Value::String(text)) if text.is_empty() => Ok(None),
            Some(Value::String(text)) => text.trim().parse().map(Some).map_err(|_| wrong()),
            Some(Value::Number(number)) => number.as_i64().map(Some).ok_or_else(wrong),
            Some(_) => Err(wrong()),
        }
    }

    pub(crate) fn float(&self, name: &str) -> Option<f64> {
        match self.raw(name)? {
            Value::String(text) => text.trim().parse().ok(),
            other => other.as_f64(),
        }
        .filter(|number: &f64| number.is_finite())
    }

    /// A switch: `true`, "true", "1", "yes" and "y" are on.
    pub(crate) fn flag(&self, name: &str) -> bool {
        match self.raw(name) {
            Some(Value::Bool(on)) => *on,
            Some(Value::Number(number)) => number.as_i64() == Some(1),
            Some(Value::String(text)) => ["true", "1", "yes", "y"].contains(&text.to_lowercase().as_str()),
            _ => false,
        }
    }

    /// A nested value, which may also come as text.
    pub(crate) fn json(&self, name: &str) -> Result<Option<Value>, Refusal> {
        Ok(self.nested(name)?.map(Cow::into_owned))
    }

    /// The same for what is only read.
    pub(crate) fn nested(&self, name: &str) -> Result<Option<Cow<'_, Value>>, Refusal> {
        match self.raw(name) {
            None => Ok(None),
            Some(Value::String(text)) if text.trim().is_empty() => Ok(None),
            Some(Value::String(text)) => {
                let parsed = serde_json::from_str(text);
                parsed
                    .map(|value| Some(Cow::Owned(value)))
                    .map_err(|_| Refusal::bad(format!("can't parse {} JSON object", spoken(name))))
            }
            Some(other) => Ok(Some(Cow::Borrowed(other))),
        }
    }

    /// A value as it came, but a number or JSON that came as text is read.
    pub(crate) fn scalar(&self, name: &str) -> Option<Value> {
        match self.raw(name)? {
            Value::String(text) => {
                Some(text.parse::<i64>().map_or_else(|_| text.as_str().into(), Value::from))
            }
            other => Some(other.clone()),
        }
    }

    /// A file under its own name, or under the one an `attach://` in `name` refers to.
    pub(crate) fn file(&self, name: &str) -> Option<&Upload> {
        let attached = self.raw(name).and_then(Value::as_str).and_then(|text| text.strip_prefix("attach://"));
        self.files.get(attached.unwrap_or(name))
    }

    pub(crate) fn attached(&self, reference: &str) -> Option<&Upload> {
        self.files.get(reference.strip_prefix("attach://")?)
    }

    /// For the log: files appear as a note.
    pub(crate) fn into_summary(self) -> Value {
        let files = self.files.into_iter().map(|(name, file)| {
            let label = file.name.as_deref().unwrap_or(&name);
            let note = Value::from(format!("<{label}, {} bytes>", file.bytes.len()));
            (name, note)
        });
        self.values.into_iter().chain(files).collect::<serde_json::Map<_, _>>().into()
    }

    /// Web addresses among the values, for files named by URL.
    pub(crate) fn addresses(&self) -> Vec<String> {
        let is_address = |text: &str| text.starts_with("http://") || text.starts_with("https://");
        let mut found = Vec::new();
        for (name, value) in &self.values {
            let Some(text) = value.as_str() else {
                continue;
            };
            if is_address(text) && crate::world::message::MediaKind::named(name).is_some() {
                found.push(text.to_owned());
            }
        }
        if let Ok(Some(media)) = self.json("media") {
            let items = media.as_array().map_or(std::slice::from_ref(&media), Vec::as_slice);
            let named = items.iter().filter_map(|item| item.get("media")?.as_str());
            found.extend(named.filter(|text| is_address(text)).map(str::to_owned));
        }
        found
    }

    /// A file that was fetched from a web address.
    pub(crate) fn set_fetched(&mut self, address: &str, upload: Upload) {
        self.files.insert(address.to_owned(), upload);
    }

    pub(crate) fn fetched(&self, address: &str) -> Option<&Upload> {
        self.files.get(address)
    }
}

/// How Telegram calls a nested parameter in its errors.
fn spoken(name: &str) -> String {
    match name {
        "reply_markup" => "reply keyboard markup".to_owned(),
        other => other.replace('_', " "),
    }
}

/// Decodes `application/x-www-form-urlencoded`.
pub(crate) fn url_pairs(text: &[u8]) -> Vec<(String, String)> {
    let pairs = text.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let split = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
            (url_decode(&pair[..split]), url_decode(pair.get(split + 1..).unwrap_or_default()))
        })
        .collect()
}

/// Decodes `%41` and `+`.
pub(crate) fn url_decode(text: &[u8]) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let hex = text
            .get(at + 1..at + 3)
            .and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match (text[at], hex) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                at += 3;
                continue;
            }
            (b'+', _) => bytes.push(b' '),
            (other, _) => bytes.push(other),
        }
        at += 1;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn form(text: &str) -> Params {
        let mut params = Params::default();
        params.set_urlencoded(text.as_bytes());
        params
    }

    #[test]
    fn a_form_may_hold_numbers_switches_and_nested_json_as_text() {
        let params = form(
            "chat_id=-100&text=a+b%2Bc%F0%9F%8D%8F&disable_notification=True&reply_markup=%7B%22a%22%3A1%7D",
        );
        assert_eq!(params.int("chat_id"), Ok(Some(-100)));
        assert_eq!(params.text("text").unwrap(), "a b+c🍏");
        assert!(params.flag("disable_notification"));
        assert_eq!(params.json("reply_markup").unwrap().unwrap()["a"], 1);
        assert_eq!(params.int("message_id"), Ok(None));
    }

    #[test]
    fn json_may_hold_the_same_in_its_own_types() {
        let mut params = Params::default();
        params
            .set_json(br#"{"chat_id": 5, "text": "a", "flag": true, "reply_markup": {"a": 1}, "none": null}"#)
            .unwrap();
        assert_eq!(params.int("chat_id"), Ok(Some(5)));
        assert!(params.flag("flag"));
        assert_eq!(params.json("reply_markup").unwrap().unwrap()["a"], 1);
        assert_eq!(params.text("none"), None);
        assert!(params.set_json(b"[1]").is_err());
    }

    #[test]
    fn what_is_not_a_number_or_not_json_is_refused() {
        assert!(form("message_id=ten").int("message_id").is_err());
        let refusal = form("reply_markup=%7B").json("reply_markup").unwrap_err();
        assert_eq!(refusal.description, "Bad Request: can't parse reply keyboard markup JSON object");
    }

    proptest! {
        #[test]
        fn no_bytes_upset_the_form_parser(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let mut params = Params::default();
            params.set_urlencoded(&bytes);
            let _ = params.set_json(&bytes);
            let _ = params.into_summary();
        }

        #[test]
        fn what_was_encoded_is_decoded(text in "[ -~\u{e4}\u{1f34f}&=%+]{1,40}") {
            let encoded: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
            let params = form(&format!("text={encoded}"));
            prop_assert_eq!(params.text("text").unwrap(), text.as_str());
        }
    }
}
