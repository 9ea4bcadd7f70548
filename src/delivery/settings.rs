//! The limits and times of delivery. Every one has a default that fits a shop of any size.

use crate::domain::ChatId;
use std::time::Duration;

/// Limits and times of what comes in.
#[derive(Debug, Clone)]
pub struct InSettings {
    /// Updates that may wait for their commit. When it is full, Telegram is asked to come back.
    pub ingress_queue: usize,
    /// How long a commit may take.
    pub store_limit: Duration,
    /// Lanes this instance holds at most.
    pub lanes_held: usize,
    /// Updates handled at the same time.
    pub in_work: usize,
    /// Updates of one lane kept in memory; the others wait in the database.
    pub lane_depth: u16,
    /// Updates that may wait in one lane, about: far more than anybody writes in a day on which the bot is away. What a
    /// flood brings beyond it is seen and counted, and not kept; its sender is told once. Telegram is not asked to keep
    /// it: what one person sends would fill the 100,000 places that all share there, and a poller could not go on to
    /// the others' updates. The lane of the staff is theirs to fill.
    pub lane_rows: u32,
    /// How long a lane is ours after the last sign of life. Another instance takes over after that.
    pub lease: Duration,
    /// How long a lane is kept after its last update, so that a conversation does not claim it anew
    /// with every message. Where half of all lanes are held, idle ones are not kept at all.
    pub linger: Duration,
    /// How long an update waits for an earlier one that has not come yet. 0 switches it off.
    pub gap_grace: Duration,
    /// Time limit of one attempt.
    pub handler_limit: Duration,
    /// Time limit of an update with a deadline. Telegram gives 10 s for a pre-checkout query.
    pub direct_limit: Duration,
    /// Updates with a deadline answered at the same time.
    pub direct_in_work: usize,
    /// Attempts before an update that breaks its handler is given up.
    pub max_attempts: u16,
    /// How long a dependency may be away before what needs it is given up.
    pub patience: Duration,
    /// The first pause before another attempt; it doubles.
    pub retry_base: Duration,
    /// The longest pause before another attempt. Short: what was away may be back at any moment, and a customer waits.
    pub retry_cap: Duration,
    /// How often verdicts are written down, at most.
    pub settle_every: Duration,
    /// How often due lanes are looked for without being told.
    pub look_every: Duration,
    /// How long a stop waits for what is in work.
    pub stop_limit: Duration,
    /// Where the staff are told of dead letters.
    pub staff_chat: Option<ChatId>,
}

impl Default for InSettings {
    fn default() -> Self {
        Self {
            ingress_queue: 4096,
            store_limit: Duration::from_secs(5),
            lanes_held: 4096,
            in_work: 256,
            lane_depth: 32,
            lane_rows: 500,
            lease: Duration::from_secs(15),
            linger: Duration::from_secs(3),
            gap_grace: Duration::from_millis(60),
            handler_limit: Duration::from_secs(30),
            direct_limit: Duration::from_secs(8),
            direct_in_work: 64,
            max_attempts: 5,
            patience: Duration::from_secs(3600),
            retry_base: Duration::from_secs(1),
            retry_cap: Duration::from_secs(10),
            settle_every: Duration::from_millis(50),
            look_every: Duration::from_secs(1),
            stop_limit: Duration::from_secs(20),
            staff_chat: None,
        }
    }
}

/// Limits and times of what goes out.
#[derive(Debug, Clone)]
pub struct OutSettings {
    /// Messages in flight at the same time.
    pub in_flight: usize,
    /// Time limit of one message. It may take two calls, of 8 s at most each.
    pub send_limit: Duration,
    /// How long a message is ours before another instance may take it. Above `send_limit`.
    pub hold: Duration,
    /// How often the queue is looked at without being told.
    pub look_every: Duration,
    /// The shortest time between two looks.
    pub look_pause: Duration,
    /// Attempts before a message is given up.
    pub max_attempts: u16,
    /// The first pause before another attempt; it doubles.
    pub retry_base: Duration,
    /// The longest pause before another attempt.
    pub retry_cap: Duration,
    /// Messages per second to one private chat. Telegram: about one (Bots FAQ, "limits").
    pub chat_per_second: f64,
    /// How many of them at once.
    pub chat_burst: f64,
    /// Messages per minute to one group. Telegram: 20 (Bots FAQ, "limits").
    pub group_per_minute: f64,
    /// How many of them at once.
    pub group_burst: f64,
    /// Bulk messages per second. Telegram: about 30 over all chats (Bots FAQ, "limits").
    pub bulk_per_second: f64,
    /// The shortest time between two changes of a broadcast's card. A group takes 20 messages a minute, and the cards
    /// of orders are among them.
    pub tell_every: Duration,
    /// How long a stop waits for what is in flight.
    pub stop_limit: Duration,
}

impl Default for OutSettings {
    fn default() -> Self {
        Self {
            in_flight: 32,
            send_limit: Duration::from_secs(20),
            hold: Duration::from_secs(30),
            look_every: Duration::from_secs(1),
            look_pause: Duration::from_millis(25),
            max_attempts: 10,
            retry_base: Duration::from_secs(1),
            retry_cap: Duration::from_secs(300),
            chat_per_second: 1.0,
            chat_burst: 3.0,
            group_per_minute: 18.0,
            group_burst: 3.0,
            bulk_per_second: 25.0,
            tell_every: Duration::from_secs(8),
            stop_limit: Duration::from_secs(20),
        }
    }
}
