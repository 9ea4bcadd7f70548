//! Making a promo step by step: what it gives, how much, its code; then a preview, on which everything can be changed
//! before it holds.

use super::hand::reply;
use super::payload::{StaffButton, encode};
use super::promo_card::{card, terms};
use super::promo_scope_card::scope_button;
use super::promos::{PromoDeed, send_codes};
use super::prompt::{self, Question};
use super::{Card, Hand};
use crate::domain::{DraftRefusal, DraftState, KeptDraft, PromoField, PromoKind, ScopeOf};
use crate::repository::StoreError;
use crate::services::{DraftChange, Made};
use crate::telegram::errors::Outcome;
use crate::telegram::html::Html;
use teloxide::types::{CallbackQuery, ChatId, InlineKeyboardButton, Message, MessageId};

/// What the buttons of a draft do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum FormDeed {
    /// It is of this kind.
    Kind(PromoKind),
    /// Ask for this.
    Ask(PromoField),
    /// For first orders only, or for all.
    FirstOrder(bool),
    /// Show it again.
    Show,
    /// Make it.
    Make,
    /// Give it up.
    Drop,
}

const KINDS: [(PromoKind, &str, &str); 3] = [
    (PromoKind::Percent, "kp", "promos-kind-percent"),
    (PromoKind::Fixed, "kf", "promos-kind-fixed"),
    (PromoKind::FreeDelivery, "kd", "promos-free-delivery"),
];

/// Each with its word, its button, its question and the hint in the empty field.
const FIELDS: [(PromoField, &str, &str, &str, &str); 7] = [
    (PromoField::Value, "v", "promos-set-value", "promos-ask-value", "promos-ask-value-hint"),
    (PromoField::Code, "c", "promos-set-code", "promos-ask-code", "promos-ask-code-hint"),
    (PromoField::Days, "d", "promos-set-days", "promos-ask-days", "promos-ask-days-hint"),
    (PromoField::Minimum, "m", "promos-set-minimum", "promos-ask-minimum", "promos-ask-minimum-hint"),
    (PromoField::Uses, "u", "promos-set-uses", "promos-ask-uses", "promos-ask-uses-hint"),
    (PromoField::PerCustomer, "p", "promos-set-each", "promos-ask-each", "promos-ask-each-hint"),
    (PromoField::Series, "s", "promos-set-series", "promos-ask-series", "promos-ask-series-hint"),
];

impl FormDeed {
    /// As a button carries it.
    pub(super) fn word(self) -> String {
        match self {
            Self::Kind(kind) => {
                KINDS.iter().find(|(known, ..)| *known == kind).map_or("kp", |(_, word, _)| word).to_owned()
            }
            Self::Ask(field) => format!("q{}", word(field)),
            Self::FirstOrder(true) => "f1".to_owned(),
            Self::FirstOrder(false) => "f0".to_owned(),
            Self::Show => "show".to_owned(),
            Self::Make => "make".to_owned(),
            Self::Drop => "drop".to_owned(),
        }
    }

    /// Reads that.
    pub(super) fn parse(text: &str) -> Option<Self> {
        match text {
            "f1" => Some(Self::FirstOrder(true)),
            "f0" => Some(Self::FirstOrder(false)),
            "show" => Some(Self::Show),
            "make" => Some(Self::Make),
            "drop" => Some(Self::Drop),
            _ => match text.strip_prefix('q') {
                Some(rest) => field(rest).map(Self::Ask),
                None => KINDS.iter().find(|(_, word, _)| *word == text).map(|(kind, ..)| Self::Kind(*kind)),
            },
        }
    }

    #[cfg(test)]
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let kinds = PromoKind::ALL.map(Self::Kind);
        let asks = PromoField::ALL.map(Self::Ask);
        let rest = [Self::FirstOrder(true), Self::FirstOrder(false), Self::Show, Self::Make, Self::Drop];
        kinds.into_iter().chain(asks).chain(rest)
    }
}

/// The word of a field in links and buttons.
pub(super) fn word(field: PromoField) -> &'static str {
    FIELDS.iter().find(|(known, ..)| *known == field).map_or("v", |(_, word, ..)| word)
}

/// Reads that.
pub(super) fn field(text: &str) -> Option<PromoField> {
    FIELDS.iter().find(|(_, word, ..)| *word == text).map(|(field, ..)| *field)
}

