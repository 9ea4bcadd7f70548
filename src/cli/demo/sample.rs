//! The sample shop, carried inside the program.

use crate::cli::catalog::keep_pictures;
use crate::config::Settings;
use crate::services::{Shop, catalog_file, promo_file};
use anyhow::{Context as _, bail};
use rust_embed::Embed;

#[derive(Embed)]
#[folder = "sample/"]
#[include = "*.csv"]
#[include = "photos/*.jpg"]
struct Sample;

/// Fills an empty shop. What an owner has changed in the demo stays.
pub(super) async fn load_if_empty(shop: &Shop, settings: &Settings) -> anyhow::Result<()> {
    if !shop.stocklist().await?.is_empty() {
        return Ok(());
    }
    let Ok(mut products) = catalog_file::read(&text("catalog.csv")?, settings.shop.currency) else {
        bail!("the sample catalogue cannot be read");
    };
    let picture = |name: &str| Sample::get(name).map(|file| file.data.into_owned());
    keep_pictures(shop, &mut products, picture, false).await?;
    shop.import(&products, false).await?;
    let promos = promo_file::read(&text("promos.csv")?, settings.shop.currency, settings.shop.timezone);
    let Ok(promos) = promos else { bail!("the sample promo codes cannot be read") };
    shop.set_up_promos(&promos).await?;
    Ok(())
}

fn text(name: &str) -> anyhow::Result<String> {
    let file = Sample::get(name).with_context(|| format!("the sample has no {name}"))?;
    Ok(String::from_utf8(file.data.into_owned())?)
}
