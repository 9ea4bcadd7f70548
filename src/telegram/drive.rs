//! One update of a customer, from the stored conversation to the screen: step, commit, remember, speak.

use super::asks;
use super::errors::Outcome;
use super::presses;
use super::recall::Recall;
use super::screen::Loaded;
use super::speak::{Pressed, Speaker};

use crate::delivery::{Incoming, Trouble};
use crate::dialogue::{Button, Command, Event, Input, Record, Remark, State, Step, step};
use crate::domain::Customer;
use crate::repository::DialogueError;
use crate::services::Shop;
use std::sync::Arc;
use teloxide::Bot;
use teloxide::dispatching::dialogue::Storage;
use teloxide::types::{CallbackQuery, ChatId, Me, UpdateKind};

/// Where open conversations are kept.
pub type Conversations = Arc<dyn Storage<Record, Error = DialogueError> + Send + Sync>;

/// How often an update is stepped again because another one was faster.
const CONFLICTS: u8 = 4;

/// How often an update that needs the stored conversation waits for it to come back. Then it is answered as if
/// there were none.
const PATIENCE: u16 = 4;

/// What the customer did, if it asks for an answer.
pub(super) fn event(update: Arc<Incoming>, me: Me) -> Option<Event> {
    super::event::event(&update.update, me.username())
}

/// Serves one update.
pub(super) async fn drive(
    update: Arc<Incoming>,
    event: Event,
    customer: Customer,
    bot: Bot,
    shop: Shop,
    recall: Recall,
    speaker: Speaker,
) -> Outcome {
    let chat = ChatId(customer.id.0);
    let mut turn = Turn { update: &update, event, customer, just_read: None, shop: &shop };
    let mut conflicts = 0;
    let remembered = loop {
        let stored = turn.load(&recall, chat).await?;
        let next = turn.apply(stored).await?;
        match turn.remember(&recall, chat, next).await? {
            Some(record) => break record,
            None if conflicts < CONFLICTS => conflicts += 1,
            None => return Err(Trouble::Dependency(Box::new(DialogueError::Conflict))),
        }
    };
    let press = press(&update);
    let release = async {
        if let Some(press) = press.filter(|_| !update.answered) {
            presses::release(&bot, press).await;
        }
    };
    let pressed = press.and_then(Pressed::of);
    // Both calls of Telegram on their way at once.
    let (shown, ()) =
        tokio::join!(speaker.show(&turn.customer, &remembered, turn.just_read, pressed), release);
    let shown = shown?;
    if (shown.live, shown.keyboard) != (remembered.live, remembered.keyboard) {
        // Lost, the next screen is a new message instead of an edit: not worth another attempt.
        let record = Record { live: shown.live, keyboard: shown.keyboard, ..remembered };
        if let Err(error) = recall.store(chat, &update, record).await {
            tracing::debug!(%error, "the live message was not remembered");
        }
    }
    Ok(())
}

fn press(update: &Incoming) -> Option<&CallbackQuery> {
    match &update.update.kind {
        UpdateKind::CallbackQuery(press) => Some(press),
        _ => None,
    }
}

struct Turn<'a> {
    update: &'a Incoming,
    event: Event,
    customer: Customer,
    /// What the last answer was taken from.
    just_read: Option<Loaded>,
    shop: &'a Shop,
}

/// What the store of conversations said.
enum Stored {
    /// The conversation, or that there is none.
    Known(Option<Box<Record>>),
    /// It is away.
    Away,
}

