//! What the staff see of promos: the list, and the card of one.

use super::payload::{StaffButton, encode};
use super::promo_scope_card::{reach, scope_button, scope_text};
use super::promos::PromoDeed;
use super::{Card, Hand};
use crate::domain::{Benefit, CoveredName, ListedPromo, Promo, PromoReport, PromoState, ScopeOf};
use crate::repository::StoreError;
use crate::telegram::format::Voice;
use crate::telegram::html::Html;
use chrono::TimeDelta;
use teloxide::types::InlineKeyboardButton;

/// Promos on a page.
const PAGE: usize = 8;

/// Draws the promos made before this one; 0: the newest.
pub(super) async fn page(hand: &Hand, before: i64) -> Result<Card, StoreError> {
    let voice = hand.voice();
    let before = (before > 0).then_some(before);
    let mut all = hand.shop.promos(before, u32::try_from(PAGE + 1).unwrap_or(u32::MAX)).await?;
    let is_last = all.len() <= PAGE;
    all.truncate(PAGE);
    let now = hand.shop.now();
    let lines = match all.is_empty() {
        true => voice.say("promos-none"),
        false => Html::lines(all.iter().map(|listed| {
            let args = [
                ("state", voice.label(state_text(listed.promo.state(now))).into()),
                ("code", code(listed).into()),
                ("benefit", benefit_and_reach(&listed.promo, voice).into()),
                ("uses", uses(&listed.promo, voice).into()),
            ];
            voice.tell("promos-line", args)
        })),
    };
    let mut rows: Vec<Vec<_>> = all
        .chunks(2)
        .map(|two| two.iter().map(|listed| button(code(listed), PromoDeed::Open(listed.promo.id))).collect())
        .collect();
    let newest = before.map(|_| button(voice.label("staff-newest"), PromoDeed::Page(0)));
    let last = all.last().filter(|_| !is_last);
    let older = last.map(|last| button(voice.label("staff-older"), PromoDeed::Page(last.promo.id)));
    rows.push(newest.into_iter().chain(older).collect());
    rows.push(vec![button(voice.label("promos-new"), PromoDeed::New)]);
    let text = voice.say("promos").paragraph(lines);
    Ok(Card::new(text, rows))
}

/// Draws the card of a promo; `None` if there is no such promo.
pub(super) async fn card(hand: &Hand, id: i64) -> Result<Option<Card>, StoreError> {
    let Some(report) = hand.shop.promo_report(id).await? else { return Ok(None) };
    let voice = hand.voice();
    let PromoReport { listed, sales, discount } = &report;
    let ListedPromo { promo, series } = listed;
    let state = promo.state(hand.shop.now());
    let title = voice.tell(
        "promos-card",
        [("code", code(listed).into()), ("state", voice.label(state_text(state)).into())],
    );
    let covered = hand.shop.covered(&promo.scope).await?;
    let came = [
        voice.tell("promos-uses", [("uses", uses(promo, voice).into())]),
        voice.tell(
            "promos-came",
            [
                ("orders", voice.count(sales.orders).into()),
                ("sum", voice.money(sales.revenue).into()),
                ("discount", voice.money(*discount).into()),
            ],
        ),
    ];
    let link = match series {
        Some(_) => voice.say("promos-links-in-file"),
        None => {
            let link = format!("https://t.me/{}?start=promo_{}", hand.me.username(), promo.code.as_str());
            voice.tell("promos-link", [("link", link.into())])
        }
    };
    let text = title
        .paragraph(Html::lines(terms(promo, series.is_some(), &covered, voice)))
        .paragraph(Html::lines(came))
        .paragraph(link);
    let turn = match promo.active {
        true => button(voice.label("promos-pause"), PromoDeed::Turn(promo.id, false)),
        false => button(voice.label("promos-resume"), PromoDeed::Turn(promo.id, true)),
    };
    let codes = series.map(|_| button(voice.label("promos-send-codes"), PromoDeed::Codes(promo.id)));
    let rows = vec![
        [turn].into_iter().chain(codes).collect(),
        vec![scope_button(ScopeOf::Promo(promo.id), voice)],
        vec![button(voice.label("promos-back"), PromoDeed::Page(0))],
    ];
    Ok(Some(Card::new(text, rows)))
}

/// What a promo gives, and under which conditions.
pub(super) fn terms(promo: &Promo, is_series: bool, covered: &[CoveredName], voice: Voice<'_>) -> Vec<Html> {
    let mut lines = vec![
        voice.tell("promos-benefit", [("benefit", benefit(promo.benefit, voice).into())]),
        scope_text(promo.benefit, covered, voice),
    ];
    // The last moment that counts, and not the first that does not.
    let last = promo.until.map(|until| voice.day(until - TimeDelta::seconds(1)));
    lines.extend(match (promo.from.map(|from| voice.day(from)), last) {
        (None, None) => None,
        (Some(first), None) => Some(voice.tell("promos-from", [("first", first.into())])),
        (None, Some(last)) => Some(voice.tell("promos-until", [("last", last.into())])),
        (Some(first), Some(last)) => {
            Some(voice.tell("promos-days", [("first", first.into()), ("last", last.into())]))
        }
    });
    lines.extend(promo.min_total.map(|sum| voice.tell("promos-minimum", [("sum", voice.money(sum).into())])));
    if is_series {
        lines.push(voice.say("promos-once-each"));
    } else if let Some(most) = promo.max_uses {
        lines.push(voice.tell("promos-most", [("count", i64::from(most).into())]));
    }
    lines.extend(
        promo.per_customer.map(|most| voice.tell("promos-per-customer", [("count", i64::from(most).into())])),
    );
    if promo.first_order_only {
        lines.push(voice.say("promos-first-order"));
    }
    lines
}

/// What it gives, and to how much of the shop if not to all of it.
fn benefit_and_reach(promo: &Promo, voice: Voice<'_>) -> String {
    let benefit = benefit(promo.benefit, voice);
    match reach(&promo.scope, voice) {
        Some(reach) => format!("{benefit} 🎯 {reach}"),
        None => benefit,
    }
}

/// The code; of a series, what its codes begin with, and how many there are.
pub(super) fn code(listed: &ListedPromo) -> String {
    let code = &listed.promo.code;
    match listed.series {
        Some(count) => format!("{}-… × {count}", code.stem()),
        None => code.as_str().to_owned(),
    }
}

pub(super) fn benefit(benefit: Benefit, voice: Voice<'_>) -> String {
    match benefit {
        Benefit::Percent(percent) => format!("−{}", voice.percent(percent.into())),
        Benefit::Fixed(amount) => format!("−{}", voice.money(amount)),
        Benefit::FreeDelivery => voice.label("promos-free-delivery"),
    }
}

fn uses(promo: &Promo, voice: Voice<'_>) -> String {
    match promo.max_uses {
        Some(most) => format!("{} / {}", voice.count(promo.used), voice.count(most)),
        None => voice.count(promo.used),
    }
}

const fn state_text(state: PromoState) -> &'static str {
    match state {
        PromoState::Running => "promos-running",
        PromoState::Planned => "promos-planned",
        PromoState::Paused => "promos-paused",
        PromoState::Over => "promos-over",
        PromoState::UsedUp => "promos-used-up",
    }
}

fn button(label: String, deed: PromoDeed) -> InlineKeyboardButton {
    InlineKeyboardButton::callback(label, encode(&StaffButton::Promos(deed)))
}
