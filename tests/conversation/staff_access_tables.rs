//! Every command and the buttons of every card, by those who may not, by outsiders, and with nonsense behind it.

use crate::shop::{TestShop, press_first};
use std::collections::BTreeSet;
use telegram_sandbox::{Person, Seen};

/// A command, what makes it do something, what it says to nonsense, and whether packers and the support may ask.
struct Row(&'static str, &'static str, &'static str, bool, bool);

const COMMANDS: [Row; 20] = [
    Row("order", "1", "Please send the number of the order", true, true),
    Row("orders", "new", "None.", true, true),
    Row("find", "ann", "None.", true, true),
    Row("products", "low", "None.", true, true),
    Row("product", "1", "None.", true, true),
    Row("categories", "", "🗂 Categories", true, true),
    Row("answers", "", "💬 Canned answers", true, true),
    Row("help", "", "New orders arrive here as cards", true, true),
    Row("customer", "4242", "I know no such customer", false, true),
    Row("newproduct", "", "what is it called?", false, false),
    Row("stats", "today", "Please ask like this: /stats", false, false),
    Row("promos", "new", "There is no such code", false, false),
    Row("export", "stock", "Please say which table", false, false),
    Row("import", "", "Send the catalogue as a file", false, false),
    Row("broadcast", "", "Write the message here first", false, false),
    Row("staff", "", "I do not find this person", false, false),
    Row("audit", "", "Please ask like this: /audit", false, false),
    Row("settings", "", "⚙️ Settings of the shop", false, false),
    Row("setup", "", "This is the staff group", false, false),
    Row("topics", "", "This group has no topics", false, false),
];

/// What the menu leaves out; a test beside the commands says that there is nothing else.
const UNLISTED: [&str; 2] = ["product", "topics"];

/// What the owner asks for below a catalogue file that somebody has sent, presses then, and sees.
const CARDS: [(&str, &[&str], &str); 24] = [
    ("/order 1", &[], "Order No. 1"),
    ("/order 1", &["❌ Reject"], "Out of stock"),
    ("/order 1", &["✏️ Change"], "Change of order No. 1"),
    ("/orders", &[], "🧾 Orders"),
    ("/orders new", &["✅ Accept it"], "✅ Yes"),
    ("/products mug", &[], "🛍 Products"),
    ("/product 1", &[], "· product 1 ·"),
    ("/product 1", &["✏️ Change"], "🏷 Name"),
    ("/categories", &[], "🗂 Categories"),
    ("/categories", &["Mugs"], "Mugs · category"),
    ("/customer 4242", &[], "🆔 4242"),
    ("/customer 4242", &["⛔️ Serve no longer"], "⛔️ Yes, serve no longer"),
    ("/customer 4242", &["💬 Messages"], "Messages with Ann"),
    ("/stats today", &[], "💰 Revenue"),
    ("/promos", &[], "🎟 Promo codes"),
    ("/promos ONCE", &[], "🎟 ONCE"),
    ("/promos new", &[], "What does it give?"),
    ("/answers", &[], "💬 Canned answers"),
    ("/import", &[], "📥 Import this file?"),
    ("/broadcast", &[], "Send this message to customers?"),
    ("/staff", &[], "👤 Gus"),
    ("/audit p7", &[], "Older ›"),
    ("/settings", &[], "⚙️ Settings of the shop"),
    ("/settings", &["🚚"], "Delivery fee"),
];

/// Kinds of buttons that are on those cards, by the first word of what they carry.
const KINDS: [&str; 19] = [
    "again", "am", "ba", "ban", "bc", "c", "ca", "drop", "e", "g", "im", "log", "msg", "ol", "order", "p",
    "pr", "set", "st",
];

/// All that the shop knows, but for whom it has met, what it was told and what it has to say.
const STATE: &str = "
    SELECT hashtext(string_agg(query_to_xml(format('SELECT * FROM %I', tablename), true, false, '')::text, ''
                               ORDER BY tablename))::bigint
    FROM pg_tables
    WHERE schemaname = 'public'
        AND tablename !~ '^(inbox|lanes|seen_updates|relayed_updates|outbox|visits|customers$|staff$|floods|digests)'";

const UNDONE: &str =
    "SELECT (SELECT count(*) FROM inbox) + (SELECT count(*) FROM outbox WHERE state = 'waiting')";

/// The state once everything that was asked for is done.
async fn state(shop: &TestShop) -> i64 {
    shop.until(UNDONE, 0).await;
    shop.count(STATE).await
}

/// A catalogue with another price, sent to the group.
fn catalogue(from: &Person) -> Seen {
    from.send_file(
        "document",
        include_str!("catalog.csv").replace("12.00", "13.00").as_bytes(),
        "Good morning",
    )
}

/// The owner gives a role to whoever has written this.
async fn give(olga: &Person, written: &Seen, (name, role): (&str, &str)) {
    olga.reply(written, "/staff");
    press_first(olga, role).await;
    olga.sees(&format!("👤 {name}\n{role}")).await;
}

/// Ann has ordered a mug, and asks. Nothing runs out: no notice of it comes between a command and its answer.
async fn shop_with_an_order() -> TestShop {
    let shop = TestShop::open().await;
    shop.run("UPDATE skus SET on_hand = on_hand + 100").await;
    let ann = shop.telegram.user("Ann").id(4242).phone("+4930123456").create();
    shop.order(&ann, "Round Mug").await;
    ann.send("/support");
    ann.sees("Write your question here").await;
    ann.send("When are you open?");
    shop.olga().sees("When are you open?").await;
    shop
}

fn said_by_the_bot(person: &Person) -> usize {
    person.messages().iter().filter(|seen| seen.json()["from"]["is_bot"] == true).count()
}

#[tokio::test]
async fn every_command_asks_for_a_right_and_answers_nonsense() {
    let shop = shop_with_an_order().await;
    let menus = shop.telegram.calls("setMyCommands");
    let menu = menus.iter().rfind(|menu| menu["scope"]["type"] == "chat_administrators").unwrap();
    let listed = menu["commands"].as_array().unwrap().iter().map(|entry| entry["command"].as_str().unwrap());
    let known: BTreeSet<&str> = COMMANDS.iter().map(|row| row.0).collect();
    assert_eq!(listed.chain(UNLISTED).collect::<BTreeSet<_>>(), known);

    let (olga, sam, sue, gus) = (shop.olga(), shop.packer("Sam"), shop.packer("Sue"), shop.packer("Gus"));
    let file = catalogue(&gus);
    give(&olga, &file, ("Gus", "🚫 No access")).await;
    give(&olga, &sue.send("Good morning"), ("Sue", "Support")).await;

    // Below a file, each of them would do something.
    let before = state(&shop).await;
    for Row(word, words, ..) in COMMANDS {
        gus.reply(&file, &format!("/{word} {words}"));
        let told =
            if word == "help" { "New orders arrive here" } else { "Your role here is “🚫 No access”" };
        gus.sees(told).await;
    }
    assert_eq!(state(&shop).await, before, "whoever may do nothing has done something");

    for Row(word, _, answer, packer, support) in COMMANDS {
        for (person, may, role) in [(&sam, packer, "Packer"), (&sue, support, "Support"), (&olga, true, "")] {
            let refusal = format!("Your role here is “{role}”");
            person.send(&format!("/{word} 🙈"));
            person.sees(if may { answer } else { &refusal }).await;
        }
    }

    let long = "x".repeat(4_000);
    for Row(word, ..) in COMMANDS {
        for nonsense in
            ["-1", "@", "p", "99999999999999999999", "'; DROP TABLE orders; --", "\u{202e}\u{0}", &long]
        {
            let before = said_by_the_bot(&olga);
            olga.send(&format!("/{word} {nonsense}"));
            olga.sees("").await;
            assert_eq!(said_by_the_bot(&olga), before + 1, "one answer to /{word} {nonsense}");
        }
    }
    shop.close().await;
}

#[tokio::test]
async fn no_command_of_the_staff_works_outside_of_their_group_not_even_for_the_owner() {
    let shop = shop_with_an_order().await;
    let (mallory, olga) = (shop.customer("Mallory"), shop.olga());
    let friends = shop.telegram.group("Friends").creator(&mallory).member(&olga).admin_bot(&shop.bot);
    let friends = friends.create();
    let before = state(&shop).await;
    for outsider in [mallory.with(&shop.bot), olga.with(&shop.bot)] {
        outsider.start();
        outsider.sees("Hello").await;
        for Row(word, words, ..) in COMMANDS {
            outsider.at(&friends).send(&format!("/{word} {words}"));
            outsider.send(&format!("/{word} {words}"));
            let answer = match word {
                "orders" => "You have no orders yet",
                "help" => "How to order at Slow Kettle",
                _ => "I don’t know that command",
            };
            outsider.sees(answer).await;
        }
        let told = outsider.transcript();
        assert!(!told.contains("Your role here") && !told.contains("Ann"), "{told}");
        assert!(COMMANDS.iter().all(|row| !told.contains(row.2)), "{told}");
    }
    assert_eq!(state(&shop).await, before, "somebody outside of the group has done something");
    let there = mallory.at(&friends);
    assert_eq!(said_by_the_bot(&there), 0, "{}", there.transcript());
    shop.close().await;
}

/// Labels of the buttons that ask the bot, and what kind each is.
fn buttons(card: &Seen) -> Vec<(String, String)> {
    let rows = card.json()["reply_markup"]["inline_keyboard"].as_array().into_iter().flatten();
    let all = rows.flat_map(|row| row.as_array().unwrap());
    let asking = all.filter_map(|button| Some((button["text"].as_str()?, button["callback_data"].as_str()?)));
    let kind = |data: &str| match data.split(':').nth(1).unwrap() {
        order if order.len() == 22 => "order".to_owned(),
        kind => kind.to_owned(),
    };
    asking.map(|(label, data)| (label.to_owned(), kind(data))).collect()
}

#[tokio::test]
async fn no_button_does_anything_for_those_who_may_not_press_it() {
    let shop = shop_with_an_order().await;
    shop.run(
        "INSERT INTO audit (at, actor, actor_name, deed, subject, after)
         SELECT now(), 5, 'Kim', 'stock_set', 'product:7', 'deed ' || n FROM generate_series(1, 20) n",
    )
    .await;
    shop.run(
        "INSERT INTO dead_letters (update_id, lane, kind, raw, attempts, cause, received_at)
         VALUES (1, 4242, 'message', '{}', 5, 'no reason', now())",
    )
    .await;
    shop.run(
        r#"INSERT INTO outbox (chat_id, urgency, notice)
           SELECT DISTINCT chat_id, 1, '{"kind": "dead_letter", "update": 1, "cause": "no reason"}'::jsonb
           FROM outbox WHERE chat_id < 0"#,
    )
    .await;
    let (olga, gus) = (shop.olga(), shop.packer("Gus"));
    let letter = olga.sees("could not be handled").await;
    // An app would have to be tricked into it.
    let outsider = shop.telegram.user("Mallory").create().at(&shop.staff);
    let file = catalogue(&gus);
    give(&olga, &file, ("Gus", "🚫 No access")).await;
    let question =
        olga.messages().into_iter().find(|seen| seen.text().contains("When are you open?")).unwrap();
    let mut cards = vec![question, letter];
    let (mut kinds, mut states) = (BTreeSet::new(), BTreeSet::new());
    for (ask, presses, shows) in CARDS {
        olga.reply(&file, ask);
        for label in presses {
            press_first(&olga, label).await;
        }
        cards.push(olga.sees(shows).await);
        let before = state(&shop).await;
        states.insert(before);
        for card in cards.drain(..) {
            assert!(!buttons(&card).is_empty(), "{ask} {presses:?}: {}", card.text());
            for (label, kind) in buttons(&card) {
                let (one, other) = (gus.tap_on(&card, &label), outsider.tap_on(&card, &label));
                let (refused, unknown) = (gus.answer_to(&one).await, outsider.answer_to(&other).await);
                let told = refused.text.unwrap_or_default();
                assert!(told.starts_with("Your role here is “🚫 No access”"), "{ask} {label}: {told}");
                let told = unknown.text.unwrap_or_default();
                assert_eq!(told, "These buttons are for the staff of the shop.", "{ask} {label}");
                kinds.insert(kind);
            }
        }
        assert_eq!(state(&shop).await, before, "{ask} {presses:?}: a press has done something");
    }
    assert!(states.len() > 2, "what the owner does is to be seen in the state");
    let missing: Vec<_> = KINDS.into_iter().filter(|kind| !kinds.contains(*kind)).collect();
    assert_eq!(missing, Vec::<&str>::new(), "buttons that were not tried, among {kinds:?}");
    shop.run("DELETE FROM dead_letters").await;
    shop.close().await;
}
