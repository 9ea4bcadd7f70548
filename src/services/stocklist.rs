//! Importing and exporting the catalogue.

use super::Shop;
use crate::repository::{NewPromo, StockedProduct, StockedSku, StoreError};
use std::{collections::HashMap, fmt};

/// What can become another one, in the words of the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// The product of a variant.
    Product,
    /// The category of a product.
    Category,
    /// The names of its category.
    CategoryNames,
    /// The name.
    Name,
    /// The description.
    Text,
    /// The picture.
    Photo,
    /// The price.
    Price,
    /// Pieces that can be sold.
    Stock,
    /// Whether customers see it.
    Visible,
    /// What tells a variant from the others.
    Option,
}

impl fmt::Display for Detail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Product => "product",
            Self::Category => "category",
            Self::CategoryNames => "category names",
            Self::Name => "name",
            Self::Text => "text",
            Self::Photo => "photo",
            Self::Price => "price",
            Self::Stock => "stock",
            Self::Visible => "visible",
            Self::Option => "option",
        })
    }
}

/// What an import changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// A product that was not there.
    NewProduct(String),
    /// A variant that was not there.
    NewSku(String),
    /// A value of a product or variant that becomes another one.
    Changed {
        /// The product's slug or the SKU.
        of: String,
        /// What of it.
        what: Detail,
        /// The value until now.
        from: String,
        /// The value from now on.
        to: String,
    },
    /// A longer text of a product that becomes another one.
    Rewritten {
        /// The product's slug or the SKU.
        of: String,
        /// What of it.
        what: Detail,
    },
}

impl Difference {
    /// The product's slug or the SKU.
    #[must_use]
    pub fn of(&self) -> &str {
        match self {
            Self::NewProduct(of)
            | Self::NewSku(of)
            | Self::Changed { of, .. }
            | Self::Rewritten { of, .. } => of,
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NewProduct(slug) => write!(f, "+ {slug}"),
            Self::NewSku(code) => write!(f, "+ {code}"),
            Self::Changed { of, what, from, to } => write!(f, "~ {of}: {what} {from} -> {to}"),
            Self::Rewritten { of, what } => write!(f, "~ {of}: new {what}"),
        }
    }
}

impl Shop {
    /// The whole catalogue, hidden products too.
    ///
    /// # Errors
    /// The database is in trouble.
    pub async fn stocklist(&self) -> Result<Vec<StockedProduct>, StoreError> {
        self.session().await?.catalog().stocklist().await
    }

    /// Adds and changes products, all or none. What is not among `products` is left alone. With `dry_run` only
    /// the differences are told.
    ///
    /// # Errors
    /// The database is in trouble; nothing was changed.
    pub async fn import(
        &self,
        products: &[StockedProduct],
        dry_run: bool,
    ) -> Result<Vec<Difference>, StoreError> {
        let mut work = self.begin().await?;
        let differences = differences(&work.catalog().stocklist().await?, products);
        if !dry_run && !differences.is_empty() {
            work.catalog().restock(products).await?;
            work.commit().await?;
        }
        Ok(differences)
    }

    /// Sets up promo codes, all or none. Returns the slugs of their scopes that do not exist; then nothing was
    /// changed.
    ///
    /// # Errors
    /// The database is in trouble; nothing was changed.
    pub async fn set_up_promos(&self, promos: &[NewPromo]) -> Result<Vec<String>, StoreError> {
        let mut work = self.begin().await?;
        let mut missing = Vec::new();
        for promo in promos {
            missing.extend(work.promos().put(promo).await?);
        }
        if missing.is_empty() {
            work.commit().await?;
        }
        Ok(missing)
    }
}

