//! How Telegram says no.

use serde_json::{Value, json};

/// An error answer of the Bot API, in Telegram's own words.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{code} {description}")]
pub(crate) struct Refusal {
    pub(crate) code: u16,
    pub(crate) description: String,
    pub(crate) migrate_to: Option<i64>,
    /// Seconds.
    pub(crate) retry_after: Option<u64>,
}

/// What a method answers.
pub(crate) type Answer = Result<Value, Refusal>;

impl Refusal {
    fn new(code: u16, prefix: &str, reason: impl AsRef<str>) -> Self {
        let description = format!("{prefix}: {}", reason.as_ref());
        Self { code, description, migrate_to: None, retry_after: None }
    }

    /// 400
    pub(crate) fn bad(reason: impl AsRef<str>) -> Self {
        Self::new(400, "Bad Request", reason)
    }

    /// 403
    pub(crate) fn forbidden(reason: impl AsRef<str>) -> Self {
        Self::new(403, "Forbidden", reason)
    }

    /// 409
    pub(crate) fn conflict(reason: impl AsRef<str>) -> Self {
        Self::new(409, "Conflict", reason)
    }

    /// 401
    pub(crate) fn unauthorized() -> Self {
        Self { code: 401, description: "Unauthorized".into(), migrate_to: None, retry_after: None }
    }

    /// 404
    /// There is no such method.
    pub(crate) fn not_found() -> Self {
        Self {
            code: 404,
            description: "Not Found: method not found".into(),
            migrate_to: None,
            retry_after: None,
        }
    }

    /// 502
    pub(crate) fn bad_gateway() -> Self {
        Self { code: 502, description: "Bad Gateway".into(), migrate_to: None, retry_after: None }
    }

    /// 429
    pub(crate) fn too_many(seconds: u64) -> Self {
        let mut refusal = Self::new(429, "Too Many Requests", format!("retry after {seconds}"));
        refusal.retry_after = Some(seconds);
        refusal
    }

    /// 400 with the new id of a group that has become a supergroup.
    pub(crate) fn migrated(to: i64) -> Self {
        let mut refusal = Self::bad("group chat was upgraded to a supergroup chat");
        refusal.migrate_to = Some(to);
        refusal
    }

    pub(crate) fn json(&self) -> Value {
        let mut answer = json!({"ok": false, "error_code": self.code, "description": self.description});
        if let Some(chat) = self.migrate_to {
            answer["parameters"]["migrate_to_chat_id"] = chat.into();
        }
        if let Some(seconds) = self.retry_after {
            answer["parameters"]["retry_after"] = seconds.into();
        }
        answer
    }
}
