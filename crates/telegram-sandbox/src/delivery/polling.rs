//! `getUpdates`.

use std::time::Duration;

use serde_json::value::RawValue;

use crate::bot_api::params::Params;
use crate::bot_api::refusal::Refusal;
use crate::sandbox::Shared;
use crate::world::World;
use crate::world::log::What;
use crate::world::updates::Update;

/// The longest a poll may stay open (source of the Bot API server).
const LONGEST_POLL: Duration = Duration::from_secs(50);

const REPLACED: &str =
    "terminated by other getUpdates request; make sure that only one bot instance is running";
const WEBHOOK_ACTIVE: &str =
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

/// Waits for updates as long as the bot wants, and hands them over as JSON texts.
pub(crate) async fn get_updates(
    shared: &Shared,
    bot: i64,
    params: &Params,
) -> Result<Vec<Box<RawValue>>, Refusal> {
    let offset = params.int("offset")?.unwrap_or(0);
    // Anything outside 1-100 means 100.
    let limit =
        params.int("limit")?.and_then(|limit| usize::try_from(limit).ok()).filter(|l| (1..=100).contains(l));
    let timeout = params.int("timeout")?.and_then(|seconds| u64::try_from(seconds).ok()).unwrap_or(0);
    let timeout = Duration::from_secs(timeout).min(LONGEST_POLL);
    let allowed = params.json("allowed_updates")?;
    let generation = start(&mut shared.lock(), bot, offset, allowed)?;
    let deadline = tokio::time::Instant::now() + timeout;
    let Some(wake) = shared.lock().bots.get(&bot).map(|bot| bot.wake.clone()) else {
        return Err(Refusal::unauthorized());
    };
    loop {
        let woken = wake.notified();
        tokio::pin!(woken);
        woken.as_mut().enable();
        if let Some(updates) = take(&mut shared.lock(), bot, generation, limit.unwrap_or(100))? {
            return Ok(updates);
        }
        let over = tokio::select! {
            () = woken => false,
            () = tokio::time::sleep_until(deadline) => true,
            () = shared.stopping() => true,
        };
        if over {
            shared.lock().bots.entry(bot).and_modify(|bot| bot.polling = false);
            return Ok(Vec::new());
        }
    }
}

/// Confirms what the offset confirms and makes this poll the bot's only one.
fn start(
    world: &mut World,
    bot_id: i64,
    offset: i64,
    allowed: Option<serde_json::Value>,
) -> Result<u64, Refusal> {
    world.lapse();
    let Some(bot) = world.bots.get_mut(&bot_id) else { return Err(Refusal::unauthorized()) };
    if bot.webhook.is_some() {
        return Err(Refusal::conflict(WEBHOOK_ACTIVE));
    }
    if let Some(kinds) = allowed {
        bot.updates.allow(crate::bot_api::updates::kinds(&kinds)?);
    }
    bot.poll_generation += 1;
    bot.polling = true;
    bot.wake.notify_waiters();
    let generation = bot.poll_generation;
    if offset != 0 {
        bot.updates.confirm(offset);
    }
    Ok(generation)
}

fn take(
    world: &mut World,
    bot_id: i64,
    generation: u64,
    limit: usize,
) -> Result<Option<Vec<Box<RawValue>>>, Refusal> {
    let Some(bot) = world.bots.get_mut(&bot_id) else { return Err(Refusal::unauthorized()) };
    if bot.poll_generation != generation {
        return Err(Refusal::conflict(REPLACED));
    }
    let page = bot.updates.page(limit);
    if page.is_empty() {
        return Ok(None);
    }
    bot.polling = false;
    world.mark_taken(&page);
    for update in &page {
        log_delivery(world, bot_id, update);
    }
    Ok(Some(
        page.into_iter().filter_map(|update| RawValue::from_string(update.json.to_string()).ok()).collect(),
    ))
}

fn log_delivery(world: &mut World, bot: i64, update: &Update) {
    let what = What::Update {
        id: update.id,
        json: update.json.clone(),
        via: "polling",
        outcome: "delivered",
        attempt: 1,
        status: None,
        error: None,
    };
    world.write_log(bot, what);
}
