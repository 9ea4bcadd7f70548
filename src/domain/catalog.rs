//! What the shop sells.

use super::{CategoryId, Money, ProductId, SkuId, Texts};
use rust_decimal::{Decimal, dec};

/// The most pieces of one SKU in one order. Keeps sums far from overflow and hoarders honest.
pub const MAX_PER_LINE: u32 = 999;

/// The highest price of one piece, in whole units of the currency. Splitting the discount of the largest cart
/// multiplies its sum by itself, and a [`Decimal`] holds 28 digits: at this price that takes 27.
pub const MAX_PRICE: Decimal = dec!(1_000_000_000);

/// Characters of a name: it has to fit on a button.
pub const MAX_NAME: usize = 40;

/// Characters of a description: it shares a caption of 1024 (Bot API, "sendPhoto") with price and stock.
pub const MAX_TEXT: usize = 300;

/// Pictures of a product: as many as an album holds (Bot API, "sendMediaGroup").
pub const MAX_PHOTOS: usize = 10;

/// Variants of a product: each has a row of buttons on the staff's card, and a keyboard holds 100 of them.
pub const MAX_VARIANTS: usize = 30;

/// A node of the catalogue tree. Two levels: a category without `parent`, and its subcategories.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its id.
    pub id: CategoryId,
    /// The category it belongs to; `None` on the first level.
    pub parent: Option<CategoryId>,
    /// Its names.
    pub names: Texts,
}

/// A product as its card shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// Its id.
    pub id: ProductId,
    /// The subcategory (or category) it stands in.
    pub category: CategoryId,
    /// Its names.
    pub names: Texts,
    /// Its descriptions.
    pub texts: Texts,
    /// Its pictures, in their order: file paths, URLs, or names under which the shop has kept them.
    pub photos: Vec<String>,
    /// Its variants, in the order of the card; a product without variants has one, without a label.
    pub skus: Vec<Sku>,
}

/// One variant of a product: what is priced, stocked and sold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sku {
    /// Its id.
    pub id: SkuId,
    /// The label of the variant ("Blue / large"); empty for the only one.
    pub options: Texts,
    /// The price of one piece.
    pub price: Money,
    /// Pieces that are neither sold nor reserved.
    pub available: u32,
}

impl Product {
    /// The variant with this id.
    #[must_use]
    pub fn sku(&self, id: SkuId) -> Option<&Sku> {
        self.skus.iter().find(|sku| sku.id == id)
    }

    /// The lowest price among the variants.
    #[must_use]
    pub fn price_from(&self) -> Money {
        self.skus.iter().map(|sku| sku.price).min().unwrap_or_default()
    }

    /// True if variants differ in price, so that a list says "from".
    #[must_use]
    pub fn has_price_range(&self) -> bool {
        self.skus.iter().any(|sku| sku.price != self.price_from())
    }

    /// Pieces available over all variants.
    #[must_use]
    pub fn available(&self) -> u32 {
        self.skus.iter().map(|sku| sku.available).fold(0, u32::saturating_add)
    }
}

impl Sku {
    /// The most pieces a customer may order now.
    #[must_use]
    pub fn most(&self) -> u32 {
        self.available.min(MAX_PER_LINE)
    }
}
