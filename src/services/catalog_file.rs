//! The catalogue as a file, CSV or XLSX: `sample/README.md` describes the columns.

mod problem;
mod products;
mod row;
#[cfg(test)]
mod tests;
mod workbook;

pub use problem::{LineError, Problem};
pub(super) use row::{Header, Row, is_slug};

use crate::domain::{Currency, Lang, Texts};
use crate::repository::{StockedProduct, StockedSku};
use csv::StringRecord;
use products::Products;

/// Between the names of a category and its subcategory.
const STEP: &str = " > ";
/// A name has to fit on a button.
const LONGEST_NAME: usize = 40;
/// A description shares a caption of 1024 characters (Bot API, "sendPhoto") with price and stock.
const LONGEST_TEXT: usize = 300;

/// Pieces of one SKU: with what is reserved beside them, they have to fit a database integer of 32 bits.
const MAX_STOCK: u32 = 1_000_000_000;

/// How a workbook of Excel 2003 and before begins.
const OLD_WORKBOOK: &[u8] = b"\xd0\xcf\x11\xe0";

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogFile {
    /// Its products.
    pub products: Vec<StockedProduct>,
    /// The line on which each of them begins.
    pub begins: Vec<u64>,
    /// Lines below the header.
    pub lines: usize,
}

/// The lines of a file, before anybody asks what they mean.
struct Lines {
    header: StringRecord,
    records: Vec<Result<StringRecord, LineError>>,
}

/// Reads a catalogue: a workbook or a text, whatever the content is.
///
/// # Errors
/// Everything that is wrong, line by line.
pub fn read_file(content: &[u8], currency: Currency) -> Result<CatalogFile, Vec<LineError>> {
    let lines = if content.starts_with(workbook::MARK) {
        workbook::read(content)
    } else if content.starts_with(OLD_WORKBOOK) {
        Err(LineError::of_file(Problem::OldWorkbook))
    } else {
        match std::str::from_utf8(content) {
            Ok(text) => lines_of(text),
            Err(_) => Err(LineError::of_file(Problem::NotUtf8)),
        }
    };
    understand(&lines.map_err(|error| vec![error])?, currency)
}

/// Reads a catalogue from CSV.
///
/// # Errors
/// Everything that is wrong, line by line.
pub fn read(text: &str, currency: Currency) -> Result<Vec<StockedProduct>, Vec<LineError>> {
    let lines = lines_of(text).map_err(|error| vec![error])?;
    Ok(understand(&lines, currency)?.products)
}

fn lines_of(text: &str) -> Result<Lines, LineError> {
    let header = text.lines().next().unwrap_or_default();
    // Where a comma stands before the cents, spreadsheets put semicolons between cells.
    let delimiter = [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|sign| header.bytes().filter(|byte| byte == sign).count());
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter.unwrap_or(b',')).from_reader(text.as_bytes());
    let header = reader.headers()?.clone();
    let records = reader.records().map(|record| record.map_err(LineError::from)).collect();
    Ok(Lines { header, records })
}

fn understand(lines: &Lines, currency: Currency) -> Result<CatalogFile, Vec<LineError>> {
    let header = Header::read(&lines.header, &columns())?;
    let mut products = Products::default();
    let mut errors = Vec::new();
    for record in &lines.records {
        let added = match record {
            Ok(record) => products.add(&Row::new(&header, record), currency),
            Err(error) => Err(error.clone()),
        };
        errors.extend(added.err());
    }
    if products.all.is_empty() && errors.is_empty() {
        errors.push(LineError::of_file(Problem::Empty));
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    Ok(CatalogFile { products: products.all, begins: products.begins, lines: lines.records.len() })
}

/// Writes a catalogue, such that [`read`] gives it back.
#[must_use]
pub fn write(products: &[StockedProduct]) -> String {
    let mut lines = csv::WriterBuilder::new().from_writer(Vec::new());
    let mut write = |record: Vec<String>| {
        // A write into memory has nothing that could fail.
        let _ = lines.write_record(record);
    };
    write(columns());
    for line in records(products) {
        write(line);
    }
    String::from_utf8(lines.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// The lines below the header.
pub(super) fn records(products: &[StockedProduct]) -> impl Iterator<Item = Vec<String>> {
    products.iter().flat_map(|product| {
        product.skus.iter().enumerate().map(move |(number, sku)| record(product, sku, number == 0))
    })
}

/// One line. Only the first one of a product carries the product.
fn record(product: &StockedProduct, sku: &StockedSku, first: bool) -> Vec<String> {
    let slugs: Vec<&str> = product.shelves.iter().map(|shelf| shelf.slug.as_str()).collect();
    let path = |lang| {
        let steps: Vec<&str> = product.shelves.iter().filter_map(|shelf| shelf.names.exact(lang)).collect();
        if steps.len() == product.shelves.len() { steps.join(STEP) } else { String::new() }
    };
    let texts = |texts: &Texts| Lang::ALL.map(|lang| texts.exact(lang).unwrap_or_default().to_owned());
    let product_only = |value: String| if first { value } else { String::new() };

    let mut record = vec![product_only(slugs.join("/"))];
    record.extend(Lang::ALL.map(path).map(product_only));
    record.push(product.slug.clone());
    record.extend(texts(&product.names).map(product_only));
    record.extend(texts(&product.texts).map(product_only));
    record.push(sku.code.clone());
    record.extend(texts(&sku.options));
    record.push(sku.price.amount().to_string());
    record.push(sku.stock.to_string());
    record.push(product_only(product.photo.clone().unwrap_or_default()));
    record.push(if sku.visible { "yes" } else { "no" }.to_owned());
    record
}

/// The names of the columns.
pub(super) fn columns() -> Vec<String> {
    let in_all = |name: &str| Lang::ALL.map(|lang| format!("{name}_{lang}"));
    let mut columns = vec!["category".to_owned()];
    columns.extend(in_all("category"));
    columns.push("product".to_owned());
    columns.extend(in_all("name"));
    columns.extend(in_all("text"));
    columns.push("sku".to_owned());
    columns.extend(in_all("option"));
    columns.extend(["price", "stock", "photo", "visible"].map(str::to_owned));
    columns
}
