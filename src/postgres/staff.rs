//! Who works here.

use super::store::{Held, Pg};
use crate::domain::{Role, StaffMember, Standing};
use crate::repository::{Presence, Staff, StoreError};
use async_trait::async_trait;

struct Row {
    person: i64,
    name: String,
    username: Option<String>,
    role: Option<String>,
    standing: Option<String>,
    moves: i32,
}

impl From<Row> for StaffMember {
    fn from(row: Row) -> Self {
        Self {
            person: row.person,
            name: row.name,
            username: row.username,
            given: row.role.as_deref().and_then(Role::parse),
            standing: row.standing.as_deref().and_then(Standing::parse),
            moves: row.moves,
        }
    }
}

#[async_trait]
impl<C: Held> Staff for Pg<C> {
    async fn find(&mut self, person: i64) -> Result<Option<StaffMember>, StoreError> {
        let row = sqlx::query_as!(
            Row,
            "SELECT person, name, username, role, standing, moves FROM staff WHERE person = $1",
            person
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(row.map(StaffMember::from))
    }

    async fn named(&mut self, username: &str) -> Result<Option<i64>, StoreError> {
        let person = sqlx::query_scalar!(
            r#"SELECT coalesce((SELECT person FROM staff WHERE lower(username) = lower($1) LIMIT 1),
                               (SELECT id FROM customers WHERE lower(username) = lower($1) LIMIT 1)) AS person"#,
            username
        )
        .fetch_one(&mut *self.0)
        .await?;
        Ok(person)
    }

    async fn list(&mut self, limit: u32) -> Result<Vec<StaffMember>, StoreError> {
        let rows = sqlx::query_as!(
            Row,
            "SELECT person, name, username, role, standing, moves FROM staff
             WHERE standing IS NOT NULL ORDER BY name, person LIMIT $1",
            i64::from(limit)
        )
        .fetch_all(&mut *self.0)
        .await?;
        Ok(rows.into_iter().map(StaffMember::from).collect())
    }

    async fn met(&mut self, who: &Presence, moved: bool) -> Result<StaffMember, StoreError> {
        let row = sqlx::query_as!(
            Row,
            "INSERT INTO staff AS s (person, name, username, standing) VALUES ($1, $2, $3, $4)
             ON CONFLICT (person) DO UPDATE SET
                 name = excluded.name, username = excluded.username, standing = excluded.standing,
                 role = CASE WHEN excluded.standing IS NULL AND s.role <> 'guest' THEN NULL ELSE s.role END,
                 moves = s.moves + $5::integer
             RETURNING person, name, username, role, standing, moves",
            who.person,
            who.name,
            who.username,
            who.standing.map(Standing::as_str),
            i32::from(moved),
        )
        .fetch_one(&mut *self.0)
        .await?;
        Ok(row.into())
    }

    async fn give(&mut self, person: i64, from: Option<Role>, to: Option<Role>) -> Result<bool, StoreError> {
        let done = sqlx::query!(
            "UPDATE staff SET role = $3 WHERE person = $1 AND role IS NOT DISTINCT FROM $2",
            person,
            from.map(Role::as_str),
            to.map(Role::as_str),
        )
        .execute(&mut *self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }
}
