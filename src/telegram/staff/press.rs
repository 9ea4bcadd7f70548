//! A button of the staff was pressed.

use super::card::status_text;
use super::payload::{Deed, StaffButton, canned};
use super::{
    Card, Colleague, Face, StaffGroup, audit, broadcast, card, dead_letter, goods, orders, patron, prompt,
    roster,
};
use crate::domain::{AdvanceRefusal, Fulfilment, Order, OrderId, Status};
use crate::repository::DeadLetters;
use crate::services::{DeskWork, Move, Shop};
use crate::telegram::errors::Outcome;
use crate::telegram::format::Storefront;
use crate::telegram::message;
use crate::telegram::presses;
use crate::telegram::texts::phrases;
use std::sync::Arc;
use teloxide::Bot;
use teloxide::types::{CallbackQuery, Me};

/// What the deeds need.
pub(super) struct Hand {
    pub(super) bot: Bot,
    pub(super) me: Me,
    pub(super) shop: Shop,
    pub(super) group: Arc<StaffGroup>,
    pub(super) storefront: Arc<Storefront>,
    pub(super) colleague: Colleague,
}

/// A press by a member of the staff.
#[expect(clippy::too_many_arguments, reason = "each is a dependency that dptree injects")]
pub(in crate::telegram) async fn pressed(
    press: CallbackQuery,
    button: StaffButton,
    colleague: Colleague,
    bot: Bot,
    me: Me,
    shop: Shop,
    group: Arc<StaffGroup>,
    storefront: Arc<Storefront>,
    letters: Arc<dyn DeadLetters>,
) -> Outcome {
    let hand = Hand { bot, me, shop, group, storefront, colleague };
    match button {
        StaffButton::Order { order, seen, deed } => hand.do_to_order(&press, order, seen, deed).await,
        StaffButton::Retry(update) => dead_letter::retry(&hand, &press, update, &*letters).await,
        StaffButton::Broadcast(id, deed) => broadcast::pressed(&hand, &press, id, deed).await,
        StaffButton::Drop(update) => dead_letter::drop_letter(&hand, &press, update, &*letters).await,
        StaffButton::Roster(deed) => roster::pressed(&hand, &press, deed).await,
        StaffButton::List(deed) => orders::pressed(&hand, &press, deed).await,
        StaffButton::Goods(deed) => goods::pressed(&hand, &press, deed).await,
        StaffButton::Patron(id, banned) => patron::pressed(&hand, &press, id, banned).await,
        StaffButton::Audit(view) => audit::pressed(&hand, &press, view).await,
    }
}

/// A button of the staff, pressed by a customer in a private chat: it was made by hand.
pub(in crate::telegram) async fn outside(press: CallbackQuery, bot: Bot, group: Arc<StaffGroup>) -> Outcome {
    tracing::warn!(user = press.from.id.0, "somebody outside the staff group pressed a button of the staff");
    presses::toast(&bot, &press, &phrases(group.lang()).plain("staff-only", &[]), true).await;
    Ok(())
}

/// A button in the staff group that is not known (any more).
pub(in crate::telegram) async fn unknown(press: CallbackQuery, bot: Bot, group: Arc<StaffGroup>) -> Outcome {
    presses::toast(&bot, &press, &phrases(group.lang()).plain("staff-unknown-button", &[]), false).await;
    Ok(())
}

impl Hand {
    async fn do_to_order(&self, press: &CallbackQuery, id: OrderId, seen: Status, deed: Deed) -> Outcome {
        let Some(order) = self.shop.staff_order(id).await? else {
            self.toast(press, "staff-no-order").await;
            return Ok(());
        };
        if order.status != seen {
            return self.overtaken(press, &order).await;
        }
        match deed {
            Deed::Accept => self.advance(press, &order, Status::Accepted, None).await,
            Deed::Reject(number) => {
                let reason = canned(number).as_note().to_owned();
                self.advance(press, &order, Status::Rejected, Some(reason)).await
            }
            Deed::Ship => self.advance(press, &order, Status::Shipped, None).await,
            Deed::Deliver => self.advance(press, &order, Status::Delivered, None).await,
            Deed::Reasons => self.turn(press, &order, Face::Reasons).await,
            Deed::Ways => self.turn(press, &order, Face::Ways).await,
            Deed::Back => self.turn(press, &order, Face::Deeds).await,
            Deed::OtherReason => self.ask(press, &order, prompt::Question::Reason).await,
            Deed::Take => self.work_on(press, &order, DeskWork::Take, "staff-taken").await,
            Deed::PutBack => self.work_on(press, &order, DeskWork::PutBack, "staff-put-back-done").await,
            Deed::Pack => self.work_on(press, &order, DeskWork::Pack, "staff-packed").await,
            Deed::Unpack => self.work_on(press, &order, DeskWork::Unpack, "staff-unpacked").await,
            Deed::Note => self.ask(press, &order, prompt::Question::Note).await,
            Deed::Tracking => self.ask(press, &order, prompt::Question::Tracking).await,
        }
    }

