//! Products as the staff make and change them: words, place, stage, variants.

use super::{Settled, Shop};
use crate::domain::{
    Actor, CategoryId, Deed, Lang, Money, ProductId, SkuId, Stage, Subject, Texts, UpdateId, Wording, slug_of,
};
use crate::repository::{Made, Place, StoreError, Turned, UnitOfWork};

impl Shop {
    /// Begins a product, for customers invisible. `asked`: the update whose question the name answers; answered again,
    /// it is the same product.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn draft_product(
        &self,
        asked: UpdateId,
        name: &str,
        by: Actor,
    ) -> Result<Made<ProductId>, StoreError> {
        let lang = self.terms().lang;
        let mut work = self.begin().await?;
        let made = work.showcase().draft(asked, &slug_of(name, "product"), lang, name).await?;
        if made.is_new {
            let change = (None, Some(worded(lang, name)));
            self.commit_deed(work, by, Deed::ProductMade, Subject::Product(made.id), change).await?;
        }
        Ok(made)
    }

    /// Sets the price of a product without variants, once per update: the first one makes it something to sell.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn price_product(
        &self,
        id: ProductId,
        price: Money,
        update: UpdateId,
        by: Actor,
    ) -> Result<Settled, StoreError> {
        let Some(mut work) = self.begin_once(update).await? else { return Ok(Settled::Already) };
        let before = match work.variants().first(id, price).await? {
            Some(_) => None,
            None => {
                let goods = work.stockroom().find(id).await?;
                let Some([variant]) = goods.as_ref().map(|goods| goods.variants.as_slice()) else {
                    return Ok(Settled::Impossible);
                };
                let Some(changed) = work.stockroom().set_price(variant.id, price).await? else {
                    return Ok(Settled::Already);
                };
                Some(changed.before)
            }
        };
        let change = (before.map(figure), Some(figure(price)));
        self.finish(work, by, Deed::PriceSet, id, change).await
    }

    /// Sets a text of a product in one language, or takes it away, once per update. [`Settled::Impossible`]: no name would
    /// be left.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn word_product(
        &self,
        id: ProductId,
        (which, lang): (Wording, Lang),
        text: Option<&str>,
        update: UpdateId,
        by: Actor,
    ) -> Result<Settled, StoreError> {
        let Some(mut work) = self.begin_once(update).await? else { return Ok(Settled::Already) };
        let Some(changed) = work.showcase().word(id, which, lang, text).await? else {
            let would_be_nameless = which == Wording::Name && text.is_none();
            return Ok(if would_be_nameless { Settled::Impossible } else { Settled::Already });
        };
        let said = |text: Option<String>| text.map(|text| worded(lang, &text));
        let change = (said(changed.before), said(changed.after));
        self.finish(work, by, Deed::ProductWorded, id, change).await
    }

    /// Puts a product at the end of another category.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn move_product(
        &self,
        id: ProductId,
        category: CategoryId,
        by: Actor,
    ) -> Result<Settled, StoreError> {
        let mut work = self.begin().await?;
        let Some(changed) = work.showcase().move_to(id, category).await? else {
            let is_there = work.catalog().category(category).await?.is_some();
            return Ok(if is_there { Settled::Already } else { Settled::Impossible });
        };
        let mut names = Vec::new();
        for category in [changed.before, changed.after] {
            let found = match category {
                Some(category) => work.catalog().category(category).await?,
                None => None,
            };
            names.push(found.map(|category| category.names.get(self.terms().lang).to_owned()));
        }
        let after = names.pop().flatten();
        self.finish(work, by, Deed::ProductMoved, id, (names.pop().flatten(), after)).await
    }

    /// Where a product stands in its category; `None` for one that is archived or has none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn place_of_product(&self, id: ProductId) -> Result<Option<Place>, StoreError> {
        self.session().await?.showcase().place(id).await
    }

    /// Puts a product at this place of its category, or the last one.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn put_product(&self, id: ProductId, number: u32, by: Actor) -> Result<Settled, StoreError> {
        let mut work = self.begin().await?;
        let Some(changed) = work.showcase().put_at(id, number).await? else { return Ok(Settled::Already) };
        let said = |number: u32| Some(format!("No. {number}"));
        self.finish(work, by, Deed::ProductMoved, id, (said(changed.before), said(changed.after))).await
    }

    /// Publishes, shows, hides, archives a product, or brings it back: if it still is as whoever asks has seen it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn turn_product(
        &self,
        id: ProductId,
        from: Stage,
        to: Stage,
        by: Actor,
    ) -> Result<Turned, StoreError> {
        let mut work = self.begin().await?;
        let turned = work.showcase().turn(id, from, to).await?;
        if turned == Turned::Done {
            let change = (Some(from.as_str().to_owned()), Some(to.as_str().to_owned()));
            self.finish(work, by, Deed::ProductShown, id, change).await?;
        }
        Ok(turned)
    }

    /// Adds a variant that customers do not see yet, with the price of the first one. `asked`: the update whose question
    /// the label answers. `None`: there are as many as there may be.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn add_variant(
        &self,
        id: ProductId,
        asked: UpdateId,
        label: &str,
        by: Actor,
    ) -> Result<Option<Made<SkuId>>, StoreError> {
        let lang = self.terms().lang;
        let mut work = self.begin().await?;
        let made = work.variants().add(id, asked, lang, label).await?;
        if made.is_some_and(|made| made.is_new) {
            let change = (None, Some(worded(lang, label)));
            self.finish(work, by, Deed::VariantChanged, id, change).await?;
        }
        Ok(made)
    }

    /// Sets the label of a variant in one language, or takes it away, once per update.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn label_variant(
        &self,
        sku: SkuId,
        lang: Lang,
        label: Option<&str>,
        update: UpdateId,
        by: Actor,
    ) -> Result<Settled, StoreError> {
        let Some(mut work) = self.begin_once(update).await? else { return Ok(Settled::Already) };
        let Some(changed) = work.variants().label(sku, lang, label).await? else {
            return Ok(Settled::Already);
        };
        let said = |text: Option<String>| text.map(|text| worded(lang, &text));
        let change = (said(changed.before), said(changed.after));
        self.finish(work, by, Deed::VariantChanged, changed.product, change).await
    }

    /// Shows a variant to customers, or hides it.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn show_variant(&self, sku: SkuId, visible: bool, by: Actor) -> Result<Settled, StoreError> {
        let mut work = self.begin().await?;
        let Some(id) = work.variants().show(sku, visible).await? else { return Ok(Settled::Already) };
        let goods = work.stockroom().find(id).await?;
        let variant = goods.and_then(|goods| goods.variants.into_iter().find(|variant| variant.id == sku));
        let name = variant.map_or_else(String::new, |variant| name_of(&variant.options, &variant.code, self));
        let said = |visible| Some(format!("{name}: {}", if visible { "shown" } else { "hidden" }));
        self.finish(work, by, Deed::VariantChanged, id, (said(!visible), said(visible))).await
    }

    /// Writes down what was done to a product, and makes both true.
    pub(super) async fn finish(
        &self,
        work: Box<dyn UnitOfWork>,
        by: Actor,
        deed: Deed,
        id: ProductId,
        change: (Option<String>, Option<String>),
    ) -> Result<Settled, StoreError> {
        self.commit_deed(work, by, deed, Subject::Product(id), change).await?;
        Ok(Settled::Done(id))
    }
}

fn name_of(options: &Texts, code: &str, shop: &Shop) -> String {
    if options.is_empty() { code.to_owned() } else { options.get(shop.terms().lang).to_owned() }
}

/// A text as the audit tells it.
pub(super) fn worded(lang: Lang, text: &str) -> String {
    format!("{lang}: {text}")
}

pub(super) fn figure(money: Money) -> String {
    money.amount().normalize().to_string()
}
