//! Orders while everything around the bot misbehaves.

use crate::shop::{TestShop, press_first};
use telegram_sandbox::{Faults, Person};

/// Updates come twice, late, in disorder, in unknown kinds and with unknown parts; calls fail before and after their
/// effect, are refused as too many, are cut off.
fn storm() -> Faults {
    Faults {
        seed: 7,
        // The answer to a press has no second chance; the screen that follows it has.
        methods: ["sendMessage", "editMessageText", "deleteMessages"].map(str::to_owned).to_vec(),
        too_many_requests: 0.01,
        retry_after: 1,
        error_before: 0.015,
        error_after: 0.015,
        reset_before: 0.01,
        reset_after: 0.01,
        slow: 0.05,
        slow_ms: 200,
        duplicate_update: 0.10,
        resend_press: 0.05,
        disorder: 0.10,
        unknown_update: 0.05,
        unknown_entity: 0.10,
        unknown_field: 0.10,
        ..Faults::default()
    }
}

async fn order(shop: &TestShop, customer: &Person) {
    shop.put_into_cart(customer, "Round Mug").await;
    shop.check_out(customer).await;
    press_first(customer, "✅ Place order").await;
    customer.sees("Thank you!").await;
}

#[tokio::test]
async fn every_customer_gets_one_order_and_an_answer() {
    let shop = TestShop::open().await;
    shop.change("MUG", |sku| sku.stock = 100).await;
    shop.telegram.set_faults(storm());
    let customers: Vec<_> = (1..=6).map(|number| shop.customer(&format!("Customer {number}"))).collect();
    let orders = customers.iter().map(|customer| order(&shop, customer));
    futures::future::join_all(orders).await;
    shop.telegram.set_faults(Faults::default());
    assert_eq!(shop.count("SELECT count(*) FROM orders").await, 6);
    assert_eq!(shop.count("SELECT count(DISTINCT customer) FROM orders").await, 6);
    assert_eq!(shop.available("MUG").await, 94);
    shop.close_after_a_storm().await;
}
