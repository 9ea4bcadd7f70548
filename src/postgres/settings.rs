//! What the staff decided about the shop.

use super::store::{Held, Pg};
use crate::domain::{Setting, UpdateId};
use crate::repository::{Settings, StoreError, StoredSetting, StoredSettings};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

#[async_trait]
impl<C: Held> Settings for Pg<C> {
    async fn read(&mut self) -> Result<StoredSettings, StoreError> {
        let rows = sqlx::query!(
            r#"SELECT v.version AS current, s.name AS "name?", s.value AS "value?", s.version AS "version?"
               FROM settings_version v LEFT JOIN settings s ON true"#
        )
        .fetch_all(&mut *self.0)
        .await?;
        let version = rows.first().map_or(0, |row| row.current);
        let all = rows.into_iter().filter_map(|row| {
            let setting = Setting::parse(&row.name?)?;
            Some(StoredSetting { setting, value: row.value, version: row.version? })
        });
        Ok(StoredSettings { version, all: all.collect() })
    }

    async fn hold(&mut self) -> Result<StoredSettings, StoreError> {
        // A statement of its own: the next one then sees what was committed while this one waited.
        sqlx::query!("SELECT version FROM settings_version FOR UPDATE").fetch_all(&mut *self.0).await?;
        Settings::read(self).await
    }

    async fn set(&mut self, setting: Setting, value: Option<&str>) -> Result<(), StoreError> {
        sqlx::query!(
            "WITH counted AS (UPDATE settings_version SET version = version + 1 RETURNING version)
             INSERT INTO settings (name, value, version) SELECT $1, $2, version FROM counted
             ON CONFLICT (name) DO UPDATE SET value = excluded.value, version = excluded.version",
            setting.as_str(),
            value,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(())
    }

    async fn keep_draft(
        &mut self,
        update: UpdateId,
        setting: Setting,
        value: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        sqlx::query!(
            "WITH old AS (DELETE FROM setting_drafts WHERE at < $4::timestamptz - interval '30 days')
             INSERT INTO setting_drafts (update_id, name, value, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            update.0,
            setting.as_str(),
            value,
            now,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(())
    }

    async fn take_draft(&mut self, update: UpdateId) -> Result<Option<(Setting, String)>, StoreError> {
        let row =
            sqlx::query!("DELETE FROM setting_drafts WHERE update_id = $1 RETURNING name, value", update.0)
                .fetch_optional(&mut *self.0)
                .await?;
        Ok(row.and_then(|row| Some((Setting::parse(&row.name)?, row.value))))
    }
}
