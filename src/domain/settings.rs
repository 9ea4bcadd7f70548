//! What the staff can decide about the shop while it is open. Each setting is a name and a text: the same text is typed,
//! stored, and told in the audit, and one rule reads it.

use super::{Currency, DeliveryTerms, Lang, Money, Texts, price_of};

/// The most characters of the shop's name, of the pickup address and of a welcome text.
const NAME: usize = 64;
const PLACE: usize = 200;
const WELCOME: usize = 1000;

/// Something that can be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Setting {
    /// The name customers see.
    ShopName,
    /// What the start screen says to those who read this language.
    Welcome(Lang),
    /// What one delivery costs.
    DeliveryFee,
    /// From which sum of goods on delivery is free.
    FreeFrom,
    /// The least sum of goods.
    MinimumOrder,
    /// Where orders can be picked up.
    PickupAddress,
}

impl Setting {
    /// Every setting.
    pub const ALL: [Self; 9] = [
        Self::ShopName,
        Self::Welcome(Lang::En),
        Self::Welcome(Lang::Ru),
        Self::Welcome(Lang::Es),
        Self::Welcome(Lang::De),
        Self::DeliveryFee,
        Self::FreeFrom,
        Self::MinimumOrder,
        Self::PickupAddress,
    ];

    /// The word in the database, in links and on buttons: letters and underscores, at most 24 of them.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ShopName => "shop_name",
            Self::Welcome(Lang::En) => "welcome_en",
            Self::Welcome(Lang::Ru) => "welcome_ru",
            Self::Welcome(Lang::Es) => "welcome_es",
            Self::Welcome(Lang::De) => "welcome_de",
            Self::DeliveryFee => "delivery_fee",
            Self::FreeFrom => "delivery_free_from",
            Self::MinimumOrder => "minimum_order",
            Self::PickupAddress => "pickup_address",
        }
    }

    /// Reads that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|setting| setting.as_str() == word)
    }

    /// True for words that customers read: they are looked at before they hold.
    #[must_use]
    pub const fn is_text(self) -> bool {
        matches!(self, Self::ShopName | Self::Welcome(_) | Self::PickupAddress)
    }
}

/// The text is no value of this setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a value of this setting")]
pub struct NotAValue;

/// All settings as they hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShopSettings {
    /// The currency of amounts. Only the installation decides about it.
    pub currency: Currency,
    /// The name customers see.
    pub name: String,
    /// Fee, minimum order, pickup.
    pub delivery: DeliveryTerms,
    /// What the start screen says, in the languages that have a text of the shop's own.
    pub welcome: Texts,
}

impl ShopSettings {
    /// Those of the installation.
    #[must_use]
    pub fn of(name: String, delivery: DeliveryTerms, currency: Currency) -> Self {
        Self { currency, name, delivery, welcome: Texts::default() }
    }

    /// Sets one, as somebody typed it or as it was stored. An empty text or a dash is "none", where there can be none.
    ///
    /// # Errors
    /// [`NotAValue`]; then nothing is changed.
    pub fn set(&mut self, setting: Setting, typed: &str) -> Result<(), NotAValue> {
        let typed = match typed.trim() {
            "-" | "–" | "—" => "",
            words => words,
        };
        match setting {
            Setting::ShopName => self.name = words(&one_line(typed), NAME)?,
            Setting::Welcome(lang) if typed.is_empty() => self.welcome.set(lang, ""),
            Setting::Welcome(lang) => self.welcome.set(lang, &words(typed, WELCOME)?),
            Setting::DeliveryFee => self.delivery.fee = self.amount(typed)?.unwrap_or_default(),
            Setting::FreeFrom => self.delivery.free_from = self.amount(typed)?,
            Setting::MinimumOrder => self.delivery.minimum_order = self.amount(typed)?,
            Setting::PickupAddress if typed.is_empty() => self.delivery.pickup_at = None,
            Setting::PickupAddress => self.delivery.pickup_at = Some(words(typed, PLACE)?),
        }
        Ok(())
    }

    /// One of them as a text that [`set`](Self::set) reads; empty for "none".
    #[must_use]
    pub fn text(&self, setting: Setting) -> String {
        let amount = |money: Option<Money>| {
            money.map_or_else(String::new, |money| money.amount().normalize().to_string())
        };
        match setting {
            Setting::ShopName => self.name.clone(),
            Setting::Welcome(lang) => self.welcome.exact(lang).unwrap_or_default().to_owned(),
            Setting::DeliveryFee => amount(Some(self.delivery.fee)),
            Setting::FreeFrom => amount(self.delivery.free_from),
            Setting::MinimumOrder => amount(self.delivery.minimum_order),
            Setting::PickupAddress => self.delivery.pickup_at.clone().unwrap_or_default(),
        }
    }

    fn amount(&self, typed: &str) -> Result<Option<Money>, NotAValue> {
        if typed.is_empty() {
            return Ok(None);
        }
        price_of(typed, self.currency).map(Some).ok_or(NotAValue)
    }
}

fn one_line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without control characters, and neither empty nor too long.
fn words(typed: &str, most: usize) -> Result<String, NotAValue> {
    let clean: String = typed.trim().chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    if (1..=most).contains(&clean.chars().count()) { Ok(clean) } else { Err(NotAValue) }
}

#[cfg(test)]
#[path = "settings_tests.rs"]
mod tests;
