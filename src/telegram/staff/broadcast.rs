//! Messages to many customers: somebody replies to one with `/broadcast` and decides on its card.

use super::broadcast_card::{self, broadcast_card};
use super::broadcast_list;
use super::broadcast_view::BroadcastView;
use super::prompt::{self, Question};
use super::{Card, Hand};
use crate::domain::{
    Bounded, Broadcast, BroadcastId, BroadcastLink, BroadcastState, ChatId, MessageId, ProductId, Segment,
    WhenRefusal, moment_of,
};
use crate::telegram::bot::{Sent, call};
use crate::telegram::errors::Outcome;
use teloxide::requests::HasPayload;
use teloxide::types::{CallbackQuery, Message};

/// What a category is chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum Choosing {
    /// Whoever bought from it gets the broadcast.
    Segment,
    /// The button below the message leads there.
    Link,
}

/// What to do with a broadcast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum BroadcastDeed {
    /// This is who shall get it.
    Choose(Segment),
    /// This is where its button leads.
    Lead(BroadcastLink),
    /// Show the categories to choose one.
    Categories(Choosing),
    /// Ask for something.
    Ask(BroadcastQuestion),
    /// Send it to them.
    Send(Segment),
    /// Stop for a while.
    Pause,
    /// Go on.
    Resume,
    /// Call it off.
    Cancel,
    /// Show its card as it is now, here.
    Show,
}

impl BroadcastDeed {
    pub(super) fn word(self) -> String {
        match self {
            Self::Choose(segment) => format!("to-{segment}"),
            Self::Lead(link) => format!("ln-{link}"),
            Self::Categories(Choosing::Segment) => "cats".to_owned(),
            Self::Categories(Choosing::Link) => "links".to_owned(),
            Self::Ask(question) => format!("ask-{}", question.word()),
            Self::Send(segment) => format!("go-{segment}"),
            Self::Pause => "pause".to_owned(),
            Self::Resume => "resume".to_owned(),
            Self::Cancel => "cancel".to_owned(),
            Self::Show => "show".to_owned(),
        }
    }

    pub(super) fn parse(word: &str) -> Option<Self> {
        match word {
            "cats" => Some(Self::Categories(Choosing::Segment)),
            "links" => Some(Self::Categories(Choosing::Link)),
            "pause" => Some(Self::Pause),
            "resume" => Some(Self::Resume),
            "cancel" => Some(Self::Cancel),
            "show" => Some(Self::Show),
            _ => match word.split_once('-')? {
                ("to", segment) => Segment::parse(segment).map(Self::Choose),
                ("go", segment) => Segment::parse(segment).map(Self::Send),
                ("ln", link) => BroadcastLink::parse(link).map(Self::Lead),
                ("ask", question) => BroadcastQuestion::parse(question).map(Self::Ask),
                _ => None,
            },
        }
    }
}

/// What is asked about a broadcast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum BroadcastQuestion {
    /// Bought in how many days?
    Days,
    /// To which product does the button lead?
    Product,
    /// When does it begin?
    When,
}

impl BroadcastQuestion {
    /// Every question.
    #[cfg(test)]
    pub(super) const ALL: [Self; 3] = [Self::Days, Self::Product, Self::When];

    /// The word in a link and on a button, for ever.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Days => "bd",
            Self::Product => "bp",
            Self::When => "bw",
        }
    }

    /// Reads that.
    pub(super) fn parse(word: &str) -> Option<Self> {
        [Self::Days, Self::Product, Self::When].into_iter().find(|question| question.word() == word)
    }

    /// The question, and the hint in the empty field.
    pub(super) const fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Days => ("broadcast-ask-days", "broadcast-ask-days-hint"),
            Self::Product => ("broadcast-ask-product", "broadcast-ask-product-hint"),
            Self::When => ("broadcast-ask-when", "broadcast-ask-when-hint"),
        }
    }
}

/// `/broadcast`: its card comes through the outbox, below the message that is to be sent.
pub(super) async fn command(hand: &Hand, message: &Message) -> Outcome {
    let Some(original) = message.reply_to_message() else {
        return broadcast_list::post(hand, message).await;
    };
    // Telegram copies single messages; of an album that would be one of its pictures.
    if original.media_group_id().is_some() {
        return hand.say(message, "staff-broadcast-album").await;
    }
    let id = |message: &Message| MessageId(message.id.0);
    let (chat, by) = (ChatId(message.chat.id.0), hand.colleague.actor());
    hand.shop.draft_broadcast(chat, id(original), id(message), by).await?;
    Ok(())
}

