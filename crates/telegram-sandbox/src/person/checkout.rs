//! Paying from the first question to the receipt. It waits for the bot, so it is the one thing here that is not pure.

use std::time::Duration;

use serde_json::{Value, json};

use super::payments::{Bill, Form, ask_checkout, pay};
use super::{Unable, view};
use crate::sandbox::Shared;

/// The whole payment: asks the bot, and pays or not. Waits for the bot's answer.
pub(crate) async fn settle(shared: &Shared, user: i64, bill: &Bill, form: &Form) -> Result<Value, Unable> {
    let (query, checkout) = ask_checkout(&mut shared.lock(), user, bill, form)?;
    let patience = Duration::from_secs(form.wait.unwrap_or(10).min(60));
    let answer = shared
        .wait_until(patience, |world| {
            let query = world.queries.find(&query)?;
            match (&query.answer, query.expired) {
                (Some(answer), _) => Some(Some(answer.clone())),
                (None, true) => Some(None),
                (None, false) => None,
            }
        })
        .await
        .flatten();
    let Some(answer) = answer else { return Ok(json!({"status": "timeout"})) };
    if answer["ok"] != true {
        return Ok(json!({"status": "declined", "error": answer["error"]}));
    }
    if form.outcome.as_deref() == Some("decline") {
        // The bank says no after the bot said yes: the bot hears nothing more.
        return Ok(json!({"status": "declined", "error": "The card was declined."}));
    }
    let mut world = shared.lock();
    let id = pay(&mut world, user, bill, &checkout)?;
    let (_, _, key) = bill.invoice(&world)?;
    let message = world.message(key, id).map(|message| view::message(&world, user, key, message));
    Ok(json!({
        "status": "paid",
        "message": message,
        "total_amount": checkout["total_amount"],
        "currency": checkout["currency"],
    }))
}
