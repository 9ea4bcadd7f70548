//! Telegram's rate limits: about 1 message/s in a private chat with short bursts, 20 a minute in a group, about 30/s
//! in bulk to people who have not just written (Telegram's FAQ for bots).

use std::collections::HashMap;

use crate::world::chat::ChatKey;

/// What the sandbox does about a bot that is too fast.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Limits {
    /// Nothing.
    #[default]
    Off,
    /// Lets it pass and records a violation.
    Observe,
    /// Refuses with 429 and `retry_after`.
    Enforce,
}

/// Tokens that fill up again with time. Counted in thousandths, so that a bucket is exact on a millisecond clock.
#[derive(Debug)]
struct Bucket {
    left: i64,
    at_ms: i64,
}

/// Capacity and refill of a kind of bucket.
struct Size {
    /// Messages in one burst.
    burst: i64,
    /// Messages per minute.
    per_minute: i64,
}

const PRIVATE: Size = Size { burst: 5, per_minute: 60 };
const GROUP: Size = Size { burst: 20, per_minute: 20 };
const BULK: Size = Size { burst: 30, per_minute: 30 * 60 };

/// 60 000 units are one message: a bucket gains `per_minute` units in a millisecond.
const UNIT: i64 = 60_000;

impl Bucket {
    fn refill(&mut self, size: &Size, now_ms: i64) {
        let gained = (now_ms - self.at_ms).max(0).saturating_mul(size.per_minute);
        self.left = self.left.saturating_add(gained).min(size.burst * UNIT);
        self.at_ms = now_ms;
    }

    /// Milliseconds until one message fits; zero takes it.
    fn wait_ms(&self, size: &Size) -> u64 {
        (UNIT - self.left).max(0).unsigned_abs().div_ceil(size.per_minute.unsigned_abs())
    }
}

/// The buckets of all bots.
#[derive(Debug, Default)]
pub(crate) struct Buckets {
    chats: HashMap<(i64, ChatKey), Bucket>,
    bulk: HashMap<i64, Bucket>,
}

impl Buckets {
    /// Takes room for one message. `Err` says after how many seconds there will be some.
    ///
    /// `unasked`: the person has not written lately, so the message counts as bulk.
    pub(crate) fn take(&mut self, bot: i64, key: ChatKey, unasked: bool, now_ms: i64) -> Result<(), u64> {
        let size = match key {
            ChatKey::Private { .. } => &PRIVATE,
            ChatKey::Group(_) => &GROUP,
        };
        let full = |size: &Size| Bucket { left: size.burst * UNIT, at_ms: now_ms };
        let chat = self.chats.entry((bot, key)).or_insert_with(|| full(size));
        chat.refill(size, now_ms);
        let bulk = self.bulk.entry(bot).or_insert_with(|| full(&BULK));
        bulk.refill(&BULK, now_ms);
        let wait = chat.wait_ms(size).max(if unasked { bulk.wait_ms(&BULK) } else { 0 });
        if wait > 0 {
            return Err(wait.div_ceil(1000));
        }
        chat.left -= UNIT;
        if unasked {
            bulk.left -= UNIT;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANN: ChatKey = ChatKey::Private { bot: 1, user: 2 };

    #[test]
    fn a_private_chat_takes_a_short_burst_and_then_one_a_second() {
        let mut buckets = Buckets::default();
        for _ in 0..5 {
            assert_eq!(buckets.take(1, ANN, false, 0), Ok(()));
        }
        assert_eq!(buckets.take(1, ANN, false, 0), Err(1));
        assert_eq!(buckets.take(1, ANN, false, 999), Err(1));
        assert_eq!(buckets.take(1, ANN, false, 1_000), Ok(()));
    }

    #[test]
    fn a_group_takes_twenty_a_minute() {
        let mut buckets = Buckets::default();
        for _ in 0..20 {
            assert_eq!(buckets.take(1, ChatKey::Group(-5), false, 0), Ok(()));
        }
        assert_eq!(buckets.take(1, ChatKey::Group(-5), false, 0), Err(3));
    }

    #[test]
    fn bulk_is_thirty_a_second_over_all_chats() {
        let mut buckets = Buckets::default();
        let send = |buckets: &mut Buckets, user| buckets.take(1, ChatKey::Private { bot: 1, user }, true, 0);
        for user in 0..30 {
            assert_eq!(send(&mut buckets, user), Ok(()));
        }
        assert_eq!(send(&mut buckets, 30), Err(1));
    }
}