/// A button of the card was pressed.
pub(super) async fn pressed(
    hand: &Hand,
    press: &CallbackQuery,
    id: BroadcastId,
    deed: BroadcastDeed,
) -> Outcome {
    let by = hand.colleague.actor();
    let done = match deed {
        BroadcastDeed::Show => return show(hand, press, id).await,
        BroadcastDeed::Ask(question) => return ask(hand, press, id, question).await,
        BroadcastDeed::Categories(choosing) => return choose(hand, press, id, choosing).await,
        BroadcastDeed::Choose(segment) => hand.shop.choose_segment(id, segment).await?,
        BroadcastDeed::Lead(link) => hand.shop.lead_broadcast(id, link).await?,
        BroadcastDeed::Send(segment) => hand.shop.begin_broadcast(id, segment, by).await?,
        BroadcastDeed::Pause => hand.shop.pause_broadcast(id, by).await?,
        BroadcastDeed::Resume => hand.shop.resume_broadcast(id, by).await?,
        BroadcastDeed::Cancel => hand.shop.cancel_broadcast(id, by).await?,
    };
    tracing::info!(
        broadcast = id.0,
        ?deed,
        done,
        user = hand.colleague.id(),
        "a broadcast was decided about"
    );
    match (done, reached(deed)) {
        (true, None) => hand.release(press).await,
        // The card follows through the outbox, in the same transaction as the state.
        (true, Some(state)) => {
            hand.toast(press, broadcast_card::title(state)).await;
            return Ok(());
        }
        (false, _) => hand.toast(press, "staff-broadcast-moved-on").await,
    }
    redraw(hand, press, id).await
}

/// The state that a deed leads to, if it leads to another one.
const fn reached(deed: BroadcastDeed) -> Option<BroadcastState> {
    match deed {
        BroadcastDeed::Send(_) | BroadcastDeed::Resume => Some(BroadcastState::Sending),
        BroadcastDeed::Pause => Some(BroadcastState::Paused),
        BroadcastDeed::Cancel => Some(BroadcastState::Cancelled),
        BroadcastDeed::Choose(_)
        | BroadcastDeed::Lead(_)
        | BroadcastDeed::Categories(_)
        | BroadcastDeed::Ask(_)
        | BroadcastDeed::Show => None,
    }
}

async fn redraw(hand: &Hand, press: &CallbackQuery, id: BroadcastId) -> Outcome {
    match hand.shop.broadcast(id).await? {
        Some(broadcast) => hand.show(press, drawn(hand, &broadcast).await?).await,
        None => Ok(()),
    }
}

async fn drawn(hand: &Hand, broadcast: &Broadcast) -> Result<Card, crate::delivery::Trouble> {
    let view = BroadcastView::of(&hand.shop, broadcast).await?;
    Ok(broadcast_card(broadcast, &view, hand.voice()))
}

/// The message with the button becomes the card that is kept up to date.
async fn show(hand: &Hand, press: &CallbackQuery, id: BroadcastId) -> Outcome {
    hand.release(press).await;
    if let Some(place) = &press.message {
        let (chat, card) = (ChatId(place.chat().id.0), MessageId(place.id().0));
        hand.shop.set_broadcast_card(id, chat, card).await?;
    }
    redraw(hand, press, id).await
}

async fn choose(hand: &Hand, press: &CallbackQuery, id: BroadcastId, choosing: Choosing) -> Outcome {
    hand.release(press).await;
    let aisles = hand.shop.aisles().await?;
    hand.show(press, broadcast_card::categories(id, choosing, &aisles, hand.voice())).await
}

async fn ask(hand: &Hand, press: &CallbackQuery, id: BroadcastId, question: BroadcastQuestion) -> Outcome {
    hand.release(press).await;
    let Some(place) = &press.message else { return Ok(()) };
    let name = hand.voice().label("broadcast-this");
    prompt::ask(hand, (place.chat().id, place.id()), Question::Broadcast(id, question), &name).await
}

/// Somebody answered what was asked about a broadcast. The card comes anew below the answer.
pub(super) async fn answered(
    hand: &Hand,
    message: &Message,
    id: BroadcastId,
    question: BroadcastQuestion,
) -> Outcome {
    let Some(words) = prompt::words(hand, message).await? else { return Ok(()) };
    let typed = words.as_str();
    let done = match question {
        BroadcastQuestion::Days => match Segment::bought_within(typed) {
            Some(segment) => hand.shop.choose_segment(id, segment).await?,
            None => return hand.say(message, "broadcast-days-refused").await,
        },
        BroadcastQuestion::Product => {
            let number = typed.trim_start_matches(['#', 'p', 'P']).parse().map(ProductId);
            match number {
                Ok(product) if hand.shop.product(product).await?.is_some() => {
                    hand.shop.lead_broadcast(id, BroadcastLink::Product(product)).await?
                }
                _ => return hand.say(message, "broadcast-product-refused").await,
            }
        }
        BroadcastQuestion::When => match moment_of(typed, hand.shop.now(), hand.storefront.timezone) {
            Ok(at) => hand.shop.schedule_broadcast(id, at, hand.colleague.actor()).await?,
            Err(refusal) => return hand.say(message, refused(refusal)).await,
        },
    };
    if !done {
        hand.say(message, "staff-broadcast-moved-on").await?;
    }
    let Some(broadcast) = hand.shop.broadcast(id).await? else { return Ok(()) };
    let drawn = drawn(hand, &broadcast).await?;
    let mut card = drawn.message(&hand.bot, message.chat.id);
    card.payload_mut().message_thread_id = hand.topic();
    let sent: Sent = call(&hand.bot, card).await?;
    hand.shop.set_broadcast_card(id, ChatId(message.chat.id.0), MessageId(sent.message_id)).await?;
    Ok(())
}

const fn refused(refusal: WhenRefusal) -> &'static str {
    match refusal {
        WhenRefusal::Unreadable => "when-unreadable",
        WhenRefusal::NoTime => "when-no-time",
        WhenRefusal::Past => "when-past",
        WhenRefusal::TooFar => "when-too-far",
    }
}
