//! Questions a bot has to answer in time: presses, inline queries, shipping and pre-checkout queries.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::chat::ChatKey;

/// After this many milliseconds an answer to a press is refused (seen in practice; Telegram gives no figure).
pub(crate) const PRESS_MS: i64 = 15_000;
/// Documentation: the bot must answer a `pre_checkout_query` within 10 seconds.
pub(crate) const PRE_CHECKOUT_MS: i64 = 10_000;
/// The lifetime of an undelivered `inline_query` (source of the Bot API server).
pub(crate) const INLINE_MS: i64 = 30_000;
/// The lifetime of an undelivered `shipping_query` (source of the Bot API server).
pub(crate) const SHIPPING_MS: i64 = 150_000;

/// Old queries are forgotten beyond this many.
const KEPT: usize = 20_000;

/// One question.
#[derive(Clone, Debug)]
pub(crate) struct Query {
    pub(crate) bot: i64,
    pub(crate) user: i64,
    pub(crate) asked_ms: i64,
    pub(crate) about: About,
    /// What the bot answered.
    pub(crate) answer: Option<Value>,
    pub(crate) answered_ms: i64,
    /// The clock ran out and nobody will accept an answer any more.
    pub(crate) expired: bool,
}

/// What was asked.
#[derive(Clone, Debug)]
pub(crate) enum About {
    Press { chat: ChatKey, message_id: i64, row: usize, column: usize, data: String },
    Inline { text: String, offset: String },
    Shipping { payload: String },
    PreCheckout,
}

impl About {
    pub(crate) fn limit_ms(&self) -> i64 {
        match self {
            Self::Press { .. } => PRESS_MS,
            Self::Inline { .. } => INLINE_MS,
            Self::Shipping { .. } => SHIPPING_MS,
            Self::PreCheckout => PRE_CHECKOUT_MS,
        }
    }

    /// Where the button of a press is, and its answer is shown.
    pub(crate) fn chat(&self) -> Option<ChatKey> {
        match self {
            Self::Press { chat, .. } => Some(*chat),
            _ => None,
        }
    }

    fn same_kind(&self, other: &Self) -> bool {
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// Why an answer was not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unanswerable {
    Unknown,
    TooLate,
    Twice,
}

/// All questions, by id.
#[derive(Debug)]
pub(crate) struct Queries {
    queries: BTreeMap<i64, Query>,
    next: i64,
    /// The inline query whose answer may be shown again to whoever types the same.
    cached: HashMap<Typed, i64>,
}

/// What was typed at which bot; the person only when the answer was for that person alone.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Typed {
    bot: i64,
    user: Option<i64>,
    text: String,
    offset: String,
}

impl Typed {
    fn of(query: &Query, personal: bool) -> Option<Self> {
        let About::Inline { text, offset } = &query.about else { return None };
        let user = personal.then_some(query.user);
        Some(Self { bot: query.bot, user, text: text.clone(), offset: offset.clone() })
    }
}

impl Queries {
    pub(crate) fn starting_at(next: i64) -> Self {
        Self { queries: BTreeMap::new(), next, cached: HashMap::new() }
    }

    pub(crate) fn ask(&mut self, bot: i64, user: i64, asked_ms: i64, about: About) -> String {
        let id = self.next;
        self.next += 1;
        let query = Query { bot, user, asked_ms, about, answer: None, answered_ms: 0, expired: false };
        self.queries.insert(id, query);
        if self.queries.len() > KEPT
            && let Some((oldest, query)) = self.queries.pop_first()
        {
            for typed in [true, false].into_iter().filter_map(|personal| Typed::of(&query, personal)) {
                if self.cached.get(&typed) == Some(&oldest) {
                    self.cached.remove(&typed);
                }
            }
        }
        id.to_string()
    }

    /// Answers an inline query with what the bot said to the same words before, if its `cache_time` is not over.
    pub(crate) fn answer_from_cache(&mut self, id: &str, now_ms: i64) -> bool {
        let Some(asked) = self.find(id) else { return false };
        let typed = [true, false].into_iter().filter_map(|personal| Typed::of(asked, personal));
        let fresh = typed.filter_map(|typed| self.queries.get(self.cached.get(&typed)?)).find(|earlier| {
            let seconds = earlier.answer.as_ref().and_then(|answer| answer["cache_time"].as_i64());
            now_ms < earlier.answered_ms + seconds.unwrap_or(0).saturating_mul(1_000)
        });
        let Some((answer, answered_ms)) = fresh.map(|query| (query.answer.clone(), query.answered_ms)) else {
            return false;
        };
        if let Some(asked) = id.parse().ok().and_then(|id: i64| self.queries.get_mut(&id)) {
            asked.answer = answer;
            asked.answered_ms = answered_ms;
        }
        true
    }

