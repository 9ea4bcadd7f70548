//! `/audit`: who did what, the newest first.

use super::export::title as export_title;
use super::goods_card::stage_text;
use super::order_card::status_word;
use super::payload::{StaffButton, encode, long, short};
use super::{Card, Hand, broadcast_card, role_text, settings_card};
use crate::domain::{
    AuditEntry, AuditFilter, BroadcastState, Deed, OrderNumber, ProductId, Role, Stage, Status, Subject,
};
use crate::repository::StoreError;
use crate::services::{EVERYTHING, Shop};
use crate::telegram::errors::Outcome;
use crate::telegram::format::Voice;
use crate::telegram::html::Html;
use teloxide::types::{CallbackQuery, InlineKeyboardButton, Message};

/// Deeds on a page.
const PAGE: u32 = 15;

/// Characters of a setting in a line: a page of them fits one message.
const SETTING_WIDTH: usize = 60;

/// A page of deeds: which, and older than what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) struct AuditView {
    filter: AuditFilter,
    before: Option<i64>,
}

impl AuditView {
    /// As a button carries it.
    pub(super) fn words(self) -> String {
        let filter = match self.filter {
            AuditFilter::Of(Subject::Order(order)) => format!("o{}", short(order)),
            AuditFilter::Of(Subject::Product(product)) => format!("p{product}"),
            AuditFilter::About(person) => format!("u{person}"),
            AuditFilter::Of(_) | AuditFilter::All => "-".to_owned(),
        };
        format!("{filter}:{}", self.before.unwrap_or_default())
    }

    /// Reads that.
    pub(super) fn parse(words: &[&str]) -> Option<Self> {
        let [filter, before] = words else { return None };
        let (kind, id) = filter.split_at_checked(1)?;
        let filter = match kind {
            "-" => AuditFilter::All,
            "o" => AuditFilter::Of(Subject::Order(long(id)?)),
            "p" => AuditFilter::Of(Subject::Product(ProductId(id.parse().ok()?))),
            "u" => AuditFilter::About(id.parse().ok()?),
            _ => return None,
        };
        let before: i64 = before.parse().ok()?;
        Some(Self { filter, before: (before > 0).then_some(before) })
    }
}

/// `/audit`, `/audit 12` (an order), `/audit p7` (a product), `/audit @name`, or `/audit` as a reply to somebody.
pub(super) async fn command(hand: &Hand, message: &Message, about: &str) -> Outcome {
    let Some(filter) = asked(message, about, &hand.shop).await? else {
        return hand.say(message, "staff-audit-hint").await;
    };
    let drawn = page(&hand.shop, AuditView { filter, before: None }, hand.voice()).await?;
    hand.post(message, drawn).await
}

async fn asked(message: &Message, about: &str, shop: &Shop) -> Result<Option<AuditFilter>, StoreError> {
    if let Some(name) = about.strip_prefix('@') {
        return Ok(shop.person_named(name).await?.map(AuditFilter::About));
    }
    if let Some(product) = about.strip_prefix('p') {
        return Ok(product.parse().ok().map(|id| AuditFilter::Of(Subject::Product(ProductId(id)))));
    }
    if !about.is_empty() {
        let Ok(number) = about.trim_start_matches('#').parse() else { return Ok(None) };
        let order = shop.staff_order_by_number(OrderNumber(number)).await?;
        return Ok(order.map(|order| AuditFilter::Of(Subject::Order(order.id))));
    }
    let replied_to = message.reply_to_message().and_then(|original| original.from.as_ref());
    let somebody = replied_to.filter(|user| !user.is_bot).and_then(|user| i64::try_from(user.id.0).ok());
    Ok(Some(somebody.map_or(AuditFilter::All, AuditFilter::About)))
}

/// Another page was asked for.
pub(super) async fn pressed(hand: &Hand, press: &CallbackQuery, view: AuditView) -> Outcome {
    hand.release(press).await;
    hand.show(press, page(&hand.shop, view, hand.voice()).await?).await
}

async fn page(shop: &Shop, view: AuditView, voice: Voice<'_>) -> Result<Card, StoreError> {
    let mut entries = shop.audit(view.filter, view.before, PAGE + 1).await?;
    let is_last = entries.len() <= PAGE as usize;
    entries.truncate(PAGE as usize);
    let button = |text: &str, before: Option<i64>| {
        let view = AuditView { before, ..view };
        InlineKeyboardButton::callback(voice.label(text), encode(&StaffButton::Audit(view)))
    };
    let newest = view.before.map(|_| button("staff-newest", None));
    let older = entries.last().filter(|_| !is_last).map(|last| button("staff-older", Some(last.id)));
    let row: Vec<_> = newest.into_iter().chain(older).collect();
    let lines = if entries.is_empty() {
        voice.say("staff-audit-empty")
    } else {
        Html::lines(entries.iter().map(|entry| line(entry, voice)))
    };
    let text = voice.say("staff-audit").paragraph(lines);
    Ok(Card::new(text, [row]))
}

