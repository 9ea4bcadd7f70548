//! Messages to many customers, as the staff decide about them.

use super::store::{Held, Pg};
use super::value::{broken, count as unsigned, money};
use crate::domain::{
    Broadcast, BroadcastId, BroadcastLink, BroadcastState, ChatId, Followed, Lang, MessageId, Segment, Tally,
};
use crate::repository::{Audience, Broadcasts, NewBroadcast, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};

/// An audience as `broadcast_audience` takes it.
#[derive(Default)]
struct Asked {
    language: Option<&'static str>,
    fallback: &'static str,
    bought_since: Option<DateTime<Utc>>,
    bought_from: Option<i64>,
    with_cart: bool,
    never_bought: bool,
}

impl Asked {
    fn of(audience: &Audience) -> Self {
        let all = Self { fallback: Lang::code(audience.fallback), ..Self::default() };
        match audience.segment {
            Segment::Everyone => all,
            Segment::Language(lang) => Self { language: Some(lang.code()), ..all },
            Segment::BoughtWithin(days) => {
                Self { bought_since: Some(audience.now - TimeDelta::days(days.into())), ..all }
            }
            Segment::BoughtFrom(category) => Self { bought_from: Some(category.0), ..all },
            Segment::WithCart => Self { with_cart: true, ..all },
            Segment::NeverBought => Self { never_bought: true, ..all },
        }
    }
}

struct BroadcastRow {
    id: i64,
    chat: i64,
    message: i32,
    segment: String,
    link: String,
    state: String,
    trouble: Option<String>,
    starts_at: Option<DateTime<Utc>>,
    recipients: i32,
    sent: i32,
    unreachable: i32,
    failed: i32,
    uncertain: i32,
    skipped: i32,
    card_chat: Option<i64>,
    card_message: Option<i32>,
}

