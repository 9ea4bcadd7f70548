//! Whatever a person does, they get an answer that fits.

use crate::shop::{TestShop, press_first};
use telegram_sandbox::Person;

/// Brings a customer who has one mug in the cart to a screen, and names it.
async fn go(shop: &TestShop, ann: &Person, screen: &str) {
    match screen {
        "home" => drop(ann.start()),
        "card" => {
            ann.send("Round Mug");
            press_first(ann, "Round Mug").await;
            ann.sees("How many?").await;
        }
        "cart" => drop(ann.send("/cart")),
        "support" => drop(ann.send("/support")),
        "phone" => {
            ann.send("/cart");
            press_first(ann, "✅ Check out").await;
            ann.sees("Which phone number").await;
        }
        "summary" => {
            ann.send("/cart");
            ann.sees("Your cart").await;
            shop.check_out(ann).await;
        }
        other => panic!("no screen {other}"),
    }
    ann.sees("").await;
}

const COMMANDS: [(&str, &str); 11] = [
    ("/start", "Welcome to Slow Kettle"),
    ("/menu", "What would you like?"),
    ("/cart", "Your cart"),
    ("/orders", "You have no orders yet"),
    ("/profile", "Your profile"),
    ("/language", "Which language shall we speak?"),
    ("/notifications", "the shop’s news"),
    ("/help", "How to order at Slow Kettle"),
    ("/support", "Write your question here"),
    ("/delete_me", "This cannot be undone"),
    ("/nonsense", "I don’t know that command"),
];

#[tokio::test]
async fn every_command_works_on_every_screen() {
    let shop = TestShop::open().await;
    for screen in ["home", "card", "cart", "support", "phone", "summary"] {
        let ann = shop.customer("Ann");
        shop.put_into_cart(&ann, "Round Mug").await;
        go(&shop, &ann, screen).await;
        for (command, answer) in COMMANDS {
            ann.send(command);
            ann.sees(answer).await;
            ann.send("/cancel");
            ann.sees("").await;
        }
    }
    shop.close().await;
}

#[tokio::test]
async fn whatever_is_sent_gets_an_answer() {
    let shop = TestShop::open().await;
    for screen in ["home", "card", "cart", "phone", "summary"] {
        let ann = shop.customer("Ann");
        shop.put_into_cart(&ann, "Round Mug").await;
        go(&shop, &ann, screen).await;
        for kind in ["photo", "sticker", "voice", "video", "document", "animation", "audio", "video_note"] {
            ann.send_file(kind, b"something", "");
            ann.sees("").await;
        }
        ann.share_location(52.5, 13.4);
        ann.sees("").await;
        ann.send(&"x".repeat(4096));
        ann.sees("").await;
        ann.send("'; DROP TABLE orders; --");
        ann.sees("").await;
        ann.send("\u{202e}\u{0}🙈");
        ann.sees("").await;
    }
    shop.close().await;
}

#[tokio::test]
async fn an_edited_message_is_told_to_be_sent_anew() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    let typed = ann.send("mgu");
    ann.sees("mgu").await;
    ann.edit(&typed, "mug");
    ann.sees("I can’t see edits").await;
    shop.close().await;
}

#[tokio::test]
async fn a_button_of_an_old_menu_answers_and_shows_where_we_are() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.put_into_cart(&ann, "Round Mug").await;
    ann.press("✅ Check out · €12.00").await;
    ann.press("📱 Share my number").await;
    let method = ann.sees("How would you like to get it?").await;
    let press = ann.tap_on(&method, "🏬 Pickup");
    ann.answer_to(&press).await;
    ann.sees("Anything we should know?").await;
    let late = ann.resend_press(&press);
    ann.answer_to(&late).await;
    ann.sees("This button was from an older message").await;
    shop.close().await;
}

#[tokio::test]
async fn a_deleted_menu_comes_back() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    ann.start();
    let home = ann.sees("Hello, Ann!").await;
    ann.delete(&home);
    ann.send("/menu");
    ann.sees("What would you like?").await;
    shop.close().await;
}

#[tokio::test]
async fn who_types_too_fast_is_asked_to_slow_down_and_harms_nobody() {
    let shop = TestShop::open_with_rate("1").await;
    let (ann, ben) = (shop.customer("Ann"), shop.customer("Ben"));
    for _ in 0..20 {
        ann.send("/help");
    }
    ben.start();
    ben.sees("Hello, Ben!").await;
    ann.sees("That was a bit fast").await;
    shop.close().await;
}

#[tokio::test]
async fn a_flood_of_presses_is_answered_press_by_press() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    ann.send("Round Mug");
    press_first(&ann, "Round Mug").await;
    let card = ann.sees("How many?").await;
    let presses: Vec<_> = (0..30).map(|_| ann.tap_on(&card, "+")).collect();
    for press in &presses {
        ann.answer_to(press).await;
    }
    shop.close().await;
}

#[tokio::test]
async fn a_banned_customer_is_told_so_and_not_served() {
    let shop = TestShop::open().await;
    let ann = shop.customer("Ann");
    shop.put_into_cart(&ann, "Round Mug").await;
    // As another instance does it: it holds here after two seconds at most.
    shop.run("UPDATE customers SET banned = true").await;
    tokio::time::sleep(std::time::Duration::from_secs(2)).await;
    ann.send("/cart");
    ann.sees("The shop does not take orders from this account any more").await;
    let answer = press_first_of(&ann, "✅ Check out").await;
    assert!(answer.alert && answer.text.unwrap().contains("does not take orders"));
    shop.close().await;
}

/// Presses a button of an earlier message.
async fn press_first_of(person: &Person, words: &str) -> telegram_sandbox::Answer {
    let labels: Vec<_> = person.messages().iter().flat_map(|seen| seen.buttons().concat()).collect();
    person.press(labels.iter().find(|label| label.starts_with(words)).unwrap()).await
}
