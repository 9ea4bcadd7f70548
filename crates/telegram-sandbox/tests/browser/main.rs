//! Clicks through the chat page in a headless Chromium, with a bot that the test plays itself over the Bot API.
//!
//! Each test reads like a visit: the bot does something, the person sees it and acts, the bot hears of it. Pictures of what was
//! seen lie in `target/browser`.

mod bubbles;
mod chrome;
mod developer;
mod files;
mod groups;
mod keyboards;
mod looks;
mod page;
mod payments;
mod people;
mod polls;
mod reach;
mod reading;
mod readme;
mod scene;
mod writing;