    /// The card follows through the outbox. If nothing was done, somebody was faster, and the card shows what holds.
    async fn work_on(&self, press: &CallbackQuery, order: &Order, what: DeskWork, done: &str) -> Outcome {
        let (person, name) = (self.colleague.id(), self.colleague.name());
        if self.shop.work_on(order.id, &what, person, name).await? {
            self.toast(press, done).await;
            return Ok(());
        }
        let Some(now) = self.shop.staff_order(order.id).await? else { return Ok(()) };
        let holder = now.taken_by.as_ref().map(|(_, name)| name.clone()).unwrap_or_default();
        let text = match what {
            DeskWork::Take | DeskWork::PutBack if !holder.is_empty() => {
                phrases(self.group.lang()).plain("staff-taken-by", &[("who", holder.into())])
            }
            _ => phrases(self.group.lang()).plain("staff-done-already", &[]),
        };
        presses::toast(&self.bot, press, &text, false).await;
        self.redraw(press, &now, Face::Deeds).await
    }

    async fn advance(
        &self,
        press: &CallbackQuery,
        order: &Order,
        to: Status,
        note: Option<String>,
    ) -> Outcome {
        let step = Move { order: order.id, from: order.status, to, actor: self.colleague.actor(), note };
        match self.shop.advance(step).await? {
            // The card follows through the outbox, in the same transaction as the status.
            Ok(()) => {
                let status = match (to, &order.fulfilment) {
                    (Status::Shipped, Some(Fulfilment::Pickup)) => "staff-status-ready",
                    _ => status_text(&Order { status: to, ..order.clone() }),
                };
                self.toast(press, status).await;
                Ok(())
            }
            Err(AdvanceRefusal::Unknown) => {
                self.toast(press, "staff-no-order").await;
                Ok(())
            }
            Err(AdvanceRefusal::NotNow { .. }) => match self.shop.staff_order(order.id).await? {
                Some(now) => self.overtaken(press, &now).await,
                None => Ok(()),
            },
        }
    }

    /// Somebody was faster, or the card is old: say what holds now, and show it.
    async fn overtaken(&self, press: &CallbackQuery, order: &Order) -> Outcome {
        let texts = phrases(self.group.lang());
        let status = texts.plain(status_text(order), &[]);
        let text = texts.plain("staff-overtaken", &[("status", status.into())]);
        presses::toast(&self.bot, press, &text, true).await;
        self.redraw(press, order, Face::Deeds).await
    }

    async fn turn(&self, press: &CallbackQuery, order: &Order, face: Face) -> Outcome {
        presses::release(&self.bot, press).await;
        self.redraw(press, order, face).await
    }

    async fn ask(&self, press: &CallbackQuery, order: &Order, question: prompt::Question) -> Outcome {
        presses::release(&self.bot, press).await;
        if let Some(message) = &press.message {
            let about = prompt::About::Order(order.id);
            let name = format!("#{}", order.number);
            prompt::ask(self, (message.chat().id, message.id()), about, &name, question).await?;
        }
        self.redraw(press, order, Face::Deeds).await
    }

    async fn redraw(&self, press: &CallbackQuery, order: &Order, face: Face) -> Outcome {
        self.show(press, card(order, face, self.group.lang(), &self.storefront)).await
    }

    /// Shows this instead of the card whose button was pressed.
    pub(super) async fn show(&self, press: &CallbackQuery, drawn: Card) -> Outcome {
        if let Some(pressed) = &press.message {
            let place = (pressed.chat().id, pressed.id());
            message::show(&self.bot, place, &drawn.text, drawn.keyboard).await?;
        }
        Ok(())
    }

    pub(super) async fn toast(&self, press: &CallbackQuery, text: &str) {
        presses::toast(&self.bot, press, &phrases(self.group.lang()).plain(text, &[]), false).await;
    }
}
