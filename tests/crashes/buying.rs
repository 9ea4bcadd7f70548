//! One customer buys one mug.

use crate::support::shop::{LONG, Shop, until};
use telegram_sandbox::{Person, Seen};

/// The button under the summary of one mug, delivered.
pub(crate) const PLACE: &str = "✅ Place order · €16.90";

/// From the first word to the summary: one mug, delivered to Berlin.
pub(crate) async fn fill_in(customer: &Person) -> Seen {
    fill_in_until_note(customer).await;
    customer.press("No note ›").await;
    customer.press("No code ›").await;
    customer.sees(PLACE).await
}

/// From the first word to the question for a note.
pub(crate) async fn fill_in_until_note(customer: &Person) {
    customer.start();
    customer.sees("Hello").await;
    customer.send("Round Mug");
    customer.press("Round Mug · €12.00").await;
    customer.press("Add 1 to cart · €12.00").await;
    check_out_until_note(customer).await;
}

/// From the cart to the question for a note.
pub(crate) async fn check_out_until_note(customer: &Person) {
    customer.press("✅ Check out · €12.00").await;
    customer.press("📱 Share my number").await;
    customer.press("🚚 Delivery").await;
    customer.sees("Where to?").await;
    customer.send("1 Elm Street, Berlin");
    customer.sees("Anything we should know?").await;
}

/// Waits longer than a healthy bot takes.
pub(crate) async fn sees_at_last(customer: &Person, words: &str) -> Seen {
    let seen = customer.wait_for(words, LONG).await;
    seen.unwrap_or_else(|| panic!("\"{words}\" did not appear in\n{}", customer.transcript()))
}

/// After one order of one mug, with everything settled: it exists once, its piece is reserved once, the staff has
/// one card of it, and nothing waits.
pub(crate) async fn has_exactly_one_order(shop: &Shop) {
    assert_eq!(shop.orders().await, 1);
    assert_eq!(shop.count("SELECT sum(reserved) FROM skus").await, 1);
    assert_eq!(shop.count("SELECT count(*) FROM cart_lines").await, 0, "what was ordered left the cart");
    let waits = "SELECT (SELECT count(*) FROM inbox) + (SELECT count(*) FROM outbox WHERE state = 'waiting')";
    until("everything is settled", async || shop.count(waits).await == 0).await;
    assert_eq!(shop.count("SELECT count(*) FROM dead_letters").await, 0);
    assert_eq!(shop.count("SELECT count(*) FROM outbox WHERE state <> 'sent'").await, 0);
    assert_eq!(shop.staff.transcript().matches("€16.90").count(), 1, "{}", shop.staff.transcript());
    shop.was_polite();
}
