//! People as values.

use std::future::Future;
use std::panic::Location;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use serde_json::Value;

use super::bots::TestBot;
use super::groups::GroupChat;
use super::messages::{Answer, Seen};
use super::{PATIENCE, fail};
use crate::bot_api::params::Upload;
use crate::person::messages::{Spot, file, send, text};
use crate::person::press::{Button, Pressed};
use crate::person::{Unable, groups, inline, keys, messages, payments, press, transcript, view};
use crate::sandbox::{Sandbox, Shared};
use crate::world::World;
use crate::world::account::User;
use crate::world::chat::ChatKey;
use crate::world::keyboard::Action;
use crate::world::message::{Content, MediaKind};

/// A person who is about to be made.
#[derive(Debug)]
#[must_use = "a person exists only after `create`"]
pub struct UserBuilder {
    shared: Arc<Shared>,
    user: User,
}

/// A person in a chat: with the first bot, unless another chat is named.
///
/// What a person does fails the test when an app would not allow it. What a person waits for fails it after ten seconds,
/// with the chat so far.
#[derive(Clone, Debug)]
pub struct Person {
    shared: Arc<Shared>,
    user: i64,
    peer: Option<i64>,
    /// The world's revision before the last deed here: what changed later is new to this person.
    since: Arc<AtomicU64>,
}

impl Sandbox {
    /// A new person with this first name.
    pub fn user(&self, first_name: &str) -> UserBuilder {
        let user = User {
            id: 0,
            first_name: first_name.to_owned(),
            last_name: None,
            username: None,
            language_code: Some("en".to_owned()),
            is_premium: false,
            phone_number: String::new(),
            deactivated: false,
        };
        UserBuilder { shared: self.shared.clone(), user }
    }
}

impl UserBuilder {
    /// Language of the app, `en` by default.
    pub fn language(mut self, code: &str) -> Self {
        self.user.language_code = Some(code.to_owned());
        self
    }

    /// Last name.
    pub fn last_name(mut self, name: &str) -> Self {
        self.user.last_name = Some(name.to_owned());
        self
    }

    /// User name, without the `@`.
    pub fn username(mut self, name: &str) -> Self {
        self.user.username = Some(name.to_owned());
        self
    }

    /// Phone number, with `+`.
    pub fn phone(mut self, number: &str) -> Self {
        number.clone_into(&mut self.user.phone_number);
        self
    }

    /// This id instead of the next free one.
    pub fn id(mut self, id: i64) -> Self {
        self.user.id = id;
        self
    }

    /// With Telegram Premium.
    pub fn premium(mut self) -> Self {
        self.user.is_premium = true;
        self
    }

    /// Makes the account.
    pub fn create(self) -> Person {
        let user = self.shared.lock().add_user(self.user);
        Person { shared: self.shared, user, peer: None, since: Arc::default() }
    }
}

impl Person {
    /// The account's id.
    pub fn id(&self) -> i64 {
        self.user
    }

    /// This person in a group.
    #[must_use]
    pub fn at(&self, group: &GroupChat) -> Self {
        Self { peer: Some(group.id()), since: Arc::default(), ..self.clone() }
    }

    /// This person in the private chat with a bot.
    #[must_use]
    pub fn with(&self, bot: &TestBot) -> Self {
        Self { peer: Some(bot.id()), since: Arc::default(), ..self.clone() }
    }

    fn key(&self, world: &World) -> Result<ChatKey, Unable> {
        let peer = self.peer.or_else(|| world.bots.keys().next().copied());
        crate::person::chat(world, self.user, peer.ok_or_else(|| Unable::missing("there is no bot yet"))?)
    }

    /// Does something now; everything that changes later is an answer to it.
    fn act<T>(&self, caller: &Location<'_>, act: impl FnOnce(&mut World, ChatKey) -> Result<T, Unable>) -> T {
        let done = {
            let mut world = self.shared.lock();
            self.since.store(world.revision, Ordering::Relaxed);
            self.key(&world).and_then(|key| act(&mut world, key))
        };
        match done {
            Ok(done) => done,
            Err(unable) => fail(caller, &unable.to_string()),
        }
    }

    fn say(
        &self,
        caller: &Location<'_>,
        act: impl FnOnce(&mut World, ChatKey) -> Result<i64, Unable>,
    ) -> Seen {
        self.act(caller, |world, key| {
            let id = act(world, key)?;
            Ok(self.look(world, key, id))
        })
    }

