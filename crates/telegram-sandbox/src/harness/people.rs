//! People as values.

use std::panic::Location;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::bots::TestBot;
use super::fail;
use super::groups::GroupChat;
use super::messages::Seen;
use crate::bot_api::params::Upload;
use crate::person::messages::{Spot, file, send, text};
use crate::person::{Unable, groups, keys, messages, view};
use crate::sandbox::{Sandbox, Shared};
use crate::world::World;
use crate::world::account::User;
use crate::world::chat::ChatKey;
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
    pub(super) shared: Arc<Shared>,
    pub(super) user: i64,
    peer: Option<i64>,
    /// The world's revision after the last deed here: what changed later is new to this person.
    pub(super) since: Arc<AtomicU64>,
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

    pub(super) fn key(&self, world: &World) -> Result<ChatKey, Unable> {
        let peer = self.peer.or_else(|| world.bots.keys().next().copied());
        crate::person::chat(world, self.user, peer.ok_or_else(|| Unable::missing("there is no bot yet"))?)
    }

    /// Does something now; everything that changes later is an answer to it.
    pub(super) fn act<T>(
        &self,
        caller: &Location<'_>,
        act: impl FnOnce(&mut World, ChatKey) -> Result<T, Unable>,
    ) -> T {
        let done = {
            let mut world = self.shared.lock();
            let done = self.key(&world).and_then(|key| act(&mut world, key));
            self.since.store(world.revision, Ordering::Relaxed);
            done
        };
        match done {
            Ok(done) => done,
            Err(unable) => fail(caller, &unable.to_string()),
        }
    }

    pub(super) fn say(
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

    /// Answers a message with a file of a kind and a name.
    #[track_caller]
    pub fn reply_file(&self, to: &Seen, kind: &str, name: &str, bytes: &[u8], caption: &str) -> Seen {
        let upload = Upload { name: Some(name.to_owned()), mime: None, bytes: bytes.to_vec().into() };
        let spot = Spot { reply_to: Some(to.id()), thread: None };
        self.say(Location::caller(), |world, key| {
            let kind =
                MediaKind::named(kind).ok_or_else(|| Unable::because(format!("no kind \"{kind}\"")))?;
            let content = file(world, kind, &upload, caption)?;
            send(world, self.user, key, content, spot)
        })
    }

    /// Answers a message with an album of photos.
    #[track_caller]
    pub fn reply_album(&self, to: &Seen, photos: &[&[u8]]) {
        let spot = Spot { reply_to: Some(to.id()), thread: None };
        self.act(Location::caller(), |world, key| {
            let upload = |bytes: &&[u8]| Upload { name: None, mime: None, bytes: bytes.to_vec().into() };
            let contents = photos.iter().map(|bytes| file(world, MediaKind::Photo, &upload(bytes), ""));
            let contents = contents.collect::<Result<Vec<_>, _>>()?;
            messages::album(world, self.user, key, contents, spot)
        });
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
}
