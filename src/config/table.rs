//! The list of all settings. `.env.example` is written from it.

use super::parse;
use std::fmt::Write as _;

/// One setting.
pub struct Setting {
    /// Its name in the environment; lower case in `orderbot.toml`.
    pub name: &'static str,
    /// What it is if nobody sets it. `None`: see [`Need`].
    pub default: Option<&'static str>,
    /// What happens without a value.
    pub need: Need,
    /// A value that would be right.
    pub example: &'static str,
    /// What it means, in sentences for the owner of a shop.
    pub about: &'static str,
    /// What is wrong with a value, as the end of the sentence "... is wrong: ".
    pub(super) check: fn(&str) -> Result<(), String>,
}

/// What happens if a setting without a default has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The bot does not start.
    Required,
    /// The bot does without.
    Optional,
    /// As `Required`, and the value is never shown.
    Secret,
    /// As `Optional`, and the value is never shown.
    OptionalSecret,
}

impl Setting {
    /// True if the value must not be shown.
    #[must_use]
    pub fn secret(&self) -> bool {
        matches!(self.need, Need::Secret | Need::OptionalSecret)
    }

    /// True if the bot does not start without a value.
    #[must_use]
    pub fn required(&self) -> bool {
        matches!(self.need, Need::Required | Need::Secret)
    }
}

macro_rules! settings {
    ($($name:literal, $need:ident $(= $default:literal)?, $check:expr, $example:literal, $about:literal;)*) => {
        /// Every setting, in the order of `.env.example`.
        pub const SETTINGS: &[Setting] = &[$(Setting {
            name: $name,
            default: settings!(@default $($default)?),
            need: Need::$need,
            example: $example,
            about: $about,
            check: |value| $check(value).map(drop),
        }),*];
    };
    (@default $default:literal) => { Some($default) };
    (@default) => { None };
}

