//! The catalogue as a file that somebody of the staff sends: looked at first, imported when somebody says so.
//!
//! The button of a preview carries a digest of all that would change. What is imported is what was seen: where the catalogue
//! has changed since, the digest is another one, and the new preview is shown instead.

use super::Shop;
use super::catalog_file::{self, CatalogFile, LineError, Problem};
use super::stocklist::{Detail, Difference, differences};
use crate::domain::{Actor, Deed, Subject, Texts, UpdateId};
use crate::repository::{CatalogDraft, ImportCounts, StockedProduct, StoreError, UnitOfWork};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// The most bytes of a file. Telegram would give out 20 MB (Bot API, "getFile").
pub const LARGEST_FILE: usize = 5 * 1024 * 1024;

/// The most lines of a file: they are written in one transaction, in a few seconds.
const MOST_LINES: usize = 10_000;

/// Changes that a preview tells one by one.
const TOLD: usize = 10;

/// What would come of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Importable {
    /// Nothing, because of these lines.
    Wrong(Vec<LineError>),
    /// Nothing: all of its products are as it says.
    Same(u32),
    /// This.
    Yes(ImportPreview),
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportPreview {
    /// Names all that would change.
    pub digest: String,
    /// Products that are new, and that are something else.
    pub counts: ImportCounts,
    /// Products that stay as they are.
    pub same: u32,
    /// Products that are not in the file, and stay.
    pub kept: u32,
    /// The first changes, prices before everything else.
    pub told: Vec<PreviewedChange>,
    /// Changes that are not among those.
    pub more: u32,
}

/// A change, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewedChange {
    /// The names of the product.
    pub names: Texts,
    /// What changes.
    pub difference: Difference,
}

/// What came of a "yes".
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Imported {
    /// It is imported.
    Done(ImportCounts),
    /// Somebody has done so before.
    Already(ImportCounts),
    /// Somebody has decided against it.
    Left,
    /// The catalogue has changed since; so it would be now.
    Overtaken(Importable),
    /// The file is not kept any more.
    Gone,
}

impl Shop {
    /// Reads a file, keeps it, and tells what it would change.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn preview_import(&self, content: Vec<u8>, update: UpdateId) -> Result<Importable, StoreError> {
        let currency = self.terms.currency;
        let reading = tokio::task::spawn_blocking(move || catalog_file::read_file(&content, currency));
        // A workbook at which its reader panics is none.
        let read = reading.await.unwrap_or_else(|_| Err(vec![LineError::of_file(Problem::NoTable)]));
        let file = match read {
            Ok(file) if file.lines > MOST_LINES => {
                return Ok(Importable::Wrong(vec![LineError::of_file(Problem::TooMuch)]));
            }
            Ok(file) => file,
            Err(errors) => return Ok(Importable::Wrong(errors)),
        };
        let mut work = self.begin().await?;
        let errors = missing_pictures(work.as_mut(), &file).await?;
        if !errors.is_empty() {
            return Ok(Importable::Wrong(errors));
        }
        let importable = importable(&work.catalog().stocklist().await?, &file.products);
        if matches!(importable, Importable::Yes(_)) {
            work.imports().keep(update, &catalog_file::write(&file.products), self.now()).await?;
            work.commit().await?;
        }
        Ok(importable)
    }

    /// Imports the file that `draft` brought, if it would still do what `digest` names.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed.
    pub async fn import_draft(
        &self,
        draft: UpdateId,
        digest: &str,
        by: Actor,
    ) -> Result<Imported, StoreError> {
        let mut work = self.begin().await?;
        let content = match work.imports().hold(draft, self.now()).await? {
            Some(CatalogDraft::Open { content }) => content,
            Some(CatalogDraft::Imported(counts)) => return Ok(Imported::Already(counts)),
            Some(CatalogDraft::Left) => return Ok(Imported::Left),
            None => return Ok(Imported::Gone),
        };
        let products = match catalog_file::read(&content, self.terms.currency) {
            Ok(products) => products,
            // Kept by a version with other rules.
            Err(errors) => return Ok(Imported::Overtaken(Importable::Wrong(errors))),
        };
        work.imports().hold_catalogue(&products).await?;
        match importable(&work.catalog().stocklist().await?, &products) {
            Importable::Yes(preview) if preview.digest == digest => {
                let counts = preview.counts;
                work.catalog().restock(&products).await?;
                work.imports().settle(draft, &CatalogDraft::Imported(counts)).await?;
                let after = Some(format!("+{} ~{}", counts.added, counts.changed));
                self.commit_deed(work, by, Deed::CatalogImported, Subject::Import(draft), (None, after))
                    .await?;
                Ok(Imported::Done(counts))
            }
            other => Ok(Imported::Overtaken(other)),
        }
    }

    /// The file that `draft` brought is not to be imported. False if that is settled already.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn leave_import(&self, draft: UpdateId) -> Result<bool, StoreError> {
        let mut work = self.begin().await?;
        let waits = matches!(work.imports().hold(draft, self.now()).await?, Some(CatalogDraft::Open { .. }));
        if waits {
            work.imports().settle(draft, &CatalogDraft::Left).await?;
            work.commit().await?;
        }
        Ok(waits)
    }
}

