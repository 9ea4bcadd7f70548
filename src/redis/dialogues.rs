//! Open conversations in Redis: a record per customer, compare-and-set, with a time to live.
//!
//! A value is `<version>:<revision>:<json>`, so that the script below compares revisions without parsing JSON, and
//! a record of another version still tells the revision that a write must name.

use super::connection::Redis;
use crate::dialogue::{RECORD_VERSION, Record};
use crate::repository::DialogueError;
use futures::future::BoxFuture;
use redis::aio::MultiplexedConnection;
use redis::{AsyncCommands, Script};
use std::sync::Arc;
use std::time::Duration;
use teloxide::dispatching::dialogue::Storage;
use teloxide::types::ChatId;

/// Sets the value if the stored revision is the expected one. `KEYS[1]` the record; `ARGV` the expected revision (0:
/// none stored), the new value, the time to live in seconds. Answers 1 if it was set.
const COMPARE_AND_SET: &str = r"
local stored = redis.call('GET', KEYS[1])
local revision = '0'
if stored then revision = string.match(stored, '^%d+:(%d+):') or '0' end
if revision ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3])
return 1
";

/// Open conversations, shared by every instance.
#[derive(Clone)]
pub struct RedisDialogues {
    redis: Redis,
    prefix: Arc<str>,
    seconds: u64,
    script: Arc<Script>,
}

impl RedisDialogues {
    /// Conversations under keys that start with `prefix`, forgotten `ttl` after the last word.
    #[must_use]
    pub fn new(redis: Redis, prefix: &str, ttl: Duration) -> Self {
        Self {
            redis,
            prefix: prefix.into(),
            seconds: ttl.as_secs().max(1),
            script: Arc::new(Script::new(COMPARE_AND_SET)),
        }
    }

    fn key(&self, chat: ChatId) -> String {
        format!("{}d:{}", self.prefix, chat.0)
    }
}

impl Storage<Record> for RedisDialogues {
    type Error = DialogueError;

    fn remove_dialogue(self: Arc<Self>, chat: ChatId) -> BoxFuture<'static, Result<(), DialogueError>> {
        Box::pin(async move {
            let key = &self.key(chat);
            let remove = |mut redis: MultiplexedConnection| async move { redis.del(key).await };
            self.redis.ask(remove).await.map_err(DialogueError::Unavailable)
        })
    }

    /// Writes `record`, whose `revision` must be the one that was read.
    fn update_dialogue(
        self: Arc<Self>,
        chat: ChatId,
        record: Record,
    ) -> BoxFuture<'static, Result<(), DialogueError>> {
        Box::pin(async move {
            let expected = record.revision;
            let value = encode(&Record { revision: expected + 1, ..record })?;
            let mut call = self.script.prepare_invoke();
            call.key(self.key(chat)).arg(expected.to_string()).arg(value).arg(self.seconds);
            let call = &call;
            let set = |mut redis| async move { call.invoke_async(&mut redis).await };
            let done: i32 = self.redis.ask(set).await.map_err(DialogueError::Unavailable)?;
            if done == 1 { Ok(()) } else { Err(DialogueError::Conflict) }
        })
    }

    fn get_dialogue(
        self: Arc<Self>,
        chat: ChatId,
    ) -> BoxFuture<'static, Result<Option<Record>, DialogueError>> {
        Box::pin(async move {
            let key = &self.key(chat);
            let read = |mut redis: MultiplexedConnection| async move { redis.get(key).await };
            let value: Option<String> = self.redis.ask(read).await.map_err(DialogueError::Unavailable)?;
            Ok(value.map(|value| decode(&value)))
        })
    }
}

fn encode(record: &Record) -> Result<String, DialogueError> {
    let json = serde_json::to_string(record).map_err(DialogueError::unavailable)?;
    Ok(format!("{RECORD_VERSION}:{}:{json}", record.revision))
}

/// A record of another version, or one that cannot be read, becomes a fresh one with the stored revision.
fn decode(value: &str) -> Record {
    let mut parts = value.splitn(3, ':');
    let version = parts.next().and_then(|version| version.parse::<u16>().ok());
    let revision = parts.next().and_then(|revision| revision.parse().ok()).unwrap_or(0);
    let json = parts.next().unwrap_or_default();
    let known =
        (version == Some(RECORD_VERSION)).then(|| serde_json::from_str::<Record>(json).ok()).flatten();
    known.map_or_else(|| Record::forgotten(revision), |record| Record { revision, ..record })
}
