//! Messages to many customers, as the staff decide about them.

use super::store::{Held, Pg};
use super::value::broken;
use crate::domain::{Broadcast, BroadcastId, BroadcastState, ChatId, Lang, MessageId, Segment, Tally};
use crate::repository::{Audience, Broadcasts, NewBroadcast, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};

/// An audience as `broadcast_audience` takes it.
struct Asked {
    language: Option<&'static str>,
    fallback: &'static str,
    bought_since: Option<DateTime<Utc>>,
    never_bought: bool,
}

impl Asked {
    fn of(audience: &Audience) -> Self {
        let Audience { segment, fallback, now } = audience;
        Self {
            language: if let Segment::Language(lang) = segment { Some(lang.code()) } else { None },
            fallback: Lang::code(*fallback),
            bought_since: if let Segment::BoughtWithin(days) = segment {
                Some(*now - TimeDelta::days((*days).into()))
            } else {
                None
            },
            never_bought: *segment == Segment::NeverBought,
        }
    }
}

fn count(number: i32) -> u32 {
    number.unsigned_abs()
}

#[async_trait]
impl<C: Held> Broadcasts for Pg<C> {
    async fn draft(&mut self, new: &NewBroadcast) -> Result<Option<BroadcastId>, StoreError> {
        let id = sqlx::query_scalar!(
            "INSERT INTO broadcasts (chat, message, command, segment, created_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (chat, command) DO NOTHING RETURNING id",
            new.chat.0,
            new.message.0,
            new.command.0,
            new.segment.to_string(),
            new.at,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(id.map(BroadcastId))
    }

    async fn find(&mut self, id: BroadcastId) -> Result<Option<Broadcast>, StoreError> {
        let row = sqlx::query!(
            "SELECT chat, message, segment, state, trouble, recipients, sent, unreachable, failed, uncertain,
                    skipped, card_chat, card_message
             FROM broadcasts WHERE id = $1",
            id.0
        )
        .fetch_optional(&mut *self.0)
        .await?;
        let Some(row) = row else { return Ok(None) };
        Ok(Some(Broadcast {
            id,
            original: (ChatId(row.chat), MessageId(row.message)),
            segment: Segment::parse(&row.segment).ok_or_else(|| broken("a segment that is not known"))?,
            state: BroadcastState::parse(&row.state)
                .ok_or_else(|| broken("a broadcast's state that is not known"))?,
            trouble: row.trouble,
            tally: Tally {
                recipients: count(row.recipients),
                sent: count(row.sent),
                unreachable: count(row.unreachable),
                failed: count(row.failed),
                uncertain: count(row.uncertain),
                skipped: count(row.skipped),
            },
            card: row.card_chat.map(ChatId).zip(row.card_message.map(MessageId)),
        }))
    }

    async fn count(&mut self, audience: &Audience) -> Result<u32, StoreError> {
        let asked = Asked::of(audience);
        let found = sqlx::query_scalar!(
            r#"SELECT count(*)::int AS "count!" FROM broadcast_audience($1, $2, $3, $4)"#,
            asked.language,
            asked.fallback,
            asked.bought_since,
            asked.never_bought,
        )
        .fetch_one(&mut *self.0)
        .await?;
        Ok(count(found))
    }

    async fn choose(&mut self, id: BroadcastId, segment: Segment) -> Result<bool, StoreError> {
        let done = sqlx::query!(
            "UPDATE broadcasts SET segment = $2 WHERE id = $1 AND state = 'draft'",
            id.0,
            segment.to_string()
        )
        .execute(&mut *self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn begin(&mut self, id: BroadcastId, audience: &Audience) -> Result<bool, StoreError> {
        let asked = Asked::of(audience);
        // The row of the broadcast is locked first: a second press waits for it and then finds no draft.
        let begun = sqlx::query!(
            "WITH begun AS (
                 SELECT id FROM broadcasts WHERE id = $1 AND state = 'draft' AND segment = $2 FOR UPDATE
             ), added AS (
                 INSERT INTO broadcast_recipients (broadcast, customer)
                 SELECT begun.id, customer FROM begun, broadcast_audience($3, $4, $5, $6) AS customer
                 RETURNING customer
             )
             UPDATE broadcasts b SET state = 'sending', begun_at = $7, recipients = (SELECT count(*) FROM added)
             FROM begun WHERE b.id = begun.id",
            id.0,
            audience.segment.to_string(),
            asked.language,
            asked.fallback,
            asked.bought_since,
            asked.never_bought,
            audience.now,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(begun.rows_affected() == 1)
    }

    async fn turn(
        &mut self,
        id: BroadcastId,
        from: &[BroadcastState],
        to: BroadcastState,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let from: Vec<&str> = from.iter().map(|state| state.as_str()).collect();
        let turned = sqlx::query!(
            "UPDATE broadcasts SET state = $3, trouble = NULL,
                    ended_at = CASE WHEN $3 IN ('done', 'cancelled') THEN $4::timestamptz END
             WHERE id = $1 AND state = ANY($2)",
            id.0,
            &from as &[&str],
            to.as_str(),
            now,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(turned.rows_affected() == 1)
    }

    async fn set_card(
        &mut self,
        id: BroadcastId,
        chat: ChatId,
        message: MessageId,
    ) -> Result<(), StoreError> {
        sqlx::query!(
            "UPDATE broadcasts SET card_chat = $2, card_message = $3 WHERE id = $1",
            id.0,
            chat.0,
            message.0
        )
        .execute(&mut *self.0)
        .await?;
        Ok(())
    }
}
