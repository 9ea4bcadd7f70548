//! What the staff see of the settings: the sections, one section with its values, a text before it holds.

use super::payload::encode;
use super::settings::SettingsDeed;
use super::{Card, Hand};
use crate::domain::{Lang, Setting, ShopSettings, Span};
use crate::services::CurrentSettings;
use crate::telegram::format::{Storefront, Voice};
use crate::telegram::html::Html;
use crate::telegram::screen::greeting;
use crate::telegram::texts::phrases;
use std::sync::Arc;
use teloxide::types::InlineKeyboardButton;

/// Characters of a value on a button.
const BUTTON_WIDTH: usize = 28;

/// Settings that belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum Section {
    /// Name and welcome.
    Shop,
    /// Fees, the minimum order, pickup.
    Delivery,
    /// Where the shop delivers to.
    Zones,
    /// When orders are brought.
    Times,
    /// When somebody works, and whether orders are taken.
    Hours,
    /// Whose orders are taken.
    Safety,
    /// Messages that nobody waits for.
    Messages,
}

impl Section {
    /// Every section, in the order of the list.
    pub(super) const ALL: [Self; 7] =
        [Self::Shop, Self::Delivery, Self::Zones, Self::Times, Self::Hours, Self::Safety, Self::Messages];

    /// The section of a setting.
    pub(super) const fn of(setting: Setting) -> Self {
        match setting {
            Setting::ShopName | Setting::Welcome(_) => Self::Shop,
            Setting::DeliveryFee | Setting::FreeFrom | Setting::MinimumOrder | Setting::PickupAddress => {
                Self::Delivery
            }
            Setting::Zones | Setting::ShopPoint => Self::Zones,
            Setting::Slots | Setting::SlotDays => Self::Times,
            Setting::Hours(_) | Setting::Holidays | Setting::OutsideHours | Setting::Paused => Self::Hours,
            Setting::MostOpen | Setting::VerifiedPhone | Setting::MostNoShows => Self::Safety,
            Setting::QuietHours | Setting::CartReminder | Setting::ReminderAfter | Setting::RestockNews => {
                Self::Messages
            }
        }
    }

    /// The word on a button, for ever.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Shop => "shop",
            Self::Delivery => "delivery",
            Self::Zones => "zones",
            Self::Times => "times",
            Self::Hours => "hours",
            Self::Safety => "safety",
            Self::Messages => "messages",
        }
    }

    /// Reads that.
    pub(super) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.word() == word)
    }

    /// Its name, and what it is about.
    const fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Shop => ("staff-section-shop", "staff-section-shop-about"),
            Self::Delivery => ("staff-section-delivery", "staff-section-delivery-about"),
            Self::Zones => ("staff-section-zones", "staff-section-zones-about"),
            Self::Times => ("staff-section-times", "staff-section-times-about"),
            Self::Hours => ("staff-section-hours", "staff-section-hours-about"),
            Self::Safety => ("staff-section-safety", "staff-section-safety-about"),
            Self::Messages => ("staff-section-messages", "staff-section-messages-about"),
        }
    }
}

/// Draws the list of sections.
pub(super) fn sections(voice: Voice<'_>) -> Card {
    let rows = Section::ALL
        .map(|section| vec![button(voice.label(section.texts().0), SettingsDeed::Open(Some(section)))]);
    let text = voice.say("staff-settings").paragraph(voice.say("staff-settings-about"));
    Card::new(text, rows)
}

/// Draws a section: each button names a setting with its value, and asks for another one. What was decided here can be
/// put back to what the installation says.
pub(super) fn section(section: Section, current: &CurrentSettings, voice: Voice<'_>) -> Card {
    let (name_of, about) = section.texts();
    let text = Html::trusted(format!("<b>{}</b>", voice.say(name_of))).paragraph(voice.say(about));
    let lists = match section {
        Section::Zones => Html::escaped(&current.zones.text()),
        Section::Times => Html::escaped(&current.slots.text()),
        Section::Shop | Section::Delivery | Section::Hours | Section::Safety | Section::Messages => {
            Html::default()
        }
    };
    let all = Setting::ALL.into_iter().filter(|setting| Section::of(*setting) == section);
    let mut rows: Vec<Vec<_>> = all
        .map(|setting| {
            let label = format!("{}: {}", name(setting, voice), value(setting, current, voice));
            let reset = current.decided.contains(&setting).then(|| {
                button(voice.label("staff-setting-reset"), SettingsDeed::Reset(setting, current.version))
            });
            [button(label, press(setting, current))].into_iter().chain(reset).collect()
        })
        .collect();
    if section == Section::Hours {
        let copy =
            button(voice.label("staff-setting-copy-monday"), SettingsDeed::CopyMonday(current.version));
        rows.insert(1, vec![copy]);
    }
    rows.push(vec![button(voice.label("staff-settings-back"), SettingsDeed::Open(None))]);
    let text = text.paragraph(lists);
    Card::new(text, rows)
}

