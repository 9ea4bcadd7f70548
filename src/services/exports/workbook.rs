//! A table as a workbook (XLSX). Here a cell has a type, so no text can be taken for a formula or a number.

use crate::domain::Money;
use crate::repository::StoreError;
use chrono::{DateTime, Datelike, Timelike, Utc};
use chrono_tz::Tz;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// A sheet in the making.
pub(super) struct Sheet {
    sheet: Worksheet,
    row: u32,
    column: u16,
    money: Format,
    moment: Format,
    zone: Tz,
    trouble: Option<XlsxError>,
}

impl Sheet {
    /// A sheet with this heading. `digits`: those of the currency behind the point.
    pub(super) fn new(heading: &[impl AsRef<str>], digits: u32, zone: Tz) -> Self {
        let digits = "0".repeat(digits as usize);
        let money = if digits.is_empty() { "#,##0".to_owned() } else { format!("#,##0.{digits}") };
        let mut sheet = Self {
            sheet: Worksheet::new(),
            row: 0,
            column: 0,
            money: Format::new().set_num_format(money),
            moment: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
            zone,
            trouble: None,
        };
        let bold = Format::new().set_bold();
        for name in heading {
            sheet.cell(|sheet, row, column| {
                sheet.write_string_with_format(row, column, name.as_ref(), &bold)?;
                sheet.set_column_width(column, 16)
            });
        }
        // The heading stays in sight.
        if let Err(error) = sheet.sheet.set_freeze_panes(1, 0) {
            sheet.trouble = Some(error);
        }
        sheet.end();
        sheet
    }

    pub(super) fn text(&mut self, text: &str) {
        self.cell(|sheet, row, column| sheet.write_string(row, column, text));
    }

    /// Numbers above 2^53, which a spreadsheet cannot keep, become texts.
    pub(super) fn number(&mut self, number: i64) {
        match number.to_f64().filter(|_| number.unsigned_abs() < 1 << 53) {
            Some(exact) => self.cell(|sheet, row, column| sheet.write_number(row, column, exact)),
            None => self.text(&number.to_string()),
        }
    }

    pub(super) fn money(&mut self, money: Money) {
        let format = self.money.clone();
        match money.amount().to_f64() {
            Some(amount) => {
                self.cell(|sheet, row, column| sheet.write_number_with_format(row, column, amount, &format));
            }
            None => self.text(&money.amount().to_string()),
        }
    }

    /// By the clock of the shop; empty if there was none.
    pub(super) fn moment(&mut self, at: Option<DateTime<Utc>>) {
        let format = self.moment.clone();
        let Some(at) = at.map(|at| at.with_timezone(&self.zone)) else { return self.text("") };
        let part = |part: u32| u8::try_from(part).unwrap_or_default();
        self.cell(|sheet, row, column| {
            let day = ExcelDateTime::from_ymd(
                u16::try_from(at.year()).unwrap_or_default(),
                part(at.month()),
                part(at.day()),
            )?;
            let hour = u16::try_from(at.hour()).unwrap_or_default();
            let moment = day.and_hms(hour, part(at.minute()), f64::from(at.second()))?;
            sheet.write_datetime_with_format(row, column, &moment, &format)
        });
    }

    /// Ends the line.
    pub(super) fn end(&mut self) {
        self.row += 1;
        self.column = 0;
    }

    /// The file. Packing it costs some tenths of a second of a processor.
    ///
    /// # Errors
    /// A cell holds more than a workbook can.
    pub(super) fn file(self) -> Result<Vec<u8>, StoreError> {
        let pack = || {
            if let Some(trouble) = self.trouble {
                return Err(trouble);
            }
            let mut book = Workbook::new();
            book.push_worksheet(self.sheet);
            book.save_to_buffer()
        };
        pack().map_err(|error| StoreError::Broken(Box::new(error)))
    }

    fn cell(&mut self, write: impl FnOnce(&mut Worksheet, u32, u16) -> Result<&mut Worksheet, XlsxError>) {
        if let Err(error) = write(&mut self.sheet, self.row, self.column) {
            self.trouble.get_or_insert(error);
        }
        self.column += 1;
    }
}
