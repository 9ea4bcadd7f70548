//! A table in the making: cells that spreadsheets read as what they are, and as nothing else.

use super::ExportFile;
use crate::domain::{Lang, Money};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::borrow::Cow;

/// Tells a spreadsheet that what follows is UTF-8.
pub(super) const UTF8: &[u8] = b"\xef\xbb\xbf";

/// How spreadsheets in a language read a table: which character ends a cell, and which one a whole number. With the wrong
/// one, Excel shows a line as one cell, and an amount as a day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    delimiter: u8,
    point: char,
    zone: Tz,
}

impl Style {
    pub(super) const fn of(lang: Lang, zone: Tz) -> Self {
        match lang {
            Lang::En => Self { delimiter: b',', point: '.', zone },
            Lang::Ru | Lang::Es | Lang::De => Self { delimiter: b';', point: ',', zone },
        }
    }
}

/// Lines of cells.
pub(super) struct Table {
    writer: csv::Writer<Vec<u8>>,
    style: Style,
    lines: u32,
}

impl Table {
    /// A table with this heading.
    pub(super) fn new(heading: &[&str], style: Style) -> Self {
        let writer = csv::WriterBuilder::new().delimiter(style.delimiter).from_writer(UTF8.to_vec());
        let mut table = Self { writer, style, lines: 0 };
        for name in heading {
            table.text(name);
        }
        table.end();
        Self { lines: 0, ..table }
    }

    /// Lines under the heading.
    pub(super) const fn lines(&self) -> u32 {
        self.lines
    }

    /// A text, which people may have typed.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        self.cell(&harmless(text))
    }

    /// A number of pieces, orders.
    pub(super) fn count(&mut self, count: u32) -> &mut Self {
        self.cell(&count.to_string())
    }

    /// A number or id.
    pub(super) fn number(&mut self, number: i64) -> &mut Self {
        self.cell(&number.to_string())
    }

    /// An amount.
    pub(super) fn money(&mut self, money: Money) -> &mut Self {
        let amount = money.amount().to_string();
        self.cell(&if self.style.point == '.' { amount } else { amount.replace('.', ",") })
    }

    /// A moment by the clock of the shop; empty if there was none.
    pub(super) fn moment(&mut self, at: Option<DateTime<Utc>>) -> &mut Self {
        let zone = self.style.zone;
        let text = at.map(|at| at.with_timezone(&zone).format("%Y-%m-%d %H:%M:%S").to_string());
        self.cell(&text.unwrap_or_default())
    }

    /// Yes or no.
    pub(super) fn yes(&mut self, yes: bool) -> &mut Self {
        self.cell(if yes { "yes" } else { "no" })
    }

    /// Ends the line.
    pub(super) fn end(&mut self) {
        // A write into memory has nothing that could fail.
        let _ = self.writer.write_record(None::<&[u8]>);
        self.lines += 1;
    }

    /// The file.
    pub(super) fn file(self, is_cut: bool) -> ExportFile {
        ExportFile { content: self.writer.into_inner().unwrap_or_default(), lines: self.lines, is_cut }
    }

    fn cell(&mut self, text: &str) -> &mut Self {
        let _ = self.writer.write_field(text);
        self
    }
}

/// A cell that a spreadsheet would take for a formula is a text from its first character on (OWASP, "CSV injection"):
/// customers choose their own names.
fn harmless(text: &str) -> Cow<'_, str> {
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => Cow::Owned(format!("'{text}")),
        _ => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    fn written(lang: Lang) -> String {
        let mut table = Table::new(&["name", "sum", "at"], Style::of(lang, chrono_tz::Europe::Berlin));
        let at = "2026-11-24T13:05:00Z".parse().unwrap();
        table
            .text("=HYPERLINK(\"http://x\")")
            .money(Money::new(dec!(1234.50)).unwrap())
            .moment(Some(at))
            .end();
        table.text("Анна; \"Ann\"\nof Avonlea").money(Money::ZERO).moment(None).end();
        let file = table.file(false);
        assert_eq!((file.lines, &file.content[..3]), (2, UTF8));
        String::from_utf8(file.content[3..].to_vec()).unwrap()
    }

    #[test]
    fn cells_are_what_they_are() {
        assert_eq!(
            written(Lang::En),
            "name,sum,at\n\"'=HYPERLINK(\"\"http://x\"\")\",1234.50,2026-11-24 14:05:00\n\
             \"Анна; \"\"Ann\"\"\nof Avonlea\",0,\n"
        );
    }

    #[test]
    fn a_spreadsheet_that_writes_commas_gets_semicolons() {
        assert!(written(Lang::De).starts_with("name;sum;at\n\"'=HYPERLINK(\"\"http://x\"\")\";1234,50;2026"));
    }

    #[test]
    fn no_text_is_a_formula() {
        for text in ["=1", "+49 30 123", "-1", "@ann", "\t=1", "\r=1"] {
            assert_eq!(harmless(text), format!("'{text}"));
        }
        assert_eq!(harmless("Ann = Bob"), "Ann = Bob");
    }
}
