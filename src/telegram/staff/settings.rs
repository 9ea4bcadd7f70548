//! `/settings`: what the staff decide about the shop, and where they decide it.

use super::Hand;
use super::payload::StaffButton;
use super::prompt::{self, Question};
use super::settings_card::{self, Section};
use crate::domain::{Setting, UpdateId, switched};
use crate::services::Decided;
use crate::telegram::errors::Outcome;
use teloxide::types::{CallbackQuery, Message};

/// What the buttons of the settings do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::telegram) enum SettingsDeed {
    /// Show a section; `None`: the list of sections.
    Open(Option<Section>),
    /// Ask for a value.
    Ask(Setting),
    /// The value of the installation again. With the version on the card: whoever presses has seen this one.
    Reset(Setting, i64),
    /// Switch on or off. With the same version.
    Turn(Setting, bool, i64),
    /// The hours of Monday until Friday. With the same version.
    CopyMonday(i64),
    /// The text that this update brought is to hold.
    Use(UpdateId),
    /// It is not.
    Leave(UpdateId),
}

impl SettingsDeed {
    /// As a button carries it.
    pub(super) fn words(self) -> String {
        match self {
            Self::Open(None) => "o".to_owned(),
            Self::Open(Some(section)) => format!("o:{}", section.word()),
            Self::Ask(setting) => format!("q:{}", setting.as_str()),
            Self::Reset(setting, seen) => format!("r:{}:{seen}", setting.as_str()),
            Self::Turn(setting, on, seen) => format!("t:{}:{}:{seen}", setting.as_str(), switched(on)),
            Self::CopyMonday(seen) => format!("w:{seen}"),
            Self::Use(draft) => format!("y:{draft}"),
            Self::Leave(draft) => format!("n:{draft}"),
        }
    }

    /// Reads that.
    pub(super) fn parse(words: &[&str]) -> Option<Self> {
        match words {
            ["o"] => Some(Self::Open(None)),
            ["o", section] => Section::parse(section).map(|section| Self::Open(Some(section))),
            ["q", setting] => Setting::parse(setting).map(Self::Ask),
            ["r", setting, seen] => Some(Self::Reset(Setting::parse(setting)?, seen.parse().ok()?)),
            ["t", setting, to, seen] => {
                let on = [true, false].into_iter().find(|on| switched(*on) == *to)?;
                Some(Self::Turn(Setting::parse(setting)?, on, seen.parse().ok()?))
            }
            ["w", seen] => seen.parse().ok().map(Self::CopyMonday),
            ["y", draft] => draft.parse().ok().map(|draft| Self::Use(UpdateId(draft))),
            ["n", draft] => draft.parse().ok().map(|draft| Self::Leave(UpdateId(draft))),
            _ => None,
        }
    }

    /// The button that does it.
    pub(super) const fn button(self) -> StaffButton {
        StaffButton::Settings(self)
    }
}

/// `/settings`
pub(super) async fn command(hand: &Hand, message: &Message) -> Outcome {
    hand.post(message, settings_card::sections(hand.voice())).await
}

/// A button was pressed.
pub(super) async fn pressed(hand: &Hand, press: &CallbackQuery, deed: SettingsDeed) -> Outcome {
    let by = hand.colleague.actor();
    let (decided, section) = match deed {
        SettingsDeed::Open(section) => {
            hand.release(press).await;
            return show(hand, press, section).await;
        }
        SettingsDeed::Ask(setting) => return ask(hand, press, setting).await,
        SettingsDeed::Reset(setting, seen) => {
            let decided = hand.shop.decide(setting, None, Some(seen), hand.update.id, by).await?;
            (decided, Some(Section::of(setting)))
        }
        SettingsDeed::Turn(setting, on, seen) => {
            let (value, update) = (Some(switched(on)), hand.update.id);
            let decided = hand.shop.decide(setting, value, Some(seen), update, by).await?;
            (decided, Some(Section::of(setting)))
        }
        SettingsDeed::CopyMonday(seen) => {
            (hand.shop.copy_monday(seen, hand.update.id, by).await?, Some(Section::Hours))
        }
        SettingsDeed::Use(draft) => (hand.shop.use_draft(draft, by).await?, None),
        SettingsDeed::Leave(draft) => {
            let left = hand.shop.drop_draft(draft).await?;
            hand.toast(press, if left.is_some() { "staff-setting-left" } else { "staff-done-already" }).await;
            return show(hand, press, left.map(Section::of)).await;
        }
    };
    tracing::info!(?deed, ?decided, user = hand.colleague.id(), "a setting was decided about");
    hand.toast(press, outcome(decided)).await;
    let changed = match decided {
        Decided::Done(setting) => Some(Section::of(setting)),
        Decided::Already | Decided::Overtaken | Decided::NotAValue => section,
    };
    show(hand, press, changed).await
}

const fn outcome(decided: Decided) -> &'static str {
    match decided {
        Decided::Done(_) => "staff-setting-done",
        Decided::Already => "staff-done-already",
        Decided::Overtaken => "staff-setting-overtaken",
        Decided::NotAValue => "staff-setting-no-value",
    }
}

async fn show(hand: &Hand, press: &CallbackQuery, section: Option<Section>) -> Outcome {
    let drawn = match section {
        Some(section) => settings_card::section(section, &*hand.shop.settings().await?, hand.voice()),
        None => settings_card::sections(hand.voice()),
    };
    hand.show(press, drawn).await
}