/// What changes when `new` is imported where `old` is.
pub(super) fn differences(old: &[StockedProduct], new: &[StockedProduct]) -> Vec<Difference> {
    let products: HashMap<&str, &StockedProduct> =
        old.iter().map(|product| (product.slug.as_str(), product)).collect();
    let skus: HashMap<&str, (&str, &StockedSku)> = old
        .iter()
        .flat_map(|product| product.skus.iter().map(|sku| (sku.code.as_str(), (product.slug.as_str(), sku))))
        .collect();
    let mut found = Vec::new();
    for product in new {
        match products.get(product.slug.as_str()) {
            Some(old) => compare_products(old, product, &mut found),
            None => found.push(Difference::NewProduct(product.slug.clone())),
        }
        for sku in &product.skus {
            match skus.get(sku.code.as_str()) {
                Some((slug, old)) => {
                    changed(&sku.code, Detail::Product, *slug, product.slug.as_str(), &mut found);
                    compare_skus(old, sku, &mut found);
                }
                None => found.push(Difference::NewSku(sku.code.clone())),
            }
        }
    }
    found
}

fn compare_products(old: &StockedProduct, new: &StockedProduct, found: &mut Vec<Difference>) {
    let path = |product: &StockedProduct| {
        product.shelves.iter().map(|shelf| shelf.slug.as_str()).collect::<Vec<_>>().join("/")
    };
    changed(&new.slug, Detail::Category, &path(old), &path(new), found);
    let shelf_names = |product: &StockedProduct| {
        product.shelves.iter().map(|shelf| shelf.names.clone()).collect::<Vec<_>>()
    };
    let mut rewritten = |what, differs: bool| {
        if differs {
            found.push(Difference::Rewritten { of: new.slug.clone(), what });
        }
    };
    rewritten(Detail::CategoryNames, path(old) == path(new) && shelf_names(old) != shelf_names(new));
    rewritten(Detail::Name, old.names != new.names);
    rewritten(Detail::Text, old.texts != new.texts);
    rewritten(Detail::Photo, old.photo != new.photo);
}

fn compare_skus(old: &StockedSku, new: &StockedSku, found: &mut Vec<Difference>) {
    let yes = |visible| if visible { "yes" } else { "no" };
    changed(&new.code, Detail::Price, &old.price.amount(), &new.price.amount(), found);
    changed(&new.code, Detail::Stock, &old.stock, &new.stock, found);
    changed(&new.code, Detail::Visible, &yes(old.visible), &yes(new.visible), found);
    if old.options != new.options {
        found.push(Difference::Rewritten { of: new.code.clone(), what: Detail::Option });
    }
}

fn changed<T: PartialEq + fmt::Display + ?Sized>(
    of: &str,
    what: Detail,
    from: &T,
    to: &T,
    found: &mut Vec<Difference>,
) {
    if from != to {
        let (from, to) = (from.to_string(), to.to_string());
        found.push(Difference::Changed { of: of.to_owned(), what, from, to });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Currency;
    use crate::services::catalog_file;

    fn sample() -> Vec<StockedProduct> {
        let eur = Currency::parse("EUR").unwrap();
        catalog_file::read(include_str!("../../sample/catalog.csv"), eur).unwrap()
    }

    fn told(old: &[StockedProduct], new: &[StockedProduct]) -> Vec<String> {
        differences(old, new).iter().map(Difference::to_string).collect()
    }

    #[test]
    fn the_same_catalogue_changes_nothing() {
        assert!(told(&sample(), &sample()).is_empty());
    }

    #[test]
    fn what_is_left_out_is_left_alone() {
        assert!(told(&sample(), &sample()[3..]).is_empty());
    }

    #[test]
    fn each_change_is_told_with_both_values() {
        let mut new = sample();
        new[0].skus[0].stock = 40;
        new[0].skus[1].visible = false;
        new[0].texts = crate::domain::Texts::default();
        let expected =
            ["~ morning-sencha: new text", "~ SENCHA-50: stock 42 -> 40", "~ SENCHA-100: visible yes -> no"];
        assert_eq!(told(&sample(), &new), expected);
    }

    #[test]
    fn a_new_product_brings_its_variants() {
        let told = told(&sample()[1..], &sample());
        assert_eq!(told, ["+ morning-sencha", "+ SENCHA-50", "+ SENCHA-100", "+ SENCHA-250"]);
    }
}
