//! `orderbot catalog`: the catalogue as a file, in and out.

use super::screen::{complain, say};
use crate::app;
use crate::config::Settings;
use crate::repository::StockedProduct;
use crate::services::{Shop, catalog_file, promo_file};
use anyhow::{Context as _, bail};
use clap::Subcommand;
use std::{
    fmt::Display,
    path::{Path, PathBuf},
};
use uuid::Uuid;

/// The most bytes of a picture (Bot API, "sendPhoto").
const LARGEST_PICTURE: usize = 10 * 1024 * 1024;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Add and change products from a CSV or XLSX file: all of it, or nothing. What is not in the file stays as it is
    Import {
        /// The file; sample/README.md describes its columns
        file: PathBuf,
        /// Only show what would change
        #[arg(long)]
        dry_run: bool,
    },
    /// Add and change promo codes from a CSV file
    ImportPromos {
        /// The file; sample/README.md describes its columns
        file: PathBuf,
    },
    /// Write the catalogue as a CSV file, such that `import` can read it
    Export {
        /// The file; without it, the standard output
        file: Option<PathBuf>,
    },
}

pub(super) async fn run(command: Command, settings: &Settings) -> anyhow::Result<()> {
    let shop = app::shop(settings, &app::store(settings)?);
    match command {
        Command::Import { file, dry_run } => {
            let content =
                std::fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
            let read = catalog_file::read_file(&content, settings.shop.currency);
            let mut products = read.or_else(|errors| refuse(&file, &errors))?.products;
            let folder = file.parent().unwrap_or(Path::new("."));
            let read = |name: &str| std::fs::read(folder.join(name)).ok();
            keep_pictures(&shop, &mut products, read, dry_run).await?;
            let differences = shop.import(&products, dry_run).await?;
            for difference in &differences {
                say(&difference.to_string())?;
            }
            let done = if dry_run { "would change; nothing was changed" } else { "changed" };
            complain(&format!("{} products read, {} differences {done}.", products.len(), differences.len()));
        }
        Command::ImportPromos { file } => {
            let promos = promo_file::read(&text(&file)?, settings.shop.currency, settings.shop.timezone);
            let promos = promos.or_else(|errors| refuse(&file, &errors))?;
            let missing = shop.set_up_promos(&promos).await?;
            if !missing.is_empty() {
                bail!("nothing was changed: there are no categories or products {}", missing.join(", "));
            }
            complain(&format!("{} promo codes set up.", promos.len()));
        }
        Command::Export { file } => {
            let text = catalog_file::write(&shop.stocklist().await?);
            match file {
                Some(file) => std::fs::write(&file, text).with_context(|| file.display().to_string())?,
                None => say(text.trim_end())?,
            }
        }
    }
    Ok(())
}

fn text(file: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

fn refuse<T>(file: &Path, errors: &[impl Display]) -> anyhow::Result<T> {
    for error in errors {
        complain(&format!("{}, {error}", file.display()));
    }
    bail!("nothing was changed: {} lines are wrong", errors.len())
}

/// Keeps the pictures that are named by a path, so that every instance can show them, and names each by its
/// content: a changed picture is a new one. `read` finds the content of a path. A name that was kept by an
/// earlier import stays. With `dry_run` they only get their names.
pub(super) async fn keep_pictures(
    shop: &Shop,
    products: &mut [StockedProduct],
    read: impl Fn(&str) -> Option<Vec<u8>>,
    dry_run: bool,
) -> anyhow::Result<()> {
    let mut missing = Vec::new();
    let mut too_large = Vec::new();
    for photo in products.iter_mut().filter_map(|product| product.photo.as_mut()) {
        if photo.starts_with("https://")
            || photo.starts_with("http://")
            || shop.picture(photo).await?.is_some()
        {
            continue;
        }
        let Some(content) = read(photo) else {
            missing.push(photo.clone());
            continue;
        };
        if content.len() > LARGEST_PICTURE {
            too_large.push(photo.clone());
            continue;
        }
        let stem = Path::new(&*photo).file_stem().and_then(|stem| stem.to_str()).unwrap_or("picture");
        let digest = Uuid::new_v5(&Uuid::NAMESPACE_OID, &content).simple().to_string();
        let name = format!("{stem}-{}.jpg", &digest[..12]);
        if !dry_run {
            shop.keep_picture(&name, &content).await?;
        }
        *photo = name;
    }
    if !too_large.is_empty() {
        bail!("nothing was changed: a picture may have 10 MB, more have {}", too_large.join(", "));
    }
    if !missing.is_empty() {
        bail!("nothing was changed: there are no pictures {}", missing.join(", "));
    }
    Ok(())
}
