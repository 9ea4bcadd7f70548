//! Client libraries that nobody here wrote hold the same conversation over the sandbox, call every method, and must
//! understand every answer and every update.

#![cfg(test)]

mod conversation;
mod program;
mod refusals;
mod teloxide_bot;
mod teloxide_tour;

use conversation::Stage;
use program::Language;

#[tokio::test]
async fn a_bot_on_teloxide_understands_all_of_it() {
    let stage = Stage::set().await;
    let bot = tokio::spawn(teloxide_bot::run(stage.settings()));
    tokio::select! {
        () = stage.converse() => {}
        end = bot => assert_eq!(format!("{end:?}"), "", "the bot ended"),
    }
}

#[tokio::test]
async fn a_bot_on_aiogram_understands_all_of_it() {
    in_language(Language::Python, "aiogram_bot.py").await;
}

#[tokio::test]
async fn a_bot_on_grammy_understands_all_of_it() {
    in_language(Language::JavaScript, "grammy_bot.mjs").await;
}

async fn in_language(language: Language, file: &str) {
    let Some(interpreter) = program::ready(language).await else { return };
    let stage = Stage::set().await;
    let bot = interpreter.start(file, &stage.settings());
    tokio::select! {
        () = stage.converse() => {}
        words = bot.ended() => assert_eq!(words, "", "{file} ended"),
    }
}
