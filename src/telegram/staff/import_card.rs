//! What a catalogue file would change, and what is wrong with it, for people.

use super::Card;
use super::payload::{StaffButton, encode};
use crate::domain::{Currency, Lang, MAX_PRICE, Money, UpdateId};
use crate::repository::ImportCounts;
use crate::services::catalog_file::{LineError, Problem};
use crate::services::{Detail, Difference, ImportPreview, Importable, PreviewedChange, table_of};
use crate::telegram::format::{Voice, amount};
use crate::telegram::html::Html;
use rust_decimal::Decimal;
use teloxide::types::InlineKeyboardButton;

/// What is quoted of a cell.
const QUOTED: usize = 40;

/// What the buttons below a preview do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::telegram) enum ImportDeed {
    /// Import the file that this update brought. With the digest of what was seen.
    Import(UpdateId, String),
    /// Do not.
    Leave(UpdateId),
}

impl ImportDeed {
    /// As a button carries it.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Import(draft, digest) => format!("y:{draft}:{digest}"),
            Self::Leave(draft) => format!("n:{draft}"),
        }
    }

    /// Reads that.
    pub(super) fn parse(words: &[&str]) -> Option<Self> {
        match words {
            ["y", draft, digest] => Some(Self::Import(UpdateId(draft.parse().ok()?), (*digest).to_owned())),
            ["n", draft] => Some(Self::Leave(UpdateId(draft.parse().ok()?))),
            _ => None,
        }
    }
}

/// What would come of the file that `draft` brought; of what is wrong with it, as much as fits.
pub(super) fn previewed(draft: UpdateId, importable: &Importable, voice: Voice<'_>) -> Card {
    match importable {
        Importable::Yes(preview) => card(draft, preview, voice),
        Importable::Same(products) => {
            Card::plain(voice.tell("import-same-all", [("count", voice.count(*products).into())]))
        }
        Importable::Wrong(errors) => Card::plain(wrong(errors, errors.len(), voice)),
    }
}

/// What is wrong with a file; at most `most` lines of it.
pub(super) fn wrong(errors: &[LineError], most: usize, voice: Voice<'_>) -> Html {
    let count = i64::try_from(errors.len()).unwrap_or(i64::MAX);
    let title = voice.tell("import-wrong", [("count", count.into())]);
    let lines = Html::lines(errors.iter().take(most).map(|error| wrong_line(error, voice)));
    title.paragraph(lines)
}

/// It was imported.
pub(super) fn done(counts: ImportCounts, voice: Voice<'_>) -> Card {
    Card::plain(voice.say("import-done").paragraph(counted(counts, voice)))
}

/// It was not.
pub(super) fn left(voice: Voice<'_>) -> Card {
    Card::plain(voice.say("import-left"))
}

fn card(draft: UpdateId, preview: &ImportPreview, voice: Voice<'_>) -> Card {
    let count = |id: &str, count: u32| voice.tell(id, [("count", voice.count(count).into())]);
    let counts = counted(preview.counts, voice)
        .line(count("import-same", preview.same))
        .line(count("import-kept", preview.kept));
    let changes = Html::lines(preview.told.iter().map(|change| changed(change, voice)));
    let text = voice.say("import-title").paragraph(counts).paragraph(changes);
    let text = match preview.more {
        0 => text,
        more => text.line(voice.tell("import-more", [("count", more.into())])),
    };
    let button = |text: &str, deed: ImportDeed| {
        InlineKeyboardButton::callback(voice.label(text), encode(&StaffButton::Import(deed)))
    };
    let yes = button("import-yes", ImportDeed::Import(draft, preview.digest.clone()));
    let no = button("import-no", ImportDeed::Leave(draft));
    Card::new(text, [[yes, no]])
}

fn counted(counts: ImportCounts, voice: Voice<'_>) -> Html {
    let count = |id: &str, count: u32| voice.tell(id, [("count", voice.count(count).into())]);
    count("import-added", counts.added).line(count("import-changed", counts.changed))
}

/// "Sencha · SENCHA-50: price €7.90 → €8.50".
fn changed(change: &PreviewedChange, voice: Voice<'_>) -> Html {
    let name = Html::escaped(change.names.get(voice.lang));
    let name = Html::trusted(format!("{name} · {}", Html::escaped(change.difference.of())));
    match &change.difference {
        Difference::Changed { what, from, to, .. } => {
            let value = |value: &str| match what {
                Detail::Price => price(value, voice),
                Detail::Visible if value == "yes" => voice.label("staff-product-shown"),
                Detail::Visible => voice.label("staff-product-hidden"),
                _ => value.to_owned(),
            };
            let args = [
                ("name", name.into()),
                ("what", voice.label(detail(*what)).into()),
                ("from", value(from).into()),
                ("to", value(to).into()),
            ];
            voice.tell("import-line", args)
        }
        Difference::Rewritten { what, .. } => voice
            .tell("import-line-new", [("name", name.into()), ("what", voice.label(detail(*what)).into())]),
        Difference::NewProduct(_) | Difference::NewSku(_) => name,
    }
}

