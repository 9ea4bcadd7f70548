//! The points that Telegram decides.

use super::{Finding, LIMIT, bad};
use crate::config::Intake;
use crate::domain::ChatId;
use chrono::DateTime;
use std::time::SystemTime;
use teloxide::{
    ApiError, Bot, RequestError,
    prelude::Requester as _,
    types::{ChatMemberKind, Me},
};
use url::Url;

/// A clock this far off breaks time limits of promos and the order of timelines.
const TOLERANCE_SECONDS: i64 = 30;

/// Calls under the time limit.
async fn call<T>(request: impl IntoFuture<Output = Result<T, RequestError>>) -> Result<T, RequestError> {
    match tokio::time::timeout(LIMIT, request.into_future()).await {
        Ok(answer) => answer,
        Err(_) => Err(RequestError::Io(std::sync::Arc::new(std::io::ErrorKind::TimedOut.into()))),
    }
}

pub(super) async fn token(bot: &Bot, api: &Url) -> (Finding, Option<Me>) {
    match call(bot.get_me()).await {
        Ok(me) => (Finding::Good(format!("the bot is @{}", me.username())), Some(me)),
        Err(RequestError::Api(error)) => (
            bad(format!("refused: {error}"), "copy BOT_TOKEN again from @BotFather, /mybots, API Token"),
            None,
        ),
        Err(error) => {
            let remedy = format!("can this machine reach {api}? Firewall, proxy, DNS; BOT_API_URL is right?");
            (bad(format!("no answer: {error}"), remedy), None)
        }
    }
}

pub(super) fn inline(me: &Me) -> Finding {
    match me.supports_inline_queries {
        true => Finding::Good(format!("@{} words: shows products in any chat", me.username())),
        false => Finding::Note(
            "off: to let customers search from any chat, send /setinline to @BotFather".to_owned(),
        ),
    }
}

pub(super) async fn group(bot: &Bot, me: &Me, group: ChatId) -> Finding {
    let id = teloxide::types::ChatId(group.0);
    let chat = match call(bot.get_chat(id)).await {
        Ok(chat) => chat,
        Err(RequestError::MigrateToChatId(new)) => {
            return bad("has become a supergroup", format!("set ADMIN_CHAT_ID={new}"));
        }
        Err(RequestError::Api(ApiError::ChatNotFound)) => {
            let remedy = "add the bot to the group, and look the id up with: orderbot find-group";
            return bad(format!("there is no group {group} that the bot knows"), remedy);
        }
        Err(error) => return bad(format!("no answer: {error}"), "try again; then look at ADMIN_CHAT_ID"),
    };
    let title = chat.title().unwrap_or("a group without a name").to_owned();
    let member = match call(bot.get_chat_member(id, me.id)).await {
        Ok(member) => member,
        Err(error) => return bad(format!("`{title}`: {error}"), "add the bot to the group"),
    };
    let may_write = match member.kind {
        ChatMemberKind::Owner(_) | ChatMemberKind::Administrator(_) => true,
        ChatMemberKind::Member(_) => chat.permissions().is_none_or(|all| all.can_send_messages()),
        ChatMemberKind::Restricted(restricted) => restricted.can_send_messages,
        ChatMemberKind::Left | ChatMemberKind::Banned(_) => {
            return bad(format!("`{title}`: the bot is not in it"), "add the bot to the group");
        }
    };
    match may_write {
        true => Finding::Good(format!("`{title}`, and the bot may write there")),
        false => bad(
            format!("`{title}`: the bot may not write there"),
            "make the bot an administrator of the group",
        ),
    }
}

pub(super) async fn webhook(bot: &Bot, intake: &Intake) -> Finding {
    let info = match call(bot.get_webhook_info()).await {
        Ok(info) => info,
        Err(error) => return bad(format!("no answer: {error}"), "try again"),
    };
    let waiting = match info.pending_update_count {
        0 => "nothing waits".to_owned(),
        count => format!("{count} updates wait at Telegram"),
    };
    let current = info.url.as_ref().filter(|url| url.has_host());
    match (intake, current) {
        (Intake::Polling, None) => Finding::Good(format!("none, as MODE=polling wants it; {waiting}")),
        (Intake::Polling, Some(url)) => Finding::Note(format!(
            "one is set at {}, `serve` with MODE=polling will remove it; {waiting}",
            url.host_str().unwrap_or_default()
        )),
        (Intake::Webhook { .. }, None) => Finding::Note(format!("none yet: `serve` sets it; {waiting}")),
        (Intake::Webhook { url, .. }, Some(current)) if current.host_str() != url.host_str() => {
            Finding::Note(format!(
                "points to {}, `serve` will move it to {}; {waiting}",
                current.host_str().unwrap_or_default(),
                url.host_str().unwrap_or_default()
            ))
        }
        (Intake::Webhook { .. }, Some(_)) => match (info.last_error_message, info.last_error_date) {
            (Some(error), Some(date)) if info.pending_update_count > 0 => bad(
                format!("Telegram could not deliver ({error}, {date}); {waiting}"),
                "is the address reachable from outside, with a valid certificate, and is a bot serving?",
            ),
            _ => Finding::Good(format!("in place; {waiting}")),
        },
    }
}

/// Compares this machine's clock with the one of the Bot API server.
pub(super) async fn clock(api: &Url) -> Finding {
    let Ok(client) = reqwest::Client::builder().timeout(LIMIT).build() else {
        return Finding::Note("not compared: no HTTP client".to_owned());
    };
    let date = match client.head(api.clone()).send().await {
        Ok(answer) => answer.headers().get(reqwest::header::DATE).cloned(),
        Err(_) => None,
    };
    let theirs = date
        .and_then(|date| DateTime::parse_from_rfc2822(date.to_str().ok()?).ok())
        .map(|date| date.timestamp());
    let ours = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .ok()
        .and_then(|time| i64::try_from(time.as_secs()).ok());
    match (theirs, ours) {
        (Some(theirs), Some(ours)) if (theirs - ours).abs() <= TOLERANCE_SECONDS => {
            Finding::Good("agrees with Telegram's".to_owned())
        }
        (Some(theirs), Some(ours)) => bad(
            format!("is {} seconds off", (ours - theirs).abs()),
            "switch on time synchronisation: timedatectl set-ntp true",
        ),
        _ => Finding::Note("not compared: the server does not tell the time".to_owned()),
    }
}
