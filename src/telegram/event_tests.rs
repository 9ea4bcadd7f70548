use super::*;
use crate::dialogue::Button;
use serde_json::{Value, json};

fn told(message: Value) -> Option<Event> {
    let mut whole = json!({
        "message_id": 5, "date": 1_700_000_000,
        "chat": { "id": 7, "type": "private", "first_name": "Ada" },
        "from": { "id": 7, "is_bot": false, "first_name": "Ada" },
    });
    whole.as_object_mut().unwrap().extend(message.as_object().unwrap().clone());
    let update = json!({ "update_id": 1, "message": whole }).to_string();
    event(&serde_json::from_str(&update).unwrap(), "shop_bot")
}

fn typed(text: &str) -> Event {
    told(json!({ "text": text })).unwrap()
}

#[test]
fn commands_are_read_in_every_form_people_send() {
    assert_eq!(typed("/cart"), Event::Command(Command::Cart));
    assert_eq!(typed("/cart@shop_bot"), Event::Command(Command::Cart));
    assert_eq!(typed("/cart please"), Event::Command(Command::Cart));
    assert_eq!(typed("/notifications"), Event::Command(Command::Notifications));
    assert_eq!(typed("/delete_me"), Event::Command(Command::DeleteMe));
    assert_eq!(typed("/start"), Event::Command(Command::Start(None)));
    assert_eq!(typed("/frobnicate"), Event::Command(Command::Unknown));
    assert_eq!(typed("/"), Event::Command(Command::Unknown));
}

#[test]
fn links_lead_to_products_and_promos() {
    let start = |link| Event::Command(Command::Start(Some(link)));
    assert_eq!(typed("/start p_12"), start(DeepLink::Product(ProductId(12))));
    let code = PromoCode::parse("WELCOME10").unwrap();
    assert_eq!(typed("/start promo_welcome10"), start(DeepLink::Promo(code)));
    let slip = format!("/start o_{}", uuid::Uuid::from_u128(7).simple());
    assert_eq!(typed(&slip), start(DeepLink::Order(OrderId(uuid::Uuid::from_u128(7)))));
    assert_eq!(typed("/start o_12"), start(DeepLink::Unknown));
    assert_eq!(typed("/start p_twelve"), start(DeepLink::Unknown));
    assert_eq!(typed("/start whatever"), start(DeepLink::Unknown));
}

#[test]
fn a_shared_location_becomes_an_address() {
    let place = told(json!({ "location": { "latitude": 52.520008, "longitude": 13.404954 } }));
    let Some(Event::Location(destination)) = place else { panic!("{place:?}") };
    assert_eq!(destination.address.as_str(), "52.520008, 13.404954");
    assert_eq!(destination.point, Some((52_520_008, 13_404_954)));
    let venue = told(json!({
        "location": { "latitude": -33.5, "longitude": 151.25 },
        "venue": { "location": { "latitude": -33.5, "longitude": 151.25 }, "title": "Opera", "address": "Bennelong Point" },
    }));
    let Some(Event::Location(destination)) = venue else { panic!("{venue:?}") };
    assert_eq!(destination.address.as_str(), "Opera, Bennelong Point");
    assert_eq!(destination.point, Some((-33_500_000, 151_250_000)));
}

#[test]
fn a_shared_contact_is_a_phone_number() {
    let contact =
        told(json!({ "contact": { "phone_number": "4930123456", "first_name": "Ada", "user_id": 7 } }));
    assert_eq!(contact, Some(Event::Contact { number: "4930123456".into(), is_own: true }));
    for stranger in [
        json!({ "phone_number": "4930123456", "first_name": "Bob", "user_id": 8 }),
        json!({ "phone_number": "4930123456", "first_name": "Bob" }),
    ] {
        let event = told(json!({ "contact": stranger }));
        assert_eq!(event, Some(Event::Contact { number: "4930123456".into(), is_own: false }));
    }
}

#[test]
fn what_carries_no_words_is_media_and_service_messages_are_nothing() {
    let sticker = json!({ "sticker": {
        "file_id": "a", "file_unique_id": "b", "type": "regular", "width": 1, "height": 1,
        "is_animated": false, "is_video": false,
    }});
    let media = Some(Event::Media { message: MessageId(5), caption: None });
    assert_eq!(told(sticker), media);
    assert_eq!(told(json!({ "dice": { "emoji": "🎲", "value": 4 } })), media);
    assert_eq!(told(json!({ "a_kind_from_the_future": {} })), media);
    assert_eq!(told(json!({ "group_chat_created": true })), None);
    let photo = json!({ "caption": "Like this", "photo": [
        { "file_id": "a", "file_unique_id": "b", "file_size": 9, "width": 1, "height": 1 },
    ]});
    let caption = Some("Like this".into());
    assert_eq!(told(photo), Some(Event::Media { message: MessageId(5), caption }));
}

#[test]
fn a_label_of_the_reply_keyboard_is_its_button_in_every_language() {
    for lang in crate::domain::Lang::ALL {
        let label = super::super::texts::phrases(lang).plain("button-back", &[]);
        assert_eq!(typed(&label), Event::Press(Button::Back));
    }
    assert!(matches!(typed("green tea"), Event::Text { .. }));
}

#[test]
fn an_unreadable_button_is_stale_and_an_edit_is_an_edit() {
    let press = |data: &str| {
        let update = json!({ "update_id": 1, "callback_query": {
            "id": "1", "chat_instance": "1", "data": data,
            "from": { "id": 7, "is_bot": false, "first_name": "Ada" },
        }});
        event(&serde_json::from_str(&update.to_string()).unwrap(), "shop_bot")
    };
    assert_eq!(press("1:cart"), Some(Event::Press(Button::Cart)));
    assert_eq!(press("0:cart"), Some(Event::StalePress));
    let edited = json!({ "update_id": 1, "edited_message": {
        "message_id": 5, "date": 1_700_000_000, "edit_date": 1_700_000_001, "text": "2",
        "chat": { "id": 7, "type": "private", "first_name": "Ada" },
        "from": { "id": 7, "is_bot": false, "first_name": "Ada" },
    }});
    let edited = serde_json::from_str(&edited.to_string()).unwrap();
    assert_eq!(event(&edited, "shop_bot"), Some(Event::Edited));
}