/// The question for a field, and the hint.
pub(super) fn texts(field: PromoField) -> (&'static str, &'static str) {
    FIELDS.iter().find(|(known, ..)| *known == field).map_or(("", ""), |(_, _, _, text, hint)| (*text, *hint))
}

/// Shows the draft of whoever asks; a new one if they have none.
pub(super) async fn open(hand: &Hand, chat: ChatId) -> Outcome {
    let kept = hand.shop.promo_draft_of(hand.colleague.id()).await?;
    post(hand, chat, &kept).await
}

async fn post(hand: &Hand, chat: ChatId, kept: &KeptDraft) -> Outcome {
    let drawn = draw(hand, kept).await?;
    hand.post_in(chat, drawn).await
}

/// A button of a draft was pressed.
pub(super) async fn pressed(hand: &Hand, press: &CallbackQuery, id: i64, deed: FormDeed) -> Outcome {
    let Some(place) = press.message.as_ref().map(|message| (message.chat().id, message.id())) else {
        return Ok(());
    };
    let change = match deed {
        FormDeed::Kind(kind) => DraftChange::Kind(kind),
        FormDeed::FirstOrder(only) => DraftChange::FirstOrder(only),
        FormDeed::Ask(field) => {
            hand.release(press).await;
            return ask(hand, place, id, field).await;
        }
        FormDeed::Show => return show(hand, press, id).await,
        FormDeed::Make => return make(hand, press, place.0, id).await,
        FormDeed::Drop => {
            let done = hand.shop.drop_promo_draft(id).await?;
            hand.toast(press, if done { "promos-dropped" } else { "promos-draft-gone" }).await;
            return hand.show(press, super::promo_card::page(hand, 0).await?).await;
        }
    };
    match hand.shop.change_promo_draft(id, change).await? {
        Some(Ok(kept)) => {
            hand.release(press).await;
            hand.show(press, draw(hand, &kept).await?).await?;
            match kept.draft.missing() {
                Some(field) if matches!(deed, FormDeed::Kind(_)) => ask(hand, place, id, field).await,
                _ => Ok(()),
            }
        }
        Some(Err(_)) | None => {
            hand.toast(press, "promos-draft-gone").await;
            Ok(())
        }
    }
}

/// Shows a draft again, or what became of it.
async fn show(hand: &Hand, press: &CallbackQuery, id: i64) -> Outcome {
    let kept = hand.shop.promo_draft(id).await?;
    let drawn = match &kept {
        Some(kept @ KeptDraft { state: DraftState::Open, .. }) => Some(draw(hand, kept).await?),
        Some(KeptDraft { state: DraftState::Made(promo), .. }) => card(hand, *promo).await?,
        Some(KeptDraft { state: DraftState::Dropped, .. }) | None => None,
    };
    let Some(drawn) = drawn else {
        hand.toast(press, "promos-draft-gone").await;
        return Ok(());
    };
    hand.release(press).await;
    hand.show(press, drawn).await
}

async fn ask(hand: &Hand, place: (ChatId, MessageId), id: i64, field: PromoField) -> Outcome {
    let name = hand.voice().label("promos-draft-name");
    prompt::ask(hand, place, Question::Promo(id, field), &name).await
}

/// Somebody answered. Then comes the next question, or the preview.
pub(super) async fn answered(hand: &Hand, to: &Message, id: i64, field: PromoField) -> Outcome {
    let Some(words) = prompt::words(hand, to).await? else { return Ok(()) };
    let typed = crate::domain::Bounded::as_str(&words);
    match hand.shop.change_promo_draft(id, DraftChange::Answer(field, typed)).await? {
        None => hand.say(to, "promos-draft-gone").await,
        Some(Err(refusal)) => reply(&hand.bot, to, &refused(hand, refusal)).await,
        Some(Ok(kept)) => match kept.draft.missing() {
            Some(next) => ask(hand, (to.chat.id, to.id), id, next).await,
            None => post(hand, to.chat.id, &kept).await,
        },
    }
}

