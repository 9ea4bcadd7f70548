//! The program. Everything is in the library, so that tests can reach it.

use clap::Parser;
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    orderbot::cli::run(orderbot::cli::Cli::parse()).await
}
