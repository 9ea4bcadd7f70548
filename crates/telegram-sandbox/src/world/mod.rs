//! The state of the local Telegram and its rules. No I/O here: everything happens under one short lock.

pub(crate) mod account;
pub(crate) mod chat;
mod emission;
pub(crate) mod event;
pub(crate) mod file;
pub(crate) mod group;
pub(crate) mod invoice;
pub(crate) mod keyboard;
pub(crate) mod log;
mod membership;
pub(crate) mod message;
mod people;
mod pins;
mod post;
pub(crate) mod query;
mod reaction;
pub(crate) mod recent;
mod render;
pub(crate) mod updates;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde_json::{Value, json};
use tokio::sync::{Notify, broadcast};

pub(crate) use self::people::split_token;
pub(crate) use self::post::Draft;
pub(crate) use self::render::Viewer;

use self::account::{Bot, User};
use self::chat::{Chat, ChatKey};
use self::event::Event;
use self::file::Files;
use self::group::Group;
use self::invoice::{Charge, Invoice};
use self::log::{Log, What};
use self::message::Message;
use self::query::Queries;
use self::recent::Recent;
use crate::config::Config;
use crate::faults::{Chaos, Faults};
use crate::limits::Buckets;

/// Everything there is.
#[derive(Debug)]
pub(crate) struct World {
    /// The time of the running action, set when the lock is taken.
    pub(crate) now_ms: i64,
    /// Grows with every change that somebody could be waiting for.
    pub(crate) revision: u64,
    pub(crate) bots: BTreeMap<i64, Bot>,
    pub(crate) users: BTreeMap<i64, User>,
    pub(crate) chats: BTreeMap<ChatKey, Chat>,
    pub(crate) files: Files,
    pub(crate) queries: Queries,
    /// Links made by `createInvoiceLink`: bot and invoice by slug.
    pub(crate) invoice_links: Recent<(i64, Invoice)>,
    /// Charges by id, for refunds.
    pub(crate) charges: Recent<Charge>,
    /// Who has voted for which options, by poll id.
    pub(crate) votes: Recent<BTreeMap<i64, Vec<usize>>>,
    /// Where a message sent through inline mode lies.
    pub(crate) inline_messages: Recent<(ChatKey, i64)>,
    pub(crate) log: Log,
    pub(crate) chaos: Chaos,
    pub(crate) buckets: Buckets,
    pub(crate) events: broadcast::Sender<Event>,
    /// Wakes who waits in a chat.
    news: HashMap<ChatKey, Arc<Notify>>,
    /// Origin of every identifier that must not come back in a later run.
    pub(crate) seed: u64,
    next_user: i64,
    next_group: i64,
    next_serial: u64,
    keep_messages: usize,
}

/// Slow readers of the event stream lose the oldest beyond this many.
const EVENTS_HELD: usize = 4_096;

impl World {
    pub(crate) fn new(config: &Config) -> Self {
        Self {
            now_ms: config.clock.now_ms(),
            revision: 1,
            bots: BTreeMap::new(),
            users: BTreeMap::new(),
            chats: BTreeMap::new(),
            files: Files::new(config.keep_file_bytes, config.seed),
            queries: Queries::starting_at(first_id(config.seed, 5)),
            invoice_links: Recent::default(),
            charges: Recent::default(),
            votes: Recent::default(),
            inline_messages: Recent::default(),
            log: Log::keeping(config.keep_log),
            chaos: Chaos::new(config.faults.clone()),
            buckets: Buckets::default(),
            events: broadcast::Sender::new(EVENTS_HELD),
            news: HashMap::new(),
            seed: config.seed,
            next_user: 1001,
            next_group: 1,
            next_serial: 1,
            keep_messages: config.keep_messages,
        }
    }

    /// Forgets what was said and done; bots, people and groups stay. With `people` the bots alone stay.
    pub(crate) fn reset(&mut self, people: bool) {
        if people {
            self.users.clear();
            self.chats.clear();
            self.next_user = 1001;
            self.next_group = 1;
        }
        self.chats.retain(|_, chat| chat.group.is_some());
        for chat in self.chats.values_mut() {
            // Members, rights and topics are the group; all the rest was said in it.
            *chat = Chat { group: chat.group.take(), ..Chat::default() };
        }
        self.queries.clear();
        self.votes.clear();
        self.inline_messages.clear();
        self.invoice_links.clear();
        self.charges.clear();
        self.log.clear();
        self.chaos = Chaos::new(Faults::default());
        self.buckets = Buckets::default();
        for bot in self.bots.values_mut() {
            bot.updates.clear();
            if let Some(webhook) = &mut bot.webhook {
                webhook.lanes.clear();
            }
        }
        self.event("reset", json!({}));
    }

