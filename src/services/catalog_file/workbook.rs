//! A workbook of a spreadsheet (XLSX), read as lines of text.
//!
//! A spreadsheet keeps a price as a binary fraction, and makes dates of what looks like one. So a number is read as it is
//! shown, and a date is refused.

use super::{LineError, Lines, Problem};
use calamine::{DataRef, Reader, Sheet, SheetType, SheetVisible, Xlsx};
use csv::{Position, StringRecord};
use rust_decimal::{Decimal, RoundingStrategy};
use std::borrow::Cow;
use std::io::{self, Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// How a file begins that is a ZIP archive, as XLSX is.
pub(super) const MARK: &[u8] = b"PK\x03\x04";

/// The most bytes of a workbook once it is unpacked: 5 MB of zeros would become 5 GB.
const MOST_UNPACKED: u64 = 32 * 1024 * 1024;
/// The most parts of the archive; a workbook with one sheet has about ten.
const MOST_PARTS: usize = 500;
/// The most bytes of all cells: one text may stand in any number of them.
const MOST_TEXT: usize = 16 * 1024 * 1024;
/// Columns behind this one are not read.
const MOST_COLUMNS: usize = 64;
/// Significant digits that a spreadsheet keeps and shows (Excel, "specifications and limits").
const DIGITS: usize = 15;

/// Reads the first sheet that can be seen.
pub(super) fn read(content: &[u8]) -> Result<Lines, LineError> {
    match fits(content) {
        Ok(true) => {}
        Ok(false) => return Err(LineError::of_file(Problem::TooMuch)),
        Err(_) => return Err(LineError::of_file(Problem::NoTable)),
    }
    let no_table = |_| LineError::of_file(Problem::NoTable);
    let mut book = Xlsx::new(Cursor::new(content)).map_err(no_table)?;
    let shown = |sheet: &&Sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible;
    let Some(name) = book.sheets_metadata().iter().find(shown).map(|sheet| sheet.name.clone()) else {
        return Err(LineError::of_file(Problem::NoTable));
    };
    let mut cells = book.worksheet_cells_reader(&name).map_err(no_table)?;
    let code =
        |style: &calamine::Style| style.number_format.as_ref().map(|format| format.format_code.clone());
    let formats: Vec<Option<String>> = cells.styles().iter().map(code).collect();
    let mut sheet = Rows::default();
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(no_table)? {
        let format = formats.get(style).and_then(Option::as_deref).unwrap_or_default();
        sheet.add(cell.get_position(), text(cell.get_value(), format))?;
    }
    sheet.finish()
}

/// Does it stay within bounds when it is unpacked? What its parts say of their size may be a lie.
fn fits(content: &[u8]) -> Result<bool, ZipError> {
    let mut archive = ZipArchive::new(Cursor::new(content))?;
    if archive.len() > MOST_PARTS {
        return Ok(false);
    }
    let mut left = MOST_UNPACKED;
    for part in 0..archive.len() {
        left -= io::copy(&mut archive.by_index(part)?.take(left), &mut io::sink())?;
    }
    Ok(left > 0)
}

/// The rows of a sheet in the making. Empty ones are left out.
#[derive(Default)]
struct Rows {
    lines: Option<Lines>,
    number: u32,
    cells: Vec<String>,
    problem: Option<(usize, Problem)>,
    bytes: usize,
}

impl Rows {
    fn add(
        &mut self,
        (row, column): (u32, u32),
        text: Result<Cow<'_, str>, Problem>,
    ) -> Result<(), LineError> {
        if row != self.number {
            self.end_row();
            self.number = row;
        }
        let column = column as usize;
        if column >= MOST_COLUMNS {
            return Ok(());
        }
        let text = text.unwrap_or_else(|problem| {
            self.problem.get_or_insert((column, problem));
            Cow::Borrowed("")
        });
        self.bytes += text.len();
        if self.bytes > MOST_TEXT {
            return Err(LineError::of_file(Problem::TooMuch));
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        self.cells[column] = text.into_owned();
        Ok(())
    }

    fn end_row(&mut self) {
        let mut cells = std::mem::take(&mut self.cells);
        let problem = self.problem.take();
        if problem.is_none() && cells.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        let line = u64::from(self.number) + 1;
        let Some(lines) = &mut self.lines else {
            let named = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
            cells.truncate(named);
            self.lines = Some(Lines { header: StringRecord::from(cells), records: Vec::new() });
            return;
        };
        let record = match problem {
            Some((column, problem)) => {
                Err(LineError { line, column: lines.header.get(column).map(str::to_owned), problem })
            }
            None => {
                cells.resize(lines.header.len(), String::new());
                let mut record = StringRecord::from(cells);
                let mut position = Position::new();
                position.set_line(line);
                record.set_position(Some(position));
                Ok(record)
            }
        };
        lines.records.push(record);
    }

    fn finish(mut self) -> Result<Lines, LineError> {
        self.end_row();
        self.lines.ok_or_else(|| LineError::of_file(Problem::Empty))
    }
}

/// A cell as it is shown.
fn text<'a>(value: &'a DataRef<'_>, format: &str) -> Result<Cow<'a, str>, Problem> {
    Ok(match value {
        DataRef::Empty => Cow::Borrowed(""),
        DataRef::String(text) => Cow::Borrowed(text),
        DataRef::SharedString(text) => Cow::Borrowed(text),
        DataRef::Bool(yes) => Cow::Borrowed(if *yes { "yes" } else { "no" }),
        DataRef::Int(number) => Cow::Owned(shown(Decimal::from(*number), format)),
        DataRef::Float(number) => {
            let exact = Decimal::from_scientific(&format!("{number:.*e}", DIGITS - 1));
            Cow::Owned(exact.map_or_else(|_| number.to_string(), |number| shown(number, format)))
        }
        DataRef::DateTime(_) | DataRef::DateTimeIso(_) | DataRef::DurationIso(_) => {
            return Err(Problem::Date);
        }
        DataRef::Error(_) => return Err(Problem::Formula),
    })
}

/// A number in its format, as far as it decides about digits: `00000` keeps leading zeros, `0.00` rounds.
fn shown(number: Decimal, format: &str) -> String {
    let number = number.normalize();
    if !format.is_empty() && format.bytes().all(|byte| byte == b'0') && number.is_integer() {
        return format!("{number:0>width$}", number = number.to_string(), width = format.len());
    }
    match decimals(format) {
        Some(decimals) => {
            number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero).normalize()
        }
        None => number,
    }
    .to_string()
}

/// How many decimals a format shows; `None` for one without a decimal point, or that shows something else.
fn decimals(format: &str) -> Option<u32> {
    let mut digits = None;
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        match letter {
            // What is quoted, in brackets, or after these three, is only decoration.
            '"' => drop(letters.find(|end| *end == '"')),
            '[' => drop(letters.find(|end| *end == ']')),
            '\\' | '_' | '*' => drop(letters.next()),
            // The part for negative numbers.
            ';' => break,
            '%' | 'E' | 'e' | '/' => return None,
            '.' => digits = Some(0),
            '0' | '#' | '?' => digits = digits.map(|digits| digits + 1),
            _ => {}
        }
    }
    digits.filter(|digits| *digits > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_number(number: f64, format: &str) -> String {
        text(&DataRef::Float(number), format).unwrap().into_owned()
    }

    #[test]
    fn a_number_is_read_as_it_is_shown() {
        assert_eq!(read_number(0.1 + 0.2, "General"), "0.3");
        assert_eq!(read_number(19.99, ""), "19.99");
        assert_eq!(read_number(10.0 / 3.0, "#,##0.00 \"€\""), "3.33");
        assert_eq!(read_number(2.675, "[$€-407] 0.00;[Red]-0.00"), "2.68");
        assert_eq!(read_number(1_234_567.0, "#,##0"), "1234567");
        assert_eq!(read_number(14.5, "0"), "14.5", "only decimals that are shown are rounded");
        assert_eq!(read_number(0.125, "0.0%"), "0.125");
        assert_eq!(read_number(42.0, "00000"), "00042");
        assert_eq!(text(&DataRef::Int(7), "000").unwrap(), "007");
        assert_eq!(read_number(1e300, ""), 1e300.to_string());
    }

    #[test]
    fn an_archive_that_unpacks_without_end_is_left_alone() {
        use std::io::Write as _;
        let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
        bomb.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
        for _ in 0..=(MOST_UNPACKED / 1024) {
            bomb.write_all(&[b' '; 1024]).unwrap();
        }
        let bomb = bomb.finish().unwrap().into_inner();
        assert!(bomb.len() < 100_000, "{} bytes", bomb.len());
        assert_eq!(read(&bomb).err().unwrap().problem, Problem::TooMuch);
    }

    #[test]
    fn what_is_no_workbook_is_told_so() {
        for nonsense in [&b"PK\x03\x04"[..], b"PK\x03\x04 and more that is nothing"] {
            assert_eq!(read(nonsense).err().unwrap().problem, Problem::NoTable);
        }
    }
}
