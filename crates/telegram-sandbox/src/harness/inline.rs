//! Inline mode and paying: what takes two steps.

use std::future::Future;
use std::panic::Location;

use serde_json::{Value, json};

use super::bots::TestBot;
use super::messages::Seen;
use super::people::Person;
use super::{PATIENCE, fail};
use crate::person::{checkout, inline, payments};

impl Person {
    /// Types `@bot words` and waits for the results: `InlineQueryResult`s.
    #[track_caller]
    pub fn inline(&self, bot: &TestBot, words: &str) -> impl Future<Output = InlineResults> + use<'_> {
        let caller = Location::caller();
        let bot = bot.id();
        let words = words.to_owned();
        async move {
            let query = self.act(caller, |world, key| {
                let typed = inline::Typed { text: &words, offset: "", place: None };
                inline::ask(world, self.user, bot, Some(key), &typed)
            });
            match self.shared.wait_until(PATIENCE, |world| inline::results(world, &query)).await {
                Some(answer) => InlineResults { query, answer },
                None => fail(caller, &format!("no results for \"{words}\"")),
            }
        }
    }

    /// Sends a result of inline mode to this chat.
    #[track_caller]
    pub fn choose(&self, results: &InlineResults, result_id: &str) -> Seen {
        self.say(Location::caller(), |world, key| {
            inline::choose(world, self.user, &results.query, result_id, key, None)
        })
    }

    /// Pays an invoice with everything it asks for. The outcome has a `status`: `paid`, `declined` or `timeout`.
    #[track_caller]
    pub fn pay(&self, invoice: &Seen) -> impl Future<Output = Value> + use<'_> {
        let caller = Location::caller();
        let id = invoice.id();
        async move {
            let bill = self.act(caller, |_, key| Ok(payments::Bill::Message { key, id }));
            let form = match self.form_for(caller, &bill).await {
                Ok(form) => form,
                Err(declined) => return declined,
            };
            match checkout::settle(&self.shared, self.user, &bill, &form).await {
                Ok(outcome) => outcome,
                Err(unable) => fail(caller, &unable.to_string()),
            }
        }
    }
}

impl Person {
    /// Fills in the form of an invoice: an address where one is needed, and the first shipping option offered. `Err` when the
    /// bot does not ship there.
    async fn form_for(&self, caller: &Location<'_>, bill: &payments::Bill) -> Result<payments::Form, Value> {
        let invoice = self.act(caller, |world, _| bill.invoice(world)).0;
        let mut form = payments::Form { address: Some(address()), ..payments::Form::default() };
        if !invoice.is_flexible {
            return Ok(form);
        }
        let query = self.act(caller, |world, _| payments::ask_shipping(world, self.user, bill, &address()));
        let answer =
            self.shared.wait_until(PATIENCE, |world| world.queries.find(&query)?.answer.clone()).await;
        let Some(answer) = answer else { fail(caller, "the bot did not say how it ships") };
        if answer["ok"] != true {
            return Err(json!({"status": "declined", "error": answer["error"]}));
        }
        form.shipping_option_id = answer["options"][0]["id"].as_str().map(str::to_owned);
        Ok(form)
    }
}

fn address() -> Value {
    json!({
        "country_code": "DE", "state": "", "city": "Berlin", "street_line1": "Alexanderplatz 1", "street_line2": "",
        "post_code": "10178",
    })
}

/// What a bot answered to an inline query.
#[derive(Clone, Debug)]
pub struct InlineResults {
    query: String,
    answer: Value,
}

impl InlineResults {
    /// The results, as `InlineQueryResult` objects.
    pub fn results(&self) -> &[Value] {
        self.answer["results"].as_array().map_or(&[], Vec::as_slice)
    }

    /// Where the next page begins; empty on the last.
    pub fn next_offset(&self) -> &str {
        self.answer["next_offset"].as_str().unwrap_or_default()
    }
}