impl BroadcastRow {
    fn broadcast(self) -> Result<Broadcast, StoreError> {
        Ok(Broadcast {
            id: BroadcastId(self.id),
            original: (ChatId(self.chat), MessageId(self.message)),
            segment: Segment::parse(&self.segment).ok_or_else(|| broken("a segment that is not known"))?,
            link: BroadcastLink::parse(&self.link).ok_or_else(|| broken("a link that is not known"))?,
            state: BroadcastState::parse(&self.state)
                .ok_or_else(|| broken("a broadcast's state that is not known"))?,
            trouble: self.trouble,
            starts_at: self.starts_at,
            tally: Tally {
                recipients: unsigned(self.recipients),
                sent: unsigned(self.sent),
                unreachable: unsigned(self.unreachable),
                failed: unsigned(self.failed),
                uncertain: unsigned(self.uncertain),
                skipped: unsigned(self.skipped),
            },
            card: self.card_chat.map(ChatId).zip(self.card_message.map(MessageId)),
        })
    }
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
        let row = sqlx::query_as!(
            BroadcastRow,
            "SELECT id, chat, message, segment, link, state, trouble, starts_at, recipients, sent, unreachable,
                    failed, uncertain, skipped, card_chat, card_message
             FROM broadcasts WHERE id = $1",
            id.0
        )
        .fetch_optional(&mut *self.0)
        .await?;
        row.map(BroadcastRow::broadcast).transpose()
    }

    async fn recent(&mut self, limit: u32) -> Result<Vec<Broadcast>, StoreError> {
        let rows = sqlx::query_as!(
            BroadcastRow,
            r#"(SELECT id AS "id!", chat AS "chat!", message AS "message!", segment AS "segment!", link AS "link!",
                       state AS "state!", trouble, starts_at, recipients AS "recipients!", sent AS "sent!",
                       unreachable AS "unreachable!", failed AS "failed!", uncertain AS "uncertain!",
                       skipped AS "skipped!", card_chat, card_message
                FROM broadcasts WHERE state = 'scheduled' ORDER BY starts_at, id LIMIT $1)
               UNION ALL
               (SELECT id, chat, message, segment, link, state, trouble, starts_at, recipients, sent, unreachable,
                       failed, uncertain, skipped, card_chat, card_message
                FROM broadcasts WHERE state <> 'scheduled' ORDER BY id DESC LIMIT $1)
               LIMIT $1"#,
            i64::from(limit)
        )
        .fetch_all(&mut *self.0)
        .await?;
        rows.into_iter().map(BroadcastRow::broadcast).collect()
    }

    async fn count(&mut self, audience: &Audience) -> Result<u32, StoreError> {
        let asked = Asked::of(audience);
        let found = sqlx::query_scalar!(
            r#"SELECT count(*)::int AS "count!" FROM broadcast_audience($1, $2, $3, $4, $5, $6)"#,
            asked.language,
            asked.fallback,
            asked.bought_since,
            asked.bought_from,
            asked.with_cart,
            asked.never_bought,
        )
        .fetch_one(&mut *self.0)
        .await?;
        Ok(unsigned(found))
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

    async fn lead(&mut self, id: BroadcastId, link: BroadcastLink) -> Result<bool, StoreError> {
        let done = sqlx::query!(
            "UPDATE broadcasts SET link = $2 WHERE id = $1 AND state = 'draft'",
            id.0,
            link.to_string()
        )
        .execute(&mut *self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn schedule(&mut self, id: BroadcastId, at: DateTime<Utc>) -> Result<bool, StoreError> {
        let done = sqlx::query!(
            "UPDATE broadcasts SET state = 'scheduled', starts_at = $2
             WHERE id = $1 AND state IN ('draft', 'scheduled')",
            id.0,
            at,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn due(
        &mut self,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<(BroadcastId, Segment)>, StoreError> {
        let rows = sqlx::query!(
            "SELECT id, segment FROM broadcasts WHERE state = 'scheduled' AND starts_at <= $1
             ORDER BY starts_at LIMIT $2",
            now,
            i64::from(limit),
        )
        .fetch_all(&mut *self.0)
        .await?;
        let segment = |word: &str| Segment::parse(word).ok_or_else(|| broken("a segment that is not known"));
        rows.into_iter().map(|row| Ok((BroadcastId(row.id), segment(&row.segment)?))).collect()
    }

    async fn begin(
        &mut self,
        id: BroadcastId,
        from: BroadcastState,
        audience: &Audience,
    ) -> Result<bool, StoreError> {
        let asked = Asked::of(audience);
        // The row of the broadcast is locked first: whoever comes second waits for it and then finds another state.
        let begun = sqlx::query!(
            "WITH begun AS (
                 SELECT id FROM broadcasts
                 WHERE id = $1 AND state = $2 AND segment = $3
                   AND (state <> 'scheduled' OR starts_at <= $10) FOR UPDATE
             ), added AS (
                 INSERT INTO broadcast_recipients (broadcast, customer)
                 SELECT begun.id, customer FROM begun, broadcast_audience($4, $5, $6, $7, $8, $9) AS customer
                 RETURNING customer
             )
             UPDATE broadcasts b SET state = 'sending', begun_at = $10, recipients = (SELECT count(*) FROM added)
             FROM begun WHERE b.id = begun.id",
            id.0,
            from.as_str(),
            audience.segment.to_string(),
            asked.language,
            asked.fallback,
            asked.bought_since,
            asked.bought_from,
            asked.with_cart,
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

    async fn followed(
        &mut self,
        id: BroadcastId,
        within: TimeDelta,
        currency: &str,
    ) -> Result<Followed, StoreError> {
        // From the orders of its days to the recipients: a broadcast has far more recipients than orders follow.
        let row = sqlx::query!(
            r#"SELECT count(*) AS "orders!", coalesce(sum(o.total), 0) AS "sum!"
               FROM broadcasts b
               JOIN orders o ON o.placed_at >= b.begun_at
                            AND o.placed_at < coalesce(b.ended_at, 'infinity') + make_interval(secs => $2)
               JOIN broadcast_recipients r ON r.broadcast = b.id AND r.customer = o.customer
               WHERE b.id = $1 AND r.state = 'sent' AND o.currency = $3
                 AND o.status NOT IN ('rejected', 'cancelled')
                 AND o.placed_at >= r.due_at AND o.placed_at < r.due_at + make_interval(secs => $2)"#,
            id.0,
            within.as_seconds_f64(),
            currency,
        )
        .fetch_one(&mut *self.0)
        .await?;
        Ok(Followed { orders: unsigned(row.orders), sum: money(row.sum)? })
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
