//! `orderbot dead-letters`: what could not be handled, and another try.

use super::screen::say;
use crate::config::Settings;
use crate::domain::UpdateId;
use crate::postgres::Delivery;
use crate::repository::{DeadLetter, DeadLetters as _};
use anyhow::bail;
use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// The newest ones, with the reason of each
    List {
        /// How many at most
        #[arg(long, default_value_t = 50)]
        limit: i64,
    },
    /// One of them, with all that Telegram sent. It may hold personal data
    Show {
        /// Its number, as `list` shows it
        update: i64,
    },
    /// Hand one to the bot again
    Retry {
        /// Its number, as `list` shows it
        update: i64,
    },
    /// Give one up for good
    Drop {
        /// Its number, as `list` shows it
        update: i64,
    },
}

pub(super) async fn run(command: Command, settings: &Settings) -> anyhow::Result<()> {
    let letters = Delivery::new(crate::app::store(settings)?.0);
    match command {
        Command::List { limit } => {
            let found = letters.list(None, limit).await?;
            if found.is_empty() {
                say("There are none.")?;
            }
            for letter in found {
                say(&line(&letter))?;
            }
        }
        Command::Show { update } => match letters.find(UpdateId(update)).await? {
            Some(letter) => say(&format!("{}\n{}", line(&letter), letter.raw))?,
            None => bail!("there is no dead letter {update}"),
        },
        Command::Retry { update } => match letters.retry(UpdateId(update)).await? {
            true => say("It is back in its lane, and handled as soon as a bot is serving.")?,
            false => bail!("there is no dead letter {update}"),
        },
        Command::Drop { update } => match letters.drop_letter(UpdateId(update)).await? {
            true => say("It is gone.")?,
            false => bail!("there is no dead letter {update}"),
        },
    }
    Ok(())
}

fn line(letter: &DeadLetter) -> String {
    let DeadLetter { update, lane, kind, attempts, cause, died_at, .. } = letter;
    let when = died_at.format("%Y-%m-%d %H:%M UTC");
    format!("{update}  {when}  {kind} in lane {lane}, tried {attempts} times: {cause}")
}
