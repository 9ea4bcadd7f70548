//! The catalogue as a CSV file: `sample/README.md` describes the columns.

mod row;
#[cfg(test)]
mod tests;

pub use row::LineError;
pub(super) use row::{Header, Row, is_slug};

use crate::domain::{Currency, Lang, Texts};
use crate::repository::{Shelf, StockedProduct, StockedSku};
use std::collections::HashMap;

/// Between the names of a category and its subcategory.
const STEP: &str = " > ";
/// A name has to fit on a button.
const LONGEST_NAME: usize = 40;
/// A description shares a caption of 1024 characters (Bot API, "sendPhoto") with price and stock.
const LONGEST_TEXT: usize = 300;

/// Pieces of one SKU: with what is reserved beside them, they have to fit a database integer of 32 bits.
const MAX_STOCK: u32 = 1_000_000_000;

/// Reads a catalogue.
///
/// # Errors
/// Everything that is wrong, line by line.
pub fn read(text: &str, currency: Currency) -> Result<Vec<StockedProduct>, Vec<LineError>> {
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    let header = Header::read(&mut reader, &columns())?;
    let mut catalogue = Catalogue::default();
    let mut errors = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let row = Row::new(&header, &record);
                if let Err(error) = catalogue.add(&row, currency) {
                    errors.push(error);
                }
            }
            Err(error) => errors.push(LineError::from(error)),
        }
    }
    if catalogue.products.is_empty() && errors.is_empty() {
        errors.push(LineError { line: 1, what: "there is no product in the file".to_owned() });
    }
    if errors.is_empty() { Ok(catalogue.products) } else { Err(errors) }
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
    for product in products {
        for (number, sku) in product.skus.iter().enumerate() {
            write(record(product, sku, number == 0));
        }
    }
    String::from_utf8(lines.into_inner().unwrap_or_default()).unwrap_or_default()
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

fn columns() -> Vec<String> {
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

/// What was read so far.
#[derive(Default)]
struct Catalogue {
    products: Vec<StockedProduct>,
    /// The product of the line before.
    current: Option<String>,
    /// The line of each product and SKU.
    lines: HashMap<String, u64>,
    shelves: HashMap<String, (u64, Texts)>,
}

impl Catalogue {
    fn add(&mut self, row: &Row<'_>, currency: Currency) -> Result<(), LineError> {
        let slug = row.slug("product")?;
        // Only the first line of a product carries it. Where that one is wrong, the others are not to blame.
        if self.current.as_ref() != Some(&slug) {
            self.current = Some(slug.clone());
            let product = self.product(row, slug)?;
            self.products.push(product);
        }
        let sku = self.sku(row, currency)?;
        if let Some(product) = self.products.last_mut() {
            product.skus.push(sku);
        }
        Ok(())
    }

    fn once(&mut self, row: &Row<'_>, what: &str, key: &str) -> Result<(), LineError> {
        match self.lines.insert(format!("{what} {key}"), row.line) {
            Some(line) => Err(row.error(format!("the {what} {key} is on line {line} already"))),
            None => Ok(()),
        }
    }

    fn sku(&mut self, row: &Row<'_>, currency: Currency) -> Result<StockedSku, LineError> {
        let code = row.get("sku").to_owned();
        let allowed = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
        if code.is_empty() || code.len() > 24 || !code.chars().all(allowed) {
            return Err(row.error("sku: 1 to 24 of A-Z, 0-9 and -"));
        }
        self.once(row, "SKU", &code)?;
        Ok(StockedSku {
            code,
            options: row.texts("option", LONGEST_NAME)?,
            price: row.money("price", currency)?.ok_or_else(|| row.error("price is missing"))?,
            stock: match row.number("stock")?.ok_or_else(|| row.error("stock is missing"))? {
                stock @ 0..=MAX_STOCK => stock,
                _ => return Err(row.error(format!("stock: at most {MAX_STOCK}"))),
            },
            visible: row.yes("visible", true)?,
        })
    }

    fn product(&mut self, row: &Row<'_>, slug: String) -> Result<StockedProduct, LineError> {
        self.once(row, "product", &slug)?;
        let names = row.texts("name", LONGEST_NAME)?;
        if names.is_empty() {
            return Err(row.error(format!("the product {slug} has no name in any language")));
        }
        Ok(StockedProduct {
            shelves: self.shelves(row)?,
            slug,
            names,
            texts: row.texts("text", LONGEST_TEXT)?,
            photo: Some(row.get("photo").to_owned()).filter(|photo| !photo.is_empty()),
            skus: Vec::new(),
        })
    }

    fn shelves(&mut self, row: &Row<'_>) -> Result<Vec<Shelf>, LineError> {
        let path = row.get("category");
        let slugs: Vec<&str> = path.split('/').collect();
        if path.is_empty() || slugs.len() > 2 || !slugs.iter().all(|slug| row::is_slug(slug)) {
            return Err(row.error("category: a slug, or two with a / between"));
        }
        let mut shelves: Vec<Shelf> =
            slugs.iter().map(|slug| Shelf { slug: (*slug).to_owned(), names: Texts::default() }).collect();
        for lang in Lang::ALL {
            let column = format!("category_{lang}");
            let names = row.get(&column);
            let steps: Vec<&str> = names.split(STEP).collect();
            if names.is_empty() {
                continue;
            }
            if steps.len() != shelves.len() {
                return Err(row.error(format!(
                    "{column}: {} names for the {} steps of {path}",
                    steps.len(),
                    slugs.len()
                )));
            }
            for (shelf, name) in shelves.iter_mut().zip(steps) {
                shelf.names.set(lang, name);
            }
        }
        for shelf in &shelves {
            if shelf.names.is_empty() {
                return Err(row.error(format!("the category {} has no name in any language", shelf.slug)));
            }
            let (line, names) =
                self.shelves.entry(shelf.slug.clone()).or_insert_with(|| (row.line, shelf.names.clone()));
            if *names != shelf.names {
                return Err(row.error(format!("the category {} has other names on line {line}", shelf.slug)));
            }
        }
        Ok(shelves)
    }
}
