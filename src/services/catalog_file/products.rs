//! Lines become products.

use super::{LONGEST_NAME, LONGEST_TEXT, LineError, MAX_STOCK, Problem, Row, STEP, is_slug};
use crate::domain::{Currency, Lang, Texts};
use crate::repository::{Shelf, StockedProduct, StockedSku};
use std::collections::HashMap;

/// What was read so far.
#[derive(Default)]
pub(super) struct Products {
    pub(super) all: Vec<StockedProduct>,
    /// The line on which each begins.
    pub(super) begins: Vec<u64>,
    /// The product of the line before.
    current: Option<String>,
    slugs: HashMap<String, u64>,
    codes: HashMap<String, u64>,
    shelves: HashMap<String, (u64, Texts)>,
}

impl Products {
    pub(super) fn add(&mut self, row: &Row<'_>, currency: Currency) -> Result<(), LineError> {
        let slug = row.slug("product")?;
        // Only the first line of a product carries it. Where that one is wrong, the others are not to blame.
        if self.current.as_ref() != Some(&slug) {
            self.current = Some(slug.clone());
            let product = self.product(row, slug)?;
            self.all.push(product);
            self.begins.push(row.line);
        }
        let sku = self.sku(row, currency)?;
        if let Some(product) = self.all.last_mut() {
            product.skus.push(sku);
        }
        Ok(())
    }

    fn sku(&mut self, row: &Row<'_>, currency: Currency) -> Result<StockedSku, LineError> {
        let code = row.get("sku").to_owned();
        let allowed = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-';
        if code.is_empty() || code.len() > 24 || !code.chars().all(allowed) {
            return Err(row.wrong("sku", Problem::NoStockNumber));
        }
        once(&mut self.codes, row, "sku", &code)?;
        let missing = |column| row.wrong(column, Problem::Missing);
        Ok(StockedSku {
            code,
            options: row.texts("option", LONGEST_NAME)?,
            price: row.money("price", currency)?.ok_or_else(|| missing("price"))?,
            stock: match row.number("stock")?.ok_or_else(|| missing("stock"))? {
                stock @ 0..=MAX_STOCK => stock,
                _ => return Err(row.wrong("stock", Problem::TooMany(MAX_STOCK))),
            },
            visible: row.yes("visible", true)?,
        })
    }

    fn product(&mut self, row: &Row<'_>, slug: String) -> Result<StockedProduct, LineError> {
        once(&mut self.slugs, row, "product", &slug)?;
        let names = row.texts("name", LONGEST_NAME)?;
        if names.is_empty() {
            return Err(row.wrong("product", Problem::Nameless(slug)));
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
        if path.is_empty() || slugs.len() > 2 || !slugs.iter().all(|slug| is_slug(slug)) {
            return Err(row.wrong("category", Problem::NoCategory));
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
                let problem = Problem::Steps { names: steps.len(), steps: slugs.len() };
                return Err(row.wrong(&column, problem));
            }
            for (shelf, name) in shelves.iter_mut().zip(steps) {
                shelf.names.set(lang, name);
            }
        }
        for shelf in &shelves {
            if shelf.names.is_empty() {
                return Err(row.wrong("category", Problem::Nameless(shelf.slug.clone())));
            }
            let (line, names) =
                self.shelves.entry(shelf.slug.clone()).or_insert_with(|| (row.line, shelf.names.clone()));
            if *names != shelf.names {
                let problem = Problem::OtherNames { category: shelf.slug.clone(), line: *line };
                return Err(row.wrong("category", problem));
            }
        }
        Ok(shelves)
    }
}

fn once(lines: &mut HashMap<String, u64>, row: &Row<'_>, column: &str, key: &str) -> Result<(), LineError> {
    match lines.insert(key.to_owned(), row.line) {
        Some(line) => Err(row.wrong(column, Problem::Twice { key: key.to_owned(), line })),
        None => Ok(()),
    }
}
