//! Canned answers, and what a customer and the shop wrote to each other.

use crate::shop::{TestShop, press_first};
use telegram_sandbox::{Person, Seen};

/// An answer that is there, made by the creator of the group.
async fn answer(olga: &Person, name: &str, text: &str) {
    olga.send("/answers");
    press_first(olga, "➕ New answer").await;
    let question = olga.sees("what is it called?").await;
    olga.reply(&question, name);
    let question = olga.sees("what do customers read as").await;
    olga.reply(&question, text);
    olga.sees(text).await;
}

/// A question of a customer, as the staff see it.
async fn question(ann: &Person, staff: &Person, words: &str) -> Seen {
    ann.send("/support");
    ann.sees("Write your question here").await;
    ann.send(words);
    staff.sees(words).await
}

fn got(person: &Person, words: &str) -> usize {
    person.messages().iter().filter(|seen| seen.text().contains(words)).count()
}

#[tokio::test]
async fn an_answer_is_written_once_and_chosen_once_below_a_question() {
    let shop = TestShop::open().await;
    let (ann, sam, olga) = (shop.customer("Ann"), shop.packer("Sam"), shop.olga());
    let asked = question(&ann, &sam, "When are you open?").await;
    let press = sam.tap_on(&asked, "💬 Canned answers");
    assert!(sam.answer_to(&press).await.text.unwrap().contains("A manager adds them"));

    answer(&olga, "!Hours", "Mon–Fri, <10 to 18>").await;
    let choose = sam.tap_on(&asked, "💬 Canned answers");
    sam.answer_to(&choose).await;
    let list = sam.sees("Which answer for Ann").await;
    assert!(list.text().contains("!hours · Mon–Fri, <10 to 18>"), "{}", list.text());
    let send = sam.tap_on(&list, "!hours");
    let again = sam.resend_press(&send);
    assert_eq!(sam.answer_to(&send).await.text.as_deref(), Some("✅ Sent"));
    assert_eq!(sam.answer_to(&again).await.text.as_deref(), Some("That is done already."));
    let told = sam.sees("Sam sent !hours:").await;
    assert_eq!(told.buttons(), Vec::<Vec<String>>::new());
    let reply = ann.sees("Mon–Fri, <10 to 18>").await;
    assert!(reply.text().contains("Slow Kettle") && reply.has_button("✍️ Answer"), "{}", reply.text());
    // The list speaks for the customer from now on.
    sam.reply(&told, "And on Saturdays until noon");
    ann.sees("And on Saturdays until noon").await;
    assert_eq!(got(&ann, "Mon–Fri"), 1, "{}", ann.transcript());
    shop.close().await;
}

#[tokio::test]
async fn a_reply_with_its_name_sends_it_once_and_an_unknown_name_nothing() {
    let shop = TestShop::open().await;
    let (ann, sam, olga) = (shop.customer("Ann"), shop.packer("Sam"), shop.olga());
    answer(&olga, "returns", "Within 30 days.").await;
    let asked = question(&ann, &sam, "Can I send it back?").await;
    sam.reply(&asked, "!nothing");
    sam.sees("there is no answer !nothing").await;
    sam.reply(&asked, "!Returns");
    ann.sees("Within 30 days.").await;
    sam.reply(&asked, "!returns is what I meant");
    ann.sees("!returns is what I meant").await;
    for update in shop.telegram.update_ids(shop.bot.id()) {
        shop.telegram.duplicate_update(shop.bot.id(), update).unwrap();
    }
    ann.send("/menu");
    ann.sees("What would you like?").await;
    assert_eq!(got(&ann, "Within 30 days."), 1, "{}", ann.transcript());
    assert_eq!(got(&ann, "!nothing"), 0, "{}", ann.transcript());
    shop.close().await;
}

