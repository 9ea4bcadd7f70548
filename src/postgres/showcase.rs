//! Products, made and changed by the staff.

use super::store::{Held, Pg};
use super::value::{broken, count, int};
use crate::domain::{CategoryId, Lang, ProductId, Stage, UpdateId, Wording};
use crate::repository::{Changed, Made, Place, Showcase, StoreError, Turned};
use async_trait::async_trait;

/// The stage of a product. For customers only `visible` counts.
pub(super) fn stage(word: &str, visible: bool) -> Result<Stage, StoreError> {
    match (word, visible) {
        ("live", true) => Ok(Stage::Shown),
        ("live", false) => Ok(Stage::Hidden),
        ("draft", _) => Ok(Stage::Draft),
        ("archived", _) => Ok(Stage::Archived),
        _ => Err(broken(format!("an unknown stage: {word}"))),
    }
}

const fn columns(stage: Stage) -> (&'static str, bool) {
    match stage {
        Stage::Draft => ("draft", false),
        Stage::Hidden => ("live", false),
        Stage::Shown => ("live", true),
        Stage::Archived => ("archived", false),
    }
}

#[async_trait]
impl<C: Held> Showcase for Pg<C> {
    async fn draft(
        &mut self,
        asked: UpdateId,
        slug: &str,
        lang: Lang,
        name: &str,
    ) -> Result<Made<ProductId>, StoreError> {
        let new = sqlx::query_scalar!(
            "WITH new AS (SELECT nextval(pg_get_serial_sequence('products', 'id')) AS id)
             INSERT INTO products (id, slug, visible, stage, names, asked)
             OVERRIDING SYSTEM VALUE
             SELECT id, $2 || '-' || id, false, 'draft', jsonb_build_object($3::text, $4::text), $1 FROM new
             ON CONFLICT (asked) DO NOTHING RETURNING id",
            asked.0,
            slug,
            lang.code(),
            name,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        if let Some(id) = new {
            return Ok(Made { id: ProductId(id), is_new: true });
        }
        let known = sqlx::query_scalar!("SELECT id FROM products WHERE asked = $1", asked.0)
            .fetch_one(&mut *self.0)
            .await?;
        Ok(Made { id: ProductId(known), is_new: false })
    }

    async fn word(
        &mut self,
        id: ProductId,
        which: Wording,
        lang: Lang,
        text: Option<&str>,
    ) -> Result<Option<Changed<Option<String>>>, StoreError> {
        let row = sqlx::query!(
            r#"WITH was AS (
                   SELECT id, names, texts, CASE WHEN $4 THEN names ELSE texts END AS old
                   FROM products WHERE id = $1 FOR NO KEY UPDATE
               ), new AS (
                   SELECT id, names, texts, old ->> $2 AS before,
                          CASE WHEN $3::text IS NULL THEN old - $2::text
                               ELSE jsonb_set(old, ARRAY[$2::text], to_jsonb($3::text)) END AS now
                   FROM was
               )
               UPDATE products p
               SET names = CASE WHEN $4 THEN new.now ELSE new.names END,
                   texts = CASE WHEN $4 THEN new.texts ELSE new.now END
               FROM new
               WHERE p.id = new.id AND new.before IS DISTINCT FROM $3::text AND NOT ($4 AND new.now = '{}')
               RETURNING new.before"#,
            id.0,
            lang.code(),
            text,
            which == Wording::Name,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        let after = text.map(str::to_owned);
        Ok(row.map(|row| Changed { product: id, before: row.before, after }))
    }

    async fn move_to(
        &mut self,
        id: ProductId,
        category: CategoryId,
    ) -> Result<Option<Changed<Option<CategoryId>>>, StoreError> {
        let row = sqlx::query!(
            "WITH was AS (SELECT id, category FROM products WHERE id = $1 FOR NO KEY UPDATE)
             UPDATE products p
             SET category = $2,
                 position = (SELECT coalesce(max(o.position), 0) + 1 FROM products o WHERE o.category = $2)
             FROM was
             WHERE p.id = was.id AND was.category IS DISTINCT FROM $2
               AND EXISTS (SELECT FROM categories WHERE id = $2)
             RETURNING was.category AS before",
            id.0,
            category.0,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        let before = |row: Option<i64>| row.map(CategoryId);
        Ok(row.map(|row| Changed { product: id, before: before(row.before), after: Some(category) }))
    }

    async fn place(&mut self, id: ProductId) -> Result<Option<Place>, StoreError> {
        let row = sqlx::query!(
            r#"SELECT r.number AS "number!", r.of AS "of!"
               FROM (SELECT p.id, row_number() OVER (ORDER BY p.position, p.id) AS number, count(*) OVER () AS of
                     FROM products p
                     WHERE p.category = (SELECT category FROM products WHERE id = $1) AND p.stage <> 'archived') r
               WHERE r.id = $1"#,
            id.0,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(row.map(|row| Place { number: count(row.number), of: count(row.of) }))
    }

    async fn put_at(&mut self, id: ProductId, number: u32) -> Result<Option<Changed<u32>>, StoreError> {
        // One after the other: each counts what the one before has left.
        sqlx::query!(
            "SELECT FROM categories WHERE id = (SELECT category FROM products WHERE id = $1) FOR NO KEY UPDATE",
            id.0
        )
        .execute(&mut *self.0)
        .await?;
        let row = sqlx::query!(
            r#"WITH ranked AS (
                   SELECT p.id, row_number() OVER (ORDER BY p.position, p.id) AS place
                   FROM products p
                   WHERE p.category = (SELECT category FROM products WHERE id = $1) AND p.stage <> 'archived'
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
                   UPDATE products p SET position = placed.place FROM placed
                   WHERE p.id = placed.id AND p.position <> placed.place
               )
               SELECT "from" AS "from!", "to" AS "to!" FROM way WHERE "from" <> "to""#,
            id.0,
            int(number),
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(row.map(|row| Changed { product: id, before: count(row.from), after: count(row.to) }))
    }

    async fn turn(&mut self, id: ProductId, from: Stage, to: Stage) -> Result<Turned, StoreError> {
        let ((was, was_visible), (will_be, visible)) = (columns(from), columns(to));
        let done = sqlx::query!(
            "UPDATE products p SET stage = $4, visible = $5
             WHERE id = $1 AND stage = $2 AND visible = $3 AND (stage, visible) <> ($4, $5)
               AND ($4 <> 'live' OR category IS NOT NULL AND EXISTS (SELECT FROM skus WHERE product = p.id))",
            id.0,
            was,
            was_visible,
            will_be,
            visible,
        )
        .execute(&mut *self.0)
        .await?;
        if done.rows_affected() == 1 {
            return Ok(Turned::Done);
        }
        let is_so = sqlx::query_scalar!(
            "SELECT EXISTS (SELECT FROM products WHERE id = $1 AND stage = $2 AND visible = $3) AS \"is_so!\"",
            id.0,
            will_be,
            visible,
        )
        .fetch_one(&mut *self.0)
        .await?;
        Ok(if is_so { Turned::Already } else { Turned::Impossible })
    }

    async fn photos(&mut self, id: ProductId) -> Result<Option<Vec<String>>, StoreError> {
        let photos = sqlx::query_scalar!(
            r#"SELECT array_remove(photo || more_photos, NULL) AS "photos!" FROM products
               WHERE id = $1 FOR NO KEY UPDATE"#,
            id.0,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(photos)
    }

    async fn set_photos(&mut self, id: ProductId, photos: &[String]) -> Result<(), StoreError> {
        let (first, more) = photos.split_first().map_or((None, &[][..]), |(first, more)| (Some(first), more));
        sqlx::query!("UPDATE products SET photo = $2, more_photos = $3 WHERE id = $1", id.0, first, more)
            .execute(&mut *self.0)
            .await?;
        Ok(())
    }
}