    /// Unix seconds.
    pub(crate) fn now(&self) -> i64 {
        self.now_ms.div_euclid(1000)
    }

    /// Notes a change and tells who listens.
    pub(crate) fn event(&mut self, name: &'static str, data: Value) {
        self.tell(name, || data);
    }

    /// The same for what happens often: nothing is made for nobody.
    fn tell(&mut self, name: &'static str, data: impl FnOnce() -> Value) {
        self.revision += 1;
        if self.events.receiver_count() > 0 {
            // Fails only when the last listener has just left.
            let _ = self.events.send(Event { revision: self.revision, name, data: data() });
        }
    }

    pub(crate) fn message_event(&mut self, key: ChatKey, id: i64, change: &'static str) {
        self.tell("message", || json!({"chat": key.json(), "message_id": id, "change": change}));
        self.wake(key);
    }

    pub(crate) fn chat_event(&mut self, key: ChatKey) {
        self.tell("chat", || json!({"chat": key.json()}));
        self.wake(key);
    }

    fn wake(&self, key: ChatKey) {
        if let Some(news) = self.news.get(&key) {
            news.notify_waiters();
        }
    }

    /// Notified of everything that happens in a chat from now on.
    pub(crate) fn news_of(&mut self, key: ChatKey) -> Arc<Notify> {
        self.news.entry(key).or_default().clone()
    }

    pub(crate) fn write_log(&mut self, bot: i64, what: What) {
        let entry = self.log.add(self.now_ms, bot, what);
        if self.events.receiver_count() > 0 {
            let data = entry.json();
            self.event("log", data);
        }
    }

    /// Records what real Telegram would have refused or punished.
    pub(crate) fn violation(&mut self, bot: i64, method: &str, rule: &str, description: &str) {
        let violation =
            What::Violation { method: method.into(), rule: rule.into(), description: description.into() };
        self.write_log(bot, violation);
    }

    /// A number that was not used before in this run.
    pub(crate) fn serial(&mut self) -> u64 {
        self.next_serial += 1;
        self.next_serial - 1
    }

    pub(crate) fn chat(&self, key: ChatKey) -> Option<&Chat> {
        self.chats.get(&key)
    }

    /// The chat, made when it does not exist yet.
    pub(crate) fn chat_mut(&mut self, key: ChatKey) -> &mut Chat {
        self.chats.entry(key).or_default()
    }

    pub(crate) fn group(&self, key: ChatKey) -> Option<&Group> {
        self.chats.get(&key)?.group.as_ref()
    }

    pub(crate) fn group_mut(&mut self, key: ChatKey) -> Option<&mut Group> {
        self.chats.get_mut(&key)?.group.as_mut()
    }

    /// A message that is not deleted.
    pub(crate) fn message(&self, key: ChatKey, id: i64) -> Option<&Message> {
        self.chats.get(&key)?.messages.get(&id).filter(|message| !message.deleted)
    }

    pub(crate) fn message_mut(&mut self, key: ChatKey, id: i64) -> Option<&mut Message> {
        self.chats.get_mut(&key)?.messages.get_mut(&id).filter(|message| !message.deleted)
    }

    /// A person's or a bot's `User` object.
    pub(crate) fn account(&self, id: i64) -> Value {
        match (self.users.get(&id), self.bots.get(&id)) {
            (Some(user), _) => user.json(),
            (None, Some(bot)) => bot.json(),
            (None, None) => json!({"id": id, "is_bot": false, "first_name": "Deleted"}),
        }
    }

    pub(crate) fn account_exists(&self, id: i64) -> bool {
        self.users.contains_key(&id) || self.bots.contains_key(&id)
    }
}

/// Where a series of identifiers begins. Runs with different seeds do not meet, so that a bot which keeps its
/// database over a restart of the sandbox does not take a new update for an old one.
pub(crate) fn first_id(seed: u64, series: u64) -> i64 {
    let mixed =
        seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(series.wrapping_mul(0xBF58_476D_1CE4_E5B9));
    let mixed = (mixed ^ (mixed >> 31)).wrapping_mul(0x94D0_49BB_1331_11EB);
    // Update ids are 32-bit in many libraries: stay well below 2^31 and leave room to grow.
    i64::try_from((mixed >> 33) % 1_500_000_000 + 1_000).unwrap_or(1_000)
}
