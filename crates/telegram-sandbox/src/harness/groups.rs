//! Groups as values.

use std::panic::Location;
use std::sync::Arc;

use super::bots::TestBot;
use super::fail;
use super::people::Person;
use crate::person::groups::{NewGroup, NewStanding};
use crate::person::{groups, transcript};
use crate::sandbox::{Sandbox, Shared};
use crate::world::chat::ChatKey;

/// A group that exists.
#[derive(Clone, Debug)]
pub struct GroupChat {
    shared: Arc<Shared>,
    id: i64,
}

/// A group that is about to be made.
#[derive(Debug)]
#[must_use = "a group exists only after `create`"]
pub struct GroupBuilder {
    shared: Arc<Shared>,
    new: NewGroup,
}

impl Sandbox {
    /// A new supergroup.
    pub fn group(&self, title: &str) -> GroupBuilder {
        GroupBuilder {
            shared: self.shared.clone(),
            new: NewGroup { title: title.to_owned(), ..NewGroup::default() },
        }
    }
}

impl GroupBuilder {
    /// A basic group instead of a supergroup.
    pub fn basic(mut self) -> Self {
        self.new.kind = Some("group".to_owned());
        self
    }

    /// With topics.
    pub fn forum(mut self) -> Self {
        self.new.is_forum = true;
        self
    }

    /// With this id, for bots whose settings name the group. Negative.
    pub fn id(mut self, id: i64) -> Self {
        self.new.id = id;
        self
    }

    /// Who made it.
    pub fn creator(mut self, person: &Person) -> Self {
        self.new.creator = Some(person.id());
        self
    }

    /// An administrator with all rights.
    pub fn admin(mut self, person: &Person) -> Self {
        self.new.admins.push(person.id());
        self
    }

    /// An ordinary member.
    pub fn member(mut self, person: &Person) -> Self {
        self.new.members.push(person.id());
        self
    }

    /// A bot as ordinary member.
    pub fn bot(mut self, bot: &TestBot) -> Self {
        self.new.members.push(bot.id());
        self
    }

    /// A bot as administrator with all rights.
    pub fn admin_bot(mut self, bot: &TestBot) -> Self {
        self.new.admins.push(bot.id());
        self
    }

    /// Makes the group.
    #[track_caller]
    pub fn create(self) -> GroupChat {
        let caller = Location::caller();
        let made = groups::create(&mut self.shared.lock(), &self.new);
        match made {
            Ok(key) => GroupChat { id: key.for_bot(), shared: self.shared },
            Err(unable) => fail(caller, &unable.to_string()),
        }
    }
}

impl GroupChat {
    /// The id bots use; negative.
    pub fn id(&self) -> i64 {
        self.id
    }

    fn set(&self, caller: &Location<'_>, account: i64, status: &str) {
        let standing = NewStanding { status: status.to_owned(), by: None, rights: None, custom_title: None };
        let done = groups::set_standing(&mut self.shared.lock(), ChatKey::Group(self.id), account, &standing);
        if let Err(unable) = done {
            fail(caller, &unable.to_string());
        }
    }

    /// Lets somebody in as ordinary member, or takes their rank away.
    #[track_caller]
    pub fn add(&self, person: &Person) {
        self.set(Location::caller(), person.id(), "member");
    }

    /// Makes somebody an administrator.
    #[track_caller]
    pub fn promote(&self, person: &Person) {
        self.set(Location::caller(), person.id(), "administrator");
    }

    /// Throws somebody out.
    #[track_caller]
    pub fn ban(&self, person: &Person) {
        self.set(Location::caller(), person.id(), "kicked");
    }

    /// Throws a bot out.
    #[track_caller]
    pub fn ban_bot(&self, bot: &TestBot) {
        self.set(Location::caller(), bot.id(), "kicked");
    }

    /// Lets a bot in.
    #[track_caller]
    pub fn add_bot(&self, bot: &TestBot) {
        self.set(Location::caller(), bot.id(), "member");
    }

    /// Turns a basic group into a supergroup with another id.
    #[track_caller]
    #[must_use]
    pub fn migrate(&self) -> Self {
        let caller = Location::caller();
        let new = self.shared.lock().migrate(ChatKey::Group(self.id));
        match new {
            Some(key) => Self { shared: self.shared.clone(), id: key.for_bot() },
            None => fail(caller, "only a basic group can become a supergroup"),
        }
    }

    /// The group's messages as text.
    pub fn transcript(&self) -> String {
        transcript::transcript(&self.shared.lock(), 0, ChatKey::Group(self.id), 100)
    }
}