async fn ask(hand: &Hand, press: &CallbackQuery, setting: Setting) -> Outcome {
    hand.release(press).await;
    let Some(place) = &press.message else { return Ok(()) };
    let name = settings_card::name(setting, hand.voice());
    prompt::ask(hand, (place.chat().id, place.id()), Question::Setting(setting), &name).await
}

/// The question for a value, and the hint in the empty field.
pub(super) const fn texts(setting: Setting) -> (&'static str, &'static str) {
    match setting {
        Setting::ShopName => ("staff-ask-words", "staff-ask-words-hint"),
        Setting::Welcome(_) | Setting::PickupAddress => ("staff-ask-words-or-none", "staff-ask-words-hint"),
        Setting::DeliveryFee => ("staff-ask-amount", "staff-ask-amount-hint"),
        Setting::FreeFrom | Setting::MinimumOrder => ("staff-ask-amount-or-none", "staff-ask-amount-hint"),
        Setting::Zones => ("staff-ask-zones", "staff-ask-zones-hint"),
        Setting::Slots => ("staff-ask-times", "staff-ask-times-hint"),
        Setting::SlotDays => ("staff-ask-days", "staff-ask-days-hint"),
        Setting::ShopPoint => ("staff-ask-point", "staff-ask-point-hint"),
        Setting::Hours(_) => ("staff-ask-hours", "staff-ask-hours-hint"),
        Setting::Holidays => ("staff-ask-holidays", "staff-ask-holidays-hint"),
        Setting::MostOpen | Setting::MostNoShows => ("staff-ask-limit", "staff-ask-limit-hint"),
        Setting::QuietHours => ("staff-ask-quiet", "staff-ask-quiet-hint"),
        Setting::ReminderAfter => ("staff-ask-hours-left", "staff-ask-hours-left-hint"),
        // Their buttons switch them; nobody is asked.
        Setting::OutsideHours
        | Setting::Paused
        | Setting::VerifiedPhone
        | Setting::CartReminder
        | Setting::RestockNews => ("staff-ask-words", "staff-ask-words-hint"),
    }
}

/// What is told of an answer that is no value, with an example.
const fn refusal(setting: Setting) -> &'static str {
    match setting {
        Setting::ShopName | Setting::Welcome(_) | Setting::PickupAddress => "staff-words-refused",
        Setting::DeliveryFee | Setting::FreeFrom | Setting::MinimumOrder => "staff-amount-refused",
        Setting::Zones => "staff-zones-refused",
        Setting::Slots => "staff-times-refused",
        Setting::SlotDays => "staff-days-refused",
        Setting::ShopPoint => "staff-point-refused",
        Setting::Hours(_) => "staff-hours-refused",
        Setting::Holidays => "staff-holidays-refused",
        Setting::MostOpen | Setting::MostNoShows => "staff-limit-refused",
        Setting::QuietHours => "staff-quiet-refused",
        Setting::ReminderAfter => "staff-hours-left-refused",
        Setting::OutsideHours
        | Setting::Paused
        | Setting::VerifiedPhone
        | Setting::CartReminder
        | Setting::RestockNews => "staff-setting-no-value",
    }
}

/// Somebody answered with a value. What customers read is looked at first.
pub(super) async fn answered(hand: &Hand, message: &Message, setting: Setting) -> Outcome {
    let point = message.location().filter(|_| setting == Setting::ShopPoint);
    let point = point.map(|point| format!("{:.6}, {:.6}", point.latitude, point.longitude));
    let Some(typed) = message.text().or(point.as_deref()) else {
        return hand.say(message, refusal(setting)).await;
    };
    let update = hand.update.id;
    if setting.is_text() {
        return match hand.shop.draft_setting(setting, typed, update).await? {
            Some(drafted) => hand.post(message, settings_card::preview(hand, setting, drafted)).await,
            None => hand.say(message, refusal(setting)).await,
        };
    }
    match hand.shop.decide(setting, Some(typed), None, update, hand.colleague.actor()).await? {
        Decided::NotAValue => hand.say(message, refusal(setting)).await,
        Decided::Done(_) | Decided::Already | Decided::Overtaken => {
            // The names and amounts that hand read before are of yesterday now.
            let current = hand.shop.settings().await?;
            hand.post(message, settings_card::section(Section::of(setting), &current, hand.voice())).await
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::telegram::staff::payload::{decode, encode};

    #[test]
    fn every_button_of_the_settings_survives_and_fits() {
        let opens = Section::ALL.map(|section| SettingsDeed::Open(Some(section)));
        let of_settings =
            Setting::ALL.map(|setting| [SettingsDeed::Ask(setting), SettingsDeed::Reset(setting, i64::MAX)]);
        let switches = [true, false].map(|on| SettingsDeed::Turn(Setting::OutsideHours, on, i64::MAX));
        let drafts = [SettingsDeed::Use(UpdateId(i64::MAX)), SettingsDeed::Leave(UpdateId(i64::MAX))];
        let all = opens
            .into_iter()
            .chain(of_settings.concat())
            .chain(drafts)
            .chain(switches)
            .chain([SettingsDeed::CopyMonday(i64::MAX)])
            .chain([SettingsDeed::Open(None)]);
        for deed in all {
            let payload = encode(&deed.button());
            assert!(payload.len() <= 64, "{payload}");
            assert_eq!(decode(&payload), Some(deed.button()));
        }
    }
}
