use super::*;
use proptest::prelude::*;

fn settings() -> ShopSettings {
    ShopSettings::of("Shop".into(), DeliveryTerms::default(), Currency::parse("EUR").unwrap())
}

/// A value that is right, and how it is kept.
const RIGHT: [(Setting, &str, &str); 32] = [
    (Setting::ShopName, " Slow \n Kettle ", "Slow Kettle"),
    (Setting::Welcome(Lang::De), "Hallo!\n\nSchön, dass du da bist. ", "Hallo!\n\nSchön, dass du da bist."),
    (Setting::Welcome(Lang::En), "-", ""),
    (Setting::DeliveryFee, "4,90", "4.9"),
    (Setting::DeliveryFee, "-", "0"),
    (Setting::DeliveryFee, "0", "0"),
    (Setting::FreeFrom, "50", "50"),
    (Setting::FreeFrom, "—", ""),
    (Setting::MinimumOrder, "15.00", "15"),
    (Setting::MinimumOrder, "", ""),
    (Setting::PickupAddress, "12 Market Street\u{7}", "12 Market Street"),
    (Setting::PickupAddress, "-", ""),
    (Setting::Hours(Weekday::Mon), "10-14, 17–20", "10:00-14:00, 17:00-20:00"),
    (Setting::Hours(Weekday::Sun), "-", ""),
    (Setting::Holidays, "25.12.2026", "2026-12-25"),
    (Setting::OutsideHours, "off", "off"),
    (Setting::Paused, "on", "on"),
    (Setting::Zones, "Centre = 3,90 / 5km\n\nIsland = 9", "Centre = 3.9 / 5 km\nIsland = 9"),
    (Setting::Zones, "-", ""),
    (Setting::ShopPoint, "52.52,13.40", "52.520000, 13.400000"),
    (Setting::Slots, "10-12 = 8\n18-20 = 5", "10:00-12:00 = 8\n18:00-20:00 = 5"),
    (Setting::Slots, "-", ""),
    (Setting::SlotDays, "3", "3"),
    (Setting::MostOpen, "3", "3"),
    (Setting::MostOpen, "0", ""),
    (Setting::MostNoShows, "-", ""),
    (Setting::VerifiedPhone, "on", "on"),
    (Setting::QuietHours, "21-9", "21:00-09:00"),
    (Setting::QuietHours, "-", ""),
    (Setting::CartReminder, "on", "on"),
    (Setting::ReminderAfter, " 48 ", "48"),
    (Setting::RestockNews, "off", "off"),
];

#[test]
fn what_is_typed_is_kept_in_one_form() {
    for (setting, typed, kept) in RIGHT {
        let mut settings = settings();
        settings.set(setting, typed).unwrap();
        assert_eq!(settings.text(setting), kept, "{setting:?} {typed:?}");
    }
}

#[test]
fn what_is_no_value_changes_nothing() {
    let long = "x".repeat(WELCOME + 1);
    for (setting, typed) in [
        (Setting::ShopName, "-"),
        (Setting::ShopName, &long[..=NAME]),
        (Setting::Welcome(Lang::Ru), &long),
        (Setting::DeliveryFee, "free"),
        (Setting::DeliveryFee, "-1"),
        (Setting::DeliveryFee, "4.905"),
        (Setting::FreeFrom, "50 €"),
        (Setting::MinimumOrder, "fifteen"),
        (Setting::PickupAddress, &long[..=PLACE]),
        (Setting::Hours(Weekday::Mon), "always"),
        (Setting::Holidays, "christmas"),
        (Setting::OutsideHours, ""),
        (Setting::Paused, "yes"),
        (Setting::Zones, "Centre"),
        (Setting::ShopPoint, "Berlin"),
        (Setting::Slots, "10-12"),
        (Setting::SlotDays, "0"),
        (Setting::MostOpen, "100"),
        (Setting::MostNoShows, "two"),
        (Setting::VerifiedPhone, "yes"),
        (Setting::QuietHours, "0-24"),
        (Setting::CartReminder, "yes"),
        (Setting::ReminderAfter, "169"),
        (Setting::ReminderAfter, "0"),
        (Setting::RestockNews, "1"),
    ] {
        let mut changed = settings();
        assert_eq!(changed.set(setting, typed), Err(NotAValue), "{setting:?} {typed:?}");
        assert_eq!(changed, settings(), "{setting:?} {typed:?}");
    }
}

#[test]
fn every_setting_survives_the_database_and_its_button() {
    for setting in Setting::ALL {
        let word = setting.as_str();
        assert_eq!(Setting::parse(word), Some(setting));
        assert!(
            word.len() <= 24 && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'),
            "{word}"
        );
    }
}

proptest! {
    #[test]
    fn what_is_read_is_read_again_as_the_same(index in 0..Setting::ALL.len(), typed in "[ -~\\n€ж]{0,40}") {
        let setting = Setting::ALL[index];
        let mut once = settings();
        if once.set(setting, &typed).is_ok() {
            let mut twice = settings();
            twice.set(setting, &once.text(setting)).unwrap();
            prop_assert_eq!(once, twice);
        }
    }
}
