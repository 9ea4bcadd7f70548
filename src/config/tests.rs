use super::*;
use secrecy::ExposeSecret as _;

const TOKEN: &str = "123456789:AAExampleExampleExampleExampleExample";
const NEEDED: [(&str, &str); 3] = [
    ("BOT_TOKEN", TOKEN),
    ("ADMIN_CHAT_ID", "-1001"),
    ("DATABASE_URL", "postgres://shop:hunter2@localhost/shop"),
];

fn with(more: &[(&str, &str)]) -> Result<Settings, Problems> {
    let folder = tempfile::tempdir().unwrap();
    let lines =
        NEEDED.iter().chain(more).map(|(name, value)| format!("{} = '{value}'\n", name.to_lowercase()));
    std::fs::write(folder.path().join("orderbot.toml"), lines.collect::<String>()).unwrap();
    Settings::load(&Sources { environment: Some([].into()), ..Sources::in_folder(folder.path()) })
}

fn names(problems: &Problems) -> Vec<&str> {
    problems.0.iter().map(|problem| problem.name.as_str()).collect()
}

#[test]
fn three_values_are_enough_to_start() {
    let settings = with(&[]).unwrap();
    assert!(matches!(settings.intake, Intake::Polling));
    assert_eq!(settings.shop.currency.code(), "EUR");
    assert_eq!(settings.limits.handler_timeout, Duration::from_secs(20));
    assert!(settings.redis_url.is_none());
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let problems = Settings::load(&Sources::only([
        ("BOT_TOKEN", "secret-but-wrong"),
        ("SHOP_CURRENCY", "EURO"),
        ("LANES", "0"),
        ("MODE", "webhook"),
    ]))
    .unwrap_err();
    let expected = ["BOT_TOKEN", "DATABASE_URL", "SHOP_CURRENCY", "LANES", "WEBHOOK_URL", "WEBHOOK_SECRET"];
    assert_eq!(names(&problems), expected);
    let text = problems.to_string();
    assert!(text.contains("`EURO` is not a currency code"), "{text}");
    assert!(text.contains("Example: SHOP_CURRENCY=USD"), "{text}");
    assert!(!text.contains("secret-but-wrong"), "{text}");
}

#[test]
fn the_environment_wins_over_the_env_file_and_that_over_the_toml_file() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("orderbot.toml"),
        "shop_name = 'toml'\nshop_currency = 'USD'\nlanes = 7\n",
    )
    .unwrap();
    std::fs::write(folder.path().join(".env"), "SHOP_NAME=file\nSHOP_COUNTRY=US\n").unwrap();
    let mut environment: std::collections::HashMap<String, String> =
        NEEDED.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    environment.insert("SHOP_NAME".to_owned(), "environment".to_owned());
    let sources = Sources { environment: Some(environment), ..Sources::in_folder(folder.path()) };
    let settings = Settings::load(&sources).unwrap();
    assert_eq!(settings.shop.name, "environment");
    assert_eq!(settings.shop.country, country::Id::US);
    assert_eq!(settings.shop.currency.code(), "USD");
    assert_eq!(settings.limits.lanes, 7);
}

#[test]
fn an_empty_value_is_no_value() {
    let settings = with(&[("REDIS_URL", ""), ("SHOP_NAME", "")]).unwrap();
    assert!(settings.redis_url.is_none());
    assert_eq!(settings.shop.name, "Our shop");
}

#[test]
fn a_misspelt_name_in_the_file_is_told() {
    assert_eq!(names(&with(&[("SHOP_CURENCY", "USD")]).unwrap_err()), ["SHOP_CURENCY"]);
}

#[test]
fn a_webhook_at_telegram_needs_https_and_elsewhere_does_not() {
    let webhook = [
        ("MODE", "webhook"),
        ("WEBHOOK_SECRET", "0123456789abcdef"),
        ("WEBHOOK_URL", "http://bot.example.com"),
    ];
    assert_eq!(names(&with(&webhook).unwrap_err()), ["WEBHOOK_URL"]);
    let sandbox = [&webhook[..], &[("BOT_API_URL", "http://127.0.0.1:8081")]].concat();
    assert!(matches!(with(&sandbox).unwrap().intake, Intake::Webhook { .. }));
}

#[test]
fn amounts_have_the_decimals_of_the_currency() {
    assert_eq!(
        names(&with(&[("SHOP_CURRENCY", "JPY"), ("DELIVERY_FEE", "4.50")]).unwrap_err()),
        ["DELIVERY_FEE"]
    );
    let settings = with(&[("DELIVERY_FEE", "4.5"), ("DELIVERY_FREE_FROM", "50")]).unwrap();
    assert_eq!(settings.shop.delivery.fee.amount().to_string(), "4.50");
    assert!(settings.shop.delivery.minimum_order.is_none());
}

#[test]
fn carriers_are_read_in_the_order_of_their_buttons() {
    let two = "DHL=https://dhl.example/?piece={}; Deutsche Post=https://post.example/{};";
    let settings = with(&[("CARRIERS", two)]).unwrap();
    let named: Vec<_> = settings.shop.carriers.iter().map(|carrier| carrier.name()).collect();
    assert_eq!(named, ["DHL", "Deutsche Post"]);
    for wrong in ["DHL", "DHL=https://dhl.example/", "A=https://a.example/{};A=https://b.example/{}"] {
        assert_eq!(names(&with(&[("CARRIERS", wrong)]).unwrap_err()), ["CARRIERS"], "{wrong}");
    }
}

#[test]
fn secrets_are_never_shown() {
    let settings =
        with(&[("REDIS_URL", "redis://:hunter3@localhost"), ("WEBHOOK_SECRET", "hunter4-hunter4-hunter4")])
            .unwrap();
    let shown = format!("{settings:?}");
    for secret in [TOKEN, "hunter2", "hunter3", "hunter4"] {
        assert!(!shown.contains(secret), "{shown}");
    }
    assert_eq!(settings.bot.token.expose_secret(), TOKEN);
}

#[test]
fn durations_are_read_with_and_without_a_unit() {
    for (text, seconds) in [("20", 20), ("90s", 90), ("5m", 300), ("1h", 3600)] {
        assert_eq!(parse::duration(text), Ok(Duration::from_secs(seconds)));
    }
    for text in ["0", "25h", "soon", "5 days", "99999999999999999999h"] {
        assert!(parse::duration(text).is_err(), "{text}");
    }
}

#[test]
fn every_default_and_every_example_is_right() {
    for setting in table::SETTINGS {
        for value in [Some(setting.example), setting.default].into_iter().flatten() {
            assert_eq!((setting.check)(value), Ok(()), "{}", setting.name);
        }
    }
}

/// To renew it: `orderbot settings > .env.example`.
#[test]
fn the_example_file_names_every_setting() {
    let file = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/.env.example")).unwrap();
    assert!(file == table::env_example(), "run: orderbot settings > .env.example");
}