    fn look(&self, world: &World, key: ChatKey, id: i64) -> Seen {
        let message = world.chat(key).and_then(|chat| chat.messages.get(&id));
        Seen {
            json: message.map(|message| view::message(world, self.user, key, message)).unwrap_or_default(),
        }
    }

    /// Presses Start.
    #[track_caller]
    pub fn start(&self) -> Seen {
        self.say(Location::caller(), |world, key| keys::start(world, self.user, key, None))
    }

    /// Follows a link `t.me/bot?start=payload`.
    #[track_caller]
    pub fn start_with(&self, payload: &str) -> Seen {
        self.say(Location::caller(), |world, key| keys::start(world, self.user, key, Some(payload)))
    }

    /// Writes something.
    #[track_caller]
    pub fn send(&self, words: &str) -> Seen {
        self.say(Location::caller(), |world, key| send(world, self.user, key, text(words)?, Spot::default()))
    }

    /// Writes an answer to a message.
    #[track_caller]
    pub fn reply(&self, to: &Seen, words: &str) -> Seen {
        let spot = Spot { reply_to: Some(to.id()), thread: None };
        self.say(Location::caller(), |world, key| send(world, self.user, key, text(words)?, spot))
    }

    /// Changes an own message.
    #[track_caller]
    pub fn edit(&self, message: &Seen, words: &str) {
        self.act(Location::caller(), |world, key| messages::edit(world, self.user, key, message.id(), words));
    }

    /// Deletes a message.
    #[track_caller]
    pub fn delete(&self, message: &Seen) {
        self.act(Location::caller(), |world, key| messages::delete(world, self.user, key, message.id()));
    }

    /// Sets a reaction.
    #[track_caller]
    pub fn react(&self, message: &Seen, emoji: &str) {
        let emoji = Some(emoji.to_owned());
        self.act(Location::caller(), |world, key| {
            messages::react(world, self.user, key, message.id(), emoji)
        });
    }

    /// Sends a file of a kind (`photo`, `document`, `voice`, `video`, `sticker`, ...).
    #[track_caller]
    pub fn send_file(&self, kind: &str, bytes: &[u8], caption: &str) -> Seen {
        let upload = Upload { name: Some(kind.to_owned()), mime: None, bytes: bytes.to_vec().into() };
        self.say(Location::caller(), |world, key| {
            let kind =
                MediaKind::named(kind).ok_or_else(|| Unable::because(format!("no kind \"{kind}\"")))?;
            let content = file(world, kind, &upload, caption)?;
            send(world, self.user, key, content, Spot::default())
        })
    }

    /// Shares the own phone number, as a key that asks for it does.
    #[track_caller]
    pub fn share_contact(&self) -> Seen {
        self.say(Location::caller(), |world, key| {
            let contact = keys::own_contact(world, self.user)?;
            send(world, self.user, key, contact, Spot::default())
        })
    }

    /// Sends somebody else's contact card.
    #[track_caller]
    pub fn send_contact(&self, first_name: &str, phone_number: &str) -> Seen {
        let card = serde_json::json!({"phone_number": phone_number, "first_name": first_name});
        let card = Content::Plain("contact", card);
        self.say(Location::caller(), |world, key| send(world, self.user, key, card, Spot::default()))
    }

    /// Shares a place in degrees.
    #[track_caller]
    pub fn share_location(&self, latitude: f64, longitude: f64) -> Seen {
        self.say(Location::caller(), |world, key| {
            send(world, self.user, key, keys::location(latitude, longitude)?, Spot::default())
        })
    }

    /// Blocks the bot.
    #[track_caller]
    pub fn block(&self) {
        self.act(Location::caller(), |world, key| keys::set_blocked(world, key, true));
    }

    /// Lets the bot in again.
    #[track_caller]
    pub fn unblock(&self) {
        self.act(Location::caller(), |world, key| keys::set_blocked(world, key, false));
    }

    /// Comes to the group.
    #[track_caller]
    pub fn join(&self) {
        self.act(Location::caller(), |world, key| groups::join(world, self.user, key));
    }

    /// Leaves the group.
    #[track_caller]
    pub fn leave(&self) {
        self.act(Location::caller(), |world, key| groups::leave(world, self.user, key));
    }

