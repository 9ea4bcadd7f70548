//! What the staff can decide about the shop while it is open. Each setting is a name and a text: the same text is typed,
//! stored, and told in the audit, and one rule reads it.

use super::order_guard::{limit, limit_text};
use super::typed::{one_line, switch, switched, words};
use super::{
    CheckoutRefusal, Currency, DeliveryTerms, Door, Lang, Money, OrderGuard, Outreach, QuietHours, Slots,
    Texts, Timetable, Zones, price_of,
};
use chrono::{DateTime, Utc, Weekday};
use chrono_tz::Tz;

/// The most characters of the shop's name, of the pickup address and of a welcome text.
const NAME: usize = 64;
const PLACE: usize = 200;
const WELCOME: usize = 1000;

/// Something that can be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
    /// Where the shop delivers to, with fees.
    Zones,
    /// Where the shop is on the map.
    ShopPoint,
    /// At which times of the day orders are brought.
    Slots,
    /// For how many days ahead customers choose one.
    SlotDays,
    /// When somebody works on this weekday.
    Hours(Weekday),
    /// Days on which nobody works.
    Holidays,
    /// Whether orders are taken while nobody works.
    OutsideHours,
    /// Whether the shop takes no orders until further notice.
    Paused,
    /// How many unpaid orders of one customer may be open.
    MostOpen,
    /// Whether the phone number must be that of the customer's own Telegram account.
    VerifiedPhone,
    /// From how many orders on that a customer did not collect no more are taken.
    MostNoShows,
    /// When nothing goes to many customers.
    QuietHours,
    /// Whether customers are reminded of a cart that they left behind.
    CartReminder,
    /// After how many hours.
    ReminderAfter,
    /// Whether customers can ask to be told when something is back.
    RestockNews,
}

