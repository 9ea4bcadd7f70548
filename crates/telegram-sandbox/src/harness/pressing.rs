//! Pressing buttons and keys.

use std::future::Future;
use std::panic::Location;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::messages::{Answer, Seen};
use super::people::Person;
use super::{PATIENCE, fail};
use crate::person::keys::Along;
use crate::person::press::{Button, Pressed};
use crate::person::{Unable, keys, press};
use crate::world::World;
use crate::world::keyboard::Action;

impl Person {
    /// Presses the button or the key with this text as soon as there is one, and waits until the bot has answered.
    ///
    /// The newest message with such a button counts; a key of the reply keyboard is found last.
    #[track_caller]
    pub fn press(&self, label: &str) -> impl Future<Output = Answer> + use<'_> {
        let caller = Location::caller();
        let label = label.to_owned();
        async move {
            match self.push(caller, &label).await {
                Some(Pressed::Asked(query)) => self.await_answer(caller, &label, query).await,
                Some(Pressed::Action(Action::Url(url))) => Answer { url: Some(url), ..Answer::default() },
                _ => Answer::default(),
            }
        }
    }

    /// Presses like [`press`](Self::press), but does not wait for the bot. Returns the id of the callback query.
    #[track_caller]
    pub fn tap(&self, label: &str) -> impl Future<Output = String> + use<'_> {
        let caller = Location::caller();
        let label = label.to_owned();
        async move {
            match self.push(caller, &label).await {
                Some(Pressed::Asked(query)) => query,
                _ => String::new(),
            }
        }
    }

    /// Presses like [`tap`](Self::tap), but only if there is such a button at this moment; tells whether there was.
    pub fn tap_if_there(&self, label: &str) -> bool {
        matches!(self.push_now(&mut self.shared.lock(), label), Some(Ok(_)))
    }

    /// Presses like [`tap`](Self::tap) as soon as there is such a button, and waits at most `limit` for it; tells whether
    /// it was pressed.
    pub async fn tap_within(&self, label: &str, limit: Duration) -> bool {
        matches!(self.watch(limit, |world| self.push_now(world, label)).await, Some(Ok(_)))
    }

    /// Presses the button with this text on one message, be it old, without waiting for the bot. Returns the id of the
    /// callback query.
    #[track_caller]
    pub fn tap_on(&self, message: &Seen, label: &str) -> String {
        let pressed = self.act(Location::caller(), |world, key| {
            press::press(world, self.user, key, message.id(), &Button::Labelled(label))
        });
        match pressed {
            Pressed::Asked(query) => query,
            Pressed::Action(_) => String::new(),
        }
    }

    /// Uses the Web App behind a key of the reply keyboard, which sends `data` to the bot.
    #[track_caller]
    pub fn use_web_app(&self, label: &str, data: &str) -> Seen {
        let along = Along { data: Some(data), ..Along::default() };
        self.say(Location::caller(), |world, key| keys::press_key(world, self.user, key, label, along))
    }

    /// Sends a press again as apps do after reconnecting: a new update with a new query.
    #[track_caller]
    pub fn resend_press(&self, query_id: &str) -> String {
        self.act(Location::caller(), |world, _| press::resend(world, query_id))
    }

    /// Waits for the answer to a press.
    #[track_caller]
    pub fn answer_to(&self, query_id: &str) -> impl Future<Output = Answer> + use<'_> {
        let caller = Location::caller();
        let query = query_id.to_owned();
        async move { self.await_answer(caller, "the button", query).await }
    }

    async fn push(&self, caller: &Location<'_>, label: &str) -> Option<Pressed> {
        let pushed = self.watch(PATIENCE, |world| self.push_now(world, label));
        match pushed.await {
            Some(Ok(pressed)) => pressed,
            Some(Err(unable)) => fail(caller, &unable.to_string()),
            None => fail(caller, &format!("there is no button \"{label}\" in\n{}", self.transcript())),
        }
    }

    /// `None` if there is no such button or key.
    fn push_now(&self, world: &mut World, label: &str) -> Option<Result<Option<Pressed>, Unable>> {
        let key = self.key(world).ok()?;
        let with_button = world.chat(key)?.messages.values().rev().find(|message| {
            !message.deleted && message.keyboard.as_ref().is_some_and(|k| k.find(label).is_some())
        });
        let done = match with_button.map(|message| message.id) {
            Some(id) => press::press(world, self.user, key, id, &Button::Labelled(label)).map(Some),
            None if keys::has_key(world, self.user, key, label) => {
                keys::press_key(world, self.user, key, label, Along::default()).map(|_| None)
            }
            None => return None,
        };
        // The spinner on the button is no answer.
        self.since.store(world.revision, Ordering::Relaxed);
        Some(done)
    }

    async fn await_answer(&self, caller: &Location<'_>, label: &str, query: String) -> Answer {
        let chat = self.shared.lock().queries.find(&query).and_then(|query| query.about.chat());
        let answered = |world: &mut World| world.queries.find(&query)?.answer.clone();
        let answer = self.shared.wait_in(chat, PATIENCE, answered).await;
        let Some(answer) = answer else {
            fail(caller, &format!("nobody answered \"{label}\" in\n{}", self.transcript()));
        };
        let text = |name: &str| answer[name].as_str().map(str::to_owned);
        Answer { text: text("text"), alert: answer["show_alert"] == true, url: text("url"), query_id: query }
    }
}
