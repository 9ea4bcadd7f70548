//! What Telegram's refusals mean for us.

use crate::domain::ChatId;
use std::time::Duration;
use teloxide::{ApiError, RequestError};

/// Why Telegram did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// 429: wait this long before the next message to that chat.
    TooFast(Duration),
    /// 5xx, the network, or an answer that is none. The request may have had its effect all the same.
    Unavailable,
    /// 403: the customer has blocked the bot, is gone, or the bot was put out of the group.
    Unreachable,
    /// The group has a new id.
    Moved(ChatId),
    /// An edit that would change nothing: as good as done.
    Unchanged,
    /// 400 and anything else: it will be refused again.
    Rejected(String),
}

/// Reads a refusal. The reasons are Telegram's own words ("description"); the mapping follows the Bot API's
/// "Making requests" and the texts of its server.
#[must_use]
pub fn classify(error: &RequestError) -> Refusal {
    match error {
        RequestError::RetryAfter(seconds) => Refusal::TooFast(seconds.duration()),
        RequestError::MigrateToChatId(chat) => Refusal::Moved(ChatId(chat.0)),
        RequestError::Network(_) | RequestError::InvalidJson { .. } => Refusal::Unavailable,
        RequestError::Io(error) => Refusal::Rejected(format!("a file could not be read: {}", error.kind())),
        RequestError::Api(ApiError::MessageNotModified) => Refusal::Unchanged,
        RequestError::Api(error) => by_description(&error.to_string(), error),
    }
}

fn by_description(text: &str, error: &ApiError) -> Refusal {
    let text = match error {
        ApiError::Unknown(description) => description.as_str(),
        _ => text,
    };
    const SERVER: [&str; 5] = [
        "Internal Server Error",
        "Bad Gateway",
        "Service Unavailable",
        "Gateway Timeout",
        "Gateway Time-out",
    ];
    if text.starts_with("Forbidden") {
        Refusal::Unreachable
    } else if SERVER.iter().any(|words| text.contains(words)) || text.starts_with("Too Many Requests") {
        Refusal::Unavailable
    } else {
        Refusal::Rejected(text.chars().take(200).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use teloxide::types::Seconds;

    fn api(description: &str) -> RequestError {
        RequestError::Api(serde_json::from_value(description.into()).unwrap())
    }

    #[test]
    fn each_refusal_is_told_apart() {
        let too_fast = RequestError::RetryAfter(Seconds::from_seconds(7));
        assert_eq!(classify(&too_fast), Refusal::TooFast(Duration::from_secs(7)));
        let moved = RequestError::MigrateToChatId(teloxide::types::ChatId(-1009));
        assert_eq!(classify(&moved), Refusal::Moved(ChatId(-1009)));
        for blocked in [
            "Forbidden: bot was blocked by the user",
            "Forbidden: user is deactivated",
            "Forbidden: bot was kicked from the supergroup chat",
            "Forbidden: bot can't initiate conversation with a user",
        ] {
            assert_eq!(classify(&api(blocked)), Refusal::Unreachable, "{blocked}");
        }
        for down in ["Internal Server Error", "Bad Gateway"] {
            assert_eq!(classify(&api(down)), Refusal::Unavailable, "{down}");
        }
        let unchanged = "Bad Request: message is not modified: specified new message content and reply markup are \
                         exactly the same as a current content and reply markup of the message";
        assert_eq!(classify(&api(unchanged)), Refusal::Unchanged);
        assert!(matches!(classify(&api("Bad Request: chat not found")), Refusal::Rejected(_)));
    }
}