fn line(entry: &AuditEntry, voice: Voice<'_>) -> Html {
    let what = match (entry.subject, entry.order) {
        (_, Some(number)) => voice.tell("staff-audit-order", [("number", number.to_string().into())]),
        (Subject::Order(_), None) => voice.tell("staff-audit-order", [("number", "?".into())]),
        (Subject::Product(id), _) => voice.tell("staff-audit-product", [("id", id.to_string().into())]),
        (Subject::Category(id), _) => voice.tell("staff-audit-category", [("id", id.to_string().into())]),
        (Subject::Person(id), _) => {
            let link = format!("<a href=\"tg://user?id={id}\">{id}</a>");
            voice.tell("staff-audit-person", [("id", Html::trusted(link).into())])
        }
        (Subject::Broadcast(id), _) => voice.tell("staff-audit-broadcast", [("id", id.to_string().into())]),
        (Subject::Setting(setting), _) => {
            voice.tell("staff-audit-setting", [("name", settings_card::name(setting, voice).into())])
        }
        (Subject::Export(export), _) => {
            voice.tell("staff-audit-export", [("what", voice.label(export_title(export)).into())])
        }
        (Subject::Canned(_), _) => voice.say("canned-audit"),
        (Subject::Group(_), _) => voice.say("staff-audit-group"),
        (Subject::Import(_), _) => voice.say("staff-audit-import"),
        (Subject::Promo(_), _) => match entry.promo.as_deref() {
            // Where one was made, the change says which.
            Some(code) if entry.deed != Deed::PromoMade => {
                voice.tell("staff-audit-promo-code", [("code", code.into())])
            }
            _ => voice.say("staff-audit-promo"),
        },
        (Subject::Update(id), _) => voice.tell("staff-audit-update", [("id", id.to_string().into())]),
    };
    let said = |words: &Option<String>| words.as_deref().map(|words| told(entry.deed, words, voice));
    let change = match (said(&entry.before), said(&entry.after)) {
        (Some(before), Some(after)) => format!("{before} → {after}"),
        (before, after) => before.map(|before| format!("− {before}")).or(after).unwrap_or_default(),
    };
    voice.tell(
        "staff-audit-line",
        [
            ("at", voice.short_moment(entry.at).into()),
            ("who", entry.who.as_str().into()),
            ("what", what.into()),
            ("change", change.into()),
        ],
    )
}

/// The words of an entry, as people say them.
fn told(deed: Deed, words: &str, voice: Voice<'_>) -> String {
    let text = match deed {
        Deed::OrderMoved => Status::parse(words).map(status_word),
        Deed::RoleGiven => Role::parse(words).map(role_text),
        Deed::BroadcastTurned => BroadcastState::parse(words).map(broadcast_card::title),
        Deed::CustomerBanned if words == "banned" => Some("staff-patron-banned"),
        Deed::CustomerBanned => Some("staff-patron-served"),
        Deed::UpdateSettled if words == "retried" => Some("staff-try-again"),
        Deed::UpdateSettled => Some("staff-dropped"),
        Deed::PromoTurned if words == "running" => Some("promos-running"),
        Deed::PromoTurned => Some("promos-paused"),
        Deed::PromoScoped if words == EVERYTHING => Some("promos-everything"),
        Deed::ProductShown => Stage::parse(words).map(stage_text),
        Deed::OrderPacked => Some("staff-packed"),
        Deed::SettingChanged if settings_card::switch_text(words).is_some() => {
            settings_card::switch_text(words)
        }
        Deed::SettingChanged | Deed::CannedChanged => return settings_card::short(words, SETTING_WIDTH),
        Deed::CustomerAnnotated if words == "removed" => Some("staff-note-removed"),
        Deed::OrderAnnotated | Deed::CustomerAnnotated => Some("staff-noted"),
        Deed::OrderAmended if words == "proposed" => Some("staff-amend-was-proposed"),
        Deed::OrderAmended if words == "withdrawn" => Some("staff-amend-was-withdrawn"),
        Deed::OrderAmended
        | Deed::OrderTaken
        | Deed::CreditChanged
        | Deed::NoShowsCleared
        | Deed::PriceSet
        | Deed::StockSet
        | Deed::Exported
        | Deed::PromoMade
        | Deed::PromoScoped
        | Deed::ProductMade
        | Deed::ProductWorded
        | Deed::ProductMoved
        | Deed::PicturesChanged
        | Deed::VariantChanged
        | Deed::GroupChosen
        | Deed::CatalogImported
        | Deed::CategoryChanged => None,
    };
    text.map_or_else(|| words.to_owned(), |text| voice.label(text))
}
