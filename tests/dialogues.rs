//! One set of promises about remembered conversations, kept by Redis and by the in-process twin.

#![cfg(test)]

#[allow(dead_code, reason = "shared: each test program uses its part")]
mod support;

use orderbot::dialogue::{Record, Remark, State};
use orderbot::domain::UpdateId;
use orderbot::memory::MemoryDialogues;
use orderbot::redis::{Redis, RedisDialogues};
use orderbot::repository::DialogueError;
use redis::Commands;
use std::sync::Arc;
use std::time::Duration;
use support::redis::TestRedis;
use support::servers::OwnRedis;
use teloxide::dispatching::dialogue::Storage;
use teloxide::types::ChatId;

const ANN: ChatId = ChatId(7);
const BOB: ChatId = ChatId(8);
const HOUR: Duration = Duration::from_secs(3600);

fn after(update: i64, revision: u64) -> Record {
    Record { revision, applied: Some(UpdateId(update)), ..Record::default() }
}

/// The suite. `Storage` takes an `Arc` of itself by value, hence the clones.
async fn keeps_its_promises<S>(dialogues: Arc<S>)
where
    S: Storage<Record, Error = DialogueError> + Send + Sync + 'static,
{
    let read = || dialogues.clone().get_dialogue(ANN);
    let write = |record| dialogues.clone().update_dialogue(ANN, record);

    assert_eq!(read().await.unwrap(), None, "nobody has spoken yet");
    write(after(1, 0)).await.unwrap();
    assert_eq!(read().await.unwrap(), Some(after(1, 1)), "a write raises the revision");
    write(after(2, 1)).await.unwrap();

    let stale = write(after(3, 1)).await;
    assert!(matches!(stale, Err(DialogueError::Conflict)), "a write names the revision it read");
    let second_first = write(after(3, 0)).await;
    assert!(matches!(second_first, Err(DialogueError::Conflict)), "a first write comes once");
    assert_eq!(read().await.unwrap(), Some(after(2, 2)), "a refused write changes nothing");

    assert_eq!(dialogues.clone().get_dialogue(BOB).await.unwrap(), None, "customers do not meet");

    dialogues.clone().remove_dialogue(ANN).await.unwrap();
    assert_eq!(read().await.unwrap(), None);
    dialogues.clone().remove_dialogue(ANN).await.unwrap();
    write(after(4, 0)).await.unwrap();

    let racing = (0..20).map(|n| dialogues.clone().update_dialogue(BOB, after(n, 0)));
    let won = futures::future::join_all(racing).await.into_iter().filter(Result::is_ok).count();
    assert_eq!(won, 1, "of many writers at once one wins");
}

async fn forgets_in_time<S>(dialogues: Arc<S>)
where
    S: Storage<Record, Error = DialogueError> + Send + Sync + 'static,
{
    dialogues.clone().update_dialogue(ANN, after(1, 0)).await.unwrap();
    tokio::time::sleep(Duration::from_millis(1300)).await;
    assert_eq!(dialogues.clone().get_dialogue(ANN).await.unwrap(), None);
    dialogues.update_dialogue(ANN, after(2, 0)).await.unwrap();
}

#[tokio::test]
async fn the_in_process_twin_keeps_its_promises() {
    keeps_its_promises(Arc::new(MemoryDialogues::new(HOUR))).await;
}

#[tokio::test]
async fn redis_keeps_its_promises() {
    let redis = TestRedis::new().await;
    let address = Redis::at(redis.url()).unwrap();
    keeps_its_promises(Arc::new(RedisDialogues::new(address, redis.prefix(), HOUR))).await;
}

#[tokio::test]
async fn the_in_process_twin_forgets_in_time() {
    forgets_in_time(Arc::new(MemoryDialogues::new(Duration::from_secs(1)))).await;
}

#[tokio::test]
async fn redis_forgets_in_time() {
    let redis = TestRedis::new().await;
    let address = Redis::at(redis.url()).unwrap();
    forgets_in_time(Arc::new(RedisDialogues::new(address, redis.prefix(), Duration::from_secs(1)))).await;
}

#[tokio::test]
async fn a_record_of_another_version_is_forgotten_politely_and_can_be_written_over() {
    let redis = TestRedis::new().await;
    let address = Redis::at(redis.url()).unwrap();
    let dialogues = Arc::new(RedisDialogues::new(address, redis.prefix(), HOUR));
    let key = format!("{}d:{}", redis.prefix(), ANN.0);
    let mut client = redis::Client::open(redis.url()).unwrap();
    for stored in [r#"0:5:{"basket":[1]}"#, r#"1:5:{"state":"Gone"}"#, "1:5:", "65000:5:{}"] {
        let () = client.set(&key, stored).unwrap();
        let found = dialogues.clone().get_dialogue(ANN).await.unwrap().unwrap();
        assert_eq!((&found.state, &found.remark), (&State::default(), &Some(Remark::Resumed)), "{stored}");
        dialogues.clone().update_dialogue(ANN, found).await.unwrap();
        assert_eq!(dialogues.clone().get_dialogue(ANN).await.unwrap().unwrap().revision, 6);
    }
}

#[tokio::test]
async fn a_redis_that_is_away_is_trouble_not_a_hang() {
    let nowhere = Redis::at("redis://127.0.0.1:1").unwrap();
    let dialogues = Arc::new(RedisDialogues::new(nowhere, "", HOUR));
    let answer = tokio::time::timeout(Duration::from_secs(6), dialogues.get_dialogue(ANN)).await;
    assert!(matches!(answer, Ok(Err(DialogueError::Unavailable(_)))));
}

#[tokio::test]
async fn a_redis_that_was_away_for_a_moment_is_not_noticed() {
    let mut redis = OwnRedis::start().await;
    let dialogues = Arc::new(RedisDialogues::new(Redis::at(&redis.url()).unwrap(), "", HOUR));
    dialogues.clone().update_dialogue(ANN, after(1, 0)).await.unwrap();
    for _ in 0..3 {
        redis.stop().await;
        redis.start_empty().await;
        assert_eq!(dialogues.clone().get_dialogue(ANN).await.unwrap(), None, "what it kept is gone, no more");
        dialogues.clone().update_dialogue(ANN, after(1, 0)).await.unwrap();
    }
}
