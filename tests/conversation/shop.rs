//! A shop that is open: its bot runs in this process, its customers and staff are in a local Telegram.

use crate::support::postgres::TestDb;
use orderbot::app::{self, App};
use orderbot::config::{Settings, Sources};
use orderbot::repository::StockedSku;
use orderbot::services::{Shop, catalog_file, promo_file};
use orderbot::telegram::SetupCode;
use std::time::Duration;
use telegram_sandbox::{Answer, Config, GroupBuilder, GroupChat, Person, Sandbox, Seen, TestBot};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

const CATALOG: &str = include_str!("catalog.csv");
const PROMOS: &str = include_str!("promos.csv");

/// It opens nothing but the sandbox.
const TOKEN: &str = "7000001:token-of-the-sandbox-0000000000000000";

/// A running shop. [`close`](Self::close) it at the end of a test.
pub(crate) struct TestShop {
    pub(crate) telegram: Sandbox,
    pub(crate) bot: TestBot,
    pub(crate) staff: GroupChat,
    owner: Person,
    /// The use cases, for what an owner changes behind the scenes.
    pub(crate) shop: Shop,
    stop: CancellationToken,
    running: JoinHandle<anyhow::Result<()>>,
    // Dropped last: the bot is at its tables until then.
    db: TestDb,
}

impl TestShop {
    /// Opens a shop with the catalogue of `catalog.csv`, delivery for 4.90 (free from 50), a minimum order of 5, and
    /// pickup. It serves customers as fast as tests type.
    pub(crate) async fn open() -> Self {
        Self::open_with_rate("1000").await
    }

    /// The same, with another `CUSTOMER_RATE`.
    pub(crate) async fn open_with_rate(rate: &str) -> Self {
        Self::open_with(("CUSTOMER_RATE", rate)).await
    }

    /// The same, with another setting.
    pub(crate) async fn open_with(other: (&str, &str)) -> Self {
        Self::open_in(|group| group, other).await
    }

    /// The same, with a staff group that has topics.
    pub(crate) async fn open_as_forum() -> Self {
        Self::open_in(GroupBuilder::forum, ("CUSTOMER_RATE", "1000")).await
    }

    async fn open_in(group: impl Fn(GroupBuilder) -> GroupBuilder, other: (&str, &str)) -> Self {
        let (telegram, db) =
            tokio::join!(async { Sandbox::start(Config::default()).await.unwrap() }, TestDb::new());
        let bot = telegram.bot_with_token("Slow Kettle", TOKEN).unwrap().named("slow_kettle_bot");
        let owner = telegram.user("Olga").id(900).create();
        let staff = group(telegram.group("Staff")).creator(&owner).admin_bot(&bot).create();
        let settings = Settings::load(&Sources::only([
            ("BOT_TOKEN", bot.token()),
            ("BOT_API_URL", &telegram.api_url()),
            ("ADMIN_CHAT_ID", &staff.id().to_string()),
            ("DATABASE_URL", &db.url()),
            ("DATABASE_POOL", "8"),
            ("HTTP_LISTEN", "127.0.0.1:0"),
            ("SHOP_NAME", "Slow Kettle"),
            ("DELIVERY_FEE", "4.90"),
            ("DELIVERY_FREE_FROM", "50"),
            ("MINIMUM_ORDER", "5"),
            ("PICKUP_ADDRESS", "12 Market Street"),
            ("CUSTOMER_RATE", "1000"),
            other,
        ]))
        .unwrap();
        let (currency, timezone) = (settings.shop.currency, settings.shop.timezone);
        let shop = app::shop(&settings, &app::store(&settings).unwrap());
        shop.import(&catalog_file::read(CATALOG, currency).unwrap(), false).await.unwrap();
        let missing =
            shop.set_up_promos(&promo_file::read(PROMOS, currency, timezone).unwrap()).await.unwrap();
        assert_eq!(missing, Vec::<String>::new(), "categories and products of the promo codes");

        let app = App::build(&settings, None).await.unwrap();
        let stop = CancellationToken::new();
        let running = tokio::spawn(app.run(stop.clone()));
        Self { telegram, bot, staff, owner, shop, stop, running, db }
    }

    /// A customer with an English Telegram.
    pub(crate) fn customer(&self, name: &str) -> Person {
        self.telegram.user(name).phone("+4930123456").create()
    }

    /// Somebody of the staff, at the group.
    pub(crate) fn packer(&self, name: &str) -> Person {
        let packer = self.telegram.user(name).create();
        self.staff.add(&packer);
        packer.at(&self.staff)
    }

    /// The creator of the staff group, at the group.
    pub(crate) fn olga(&self) -> Person {
        self.owner.at(&self.staff)
    }

    /// Finds a product without variants by its name, and puts one piece of it into the cart.
    pub(crate) async fn put_into_cart(&self, customer: &Person, product: &str) {
        customer.send(product);
        press_first(customer, product).await;
        press_first(customer, "Add 1 to cart").await;
        customer.sees("Your cart").await;
    }

    /// From the cart to the summary: delivery to an address in Berlin, no note, no promo code. For a customer's first
    /// order.
    pub(crate) async fn check_out(&self, customer: &Person) {
        press_first(customer, "✅ Check out").await;
        customer.press("📱 Share my number").await;
        customer.press("🚚 Delivery").await;
        customer.sees("Where to?").await;
        customer.send("1 Elm Street, Berlin");
        customer.press("No note ›").await;
        customer.press("No code ›").await;
        customer.sees("Your order").await;
    }

    /// The same up to the question for a promo code, which is open again.
    pub(crate) async fn check_out_to_code(&self, customer: &Person) {
        self.check_out(customer).await;
        customer.press("✏️ Promo code").await;
        customer.sees("promo code").await;
    }

