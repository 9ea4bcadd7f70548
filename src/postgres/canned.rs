//! Canned answers.

use super::store::{Held, Pg};
use super::value::broken;
use crate::domain::{Canned, CannedId, CannedName, MAX_CANNED, UpdateId};
use crate::repository::{CannedAnswers, CannedMade, StoreError};
use async_trait::async_trait;

struct CannedRow {
    id: i64,
    name: String,
    text: Option<String>,
}

impl CannedRow {
    fn canned(self) -> Result<Canned, StoreError> {
        let name = CannedName::parse(&self.name).ok_or_else(|| broken("a canned answer without a name"))?;
        Ok(Canned { id: CannedId(self.id), name, text: self.text })
    }
}

#[async_trait]
impl<C: Held> CannedAnswers for Pg<C> {
    async fn list(&mut self) -> Result<Vec<Canned>, StoreError> {
        let rows = sqlx::query_as!(CannedRow, "SELECT id, name, text FROM canned_answers ORDER BY name")
            .fetch_all(&mut *self.0)
            .await?;
        rows.into_iter().map(CannedRow::canned).collect()
    }

    async fn find(&mut self, id: CannedId) -> Result<Option<Canned>, StoreError> {
        let row = sqlx::query_as!(CannedRow, "SELECT id, name, text FROM canned_answers WHERE id = $1", id.0)
            .fetch_optional(&mut *self.0)
            .await?;
        row.map(CannedRow::canned).transpose()
    }

    async fn named(&mut self, name: &CannedName) -> Result<Option<Canned>, StoreError> {
        let row = sqlx::query_as!(
            CannedRow,
            "SELECT id, name, text FROM canned_answers WHERE name = $1",
            name.as_str()
        )
        .fetch_optional(&mut *self.0)
        .await?;
        row.map(CannedRow::canned).transpose()
    }

    async fn make(&mut self, asked: UpdateId, name: &CannedName) -> Result<CannedMade, StoreError> {
        // Whoever makes one holds the table for a moment, so that the count is right.
        sqlx::query!("SELECT pg_advisory_xact_lock(hashtext('canned_answers'))")
            .execute(&mut *self.0)
            .await?;
        let row = sqlx::query!(
            r#"WITH known AS (
                   SELECT id FROM canned_answers WHERE asked = $1
               ), counted AS (
                   SELECT count(*) >= $3 AS "full" FROM canned_answers
               ), made AS (
                   INSERT INTO canned_answers (asked, name)
                   SELECT $1, $2 FROM counted WHERE NOT "full" AND NOT EXISTS (SELECT FROM known)
                   ON CONFLICT DO NOTHING RETURNING id
               )
               SELECT (SELECT id FROM known) AS known, (SELECT id FROM made) AS made, "full" AS "full!"
               FROM counted"#,
            asked.0,
            name.as_str(),
            i64::from(MAX_CANNED),
        )
        .fetch_one(&mut *self.0)
        .await?;
        Ok(match (row.known, row.made) {
            (Some(id), _) => CannedMade::Known(CannedId(id)),
            (None, Some(id)) => CannedMade::New(CannedId(id)),
            (None, None) if row.full => CannedMade::Full,
            (None, None) => CannedMade::Taken,
        })
    }

    async fn word(&mut self, id: CannedId, text: &str) -> Result<bool, StoreError> {
        let done = sqlx::query!(
            "UPDATE canned_answers SET text = $2 WHERE id = $1 AND text IS DISTINCT FROM $2",
            id.0,
            text,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn remove(&mut self, id: CannedId) -> Result<bool, StoreError> {
        let done =
            sqlx::query!("DELETE FROM canned_answers WHERE id = $1", id.0).execute(&mut *self.0).await?;
        Ok(done.rows_affected() == 1)
    }
}