impl Setting {
    /// Every setting.
    pub const ALL: [Self; 30] = [
        Self::ShopName,
        Self::Welcome(Lang::En),
        Self::Welcome(Lang::Ru),
        Self::Welcome(Lang::Es),
        Self::Welcome(Lang::De),
        Self::DeliveryFee,
        Self::FreeFrom,
        Self::MinimumOrder,
        Self::PickupAddress,
        Self::Zones,
        Self::ShopPoint,
        Self::Slots,
        Self::SlotDays,
        Self::Hours(Weekday::Mon),
        Self::Hours(Weekday::Tue),
        Self::Hours(Weekday::Wed),
        Self::Hours(Weekday::Thu),
        Self::Hours(Weekday::Fri),
        Self::Hours(Weekday::Sat),
        Self::Hours(Weekday::Sun),
        Self::Holidays,
        Self::OutsideHours,
        Self::Paused,
        Self::MostOpen,
        Self::VerifiedPhone,
        Self::MostNoShows,
        Self::QuietHours,
        Self::CartReminder,
        Self::ReminderAfter,
        Self::RestockNews,
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
            Self::Zones => "delivery_zones",
            Self::ShopPoint => "shop_point",
            Self::Slots => "delivery_times",
            Self::SlotDays => "delivery_days",
            Self::Hours(Weekday::Mon) => "hours_mon",
            Self::Hours(Weekday::Tue) => "hours_tue",
            Self::Hours(Weekday::Wed) => "hours_wed",
            Self::Hours(Weekday::Thu) => "hours_thu",
            Self::Hours(Weekday::Fri) => "hours_fri",
            Self::Hours(Weekday::Sat) => "hours_sat",
            Self::Hours(Weekday::Sun) => "hours_sun",
            Self::Holidays => "holidays",
            Self::OutsideHours => "orders_outside_hours",
            Self::Paused => "paused",
            Self::MostOpen => "most_open_orders",
            Self::VerifiedPhone => "verified_phone",
            Self::MostNoShows => "most_no_shows",
            Self::QuietHours => "quiet_hours",
            Self::CartReminder => "cart_reminder",
            Self::ReminderAfter => "cart_reminder_after",
            Self::RestockNews => "restock_news",
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
    /// Where the shop delivers to.
    pub zones: Zones,
    /// When orders are brought.
    pub slots: Slots,
    /// When somebody works.
    pub hours: Timetable,
    /// Whether orders are taken while nobody works.
    pub outside_hours: bool,
    /// No orders until further notice.
    pub paused: bool,
    /// Whose orders are taken.
    pub guard: OrderGuard,
    /// Messages that nobody waits for.
    pub outreach: Outreach,
}

impl ShopSettings {
    /// Those of the installation.
    #[must_use]
    pub fn of(name: String, delivery: DeliveryTerms, currency: Currency) -> Self {
        Self {
            currency,
            name,
            delivery,
            welcome: Texts::default(),
            zones: Zones::default(),
            slots: Slots::default(),
            hours: Timetable::default(),
            outside_hours: true,
            paused: false,
            guard: OrderGuard::default(),
            outreach: Outreach::default(),
        }
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
            Setting::Zones => self.zones.set(typed, self.currency)?,
            Setting::ShopPoint => self.zones.set_shop(typed)?,
            Setting::Slots => self.slots.set(typed)?,
            Setting::SlotDays => self.slots.set_days(typed)?,
            Setting::Hours(day) => self.hours.set_day(day, typed)?,
            Setting::Holidays => self.hours.set_holidays(typed)?,
            Setting::OutsideHours => self.outside_hours = switch(typed)?,
            Setting::Paused => self.paused = switch(typed)?,
            Setting::MostOpen => self.guard.most_open = limit(typed)?,
            Setting::VerifiedPhone => self.guard.verified_phone = switch(typed)?,
            Setting::MostNoShows => self.guard.most_no_shows = limit(typed)?,
            Setting::QuietHours => self.outreach.quiet = QuietHours::parse(typed)?,
            Setting::CartReminder => self.outreach.cart_reminder = switch(typed)?,
            Setting::ReminderAfter => self.outreach.set_hours(typed)?,
            Setting::RestockNews => self.outreach.restock_news = switch(typed)?,
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
            Setting::Zones => self.zones.text(),
            Setting::ShopPoint => self.zones.shop(),
            Setting::Slots => self.slots.text(),
            Setting::SlotDays => self.slots.days(),
            Setting::Hours(day) => self.hours.day(day),
            Setting::Holidays => self.hours.holidays(),
            Setting::OutsideHours => switched(self.outside_hours).to_owned(),
            Setting::Paused => switched(self.paused).to_owned(),
            Setting::MostOpen => limit_text(self.guard.most_open),
            Setting::VerifiedPhone => switched(self.guard.verified_phone).to_owned(),
            Setting::MostNoShows => limit_text(self.guard.most_no_shows),
            Setting::QuietHours => self.outreach.quiet.text(),
            Setting::CartReminder => switched(self.outreach.cart_reminder).to_owned(),
            Setting::ReminderAfter => self.outreach.reminder_after.to_string(),
            Setting::RestockNews => switched(self.outreach.restock_news).to_owned(),
        }
    }

    /// Whether somebody works in the shop now.
    #[must_use]
    pub fn door(&self, now: DateTime<Utc>, timezone: Tz) -> Door {
        if self.paused { Door::Paused } else { self.hours.door(now, timezone) }
    }

    /// Does the shop take orders now?
    ///
    /// # Errors
    /// Why it does not.
    pub fn takes_orders(&self, now: DateTime<Utc>, timezone: Tz) -> Result<(), CheckoutRefusal> {
        match self.door(now, timezone) {
            Door::Paused => Err(CheckoutRefusal::Paused),
            Door::OpensAt(opens) if !self.outside_hours => Err(CheckoutRefusal::Closed { opens }),
            Door::OpensAt(_) | Door::Open => Ok(()),
        }
    }

    fn amount(&self, typed: &str) -> Result<Option<Money>, NotAValue> {
        if typed.is_empty() {
            return Ok(None);
        }
        price_of(typed, self.currency).map(Some).ok_or(NotAValue)
    }
}

#[cfg(test)]
#[path = "settings_tests.rs"]
mod tests;
