//! What promos apply to.

use super::link::Link;
use super::store::{Held, Pg};
use super::value::JsonTexts;
use crate::domain::{CategoryId, Covered, CoveredName, MOST_COVERED, ProductId, Scope, ScopeChange};
use crate::repository::{PromoScopes, StoreError};
use async_trait::async_trait;
use std::collections::HashSet;

#[async_trait]
impl<C: Held> PromoScopes for Pg<C> {
    async fn hold(&mut self, promo: i64) -> Result<Option<Scope>, StoreError> {
        // One after the other: each sees what the one before has left.
        sqlx::query!("SELECT FROM promos WHERE id = $1 OR series = $1 ORDER BY id FOR NO KEY UPDATE", promo)
            .execute(&mut *self.0)
            .await?;
        let row = sqlx::query!(
            r#"SELECT ARRAY(SELECT category FROM promo_categories WHERE promo = p.id) AS "categories!",
                      ARRAY(SELECT product FROM promo_products WHERE promo = p.id) AS "products!"
               FROM promos p WHERE id = $1"#,
            promo
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(row.map(|row| scope(row.categories, row.products)))
    }

    async fn change(&mut self, promo: i64, change: ScopeChange) -> Result<bool, StoreError> {
        let most = i64::try_from(MOST_COVERED).unwrap_or(i64::MAX);
        let done = match change {
            ScopeChange::Cover(Covered::Category(id)) => {
                sqlx::query!(
                    "WITH found AS (SELECT id FROM categories WHERE id = $2 FOR KEY SHARE)
                     INSERT INTO promo_categories (promo, category)
                     SELECT p.id, found.id FROM promos p, found
                     WHERE (p.id = $1 OR p.series = $1)
                       AND (SELECT count(*) FROM promo_categories c WHERE c.promo = p.id)
                         + (SELECT count(*) FROM promo_products c WHERE c.promo = p.id) < $3
                     ON CONFLICT DO NOTHING",
                    promo,
                    id.0,
                    most,
                )
                .execute(&mut *self.0)
                .await?
            }
            ScopeChange::Cover(Covered::Product(id)) => {
                sqlx::query!(
                    "WITH found AS (SELECT id FROM products WHERE id = $2 FOR KEY SHARE)
                     INSERT INTO promo_products (promo, product)
                     SELECT p.id, found.id FROM promos p, found
                     WHERE (p.id = $1 OR p.series = $1)
                       AND (SELECT count(*) FROM promo_categories c WHERE c.promo = p.id)
                         + (SELECT count(*) FROM promo_products c WHERE c.promo = p.id) < $3
                     ON CONFLICT DO NOTHING",
                    promo,
                    id.0,
                    most,
                )
                .execute(&mut *self.0)
                .await?
            }
            ScopeChange::Spare(Covered::Category(id)) => {
                sqlx::query!(
                    "WITH codes AS (
                         SELECT p.id FROM promos p JOIN promo_categories c ON c.promo = p.id AND c.category = $2
                         WHERE p.id = $1 OR p.series = $1
                     )
                     DELETE FROM promo_categories
                     WHERE category = $2 AND promo IN (SELECT id FROM codes)
                       AND NOT EXISTS (
                           SELECT FROM codes
                           WHERE NOT EXISTS (SELECT FROM promo_products c WHERE c.promo = codes.id)
                             AND NOT EXISTS (SELECT FROM promo_categories c
                                             WHERE c.promo = codes.id AND c.category <> $2))",
                    promo,
                    id.0,
                )
                .execute(&mut *self.0)
                .await?
            }
            ScopeChange::Spare(Covered::Product(id)) => {
                sqlx::query!(
                    "WITH codes AS (
                         SELECT p.id FROM promos p JOIN promo_products c ON c.promo = p.id AND c.product = $2
                         WHERE p.id = $1 OR p.series = $1
                     )
                     DELETE FROM promo_products
                     WHERE product = $2 AND promo IN (SELECT id FROM codes)
                       AND NOT EXISTS (
                           SELECT FROM codes
                           WHERE NOT EXISTS (SELECT FROM promo_categories c WHERE c.promo = codes.id)
                             AND NOT EXISTS (SELECT FROM promo_products c
                                             WHERE c.promo = codes.id AND c.product <> $2))",
                    promo,
                    id.0,
                )
                .execute(&mut *self.0)
                .await?
            }
            ScopeChange::Everything => return everything(&mut self.0, promo).await,
        };
        Ok(done.rows_affected() > 0)
    }

    async fn narrow(&mut self, promo: i64, scope: &Scope) -> Result<bool, StoreError> {
        let (categories, products) = ids(scope);
        let row = sqlx::query!(
            r#"WITH codes AS (
                   SELECT id FROM promos WHERE id = $1 OR series = $1
               ), c AS (
                   SELECT id FROM categories WHERE id = ANY ($2) ORDER BY id FOR KEY SHARE
               ), p AS (
                   SELECT id FROM products WHERE id = ANY ($3) ORDER BY id FOR KEY SHARE
               ), in_c AS (
                   INSERT INTO promo_categories (promo, category) SELECT codes.id, c.id FROM codes, c
               ), in_p AS (
                   INSERT INTO promo_products (promo, product) SELECT codes.id, p.id FROM codes, p
               )
               SELECT (SELECT count(*) FROM c) AS "categories!", (SELECT count(*) FROM p) AS "products!""#,
            promo,
            &categories,
            &products,
        )
        .fetch_one(&mut *self.0)
        .await?;
        let found = [row.categories, row.products].map(usize::try_from);
        Ok(found == [Ok(categories.len()), Ok(products.len())])
    }

    async fn named(&mut self, scope: &Scope) -> Result<Vec<CoveredName>, StoreError> {
        if scope.is_everything() {
            return Ok(Vec::new());
        }
        let (categories, products) = ids(scope);
        let categories = sqlx::query!(
            r#"SELECT c.id, c.names AS "names: JsonTexts", above.names AS "above?: JsonTexts",
                      c.id IN (SELECT o.id FROM open_categories o) AS "is_open!"
               FROM categories c LEFT JOIN categories above ON above.id = c.parent
               WHERE c.id = ANY ($1)
               ORDER BY coalesce(above.position, c.position), coalesce(above.id, c.id), above.id IS NOT NULL,
                        c.position, c.id"#,
            &categories,
        )
        .fetch_all(&mut *self.0)
        .await?;
        let products = sqlx::query!(
            r#"SELECT p.id, p.names AS "names: JsonTexts",
                      p.visible AND p.category IS NOT NULL
                      AND p.category IN (SELECT o.id FROM open_categories o) AS "is_open!"
               FROM products p WHERE p.id = ANY ($1) ORDER BY p.id"#,
            &products,
        )
        .fetch_all(&mut *self.0)
        .await?;
        let categories = categories.into_iter().map(|row| CoveredName {
            what: Covered::Category(CategoryId(row.id)),
            names: Some(row.names.0),
            above: row.above.map(|above| above.0),
            is_open: row.is_open,
        });
        let products = products.into_iter().map(|row| CoveredName {
            what: Covered::Product(ProductId(row.id)),
            names: Some(row.names.0),
            above: None,
            is_open: row.is_open,
        });
        let mut all: Vec<_> = categories.chain(products).collect();
        let known: HashSet<Covered> = all.iter().map(|named| named.what).collect();
        let gone = scope.all().filter(|what| !known.contains(what));
        all.extend(gone.map(|what| CoveredName { what, names: None, above: None, is_open: false }));
        Ok(all)
    }
}

async fn everything(db: &mut Link, promo: i64) -> Result<bool, StoreError> {
    let gone = sqlx::query_scalar!(
        r#"WITH codes AS (
               SELECT id FROM promos WHERE id = $1 OR series = $1
           ), c AS (
               DELETE FROM promo_categories WHERE promo IN (SELECT id FROM codes) RETURNING promo
           ), p AS (
               DELETE FROM promo_products WHERE promo IN (SELECT id FROM codes) RETURNING promo
           )
           SELECT (SELECT count(*) FROM c) + (SELECT count(*) FROM p) AS "gone!""#,
        promo
    )
    .fetch_one(&mut *db)
    .await?;
    Ok(gone > 0)
}

/// A scope of the rows of the two tables.
pub(super) fn scope(categories: Vec<i64>, products: Vec<i64>) -> Scope {
    Scope {
        categories: categories.into_iter().map(CategoryId).collect(),
        products: products.into_iter().map(ProductId).collect(),
    }
}

fn ids(scope: &Scope) -> (Vec<i64>, Vec<i64>) {
    (scope.categories.iter().map(|id| id.0).collect(), scope.products.iter().map(|id| id.0).collect())
}
