//! `orderbot check`: one line per point, and what to do where it is not right.

mod stores;
mod telegram;

use super::screen::say;
use crate::config::{Intake, Settings};
use crate::telegram::SetupCode;
use std::{net::IpAddr, process::ExitCode, time::Duration};
use teloxide::{Bot, types::Me};

/// No point may take longer.
const LIMIT: Duration = Duration::from_secs(10);

/// What was found at one point.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Finding {
    /// As it should be.
    Good(String),
    /// It works, but the owner should know.
    Note(String),
    /// It does not work: what is wrong, and what to do.
    Bad(String, String),
}

/// Examines everything. The exit code is 1 if anything is bad.
pub(super) async fn all(settings: &Settings) -> anyhow::Result<ExitCode> {
    let secrets = crate::telemetry::Secrets::of(settings);
    let mut good = true;
    let mut show = |point: &str, finding: Finding| -> std::io::Result<()> {
        good &= !matches!(finding, Finding::Bad(..));
        say(&secrets.hide(&line(point, &finding)))
    };
    show("settings", Finding::Good("complete".to_owned()))?;

    let bot = crate::telegram::connect(&settings.bot.token, &settings.bot.api_url)?;
    let (finding, me) = telegram::token(&bot, &settings.bot.api_url).await;
    show("token", finding)?;
    if let Some(me) = me {
        show("inline mode", telegram::inline(&me))?;
        show("staff group", staff_group(settings, &bot, &me).await)?;
        show("webhook", telegram::webhook(&bot, &settings.intake).await)?;
        show("clock", telegram::clock(&settings.bot.api_url).await)?;
    }
    show("database", stores::database(settings).await)?;
    show("stock", stores::stock(settings).await)?;
    show("redis", stores::redis(settings).await)?;
    Ok(if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The group of the settings, or the one that `/setup` chose.
async fn staff_group(settings: &Settings, bot: &Bot, me: &Me) -> Finding {
    if let Some(group) = settings.bot.admin_chat {
        return telegram::group(bot, me, group).await;
    }
    let Some(state) = stores::setup(settings).await else {
        return Finding::Note(
            "ADMIN_CHAT_ID is empty, and the database does not tell which one it is".to_owned(),
        );
    };
    let code = SetupCode::of(bot, state.generation);
    let how = format!("/setup@{} {code}", me.username());
    match state.group {
        Some(group) => match telegram::group(bot, me, group).await {
            Finding::Good(what) => {
                Finding::Good(format!("{what}. For another one, its owner sends there: {how}"))
            }
            other => other,
        },
        None => {
            Finding::Note(format!("none yet: add the bot to it as an administrator, and send there: {how}"))
        }
    }
}

/// Asks the bot that runs on this machine with these settings.
pub(super) async fn live(settings: &Settings) -> anyhow::Result<ExitCode> {
    let mut address = settings.http_listen;
    if address.ip().is_unspecified() {
        address.set_ip(match address.ip() {
            IpAddr::V4(_) => std::net::Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(_) => std::net::Ipv6Addr::LOCALHOST.into(),
        });
    }
    let client = reqwest::Client::builder().no_proxy().timeout(LIMIT).build()?;
    let answer = client.get(format!("http://{address}/health/live")).send().await?;
    anyhow::ensure!(answer.status().is_success(), "the bot answers {}", answer.status());
    say("alive")?;
    Ok(ExitCode::SUCCESS)
}

fn line(point: &str, finding: &Finding) -> String {
    match finding {
        Finding::Good(what) => format!("  ok    {point:<12} {what}"),
        Finding::Note(what) => format!("  note  {point:<12} {what}"),
        Finding::Bad(what, remedy) => format!("  BAD   {point:<12} {what}\n                     -> {remedy}"),
    }
}

fn bad(what: impl Into<String>, remedy: impl Into<String>) -> Finding {
    Finding::Bad(what.into(), remedy.into())
}

/// What several instances need, and one does not.
fn several_instances(intake: &Intake) -> bool {
    matches!(intake, Intake::Webhook { .. })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_point_comes_with_its_remedy() {
        let text = line("token", &bad("refused", "ask @BotFather"));
        assert_eq!(text, "  BAD   token        refused\n                     -> ask @BotFather");
    }
}