fn refused(hand: &Hand, refusal: DraftRefusal) -> Html {
    let voice = hand.voice();
    match refusal {
        DraftRefusal::NotAPercentage => voice.say("promos-not-a-percentage"),
        DraftRefusal::NotAnAmount => voice.say("promos-not-an-amount"),
        DraftRefusal::NotACode => voice.say("promos-not-a-code"),
        DraftRefusal::PrefixTooLong => voice.say("promos-prefix-too-long"),
        DraftRefusal::NotDays => voice.say("promos-not-days"),
        DraftRefusal::InThePast => voice.say("promos-in-the-past"),
        DraftRefusal::NotANumber { least, most } => voice.tell(
            "promos-not-a-number",
            [("least", voice.count(least).into()), ("most", voice.count(most).into())],
        ),
    }
}

async fn make(hand: &Hand, press: &CallbackQuery, chat: ChatId, id: i64) -> Outcome {
    let made = hand.shop.make_promo(id, hand.colleague.actor(), rand::random()).await?;
    let (promo, is_new) = match made {
        Made::Done(promo) => (promo, true),
        Made::Already(promo) => (promo, false),
        Made::Taken => {
            hand.toast(press, "promos-taken").await;
            return Ok(());
        }
        Made::Gone => {
            hand.toast(press, "promos-scope-gone").await;
            return Ok(());
        }
        Made::Impossible => {
            hand.toast(press, "promos-draft-gone").await;
            return Ok(());
        }
    };
    hand.toast(press, if is_new { "promos-made" } else { "staff-done-already" }).await;
    if let Some(drawn) = card(hand, promo).await? {
        hand.show(press, drawn).await?;
    }
    if is_new { send_codes(hand, chat, promo).await } else { Ok(()) }
}

async fn draw(hand: &Hand, kept: &KeptDraft) -> Result<Card, StoreError> {
    let voice = hand.voice();
    let KeptDraft { id, draft, state } = kept;
    let button = |label: String, deed| {
        InlineKeyboardButton::callback(label, encode(&StaffButton::Promos(PromoDeed::Form(*id, deed))))
    };
    let kinds = KINDS.iter().map(|(kind, _, text)| {
        let mark = if draft.kind == Some(*kind) { "• " } else { "" };
        button(format!("{mark}{}", voice.label(text)), FormDeed::Kind(*kind))
    });
    let mut rows: Vec<Vec<_>> = vec![kinds.collect()];
    let drop = button(voice.label("promos-drop"), FormDeed::Drop);
    let promo = draft.promo(voice.shop.timezone);
    let title = voice.say("promos-draft");
    let (Some(promo), DraftState::Open) = (promo, state) else {
        let next = if draft.kind.is_none() { "promos-choose-kind" } else { "promos-goes-on" };
        let missing = draft.missing().filter(|_| draft.kind.is_some());
        rows.extend(missing.map(|field| vec![button(voice.label(label(field)), FormDeed::Ask(field))]));
        rows.push(vec![drop]);
        let text = title.paragraph(voice.say(next));
        return Ok(Card::new(text, rows));
    };
    let code = match draft.series {
        Some(count) => format!("{}-… × {count}", promo.code.as_str()),
        None => promo.code.as_str().to_owned(),
    };
    let covered = hand.shop.covered(&promo.scope).await?;
    let terms = terms(&promo, draft.series.is_some(), &covered, voice);
    let preview = voice.tell("promos-preview", [("code", code.into())]).line(Html::lines(terms));
    let fields: Vec<_> = FIELDS
        .iter()
        .filter(|(field, ..)| match field {
            PromoField::Value => draft.kind != Some(PromoKind::FreeDelivery),
            PromoField::Uses => draft.series.is_none(),
            _ => true,
        })
        .map(|(field, ..)| button(voice.label(label(*field)), FormDeed::Ask(*field)))
        .collect();
    rows.extend(fields.chunks(2).map(<[_]>::to_vec));
    let first = if draft.first_order_only { "promos-for-all" } else { "promos-for-first" };
    rows.push(vec![
        scope_button(ScopeOf::Draft(*id), voice),
        button(voice.label(first), FormDeed::FirstOrder(!draft.first_order_only)),
    ]);
    rows.push(vec![button(voice.label("promos-make"), FormDeed::Make), drop]);
    let text = title.paragraph(preview).paragraph(voice.say("promos-holds-not-yet"));
    Ok(Card::new(text, rows))
}

fn label(field: PromoField) -> &'static str {
    FIELDS.iter().find(|(known, ..)| *known == field).map_or("promos-set-value", |(_, _, label, ..)| label)
}
