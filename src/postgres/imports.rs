//! Catalogue files that wait for a "yes".

use super::store::{Held, Pg};
use super::value::{broken, count, int};
use crate::domain::UpdateId;
use crate::repository::{CatalogDraft, ImportCounts, Imports, StockedProduct, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};

#[async_trait]
impl<C: Held> Imports for Pg<C> {
    async fn keep(&mut self, update: UpdateId, content: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        sqlx::query!(
            "WITH old AS (DELETE FROM catalog_drafts
                          WHERE at < $3::timestamptz - interval '1 day'
                             OR update_id IN (SELECT update_id FROM catalog_drafts ORDER BY at DESC OFFSET 19))
             INSERT INTO catalog_drafts (update_id, content, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            update.0,
            content,
            now,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(())
    }

    async fn hold(
        &mut self,
        update: UpdateId,
        now: DateTime<Utc>,
    ) -> Result<Option<CatalogDraft>, StoreError> {
        let row = sqlx::query!(
            "SELECT content, state, added, changed FROM catalog_drafts
             WHERE update_id = $1 AND at >= $2::timestamptz - interval '1 day' FOR UPDATE",
            update.0,
            now,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        let draft = row.map(|row| match row.state.as_str() {
            "open" => Ok(CatalogDraft::Open { content: row.content }),
            "imported" => Ok(CatalogDraft::Imported(ImportCounts {
                added: count(row.added),
                changed: count(row.changed),
            })),
            "left" => Ok(CatalogDraft::Left),
            other => Err(broken(format!("an unknown state of a catalogue file: {other}"))),
        });
        draft.transpose()
    }

    async fn settle(&mut self, update: UpdateId, draft: &CatalogDraft) -> Result<(), StoreError> {
        let (state, counts) = match draft {
            CatalogDraft::Imported(counts) => ("imported", *counts),
            CatalogDraft::Left => ("left", ImportCounts::default()),
            CatalogDraft::Open { .. } => return Ok(()),
        };
        sqlx::query!(
            "UPDATE catalog_drafts SET state = $2, added = $3, changed = $4, content = ''
             WHERE update_id = $1 AND state = 'open'",
            update.0,
            state,
            int(counts.added),
            int(counts.changed),
        )
        .execute(&mut *self.0)
        .await?;
        Ok(())
    }

    async fn hold_catalogue(&mut self, products: &[StockedProduct]) -> Result<(), StoreError> {
        let slugs: Vec<String> = products.iter().map(|product| product.slug.clone()).collect();
        let codes: Vec<String> =
            products.iter().flat_map(|product| product.skus.iter().map(|sku| sku.code.clone())).collect();
        sqlx::query!("SELECT id FROM products WHERE slug = ANY ($1) ORDER BY id FOR NO KEY UPDATE", &slugs)
            .fetch_all(&mut *self.0)
            .await?;
        // As orders do: in id order, so that an import and an order wait for each other, not for ever.
        sqlx::query!("SELECT id FROM skus WHERE sku = ANY ($1) ORDER BY id FOR NO KEY UPDATE", &codes)
            .fetch_all(&mut *self.0)
            .await?;
        Ok(())
    }

    async fn missing_pictures(&mut self, photos: &[String]) -> Result<Vec<String>, StoreError> {
        let missing = sqlx::query_scalar!(
            r#"SELECT n.photo AS "photo!" FROM unnest($1::text[]) AS n (photo)
               WHERE NOT EXISTS (SELECT FROM pictures p WHERE p.photo = n.photo)
                 AND NOT EXISTS (SELECT FROM products p WHERE p.photo = n.photo)"#,
            photos,
        )
        .fetch_all(&mut *self.0)
        .await?;
        Ok(missing)
    }
}