fn price(value: &str, voice: Voice<'_>) -> String {
    let money = value.parse().ok().and_then(Money::new);
    money.map_or_else(|| value.to_owned(), |money| voice.money(money))
}

const fn detail(detail: Detail) -> &'static str {
    match detail {
        Detail::Product => "import-detail-product",
        Detail::Category => "import-detail-category",
        Detail::CategoryNames => "import-detail-category-names",
        Detail::Name => "import-detail-name",
        Detail::Text => "import-detail-text",
        Detail::Photo => "import-detail-photo",
        Detail::Price => "import-detail-price",
        Detail::Stock => "import-detail-stock",
        Detail::Visible => "import-detail-visible",
        Detail::Option => "import-detail-option",
    }
}

/// Every wrong line as a table: line, column, what is wrong.
pub(super) fn wrong_lines(errors: &[LineError], voice: Voice<'_>) -> Vec<u8> {
    let heading = ["import-column-line", "import-column-column", "import-column-problem"];
    let rows = errors.iter().map(|error| {
        let column = error.column.clone().unwrap_or_default();
        [error.line.to_string(), column, problem(&error.problem, voice)]
    });
    table_of(heading.map(|id| voice.label(id)), rows, voice.lang)
}

fn wrong_line(error: &LineError, voice: Voice<'_>) -> Html {
    let said = problem(&error.problem, voice);
    let line = i64::try_from(error.line).unwrap_or(i64::MAX);
    match &error.column {
        Some(column) => voice.tell(
            "import-wrong-cell",
            [("line", line.into()), ("column", column.as_str().into()), ("problem", said.into())],
        ),
        None => voice.tell("import-wrong-line", [("line", line.into()), ("problem", said.into())]),
    }
}

/// What is wrong, in the language of the staff.
fn problem(problem: &Problem, voice: Voice<'_>) -> String {
    let say = |id: &str| voice.label(id);
    let quote = |id: &str, text: &str| voice.label_with(id, [("text", short(text).into())]);
    let most = |id: &str, most: String| voice.label_with(id, [("most", most.into())]);
    let at = |id: &str, text: &str, line: u64| {
        let line = i64::try_from(line).unwrap_or(i64::MAX);
        voice.label_with(id, [("text", short(text).into()), ("line", line.into())])
    };
    match problem {
        Problem::Said(words) => words.clone(),
        Problem::NoTable => say("import-no-table"),
        Problem::OldWorkbook => say("import-old-workbook"),
        Problem::TooMuch => say("import-too-much"),
        Problem::NotUtf8 => say("import-not-utf8"),
        Problem::Columns { found, expected } => voice.label_with(
            "import-columns",
            [("found", found.to_string().into()), ("expected", expected.to_string().into())],
        ),
        Problem::ColumnMissing => say("import-column-missing"),
        Problem::ColumnUnknown => say("import-column-unknown"),
        Problem::Empty => say("import-empty"),
        Problem::Missing => say("import-missing"),
        Problem::NoSlug => say("import-no-slug"),
        Problem::NoStockNumber => say("import-no-stock-number"),
        Problem::TooLong(longest) => most("import-too-long", longest.to_string()),
        Problem::Unshowable => say("import-unshowable"),
        Problem::NoAmount(text) => quote("import-no-amount", text),
        Problem::Decimals(currency) => decimals(*currency, voice.lang, voice),
        Problem::TooDear => most("import-at-most", voice.count(dearest())),
        Problem::NoNumber(text) => quote("import-no-number", text),
        Problem::TooMany(limit) => most("import-at-most", voice.count(*limit)),
        Problem::NoYes(text) => quote("import-no-yes", text),
        Problem::Date => say("import-date"),
        Problem::Formula => say("import-formula"),
        Problem::Twice { key, line } => at("import-twice", key, *line),
        Problem::Nameless(what) => quote("import-nameless", what),
        Problem::NoCategory => say("import-no-category"),
        Problem::Steps { .. } => say("import-steps"),
        Problem::OtherNames { category, line } => at("import-other-names", category, *line),
        Problem::NoPicture(name) => quote("import-no-picture", name),
    }
}

/// An amount with as many decimals as the currency has, as an example.
fn decimals(currency: Currency, lang: Lang, voice: Voice<'_>) -> String {
    let example = Money::new(Decimal::new(1250, currency.digits()));
    let example = example.map(|example| amount(lang, example, currency)).unwrap_or_default();
    voice.label_with("import-decimals", [("example", example.into())])
}

fn dearest() -> u32 {
    MAX_PRICE.try_into().unwrap_or(u32::MAX)
}

fn short(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::telegram::staff::payload::decode;

    #[test]
    fn every_button_of_an_import_survives_and_fits() {
        let deeds = [
            ImportDeed::Import(UpdateId(i64::MAX), "0123456789abcdef".to_owned()),
            ImportDeed::Leave(UpdateId(i64::MAX)),
        ];
        for deed in deeds {
            let button = StaffButton::Import(deed);
            let payload = encode(&button);
            assert!(payload.len() <= 64, "{payload}");
            assert_eq!(decode(&payload), Some(button));
        }
    }
}
