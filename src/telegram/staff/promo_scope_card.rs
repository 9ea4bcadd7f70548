//! What the staff see of what a promo applies to: a line on its card, and the list in which it is chosen.

use super::Card;
use super::payload::{StaffButton, encode};
use super::promo_form::FormDeed;
use super::promo_scope::{MOST_FOUND, ScopeDeed, ScopeStep};
use super::promos::PromoDeed;
use crate::domain::{Aisle, Benefit, Covered, CoveredName, Goods, Scope, ScopeChange, ScopeOf};
use crate::telegram::format::Voice;
use crate::telegram::html::Html;
use std::collections::HashSet;
use teloxide::types::InlineKeyboardButton;

/// Categories and products on a page.
const PAGE: usize = 20;

/// Names on a card, of categories and of products.
const MOST_NAMES: usize = 5;

/// Leads to the list.
pub(super) fn scope_button(of: ScopeOf, voice: Voice<'_>) -> InlineKeyboardButton {
    key(voice.label("promos-set-scope"), of, 0, ScopeStep::Show)
}

/// "2 categories, 1 product"; `None` for everything.
pub(super) fn reach(scope: &Scope, voice: Voice<'_>) -> Option<String> {
    let parts = [("promos-categories", scope.categories.len()), ("promos-products", scope.products.len())];
    let parts = parts.into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> = parts.map(|(text, count)| counted(text, count, voice)).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// What a promo applies to, by name.
pub(super) fn scope_text(benefit: Benefit, covered: &[CoveredName], voice: Voice<'_>) -> Html {
    if covered.is_empty() {
        return voice.say("promos-applies-to-everything");
    }
    // Delivery has no lines: with one of these in the cart, all of it is brought for nothing.
    let text = match benefit {
        Benefit::FreeDelivery => "promos-for-orders-with",
        Benefit::Percent(_) | Benefit::Fixed(_) => "promos-applies-to",
    };
    voice.tell(text, [("what", listed(covered, voice).into())]).line(warning(covered, voice))
}

/// "2 categories (Tea, Mugs), 1 product (Spoon)".
fn listed(covered: &[CoveredName], voice: Voice<'_>) -> String {
    let (categories, products): (Vec<_>, Vec<_>) =
        covered.iter().partition(|one| matches!(one.what, Covered::Category(_)));
    let parts = [("promos-categories", categories), ("promos-products", products)];
    let parts = parts.into_iter().filter(|(_, of)| !of.is_empty()).map(|(text, of)| {
        let names = of.iter().take(MOST_NAMES).map(|one| name(one, voice));
        let more = (of.len() > MOST_NAMES).then(|| "…".to_owned());
        let names: Vec<String> = names.chain(more).collect();
        format!("{} ({})", counted(text, of.len(), voice), names.join(", "))
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// Told where nobody can use the code for now.
fn warning(covered: &[CoveredName], voice: Voice<'_>) -> Html {
    if covered.iter().any(|one| one.is_open) { Html::default() } else { voice.say("promos-nothing-on-sale") }
}

fn name(one: &CoveredName, voice: Voice<'_>) -> String {
    let Some(names) = &one.names else { return voice.label("promos-removed") };
    let mark = if one.is_open { "" } else { "🙈 " };
    let name = names.get(voice.lang);
    match &one.above {
        Some(above) => format!("{mark}{} › {name}", above.get(voice.lang)),
        None => format!("{mark}{name}"),
    }
}

fn counted(text: &str, count: usize, voice: Voice<'_>) -> String {
    voice.label_with(text, [("count", u32::try_from(count).unwrap_or(u32::MAX).into())])
}

/// The list: what is ticked, then every category that can be.
pub(super) fn screen(
    (of, code): (ScopeOf, &str),
    page: usize,
    covered: &[CoveredName],
    aisles: &[Aisle],
    voice: Voice<'_>,
) -> Card {
    let all = choices(covered, aisles, voice);
    let last = all.len().saturating_sub(1) / PAGE;
    let page = page.min(last);
    let shown: Vec<_> = all.into_iter().skip(page * PAGE).take(PAGE).collect();
    let press = |choice: &Choice| key(choice.label.clone(), of, page, ScopeStep::Change(choice.change));
    let (mark, widen) = match (covered.is_empty(), of) {
        (true, _) => ("✓ ", ScopeStep::Change(ScopeChange::Everything)),
        (false, ScopeOf::Draft(_)) => ("", ScopeStep::Change(ScopeChange::Everything)),
        (false, ScopeOf::Promo(_)) => ("", ScopeStep::Widen),
    };
    let everything = format!("{mark}{}", voice.label("promos-everything"));
    let mut rows = vec![vec![key(everything, of, page, widen)]];
    // A category of the first level has a row of its own, and what is below it two columns.
    let runs = shown.chunk_by(|one, next| one.is_below && next.is_below);
    rows.extend(runs.flat_map(|run| run.chunks(2)).map(|row| row.iter().map(press).collect()));
    let first = (page > 0).then(|| key(voice.label("staff-first"), of, 0, ScopeStep::Show));
    let more = (page < last).then(|| key(voice.label("staff-more"), of, page + 1, ScopeStep::Show));
    rows.push(first.into_iter().chain(more).collect());
    rows.push(vec![key(voice.label("promos-add-product"), of, page, ScopeStep::Find)]);
    rows.push(vec![back(of, voice)]);
    let now = match covered {
        [] => voice.label("promos-everything"),
        covered => listed(covered, voice),
    };
    let when = match of {
        ScopeOf::Draft(_) => Html::default(),
        ScopeOf::Promo(_) => voice.say("promos-scope-at-once"),
    };
    let text = voice
        .tell("promos-scope", [("code", code.into()), ("now", now.into())])
        .line(if covered.is_empty() { Html::default() } else { warning(covered, voice) })
        .paragraph(voice.say("promos-scope-how").line(when));
    Card::new(text, rows)
}

/// Something to tick or untick.
struct Choice {
    label: String,
    change: ScopeChange,
    /// A category within another.
    is_below: bool,
}

/// What can be ticked and unticked. What is below a ticked category is in it already.
fn choices(covered: &[CoveredName], aisles: &[Aisle], voice: Voice<'_>) -> Vec<Choice> {
    let ticked: HashSet<Covered> = covered.iter().map(|one| one.what).collect();
    let known: HashSet<Covered> = aisles.iter().map(|aisle| Covered::Category(aisle.id)).collect();
    let elsewhere = covered.iter().filter(|one| !known.contains(&one.what));
    let elsewhere = elsewhere.map(|one| Choice {
        label: format!("✓ {}", name(one, voice)),
        change: ScopeChange::Spare(one.what),
        is_below: false,
    });
    let is_within =
        |aisle: &Aisle| aisle.parent.is_some_and(|above| ticked.contains(&Covered::Category(above)));
    let categories = aisles.iter().filter_map(|aisle| {
        let what = Covered::Category(aisle.id);
        let is_below = aisle.parent.is_some();
        let below = if is_below { "› " } else { "" };
        let hidden = if aisle.visible { "" } else { "🙈 " };
        let name = format!("{below}{hidden}{}", aisle.names.get(voice.lang));
        let (label, change) = match ticked.contains(&what) {
            true => (format!("✓ {name}"), ScopeChange::Spare(what)),
            false if is_within(aisle) => return None,
            false => (name, ScopeChange::Cover(what)),
        };
        Some(Choice { label, change, is_below })
    });
    elsewhere.chain(categories).collect()
}

/// Really to everything? Customers have the code.
pub(super) fn sure(of: ScopeOf, code: &str, covered: &[CoveredName], voice: Voice<'_>) -> Card {
    let text = voice.tell("promos-widen", [("code", code.into()), ("now", listed(covered, voice).into())]);
    let yes = ScopeStep::Change(ScopeChange::Everything);
    let rows = vec![vec![
        key(voice.label("promos-widen-yes"), of, 0, yes),
        key(voice.label("staff-back"), of, 0, ScopeStep::Show),
    ]];
    Card::new(text, rows)
}

/// Which of these products? There may be one more than are offered.
pub(super) fn candidates(of: ScopeOf, found: &[Goods], voice: Voice<'_>) -> Card {
    let offered = found.iter().take(MOST_FOUND).map(|goods| {
        let change = ScopeChange::Cover(Covered::Product(goods.id));
        vec![key(goods.names.get(voice.lang).to_owned(), of, 0, ScopeStep::Change(change))]
    });
    let mut rows: Vec<Vec<_>> = offered.collect();
    rows.push(vec![key(voice.label("staff-back"), of, 0, ScopeStep::Show)]);
    let more = if found.len() > MOST_FOUND { voice.say("promos-more-products") } else { Html::default() };
    Card::new(voice.say("promos-which-product").line(more), rows)
}

fn back(of: ScopeOf, voice: Voice<'_>) -> InlineKeyboardButton {
    let deed = match of {
        ScopeOf::Draft(id) => PromoDeed::Form(id, FormDeed::Show),
        ScopeOf::Promo(id) => PromoDeed::Open(id),
    };
    InlineKeyboardButton::callback(voice.label("promos-to-code"), encode(&StaffButton::Promos(deed)))
}

fn key(label: String, of: ScopeOf, page: usize, step: ScopeStep) -> InlineKeyboardButton {
    InlineKeyboardButton::callback(label, ScopeDeed { of, page, step }.button())
}
