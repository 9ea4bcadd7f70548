//! Somebody of the staff, who brings every order one step on as soon as its card lets them.

use rand::Rng;
use rand::rngs::StdRng;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use telegram_sandbox::Person;
use tokio::time::sleep;

/// What they press, the last step first, so that orders end.
const DEEDS: [&str; 4] = ["📦 Delivered", "🚚 Without tracking", "🚚 Shipped", "✅ Accept"];

/// Works until the shop closes.
pub(crate) async fn work(person: Person, mut random: StdRng, is_over: &AtomicBool) {
    while !is_over.load(Ordering::Relaxed) {
        sleep(Duration::from_millis(random.random_range(200..900))).await;
        let from = random.random_range(0..DEEDS.len());
        DEEDS[from..].iter().chain(&DEEDS[..from]).any(|deed| person.tap_if_there(deed));
    }
}
