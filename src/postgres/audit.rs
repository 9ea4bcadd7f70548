//! Who did what.

use super::store::{Held, Pg};
use super::value::broken;
use crate::domain::{Actor, AuditEntry, AuditFilter, Deed, NewAudit, OrderNumber, PromoCode, Subject};
use crate::repository::{Audit, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

struct Row {
    id: i64,
    at: DateTime<Utc>,
    actor_name: String,
    deed: String,
    subject: String,
    before: Option<String>,
    after: Option<String>,
    number: Option<i64>,
    code: Option<String>,
    is_series: bool,
}

impl Row {
    fn entry(self) -> Result<AuditEntry, StoreError> {
        Ok(AuditEntry {
            id: self.id,
            who: self.actor_name,
            deed: Deed::parse(&self.deed).ok_or_else(|| broken("a deed that is not known"))?,
            subject: Subject::parse(&self.subject).ok_or_else(|| broken("a subject that is not known"))?,
            order: self.number.map(OrderNumber),
            promo: self.code.map(|code| name(code, self.is_series)).transpose()?,
            before: self.before,
            after: self.after,
            at: self.at,
        })
    }
}

fn name(code: String, is_series: bool) -> Result<String, StoreError> {
    if !is_series {
        return Ok(code);
    }
    let code = PromoCode::parse(&code).map_err(|_| broken("a promo code that is none"))?;
    Ok(format!("{}-…", code.stem()))
}

#[async_trait]
impl<C: Held> Audit for Pg<C> {
    async fn record(&mut self, entry: &NewAudit) -> Result<(), StoreError> {
        let Actor::Staff(actor, name) = &entry.actor else { return Ok(()) };
        sqlx::query!(
            "INSERT INTO audit (at, actor, actor_name, deed, subject, before, after)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
            entry.at,
            actor,
            name,
            entry.deed.as_str(),
            entry.subject.to_string(),
            entry.before,
            entry.after,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(())
    }

    async fn latest(
        &mut self,
        filter: AuditFilter,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<AuditEntry>, StoreError> {
        let (subject, actor) = match filter {
            AuditFilter::All => (None, None),
            AuditFilter::Of(subject) => (Some(subject.to_string()), None),
            AuditFilter::About(person) => (Some(Subject::Person(person).to_string()), Some(person)),
        };
        // Each part walks one index from its newest end, and stops after a page. Without a known limit, or with an equation
        // for a person who did little, the planner would walk through everything.
        let rows = sqlx::query_as!(
            Row,
            r#"WITH found AS (
                   (SELECT * FROM audit WHERE $1::text IS NULL AND id < $3 ORDER BY id DESC LIMIT 50)
                   UNION
                   (SELECT * FROM audit WHERE subject = $1 AND id < $3 ORDER BY id DESC LIMIT 50)
                   UNION
                   (SELECT * FROM audit WHERE actor BETWEEN $2 AND $2 AND id < $3
                    ORDER BY actor, id DESC LIMIT 50)
               )
               SELECT f.id AS "id!", f.at AS "at!", f.actor_name AS "actor_name!", f.deed AS "deed!",
                      f.subject AS "subject!", f.before, f.after, o.number AS "number?",
                      p.code AS "code?", p.series IS NOT NULL AS "is_series!"
               FROM found f
               LEFT JOIN promos p
                      ON p.id = CASE WHEN f.subject LIKE 'promo:%' THEN substr(f.subject, 7)::bigint END
               LEFT JOIN orders o
                      ON o.id = CASE WHEN f.subject LIKE 'order:%' THEN substr(f.subject, 7)::uuid END
               ORDER BY f.id DESC LIMIT $4"#,
            subject,
            actor,
            before.unwrap_or(i64::MAX),
            i64::from(limit),
        )
        .fetch_all(&mut *self.0)
        .await?;
        rows.into_iter().map(Row::entry).collect()
    }
}