/// What the button of a setting does: it turns a switch, and asks for anything else.
fn press(setting: Setting, current: &CurrentSettings) -> SettingsDeed {
    match setting {
        Setting::Paused => SettingsDeed::Turn(setting, !current.paused, current.version),
        Setting::OutsideHours => SettingsDeed::Turn(setting, !current.outside_hours, current.version),
        Setting::CartReminder => {
            SettingsDeed::Turn(setting, !current.outreach.cart_reminder, current.version)
        }
        Setting::RestockNews => SettingsDeed::Turn(setting, !current.outreach.restock_news, current.version),
        Setting::VerifiedPhone => SettingsDeed::Turn(setting, !current.guard.verified_phone, current.version),
        _ => SettingsDeed::Ask(setting),
    }
}

/// The name of a setting.
pub(super) fn name(setting: Setting, voice: Voice<'_>) -> String {
    let id = match setting {
        Setting::ShopName => "staff-setting-shop-name",
        Setting::Welcome(lang) => {
            let language = phrases(lang).plain("language-name", &[]);
            return voice.label_with("staff-setting-welcome", [("language", language.into())]);
        }
        Setting::DeliveryFee => "staff-setting-fee",
        Setting::FreeFrom => "staff-setting-free-from",
        Setting::MinimumOrder => "staff-setting-minimum",
        Setting::PickupAddress => "staff-setting-pickup",
        Setting::Zones => "staff-setting-zones",
        Setting::ShopPoint => "staff-setting-point",
        Setting::Slots => "staff-setting-times",
        Setting::SlotDays => "staff-setting-days",
        Setting::Hours(day) => return voice.weekday(day),
        Setting::Holidays => "staff-setting-holidays",
        Setting::OutsideHours => "staff-setting-outside",
        Setting::Paused => "staff-setting-paused",
        Setting::MostOpen => "staff-setting-most-open",
        Setting::VerifiedPhone => "staff-setting-verified-phone",
        Setting::MostNoShows => "staff-setting-no-shows",
        Setting::QuietHours => "staff-setting-quiet",
        Setting::CartReminder => "staff-setting-cart-reminder",
        Setting::ReminderAfter => "staff-setting-reminder-after",
        Setting::RestockNews => "staff-setting-restock-news",
    };
    voice.label(id)
}

/// The value of a setting on its button.
fn value(setting: Setting, settings: &ShopSettings, voice: Voice<'_>) -> String {
    let delivery = &settings.delivery;
    let money = match setting {
        Setting::DeliveryFee => Some(delivery.fee),
        Setting::FreeFrom => delivery.free_from,
        Setting::MinimumOrder => delivery.minimum_order,
        _ => None,
    };
    let words = money.map_or_else(|| settings.text(setting), |money| voice.money(money));
    let known = match (setting, words.as_str()) {
        (Setting::Hours(_), "") => Some("staff-setting-closed"),
        (Setting::Hours(_), words) if words == Span::DAY.to_string() => Some("staff-setting-all-day"),
        (
            Setting::OutsideHours
            | Setting::Paused
            | Setting::VerifiedPhone
            | Setting::CartReminder
            | Setting::RestockNews,
            words,
        ) => switch_text(words),
        (Setting::MostOpen | Setting::MostNoShows, "") => Some("staff-setting-no-limit"),
        _ => None,
    };
    known.map_or_else(|| short(&words, BUTTON_WIDTH), |text| voice.label(text))
}

/// The text of a switch, as people say it.
pub(super) fn switch_text(words: &str) -> Option<&'static str> {
    match words {
        "on" => Some("staff-setting-yes"),
        "off" => Some("staff-setting-no"),
        _ => None,
    }
}

/// A value in one line of at most this width; a dash for none.
pub(super) fn short(words: &str, width: usize) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.chars().count() {
        0 => "—".to_owned(),
        count if count <= width => line,
        _ => line.chars().take(width - 1).chain(['…']).collect(),
    }
}

/// Draws what customers would read, as they would, with the choice to let it hold.
pub(super) fn preview(hand: &Hand, setting: Setting, drafted: ShopSettings) -> Card {
    let voice = hand.voice();
    let drafted = Storefront { settings: Arc::new(drafted), ..voice.shop.clone() };
    let reader = |lang: Lang| Voice { lang, shop: &drafted };
    let seen = match setting {
        Setting::Welcome(lang) => greeting(reader(lang), hand.colleague.name()),
        Setting::PickupAddress => match &drafted.settings.delivery.pickup_at {
            Some(place) => voice.tell("method-pickup", [("place", place.as_str().into())]),
            None => voice.say("staff-setting-no-pickup"),
        },
        _ => greeting(reader(voice.lang), hand.colleague.name()),
    };
    let text = voice.tell("staff-setting-preview", [("name", name(setting, voice).into())]).paragraph(seen);
    let draft = hand.update.id;
    let row = [
        button(voice.label("staff-setting-use"), SettingsDeed::Use(draft)),
        button(voice.label("staff-setting-leave"), SettingsDeed::Leave(draft)),
    ];
    Card::new(text, [row])
}

fn button(label: String, deed: SettingsDeed) -> InlineKeyboardButton {
    InlineKeyboardButton::callback(label, encode(&deed.button()))
}