#[tokio::test]
async fn managers_change_answers_and_others_only_use_them() {
    let shop = TestShop::open().await;
    let (sam, olga) = (shop.packer("Sam"), shop.olga());
    answer(&olga, "hours", "Ten to six.").await;
    sam.send("/answers");
    let list = sam.sees("!hours · Ten to six.").await;
    let press = sam.tap_on(&list, "➕ New answer");
    assert!(sam.answer_to(&press).await.text.unwrap().starts_with("Your role here is “Packer”"));

    olga.send("/answers");
    press_first(&olga, "➕ New answer").await;
    let question = olga.sees("what is it called?").await;
    sam.reply(&question, "mine");
    sam.sees("Your role here is “Packer”").await;
    for (bad, told) in [("two words", "with one word"), ("HOURS", "an answer with this name already")] {
        olga.reply(&question, bad);
        olga.sees(told).await;
    }
    olga.send("/answers");
    press_first(&olga, "!hours").await;
    press_first(&olga, "✏️ Text").await;
    let text = olga.sees("what do customers read as !hours").await;
    assert!(text.text().contains("Ten to six."), "{}", text.text());
    olga.reply(&text, &"x".repeat(2001));
    olga.sees("at most 2000 characters").await;
    olga.reply(&text, "Nine to five.");
    olga.sees("!hours\n\nNine to five.").await;

    press_first(&olga, "🗑 Remove").await;
    let sure = olga.sees("Remove this answer?").await;
    let yes = olga.tap_on(&sure, "🗑 Yes, remove");
    let again = olga.resend_press(&yes);
    assert_eq!(olga.answer_to(&yes).await.text.as_deref(), Some("Removed."));
    assert_eq!(olga.answer_to(&again).await.text.as_deref(), Some("That is done already."));
    olga.reply(&text, "Nine to six.");
    olga.sees("That is not there any more.").await;
    assert_eq!(shop.count("SELECT count(*) FROM canned_answers").await, 0);
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE deed = 'canned_changed'").await, 4);
    shop.close().await;
}

#[tokio::test]
async fn what_was_written_is_found_on_the_card_of_the_customer_page_by_page() {
    let shop = TestShop::open().await;
    let (ann, sam, olga) = (shop.customer("Ann"), shop.packer("Sam"), shop.olga());
    let asked = question(&ann, &sam, "Is it <blue>?").await;
    sam.reply(&asked, "It is & stays so");
    ann.sees("It is & stays so").await;
    ann.send("/support");
    ann.sees("Write your question here").await;
    ann.send_file("photo", b"a mug", "Like this");
    sam.sees("Like this").await;
    olga.send(&format!("/customer {}", ann.id()));
    press_first(&olga, "💬 Messages").await;
    let page = olga.sees("Messages with Ann").await;
    let text = page.text();
    let parts = [
        "👤 Ann · ",
        "Is it <blue>?",
        "🏪 Sam · ",
        "It is & stays so",
        "👤 Ann · ",
        "📎 A picture or file\nLike this",
    ];
    let mut from = 0;
    for part in parts {
        from += text[from..].find(part).unwrap_or_else(|| panic!("no {part} in {text}"));
    }
    assert!(!page.has_button("Older ›"), "{:?}", page.buttons());
    for number in 1..=8 {
        sam.reply(&asked, &format!("Answer {number}"));
        ann.sees(&format!("Answer {number}")).await;
    }
    press_first(&olga, "‹ Back").await;
    press_first(&olga, "💬 Messages").await;
    let newest = olga.sees("Answer 8").await;
    assert!(!newest.text().contains("<blue>"), "{}", newest.text());
    press_first(&olga, "Older ›").await;
    olga.sees("Is it <blue>?").await;
    press_first(&olga, "« Newest").await;
    let newest = olga.sees("Answer 8").await;

    let press = sam.tap_on(&newest, "Older ›");
    assert!(sam.answer_to(&press).await.text.unwrap().starts_with("Your role here is “Packer”"));
    ann.send("/delete_me");
    press_first(&ann, "Yes, erase everything").await;
    shop.until("SELECT count(*) FROM support_messages", 0).await;
    shop.close().await;
}