settings! {
    "BOT_TOKEN", Secret, parse::token, "123456789:AAExampleExampleExampleExampleExample",
        "The token that @BotFather gave you for your bot.";
    "ADMIN_CHAT_ID", Optional, parse::group, "-1001234567890",
        "The group of your staff, where orders arrive. Empty: the group in which you send /setup and the code that the bot writes into its log when it starts. `orderbot find-group` prints the number of a group.";
    "BOT_API_URL", Optional = "https://api.telegram.org", parse::url, "http://127.0.0.1:8081",
        "Telegram. Change it only for a Bot API server of your own, or for the sandbox.";
    "MODE", Optional = "polling", parse::mode, "webhook",
        "How updates come in. polling: the bot asks for them; works everywhere, for one instance. webhook: Telegram brings them; needs a public address, works with any number of instances.";
    "WEBHOOK_URL", Optional, parse::url, "https://bot.example.com",
        "With MODE=webhook: the public address of this bot. Telegram calls ports 443, 80, 88 and 8443.";
    "WEBHOOK_SECRET", OptionalSecret, parse::webhook_secret, "vB3xEXAMPLE8qLr7TzWk",
        "With MODE=webhook: 16 to 256 characters of A-Z a-z 0-9 _ - that only Telegram is told. Make one: openssl rand -hex 24";
    "HTTP_LISTEN", Optional = "127.0.0.1:8080", parse::listen, "0.0.0.0:8080",
        "Where the webhook, /health and /metrics listen.";
    "DATABASE_URL", Secret, parse::database, "postgres://orderbot:password@localhost/orderbot",
        "The Postgres database, version 14 or newer. Everything that must not be lost is here.";
    "DATABASE_POOL", Optional = "16", parse::count::<2, 500>, "32",
        "The most database connections of one instance.";
    "REDIS_URL", OptionalSecret, parse::redis, "redis://localhost:6379",
        "The Redis that several instances share for conversations and rate limits. Empty: kept in this process, which is right for one instance.";
    "SHOP_NAME", Optional = "Our shop", parse::text, "Slow Kettle",
        "The name customers see, until somebody changes it with /settings in the staff group.";
    "SHOP_CURRENCY", Optional = "EUR", parse::currency, "USD",
        "The currency of all prices, three letters (ISO 4217). Do not change it once there are orders.";
    "SHOP_TIMEZONE", Optional = "UTC", parse::timezone, "Europe/Berlin",
        "The time zone of the dates that customers and staff see.";
    "SHOP_COUNTRY", Optional = "DE", parse::country, "US",
        "Where phone numbers typed without a country code are from, two letters (ISO 3166).";
    "SHOP_LANGUAGE", Optional = "en", parse::language, "de",
        "The language for customers whose own the bot does not speak, and of the staff group: en, ru, es or de.";
    "DELIVERY_FEE", Optional = "0", parse::amount, "4.90",
        "What one delivery costs, until somebody changes it with /settings.";
    "DELIVERY_FREE_FROM", Optional, parse::amount, "50",
        "From this sum of goods on, delivery is free, until somebody changes it with /settings. Empty: never.";
    "MINIMUM_ORDER", Optional, parse::amount, "15",
        "The least sum of goods you deliver, until somebody changes it with /settings. Empty: none.";
    "PICKUP_ADDRESS", Optional, parse::text, "12 Market Street, Mon-Fri 10-18",
        "Where customers can pick up orders, until somebody changes it with /settings. Empty: delivery only.";
    "CARRIERS", Optional, parse::carriers, "DHL=https://www.dhl.de/de/privatkunden/dhl-sendungsverfolgung.html?piececode={}; UPS=https://www.ups.com/track?tracknum={}",
        "Who brings your parcels: name=address, several with ; between them. {} in the address is where the tracking number goes. Each is a button when an order is shipped, and the customer gets the link.";
    "LOW_STOCK", Optional = "5", parse::count::<0, 1_000_000>, "3",
        "With so many pieces left to sell, or fewer, the staff group is told that something runs out.";
    "DIALOGUE_TTL_HOURS", Optional = "48", parse::count::<1, 8760>, "24",
        "After how many hours of silence a half-finished checkout is forgotten. The cart stays.";
    "LANES", Optional = "64", parse::count::<1, 10_000>, "128",
        "How many customers one instance serves at the same moment. Others wait their turn.";
    "CUSTOMER_RATE", Optional = "3", parse::count::<1, 1000>, "5",
        "Messages and presses per second that one customer gets answered in the long run; seven seconds' worth of them at once.";
    "HANDLER_TIMEOUT", Optional = "20s", parse::duration, "30s",
        "How long one update may take before it is given up and tried again.";
    "TAKEOVER_AFTER", Optional = "15s", parse::duration, "10s",
        "After how long without a sign of life another instance takes over the customers of one that crashed. After a crash, a single instance waits that long too before it goes on with them.";
    "SHUTDOWN_TIMEOUT", Optional = "20s", parse::duration, "10s",
        "How long a stop waits for what is in work. Give your service manager some seconds more.";
    "BULK_RATE", Optional = "25", parse::count::<1, 1000>, "20",
        "Messages of a broadcast per second, over all instances. Telegram allows about 30 to all chats together.";
    "ACCEPT_WITHIN", Optional = "15m", parse::duration, "10m",
        "After how long the staff group is reminded of an order that nobody has accepted. After three times as long its managers are called by name.";
    "DIGEST_AT", Optional, parse::time, "20:00",
        "When the staff group is told each day how it was, by the clock of SHOP_TIMEZONE. Empty: never.";
    "CONFIRM_WITHIN", Optional = "24h", parse::duration, "12h",
        "How long a customer can agree to a change of their order that the staff propose. Then the order stays as it was.";
    "LOG_FORMAT", Optional = "text", parse::log_format, "json",
        "text for people, json for machines.";
    "LOG_LEVEL", Optional = "info", parse::log_filter, "info,orderbot::delivery=debug",
        "error, warn, info, debug or trace; also per part of the program.";
}

/// The text of `.env.example`.
#[must_use]
pub fn env_example() -> String {
    let mut text = String::from(
        "# The settings of orderbot. Copy this file to .env and change what you need.\n\
         # The same names, in lower case, work in orderbot.toml; the environment wins over both.\n\
         # What is commented out shows its default, or an example where it has none.\n",
    );
    for setting in SETTINGS {
        text.push('\n');
        for line in wrapped(setting.about) {
            let _ = writeln!(text, "# {line}");
        }
        let _ = match setting.default {
            _ if setting.required() => writeln!(text, "{}={}", setting.name, setting.example),
            Some(default) => {
                let _ = writeln!(text, "# Example: {}", setting.example);
                writeln!(text, "#{}={default}", setting.name)
            }
            None => writeln!(text, "#{}={}", setting.name, setting.example),
        };
    }
    text.push_str(FOR_COMPOSE);
    text
}

const FOR_COMPOSE: &str = "
# ---- For docker-compose.yml alone ----

# The password of its Postgres, which makes DATABASE_URL above superfluous.
POSTGRES_PASSWORD=change-me

# With MODE=webhook: the host name of WEBHOOK_URL, for which the proxy gets a certificate.
#PUBLIC_HOST=bot.example.com
";

fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.len() + word.len() < 98 => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) | None => lines.push(word.to_owned()),
        }
    }
    lines
}