    pub(crate) fn find(&self, id: &str) -> Option<&Query> {
        self.queries.get(&id.parse().ok()?)
    }

    /// The newest answer to a query like this.
    pub(crate) fn latest(&self, wanted: impl Fn(&Query) -> bool) -> Option<&Value> {
        self.queries.values().rev().filter(|query| wanted(query)).find_map(|query| query.answer.as_ref())
    }

    /// Presses of this message by this person that spin.
    pub(crate) fn spinning(&self, at: ChatKey, user: i64, message: i64) -> Vec<(i64, usize, usize)> {
        // Newest first, and only among the recent ones: a spinner lives for seconds.
        self.queries
            .iter()
            .rev()
            .take(200)
            .filter_map(|(id, query)| match query.about {
                About::Press { chat, message_id, row, column, .. }
                    if chat == at
                        && query.user == user
                        && message_id == message
                        && query.answer.is_none()
                        && !query.expired =>
                {
                    Some((*id, row, column))
                }
                _ => None,
            })
            .collect()
    }

    /// Records the answer of `bot`. `kind` is any `About` of the wanted kind.
    pub(crate) fn answer(
        &mut self,
        id: &str,
        bot: i64,
        kind: &About,
        now_ms: i64,
        answer: Value,
    ) -> Result<&Query, Unanswerable> {
        let number = id.parse().unwrap_or(0);
        let query = self.queries.get_mut(&number);
        let query = query
            .filter(|query| query.bot == bot && query.about.same_kind(kind))
            .ok_or(Unanswerable::Unknown)?;
        if query.answer.is_some() {
            return Err(Unanswerable::Twice);
        }
        if query.expired || now_ms - query.asked_ms > query.about.limit_ms() {
            query.expired = true;
            return Err(Unanswerable::TooLate);
        }
        let personal = answer["is_personal"] == true;
        query.answer = Some(answer);
        query.answered_ms = now_ms;
        if let Some(typed) = Typed::of(query, personal) {
            self.cached.insert(typed, number);
        }
        Ok(query)
    }

    /// Marks what was not answered in time; returns those that ran out now.
    pub(crate) fn expire(&mut self, now_ms: i64) -> Vec<Query> {
        let mut lapsed = Vec::new();
        for query in self.queries.values_mut().rev().take(2_000) {
            let over = now_ms - query.asked_ms > query.about.limit_ms();
            if over && !query.expired && query.answer.is_none() {
                query.expired = true;
                lapsed.push(query.clone());
            }
        }
        lapsed
    }

    pub(crate) fn clear(&mut self) {
        self.queries.clear();
        self.cached.clear();
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_pre_checkout_query_is_answered_once_and_within_ten_seconds() {
        let mut queries = Queries::starting_at(1);
        let id = queries.ask(77, 1, 0, About::PreCheckout);
        let mut answer = |at| queries.answer(&id, 77, &About::PreCheckout, at, json!(true)).err();
        assert_eq!(answer(10_000), None);
        assert_eq!(answer(10_000), Some(Unanswerable::Twice));
        let late = queries.ask(77, 1, 0, About::PreCheckout);
        let answer = queries.answer(&late, 77, &About::PreCheckout, 10_001, json!(true)).err();
        assert_eq!(answer, Some(Unanswerable::TooLate));
    }

    #[test]
    fn a_query_belongs_to_one_bot_and_one_kind() {
        let mut queries = Queries::starting_at(1);
        let id = queries.ask(77, 1, 0, About::PreCheckout);
        let shipping = About::Shipping { payload: String::new() };
        assert_eq!(
            queries.answer(&id, 78, &About::PreCheckout, 0, json!(1)).err(),
            Some(Unanswerable::Unknown)
        );
        assert_eq!(queries.answer(&id, 77, &shipping, 0, json!(1)).err(), Some(Unanswerable::Unknown));
    }
}
