//! What delivery calls with every update.

use super::drive::Conversations;
use super::errors::Boundary;
use super::middleware::{Branch, Pace};
use super::recall::Recall;
use super::schema::schema;
use super::speak::Speaker;
use super::staff::StaffGroup;
use crate::delivery::{Handler, Incoming, Trouble};
use crate::repository::{Buckets, DeadLetters, OutboxQueue};
use crate::services::Shop;
use async_trait::async_trait;
use dptree::di::DependencyMap;
use std::ops::ControlFlow;
use std::sync::Arc;
use teloxide::Bot;
use teloxide::types::Me;

/// What the bot is made of.
pub struct Parts {
    /// The connection.
    pub bot: Bot,
    /// Who the bot is (`getMe`).
    pub me: Me,
    /// What it can ask the shop to do.
    pub shop: Shop,
    /// What customers see.
    pub speaker: Speaker,
    /// Open conversations.
    pub conversations: Conversations,
    /// Rate limits.
    pub buckets: Arc<dyn Buckets>,
    /// Updates per second of one customer that are answered in the long run.
    pub customer_rate: u32,
    /// Knows where a group is after it has moved.
    pub outbox: Arc<dyn OutboxQueue>,
    /// Updates that were given up.
    pub dead_letters: Arc<dyn DeadLetters>,
}

/// The bot: finds the branch of an update and answers it.
pub struct Telegram {
    schema: Branch,
    known: DependencyMap,
    boundary: Boundary,
}

impl Telegram {
    /// Puts the bot together.
    ///
    /// # Panics
    /// If a branch of the schema asks for something that is not among the parts: at start, never later.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        let Parts { bot, me, shop, speaker, conversations, buckets, customer_rate, outbox, dead_letters } =
            parts;
        let pace = Pace::per_second(customer_rate);
        let group = Arc::new(StaffGroup::of(&shop, Arc::clone(&outbox)));
        let boundary = Boundary { bot: bot.clone(), staff_lang: shop.terms().lang };
        let recall = Recall::of(conversations);
        let known = dptree::deps![bot, me, shop, speaker, recall, buckets, pace, outbox, dead_letters, group];
        let schema = schema();
        dptree::type_check(schema.sig(), &known, &[dptree::Type::of::<Arc<Incoming>>()]);
        Self { schema, known, boundary }
    }

    async fn dispatch(&self, update: &Arc<Incoming>) -> Result<(), Trouble> {
        let mut known = self.known.clone();
        known.insert(Arc::clone(update));
        match self.schema.dispatch(known).await {
            ControlFlow::Break(deed) => deed.await,
            ControlFlow::Continue(_) => Ok(()),
        }
    }
}

#[async_trait]
impl Handler for Telegram {
    async fn handle(&self, update: Arc<Incoming>) -> Result<(), Trouble> {
        self.dispatch(&update).await
    }

    async fn apologise(&self, update: &Incoming, trouble: &Trouble) {
        self.boundary.apologise(update, trouble).await;
    }

    async fn answer_now(&self, update: Arc<Incoming>) -> Result<(), Trouble> {
        self.dispatch(&update).await
    }
}