    /// Deletes the account.
    pub fn deactivate(&self) {
        if let Some(user) = self.shared.lock().users.get_mut(&self.user) {
            user.deactivated = true;
        }
    }

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
        let since = &self.since;
        let pushed = self.shared.wait_until(PATIENCE, |world| {
            let key = self.key(world).ok()?;
            let with_button = world.chat(key)?.messages.values().rev().find(|message| {
                !message.deleted && message.keyboard.as_ref().is_some_and(|k| k.find(label).is_some())
            });
            let before = world.revision;
            let done = match with_button.map(|message| message.id) {
                Some(id) => press::press(world, self.user, key, id, &Button::Labelled(label)).map(Some),
                None if keys::has_key(world, self.user, key, label) => {
                    keys::press_key(world, self.user, key, label, None).map(|_| None)
                }
                None => return None,
            };
            since.store(before, Ordering::Relaxed);
            Some(done)
        });
        match pushed.await {
            Some(Ok(pressed)) => pressed,
            Some(Err(unable)) => fail(caller, &unable.to_string()),
            None => fail(caller, &format!("there is no button \"{label}\" in\n{}", self.transcript())),
        }
    }

    async fn await_answer(&self, caller: &Location<'_>, label: &str, query: String) -> Answer {
        let answer =
            self.shared.wait_until(PATIENCE, |world| world.queries.find(&query)?.answer.clone()).await;
        let Some(answer) = answer else {
            fail(caller, &format!("nobody answered \"{label}\" in\n{}", self.transcript()));
        };
        let text = |name: &str| answer[name].as_str().map(str::to_owned);
        Answer { text: text("text"), alert: answer["show_alert"] == true, url: text("url"), query_id: query }
    }

    /// Waits for a message of somebody else, sent or edited since this person's last deed, that shows this text in its
    /// words or on a button.
    #[track_caller]
    pub fn sees(&self, text: &str) -> impl Future<Output = Seen> + use<'_> {
        let caller = Location::caller();
        let text = text.to_owned();
        async move {
            match self.wait_for(&text, PATIENCE).await {
                Some(seen) => seen,
                None => fail(caller, &format!("\"{text}\" did not appear in\n{}", self.transcript())),
            }
        }
    }

    /// Like [`sees`](Self::sees), but `None` when nothing came within `limit`.
    pub async fn wait_for(&self, text: &str, limit: Duration) -> Option<Seen> {
        let since = self.since.load(Ordering::Relaxed);
        self.shared
            .wait_until(limit, |world| {
                let key = self.key(world).ok()?;
                let heard = transcript::heard(world, self.user, key, since, text)?;
                Some(Seen { json: view::message(world, self.user, key, heard) })
            })
            .await
    }

    /// From now on only what comes later is new.
    pub fn looks_away(&self) {
        self.since.store(self.shared.lock().revision, Ordering::Relaxed);
    }

    /// All messages that are not deleted, oldest first.
    pub fn messages(&self) -> Vec<Seen> {
        let world = self.shared.lock();
        let Ok(key) = self.key(&world) else { return Vec::new() };
        let window = view::Window { limit: 1_000, before: None, thread: None, deleted: false };
        let shown = view::messages(&world, key, &window);
        shown
            .into_iter()
            .map(|message| Seen { json: view::message(&world, self.user, key, message) })
            .collect()
    }

    /// The newest message of somebody else.
    pub fn last_seen(&self) -> Option<Seen> {
        self.messages().into_iter().rev().find(|seen| seen.json["sandbox"]["outgoing"] == false)
    }

    /// The keys of the reply keyboard, row by row; empty when there is none.
    pub fn keyboard(&self) -> Vec<Vec<String>> {
        let world = self.shared.lock();
        let shown = self.key(&world).ok().and_then(|key| world.chat(key)?.keyboards.get(&self.user));
        let rows = shown.and_then(|shown| shown.markup["keyboard"].as_array()).into_iter().flatten();
        let texts = |row: &Value| {
            let keys = row.as_array().into_iter().flatten();
            keys.filter_map(|key| key["text"].as_str().map(str::to_owned)).collect()
        };
        rows.map(texts).collect()
    }

    /// The chat as text.
    pub fn transcript(&self) -> String {
        let world = self.shared.lock();
        match self.key(&world) {
            Ok(key) => transcript::transcript(&world, self.user, key, 100),
            Err(unable) => unable.to_string(),
        }
    }

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
            match payments::settle(&self.shared, self.user, &bill, &payments::Form::default()).await {
                Ok(outcome) => outcome,
                Err(unable) => fail(caller, &unable.to_string()),
            }
        }
    }
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
