//! A table in the making: cells that spreadsheets read as what they are, and as nothing else.

use super::ExportFile;
use super::workbook::Sheet;
use crate::domain::{Currency, ExportFormat, Lang, Money};
use crate::repository::StoreError;
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
    lines: u32,
    sink: Sink,
}

/// Where they go.
enum Sink {
    Csv(Box<Csv>),
    Workbook(Box<Sheet>),
}

struct Csv {
    writer: csv::Writer<Vec<u8>>,
    style: Style,
}

impl Table {
    /// A table with this heading.
    pub(super) fn new(
        heading: &[impl AsRef<str>],
        format: ExportFormat,
        style: Style,
        currency: Currency,
    ) -> Self {
        let sink = match format {
            ExportFormat::Csv => Sink::Csv(Box::new(Csv::new(heading, style))),
            ExportFormat::Xlsx => {
                Sink::Workbook(Box::new(Sheet::new(heading, currency.digits(), style.zone)))
            }
        };
        Self { lines: 0, sink }
    }

    /// Lines under the heading.
    pub(super) const fn lines(&self) -> u32 {
        self.lines
    }

    /// A text, which people may have typed.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        match &mut self.sink {
            Sink::Csv(csv) => csv.cell(&harmless(text)),
            Sink::Workbook(sheet) => sheet.text(text),
        }
        self
    }

    /// A number of pieces, orders.
    pub(super) fn count(&mut self, count: u32) -> &mut Self {
        self.number(count.into())
    }

    /// A number or id.
    pub(super) fn number(&mut self, number: i64) -> &mut Self {
        match &mut self.sink {
            Sink::Csv(csv) => csv.cell(&number.to_string()),
            Sink::Workbook(sheet) => sheet.number(number),
        }
        self
    }

    /// An amount.
    pub(super) fn money(&mut self, money: Money) -> &mut Self {
        match &mut self.sink {
            Sink::Csv(csv) => csv.money(money),
            Sink::Workbook(sheet) => sheet.money(money),
        }
        self
    }

    /// A moment by the clock of the shop; empty if there was none.
    pub(super) fn moment(&mut self, at: Option<DateTime<Utc>>) -> &mut Self {
        match &mut self.sink {
            Sink::Csv(csv) => csv.moment(at),
            Sink::Workbook(sheet) => sheet.moment(at),
        }
        self
    }

    /// Yes or no.
    pub(super) fn yes(&mut self, yes: bool) -> &mut Self {
        self.text(if yes { "yes" } else { "no" })
    }

    /// Ends the line.
    pub(super) fn end(&mut self) {
        match &mut self.sink {
            Sink::Csv(csv) => csv.end(),
            Sink::Workbook(sheet) => sheet.end(),
        }
        self.lines += 1;
    }

    /// The file.
    ///
    /// # Errors
    /// A workbook cannot hold it.
    pub(super) async fn file(self, is_cut: bool) -> Result<ExportFile, StoreError> {
        let content = match self.sink {
            Sink::Csv(csv) => csv.writer.into_inner().unwrap_or_default(),
            Sink::Workbook(sheet) => {
                let packed = tokio::task::spawn_blocking(move || sheet.file()).await;
                packed.map_err(|panic| StoreError::Broken(Box::new(panic)))??
            }
        };
        Ok(ExportFile { content, lines: self.lines, is_cut })
    }
}

/// Lines of words, as CSV.
pub(super) fn words<const N: usize>(
    heading: [String; N],
    rows: impl IntoIterator<Item = [String; N]>,
    lang: Lang,
) -> Vec<u8> {
    let mut csv = Csv::new(&heading, Style::of(lang, Tz::UTC));
    for row in rows {
        for cell in row {
            csv.cell(&harmless(&cell));
        }
        csv.end();
    }
    csv.writer.into_inner().unwrap_or_default()
}

impl Csv {
    fn new(heading: &[impl AsRef<str>], style: Style) -> Self {
        let writer = csv::WriterBuilder::new().delimiter(style.delimiter).from_writer(UTF8.to_vec());
        let mut csv = Self { writer, style };
        for name in heading {
            csv.cell(name.as_ref());
        }
        csv.end();
        csv
    }

    fn money(&mut self, money: Money) {
        let amount = money.amount().to_string();
        self.cell(&if self.style.point == '.' { amount } else { amount.replace('.', ",") });
    }

    fn moment(&mut self, at: Option<DateTime<Utc>>) {
        let zone = self.style.zone;
        let text = at.map(|at| at.with_timezone(&zone).format("%Y-%m-%d %H:%M:%S").to_string());
        self.cell(&text.unwrap_or_default());
    }

    fn end(&mut self) {
        // A write into memory has nothing that could fail.
        let _ = self.writer.write_record(None::<&[u8]>);
    }

    fn cell(&mut self, text: &str) {
        let _ = self.writer.write_field(text);
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

    async fn table(format: ExportFormat, lang: Lang) -> ExportFile {
        let style = Style::of(lang, chrono_tz::Europe::Berlin);
        let mut table = Table::new(&["name", "sum", "at"], format, style, Currency::parse("EUR").unwrap());
        let at = "2026-11-24T13:05:00Z".parse().unwrap();
        table
            .text("=HYPERLINK(\"http://x\")")
            .money(Money::new(dec!(1234.50)).unwrap())
            .moment(Some(at))
            .end();
        table.text("Анна; \"Ann\"\nof Avonlea").money(Money::ZERO).moment(None).end();
        table.file(false).await.unwrap()
    }

    async fn written(lang: Lang) -> String {
        let file = table(ExportFormat::Csv, lang).await;
        assert_eq!((file.lines, &file.content[..3]), (2, UTF8));
        String::from_utf8(file.content[3..].to_vec()).unwrap()
    }

    #[tokio::test]
    async fn cells_are_what_they_are() {
        assert_eq!(
            written(Lang::En).await,
            "name,sum,at\n\"'=HYPERLINK(\"\"http://x\"\")\",1234.50,2026-11-24 14:05:00\n\
             \"Анна; \"\"Ann\"\"\nof Avonlea\",0,\n"
        );
    }

    #[tokio::test]
    async fn cells_of_a_workbook_have_types() {
        use calamine::{Data, Reader, Xlsx};
        let file = table(ExportFormat::Xlsx, Lang::De).await;
        let mut book = Xlsx::new(std::io::Cursor::new(file.content)).unwrap();
        let sheet = book.worksheet_range_at(0).unwrap().unwrap();
        let cell = |row, column| sheet.get_value((row, column)).unwrap().clone();
        assert_eq!(cell(1, 0), Data::String("=HYPERLINK(\"http://x\")".to_owned()));
        assert_eq!(cell(1, 1), Data::Float(1234.5));
        assert!(matches!(cell(1, 2), Data::DateTime(at) if at.as_f64() > 46_000.0), "{:?}", cell(1, 2));
        assert_eq!(cell(2, 0), Data::String("Анна; \"Ann\"\nof Avonlea".to_owned()));
    }

    #[tokio::test]
    async fn a_spreadsheet_that_writes_commas_gets_semicolons() {
        assert!(
            written(Lang::De)
                .await
                .starts_with("name;sum;at\n\"'=HYPERLINK(\"\"http://x\"\")\";1234,50;2026")
        );
    }

    #[test]
    fn no_text_is_a_formula() {
        for text in ["=1", "+49 30 123", "-1", "@ann", "\t=1", "\r=1"] {
            assert_eq!(harmless(text), format!("'{text}"));
        }
        assert_eq!(harmless("Ann = Bob"), "Ann = Bob");
    }
}
