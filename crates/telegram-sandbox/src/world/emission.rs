//! Updates on their way to the bots, and what time does to them.

use std::sync::Arc;

use serde_json::{Value, json};

use super::World;
use super::chat::ChatKey;
use super::log::What;
use super::query::About;
use super::updates::{Lane, Update, lifetime_ms};

impl World {
    /// Queues an update for a bot, if it wants this kind, with the faults that are switched on.
    pub(crate) fn emit(
        &mut self,
        bot_id: i64,
        kind: &'static str,
        lane: Lane,
        mut body: Value,
        message: Option<(ChatKey, i64)>,
    ) {
        if !self.bots.get(&bot_id).is_some_and(|bot| bot.updates.wants(kind)) {
            return;
        }
        let flaws = self.chaos.flaws(&mut body);
        if flaws.unknown_before {
            self.queue(bot_id, "unknown_novelty", lane, &json!({"date": self.now()}), None, false);
        }
        self.queue(bot_id, kind, lane, &body, message, flaws.duplicate);
        if flaws.disorder {
            self.swap_last_two(bot_id);
        }
    }

    fn queue(
        &mut self,
        bot_id: i64,
        kind: &'static str,
        lane: Lane,
        body: &Value,
        message: Option<(ChatKey, i64)>,
        again: bool,
    ) {
        let expires_ms = self.now_ms + lifetime_ms(kind);
        let Some(bot) = self.bots.get_mut(&bot_id) else { return };
        let via = if bot.webhook.is_some() { "webhook" } else { "polling" };
        let full = bot.updates.is_full();
        let id = bot.updates.take_id();
        let body = serde_json::to_string(body).unwrap_or_default();
        let json: Arc<str> = format!("{{\"update_id\":{id},\"{kind}\":{body}}}").into();
        if !full {
            bot.updates.push(Update { id, lane, expires_ms, json: json.clone(), message, again });
            if let Some(webhook) = &mut bot.webhook {
                webhook.lanes.push(lane, id);
            }
            bot.wake.notify_waiters();
        }
        let outcome = if full { "rejected" } else { "queued" };
        self.write_log(
            bot_id,
            What::Update { id, json, via, outcome, attempt: 0, status: None, error: None },
        );
    }

    /// Delivers an update of the log once more, under the same id.
    pub(crate) fn redeliver(&mut self, bot_id: i64, update_id: i64) -> Result<(), String> {
        let missing = || format!("there is no update {update_id} of bot {bot_id} in the log");
        let json = self.log.update(bot_id, update_id).ok_or_else(missing)?;
        let expires_ms = self.now_ms + lifetime_ms("message");
        let bot = self.bots.get_mut(&bot_id).ok_or_else(missing)?;
        let lane = bot.updates.find(update_id).map_or(Lane::Inline(0), |update| update.lane);
        let update = Update { id: update_id, lane, expires_ms, json, message: None, again: false };
        match &mut bot.webhook {
            Some(webhook) => {
                webhook.lanes.push(lane, update_id);
                bot.updates.push(update);
            }
            None => bot.updates.repeat(update),
        }
        bot.wake.notify_waiters();
        Ok(())
    }

    /// Lets the newest update overtake the one before it, when they belong to different lanes.
    fn swap_last_two(&mut self, bot_id: i64) {
        let Some(bot) = self.bots.get_mut(&bot_id) else { return };
        if let Some(webhook) = &mut bot.webhook {
            webhook.lanes.overtake();
            return;
        }
        let Some((before, newest)) = bot.updates.last_two() else { return };
        let lanes = [before, newest].map(|id| bot.updates.find(id).map(|update| update.lane));
        if lanes[0] == lanes[1] {
            return;
        }
        if let (Some(first), Some(second)) = (bot.updates.remove(before), bot.updates.remove(newest)) {
            let renumbered = |update: Update, id: i64| {
                let json = update.json.replacen(&update.id.to_string(), &id.to_string(), 1).into();
                Update { id, json, ..update }
            };
            bot.updates.push(renumbered(first, newest));
            bot.updates.push(renumbered(second, before));
        }
    }

    /// Ticks messages whose updates a bot has taken.
    pub(crate) fn mark_taken(&mut self, taken: &[Update]) {
        for (key, id) in taken.iter().filter_map(|update| update.message) {
            if let Some(message) = self.message_mut(key, id)
                && !message.read
            {
                message.read = true;
                self.message_event(key, id, "read");
            }
        }
    }

    /// Lets time do its work: unanswered questions and undelivered updates lapse.
    pub(crate) fn lapse(&mut self) {
        for query in self.queries.expire(self.now_ms) {
            self.revision += 1;
            let (method, rule) = match query.about {
                About::Press { .. } => ("answerCallbackQuery", "callback query never answered"),
                About::PreCheckout => ("answerPreCheckoutQuery", "pre-checkout query not answered in 10 s"),
                About::Shipping { .. } => ("answerShippingQuery", "shipping query never answered"),
                // Nobody is owed results for every keystroke.
                About::Inline { .. } => continue,
            };
            self.violation(query.bot, method, rule, rule);
        }
        let now = self.now_ms;
        let mut lost = Vec::new();
        for bot in self.bots.values_mut() {
            lost.extend(bot.updates.expire(now).into_iter().map(|update| (bot.id, update)));
        }
        for (bot, update) in lost {
            let outcome = What::Update {
                id: update.id,
                json: update.json,
                via: "queue",
                outcome: "expired",
                attempt: 0,
                status: None,
                error: None,
            };
            self.write_log(bot, outcome);
        }
    }
}