impl Turn<'_> {
    /// Loads the conversation. While the store is away, what means the same in every state is served all the same;
    /// anything else waits for it a few times.
    async fn load(&self, recall: &Recall, chat: ChatId) -> Result<Stored, Trouble> {
        match recall.load(chat, self.update).await {
            Ok(record) => Ok(Stored::Known(record.map(Box::new))),
            Err(error) => {
                self.is_served_without(error)?;
                Ok(Stored::Away)
            }
        }
    }

    fn is_served_without(&self, error: DialogueError) -> Result<(), Trouble> {
        if needs_memory(&self.event) && self.update.attempt < PATIENCE {
            return Err(Trouble::Dependency(Box::new(error)));
        }
        tracing::warn!(%error, "served without a stored conversation");
        Ok(())
    }

    /// Steps until the machine waits. An update that was applied before only shows its screen again.
    async fn apply(&mut self, stored: Stored) -> Result<Record, Trouble> {
        self.just_read = None;
        let (record, is_known) = match stored {
            Stored::Known(Some(record)) if record.applied == Some(self.update.id) => return Ok(*record),
            // A record that could not be read comes back empty, with its remark.
            Stored::Known(Some(record)) => {
                let is_known = record.applied.is_some();
                (*record, is_known)
            }
            Stored::Known(None) | Stored::Away => (Record::default(), false),
        };
        let (state, remark) = if !is_known && self.may_answer_a_question().await? {
            self.resume().await?
        } else {
            match self.settle(record.state, self.event.clone()).await? {
                (_, Some(Remark::Stale | Remark::Hint)) if !is_known && is_checkout(&self.event) => {
                    self.resume().await?
                }
                (state, None) if !is_known && record.revision > 0 => (state, record.remark),
                settled => settled,
            }
        };
        Ok(Record { applied: Some(self.update.id), state, remark, ..record })
    }

    /// True for what is a search or a chat's small talk only as long as no checkout was open: who has something in the
    /// cart may have typed their address.
    async fn may_answer_a_question(&self) -> Result<bool, Trouble> {
        let is_free = matches!(self.event, Event::Text { .. } | Event::Media { .. });
        Ok(is_free && !self.shop.cart(self.customer.id).await?.lines.is_empty())
    }

    /// The question that was answered is forgotten: on with the cart, where nothing is lost.
    async fn resume(&mut self) -> Result<(State, Option<Remark>), Trouble> {
        let (cart, _) = self.settle(State::default(), Event::Press(Button::Cart)).await?;
        Ok((cart, Some(Remark::Resumed)))
    }

    async fn settle(&mut self, state: State, event: Event) -> Result<(State, Option<Remark>), Trouble> {
        let input = Input { customer: self.customer.id, update: self.update.id, event };
        let mut next = step(state, input, self.shop.terms().country);
        loop {
            next = match next {
                Step::Wait(state, remark) => return Ok((state, remark)),
                Step::Ask(ask) => {
                    let answered = asks::answer(ask, self.shop, &self.customer, self.update.id).await?;
                    self.just_read = answered.just_read;
                    if let Some(changed) = answered.customer {
                        self.customer = changed;
                    }
                    answered.step
                }
            };
        }
    }

    /// Stores the conversation; `None` if another update was faster. What the store cannot take while it is away is
    /// shown all the same, if the next update will not miss it.
    async fn remember(
        &self,
        recall: &Recall,
        chat: ChatId,
        record: Record,
    ) -> Result<Option<Record>, Trouble> {
        match recall.store(chat, self.update, record.clone()).await {
            Ok(stored) => Ok(Some(stored)),
            Err(DialogueError::Conflict) => Ok(None),
            Err(error) => {
                self.is_served_without(error)?;
                recall.keep(chat, self.update, record.clone()).await;
                Ok(Some(record))
            }
        }
    }
}

/// True if an event means something else in another state.
fn needs_memory(event: &Event) -> bool {
    match event {
        Event::Command(command) => matches!(command, Command::Cancel),
        Event::Press(button) => is_checkout(event) || matches!(button, Button::Results(_)),
        Event::Text { .. } | Event::Contact { .. } | Event::Location(_) | Event::Media { .. } => true,
        Event::StalePress | Event::Edited => false,
    }
}

/// True for what answers a question of the checkout, and nothing else.
fn is_checkout(event: &Event) -> bool {
    matches!(
        event,
        Event::Contact { .. }
            | Event::Location(_)
            | Event::Press(
                Button::Keep
                    | Button::Delivery
                    | Button::Pickup
                    | Button::SavedAddress(_)
                    | Button::Zone(_)
                    | Button::NoZone
                    | Button::Time(_)
                    | Button::Skip
                    | Button::Back
                    | Button::Change(_)
                    | Button::UseCredit(_)
                    | Button::Confirm(_)
            )
    )
}
