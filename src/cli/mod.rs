//! The command line.

mod catalog;
mod check;
mod dead_letters;
mod demo;
mod find_group;
mod screen;
mod serve;

use crate::app::{self, NotMigrated};
use crate::config::{Problems, Settings, Sources, table};
use clap::{Parser, Subcommand};
use screen::say;
use std::{path::Path, process::ExitCode};

/// Something has to be set up first: settings, or the tables.
const EXIT_SETTINGS: u8 = 2;

const AFTER_HELP: &str = "\
To look around, without a token and without a database of your own:

    orderbot demo

To open your shop:

    orderbot settings > .env     then fill in BOT_TOKEN and DATABASE_URL
    orderbot find-group          tells the ADMIN_CHAT_ID of your staff group
    orderbot migrate             makes the tables
    orderbot catalog import my-shop/catalog.csv
    orderbot check               is everything right? if not, what is to be done?
    orderbot serve

Settings come from orderbot.toml, .env and the environment, the later wins.
Exit codes: 0 done, 1 failed, 2 wrong settings or arguments, or no tables yet.";

/// A shop in a Telegram chat: orders, stock, promos and a staff group, in one program.
#[derive(Debug, Parser)]
#[command(version, about, after_help = AFTER_HELP, disable_help_subcommand = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Try everything on this machine: no token, no server, no file needed
    Demo(demo::Demo),
    /// Run the bot for real: Telegram, Postgres and Redis as the settings say
    Serve,
    /// Create the tables, or bring them up to date. Safe while the bot is running
    Migrate,
    /// Examine settings, Telegram, staff group, database, Redis, webhook and clock, and say what is to be done
    Check {
        /// Only ask the running bot whether it is alive: for health checks of containers
        #[arg(long)]
        live: bool,
    },
    /// Wait until somebody writes in your staff group, and tell its id for ADMIN_CHAT_ID
    FindGroup,
    /// The catalogue as a CSV file
    Catalog {
        #[command(subcommand)]
        command: catalog::Command,
    },
    /// Updates from Telegram that could not be handled
    DeadLetters {
        #[command(subcommand)]
        command: dead_letters::Command,
    },
    /// Print every setting with its meaning and default, in the form of an .env file
    Settings,
}

/// Runs a command.
pub async fn run(cli: Cli) -> ExitCode {
    match dispatch(cli.command).await {
        Ok(code) => code,
        Err(error) => {
            screen::complain(&format!("{error:#}"));
            let is_set_up = !error.is::<Problems>() && !error.is::<NotMigrated>();
            if is_set_up { ExitCode::FAILURE } else { ExitCode::from(EXIT_SETTINGS) }
        }
    }
}

async fn dispatch(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Demo(demo) => demo::run(&demo).await?,
        Command::Serve => serve::run(&settings()?).await?,
        Command::Migrate => {
            app::store(&settings()?)?.migrate().await?;
            say("The tables are up to date.")?;
        }
        Command::Check { live: true } => return check::live(&settings()?).await,
        Command::Check { live: false } => return check::all(&settings()?).await,
        Command::FindGroup => find_group::run(&Sources::in_folder(Path::new("."))).await?,
        Command::Catalog { command } => catalog::run(command, &settings()?).await?,
        Command::DeadLetters { command } => dead_letters::run(command, &settings()?).await?,
        Command::Settings => say(table::env_example().trim_end())?,
    }
    Ok(ExitCode::SUCCESS)
}

fn settings() -> Result<Settings, Problems> {
    Settings::load(&Sources::in_folder(Path::new(".")))
}