    /// From the cart to the question for a promo code, for a customer whose number is known: pickup, no note.
    pub(crate) async fn pick_up_to_code(&self, customer: &Person) {
        press_first(customer, "✅ Check out").await;
        customer.press("🏬 Pickup").await;
        customer.press("No note ›").await;
        customer.sees("promo code").await;
    }

    /// From the question how to get it to the summary: pickup, no note, no promo code.
    pub(crate) async fn pick_up_to_summary(&self, customer: &Person) {
        customer.press("🏬 Pickup").await;
        customer.press("No note ›").await;
        customer.press("No code ›").await;
        customer.sees("Your order").await;
    }

    /// A whole first order of one piece, up to its number.
    pub(crate) async fn order(&self, customer: &Person, product: &str) -> String {
        self.put_into_cart(customer, product).await;
        self.check_out(customer).await;
        press_first(customer, "✅ Place order").await;
        number_of(&customer.sees("Thank you!").await)
    }

    /// Changes what the owner's stock list says of a variant.
    pub(crate) async fn change(&self, sku: &str, change: impl Fn(&mut StockedSku)) {
        let mut products = self.shop.stocklist().await.unwrap();
        let found = products.iter_mut().flat_map(|product| &mut product.skus).find(|one| one.code == sku);
        change(found.unwrap());
        self.shop.import(&products, false).await.unwrap();
    }

    /// Pieces of a variant that somebody could order now.
    pub(crate) async fn available(&self, sku: &str) -> i64 {
        sqlx::query_scalar("SELECT (on_hand - reserved)::bigint FROM skus WHERE sku = $1")
            .bind(sku)
            .fetch_one(&self.db.pool())
            .await
            .unwrap()
    }

    /// Orders that were placed.
    pub(crate) async fn orders(&self) -> i64 {
        self.count("SELECT count(*) FROM orders").await
    }

    /// A number out of the database.
    pub(crate) async fn count(&self, query: &'static str) -> i64 {
        sqlx::query_scalar(query).fetch_one(&self.db.pool()).await.unwrap()
    }

    /// Changes something behind the shop's back.
    pub(crate) async fn run(&self, statement: &'static str) {
        sqlx::query(statement).execute(&self.db.pool()).await.unwrap();
    }

    /// Waits until a query finds this number: what a person would take seconds for happens at once in a test.
    pub(crate) async fn until(&self, query: &'static str, number: i64) {
        for _ in 0..1_000 {
            if self.count(query).await == number {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("{query} is {} and not {number}", self.count(query).await);
    }

    /// The code that makes a group the staff's, after so many groups.
    pub(crate) fn setup_code(&self, generation: i32) -> String {
        SetupCode::of(&teloxide::Bot::new(TOKEN), generation).to_string()
    }

    /// The link of a product, as in `t.me/bot?start=...`.
    pub(crate) async fn link_to(&self, slug: &str) -> String {
        sqlx::query_scalar("SELECT 'p_' || id FROM products WHERE slug = $1")
            .bind(slug)
            .fetch_one(&self.db.pool())
            .await
            .unwrap()
    }

    /// What the code on the packing slip of an order says after `start=`.
    pub(crate) async fn slip_of(&self, number: i64) -> String {
        sqlx::query_scalar("SELECT 'o_' || replace(id::text, '-', '') FROM orders WHERE number = $1")
            .bind(number)
            .fetch_one(&self.db.pool())
            .await
            .unwrap()
    }

    /// Closes the shop: every update was answered and none given up, it stops, Telegram would have refused nothing of
    /// what it did, and what is reserved is what open orders ask for.
    pub(crate) async fn close(self) {
        let violations = self.telegram.violations();
        let violations: Vec<_> = violations.iter().filter(|rule| !is_nobodys_fault(rule)).collect();
        assert_eq!(violations, Vec::<&String>::new(), "what Telegram would have refused");
        self.close_after_a_storm().await;
    }

    /// The same without a look at what Telegram refused: it did so at random.
    pub(crate) async fn close_after_a_storm(mut self) {
        self.until("SELECT count(*) FROM inbox", 0).await;
        self.stop.cancel();
        (&mut self.running).await.unwrap().unwrap();
        assert_eq!(self.count("SELECT count(*) FROM dead_letters").await, 0, "updates that were given up");
        let adrift = self.count(
            "SELECT count(*) FROM skus s WHERE s.reserved <> coalesce(
                 (SELECT sum(l.quantity) FROM order_lines l JOIN orders o ON o.id = l.order_id
                  WHERE l.sku = s.id AND o.status IN ('placed', 'accepted')), 0)",
        );
        assert_eq!(adrift.await, 0, "reservations without an order");
    }
}

/// What a bot cannot know before it asks.
fn is_nobodys_fault(rule: &str) -> bool {
    [
        "message is not modified",
        "bot was blocked by the user",
        "message to delete not found",
        "message to copy not found",
        "PARTICIPANT_ID_INVALID",
    ]
    .iter()
    .any(|known| rule.contains(known))
}

/// Waits for a button that begins with these words, presses it, and waits for its answer.
pub(crate) async fn press_first(person: &Person, words: &str) -> Answer {
    let seen = person.sees(words).await;
    let labels = seen.buttons().concat();
    let label = labels.iter().find(|label| label.starts_with(words));
    person.press(label.unwrap_or_else(|| panic!("no button \"{words}\" among {labels:?}"))).await
}

/// The number in "Order No. 1 is placed".
pub(crate) fn number_of(seen: &Seen) -> String {
    let words = seen.text().split("No. ").nth(1).unwrap();
    words.chars().take_while(char::is_ascii_digit).collect()
}
