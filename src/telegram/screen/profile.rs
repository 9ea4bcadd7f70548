//! The profile, the language, erasing everything.

use super::{Key, Keyboard, Loaded, Screen, checkout, key};
use crate::dialogue::Button;
use crate::domain::{Bounded, Customer, Lang, Money};
use crate::telegram::format::Voice;
use crate::telegram::html::Html;
use crate::telegram::texts::phrases;

pub(super) fn profile(voice: Voice<'_>, customer: &Customer, loaded: &Loaded) -> Screen {
    let phone = customer
        .phone
        .as_ref()
        .map_or_else(|| voice.label("profile-no-phone"), |phone| phone.as_str().into());
    let mut text = voice
        .say("profile-title")
        .paragraph(voice.tell("detail-name", [("name", customer.name.as_str().into())]))
        .line(voice.tell("detail-phone", [("phone", phone.into())]))
        .line(voice.tell("profile-language", [("language", voice.label("language-name").into())]));
    if customer.balance > Money::ZERO {
        text = text.line(voice.tell("profile-credit", [("sum", voice.money(customer.balance).into())]));
    }
    let saved = match loaded {
        Loaded::Addresses(saved) => saved.as_slice(),
        _ => &[],
    };
    let mut rows: Vec<Vec<Key>> = vec![
        vec![
            voice.key("button-edit-name", Button::EditName),
            voice.key("button-edit-phone", Button::EditPhone),
        ],
        vec![
            voice.key("button-languages", Button::Languages),
            voice.key("button-notifications", Button::Notifications),
        ],
    ];
    if !saved.is_empty() {
        text = text.paragraph(voice.say("profile-addresses"));
    }
    rows.extend(saved.iter().map(|saved| {
        let label = format!("✕ {}", checkout::short(saved.address.as_str()));
        vec![key(label, Button::RemoveAddress(saved.id))]
    }));
    rows.push(vec![voice.key("button-delete-me", Button::DeleteMe), voice.key("button-home", Button::Home)]);
    Screen::new(text, rows)
}

pub(super) fn new_name(voice: Voice<'_>, customer: &Customer) -> Screen {
    let text = voice.tell("ask-new-name", [("name", customer.name.as_str().into())]);
    Screen::new(text, vec![vec![voice.key("button-back", Button::Profile)]])
}

pub(super) fn new_phone(voice: Voice<'_>) -> Screen {
    let keyboard = Keyboard::Contact(voice.label("button-share-phone"), vec![voice.label("button-back")]);
    Screen { keyboard, ..Screen::new(voice.say("ask-phone"), Vec::new()) }
}

pub(super) fn languages(voice: Voice<'_>) -> Screen {
    let mut rows: Vec<Vec<Key>> = Lang::ALL
        .map(|lang| {
            let mark = if lang == voice.lang { "✓ " } else { "" };
            vec![key(format!("{mark}{}", phrases(lang).plain("language-name", &[])), Button::Language(lang))]
        })
        .to_vec();
    rows.push(vec![voice.key("button-home", Button::Home)]);
    Screen::new(voice.say("languages-title"), rows)
}

pub(super) fn notifications(voice: Voice<'_>, customer: &Customer) -> Screen {
    let (text, button) = if customer.wants_broadcasts {
        ("notifications-on", "button-notifications-off")
    } else {
        ("notifications-off", "button-notifications-on")
    };
    let switch = voice.key(button, Button::SetBroadcasts(!customer.wants_broadcasts));
    Screen::new(voice.say(text), vec![vec![switch], vec![voice.key("button-home", Button::Home)]])
}

pub(super) fn delete_me(voice: Voice<'_>, customer: &Customer) -> Screen {
    let lost = match customer.balance.is_zero() {
        true => Html::default(),
        false => voice.tell("delete-credit", [("sum", voice.money(customer.balance).into())]),
    };
    let rows = vec![
        vec![voice.key("button-delete-yes", Button::DeleteMeYes)],
        vec![voice.key("button-delete-no", Button::Profile)],
    ];
    Screen::new(voice.say("delete-ask").paragraph(lost), rows)
}