/// Pictures are links, or were sent before: a file has no folder beside it here.
async fn missing_pictures(
    work: &mut dyn UnitOfWork,
    file: &CatalogFile,
) -> Result<Vec<LineError>, StoreError> {
    let missing = work.imports().missing_pictures(&named_pictures(&file.products)).await?;
    Ok(without_pictures(file, &missing.into_iter().collect()))
}

fn named_pictures(products: &[StockedProduct]) -> Vec<String> {
    let is_link = |photo: &str| photo.starts_with("https://") || photo.starts_with("http://");
    let named = products.iter().filter_map(|product| product.photo.as_ref());
    named.filter(|photo| !is_link(photo)).cloned().collect()
}

fn without_pictures(file: &CatalogFile, missing: &HashSet<String>) -> Vec<LineError> {
    let lines = file.products.iter().zip(&file.begins);
    let errors = lines.filter_map(|(product, line)| {
        let photo = product.photo.as_ref().filter(|photo| missing.contains(*photo))?;
        let problem = Problem::NoPicture(photo.clone());
        Some(LineError { line: *line, column: Some("photo".to_owned()), problem })
    });
    errors.collect()
}

fn importable(old: &[StockedProduct], new: &[StockedProduct]) -> Importable {
    let differences = differences(old, new);
    if differences.is_empty() {
        return Importable::Same(count(new.len()));
    }
    let owners: HashMap<&str, usize> = new
        .iter()
        .enumerate()
        .flat_map(|(place, product)| {
            let codes = product.skus.iter().map(|sku| sku.code.as_str());
            codes.chain([product.slug.as_str()]).map(move |key| (key, place))
        })
        .collect();
    let known: HashSet<&str> = old.iter().map(|product| product.slug.as_str()).collect();
    let (mut touched, mut digest) = (HashSet::<usize>::new(), String::new());
    for difference in &differences {
        touched.extend(owners.get(difference.of()));
        digest.push_str(&difference.to_string());
        digest.push('\n');
    }
    let added = new.iter().filter(|product| !known.contains(product.slug.as_str())).count();
    let kept = known.len() - (new.len() - added);
    let counts = ImportCounts { added: count(added), changed: count(touched.len() - added) };
    let same = count(new.len() - touched.len());
    let is_change =
        |one: &&Difference| matches!(one, Difference::Changed { .. } | Difference::Rewritten { .. });
    let mut changes: Vec<&Difference> = differences.iter().filter(is_change).collect();
    changes.sort_by_key(|change| !matches!(change, Difference::Changed { what: Detail::Price, .. }));
    let more = count(changes.len().saturating_sub(TOLD));
    let told = changes.into_iter().take(TOLD).map(|difference| PreviewedChange {
        names: owners.get(difference.of()).map(|place| new[*place].names.clone()).unwrap_or_default(),
        difference: difference.clone(),
    });
    let told = told.collect();
    let digest = Uuid::new_v5(&Uuid::NAMESPACE_OID, digest.as_bytes()).simple().to_string();
    Importable::Yes(ImportPreview {
        digest: digest[..16].to_owned(),
        counts,
        same,
        kept: count(kept),
        told,
        more,
    })
}

fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
