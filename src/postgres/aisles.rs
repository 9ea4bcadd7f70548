//! Categories, made and changed by the staff.

use super::store::{Held, Pg};
use super::value::{JsonTexts, count, int};
use crate::domain::{Aisle, CategoryId, Lang, MAX_AISLES, UpdateId};
use crate::repository::{Aisles, Made, Place, Reworded, StoreError};
use async_trait::async_trait;

#[async_trait]
impl<C: Held> Aisles for Pg<C> {
    async fn list(&mut self) -> Result<Vec<Aisle>, StoreError> {
        let rows = sqlx::query!(
            r#"SELECT c.id, c.parent, c.names AS "names: JsonTexts", c.visible,
                      (SELECT count(*) FROM products p WHERE p.category = c.id AND p.stage <> 'archived') AS "products!",
                      (SELECT count(*) FROM products p WHERE p.category = c.id AND p.stage = 'archived') AS "archived!",
                      (SELECT count(*) FROM categories sub WHERE sub.parent = c.id) AS "below!",
                      (SELECT count(DISTINCT coalesce(p.series, p.id)) FROM promo_categories pc
                       JOIN promos p ON p.id = pc.promo WHERE pc.category = c.id) AS "promos!"
               FROM categories c
               LEFT JOIN categories above ON above.id = c.parent
               ORDER BY coalesce(above.position, c.position), coalesce(above.id, c.id), above.id IS NOT NULL,
                        c.position, c.id"#
        )
        .fetch_all(&mut *self.0)
        .await?;
        let aisles = rows.into_iter().map(|row| Aisle {
            id: CategoryId(row.id),
            parent: row.parent.map(CategoryId),
            names: row.names.0,
            visible: row.visible,
            products: count(row.products),
            archived: count(row.archived),
            below: count(row.below),
            promos: count(row.promos),
        });
        Ok(aisles.collect())
    }

    async fn make(
        &mut self,
        asked: UpdateId,
        parent: Option<CategoryId>,
        slug: &str,
        lang: Lang,
        name: &str,
    ) -> Result<Option<Made<CategoryId>>, StoreError> {
        let new = sqlx::query_scalar!(
            "WITH new AS (
                 SELECT nextval(pg_get_serial_sequence('categories', 'id')) AS id
             ), level AS (
                 SELECT count(*) AS number, coalesce(max(position), 0) AS last
                 FROM categories WHERE parent IS NOT DISTINCT FROM $2
             )
             INSERT INTO categories (id, slug, parent, position, names, asked)
             OVERRIDING SYSTEM VALUE
             SELECT new.id, $3 || '-' || new.id, $2, level.last + 1, jsonb_build_object($4::text, $5::text), $1
             FROM new, level
             WHERE level.number < $6
               AND ($2::bigint IS NULL OR EXISTS (SELECT FROM categories WHERE id = $2 AND parent IS NULL))
             ON CONFLICT (asked) DO NOTHING
             RETURNING id",
            asked.0,
            parent.map(|id| id.0),
            slug,
            lang.code(),
            name,
            i64::try_from(MAX_AISLES).unwrap_or(i64::MAX),
        )
        .fetch_optional(&mut *self.0)
        .await?;
        if let Some(id) = new {
            return Ok(Some(Made { id: CategoryId(id), is_new: true }));
        }
        let known = sqlx::query_scalar!("SELECT id FROM categories WHERE asked = $1", asked.0)
            .fetch_optional(&mut *self.0)
            .await?;
        Ok(known.map(|id| Made { id: CategoryId(id), is_new: false }))
    }

    async fn word(
        &mut self,
        id: CategoryId,
        lang: Lang,
        name: Option<&str>,
    ) -> Result<Option<Reworded>, StoreError> {
        let row = sqlx::query!(
            r#"WITH was AS (
                   SELECT id, names ->> $2 AS before,
                          CASE WHEN $3::text IS NULL THEN names - $2::text
                               ELSE jsonb_set(names, ARRAY[$2::text], to_jsonb($3::text)) END AS now
                   FROM categories WHERE id = $1 FOR NO KEY UPDATE
               )
               UPDATE categories c SET names = was.now FROM was
               WHERE c.id = was.id AND was.before IS DISTINCT FROM $3::text AND was.now <> '{}'
               RETURNING was.before"#,
            id.0,
            lang.code(),
            name,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(row.map(|row| (row.before, name.map(str::to_owned))))
    }

    async fn place(&mut self, id: CategoryId) -> Result<Option<Place>, StoreError> {
        let row = sqlx::query!(
            r#"SELECT r.number AS "number!", r.of AS "of!"
               FROM (SELECT c.id, row_number() OVER (ORDER BY c.position, c.id) AS number, count(*) OVER () AS of
                     FROM categories c
                     WHERE c.parent IS NOT DISTINCT FROM (SELECT parent FROM categories WHERE id = $1)) r
               WHERE r.id = $1"#,
            id.0,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(row.map(|row| Place { number: count(row.number), of: count(row.of) }))
    }

    async fn put_at(&mut self, id: CategoryId, number: u32) -> Result<Option<(u32, u32)>, StoreError> {
        // One after the other: each counts what the one before has left.
        sqlx::query!(
            "SELECT FROM categories WHERE parent IS NOT DISTINCT FROM (SELECT parent FROM categories WHERE id = $1)
             ORDER BY id FOR NO KEY UPDATE",
            id.0
        )
        .execute(&mut *self.0)
        .await?;
        let row = sqlx::query!(
            r#"WITH ranked AS (
                   SELECT c.id, row_number() OVER (ORDER BY c.position, c.id) AS place
                   FROM categories c
                   WHERE c.parent IS NOT DISTINCT FROM (SELECT parent FROM categories WHERE id = $1)
               ), way AS (
                   SELECT place AS "from", least(greatest($2::integer, 1), (SELECT max(place) FROM ranked)) AS "to"
                   FROM ranked WHERE id = $1
               ), placed AS (
                   SELECT r.id, CASE WHEN r.id = $1 THEN way."to"
                                     WHEN r.place > way."from" AND r.place <= way."to" THEN r.place - 1
                                     WHEN r.place < way."from" AND r.place >= way."to" THEN r.place + 1
                                     ELSE r.place END AS place
                   FROM ranked r, way WHERE way."from" <> way."to"
               ), moved AS (
                   UPDATE categories c SET position = placed.place FROM placed
                   WHERE c.id = placed.id AND c.position <> placed.place
               )
               SELECT "from" AS "from!", "to" AS "to!" FROM way WHERE "from" <> "to""#,
            id.0,
            int(number),
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(row.map(|row| (count(row.from), count(row.to))))
    }

    async fn show(&mut self, id: CategoryId, visible: bool) -> Result<bool, StoreError> {
        let done =
            sqlx::query!("UPDATE categories SET visible = $2 WHERE id = $1 AND visible <> $2", id.0, visible)
                .execute(&mut *self.0)
                .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn remove(&mut self, id: CategoryId) -> Result<bool, StoreError> {
        // Whoever puts something into it now has done so before the next statement looks, or finds it gone.
        sqlx::query!("SELECT FROM categories WHERE id = $1 FOR UPDATE", id.0).execute(&mut *self.0).await?;
        let done = sqlx::query!(
            "DELETE FROM categories c
             WHERE id = $1 AND NOT EXISTS (SELECT FROM products WHERE category = c.id)
               AND NOT EXISTS (SELECT FROM categories WHERE parent = c.id)
               AND NOT EXISTS (SELECT FROM promo_categories WHERE category = c.id)",
            id.0,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(done.rows_affected() == 1)
    }
}
