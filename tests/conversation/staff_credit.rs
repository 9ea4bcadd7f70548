//! Store credit from the staff group: given, taken, told, and once for each question.

use crate::shop::{TestShop, press_first};

#[tokio::test]
async fn credit_is_given_and_taken_once_for_each_question_and_the_customer_is_told() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    ann.start();
    ann.sees("Hello").await;
    olga.send(&format!("/customer {}", ann.id()));
    olga.sees("💳 Credit: €0.00").await;
    press_first(&olga, "➕ Credit").await;
    let question = olga.sees("how much store credit does Ann get").await;
    for refused in ["5", "five because", "0 nothing", "-"] {
        let answer = olga.reply(&question, refused);
        olga.sees("I need an amount and a reason").await;
        olga.delete(&answer);
    }
    olga.reply(&question, "12.50 parcel <came> late");
    let card = olga.sees("💳 Credit: €12.50").await;
    ann.sees("🎁 Slow Kettle gave you €12.50 of store credit.").await;
    olga.reply(&question, "12.50 parcel came late");
    olga.sees("That is done already.").await;

    olga.tap_on(&card, "➖ Debit");
    let question = olga.sees("how much store credit is taken from Ann").await;
    olga.reply(&question, "20 by mistake");
    olga.sees("Not changed: there is only €12.50 of credit.").await;
    olga.reply(&question, "2.50 by mistake");
    let card = olga.sees("💳 Credit: €10.00").await;
    olga.tap_on(&card, "📒 Credit history");
    let history = olga.sees("Store credit of Ann: €10.00").await;
    assert!(history.text().contains("−€2.50 · by mistake · Olga"), "{}", history.text());
    assert!(history.text().contains("+€12.50 · parcel <came> late · Olga"), "{}", history.text());
    ann.send("/profile");
    ann.sees("💰 Store credit: €10.00").await;
    assert!(!ann.transcript().contains("late") && !ann.transcript().contains("mistake"));
    olga.send("/audit");
    olga.sees("12.5 → 10").await;
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE deed = 'credit_changed'").await, 2);
    shop.close().await;
}

#[tokio::test]
async fn packers_and_support_change_no_credit() {
    let shop = TestShop::open().await;
    let (ann, olga, sam) = (shop.customer("Ann"), shop.olga(), shop.packer("Sam"));
    ann.start();
    ann.sees("Hello").await;
    olga.send(&format!("/customer {}", ann.id()));
    let card = olga.sees("👤 Ann").await;
    let press = sam.tap_on(&card, "➕ Credit");
    assert!(sam.answer_to(&press).await.text.unwrap().starts_with("Your role here is “Packer”"));
    press_first(&olga, "➕ Credit").await;
    let question = olga.sees("how much store credit does Ann get").await;
    sam.reply(&question, "100 for my friend");
    sam.sees("Your role here is “Packer”").await;
    assert_eq!(shop.count("SELECT count(*) FROM credit_ledger").await, 0);
    shop.close().await;
}
