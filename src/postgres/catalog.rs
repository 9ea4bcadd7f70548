//! Categories, products, pictures. What changes stock is in [`super::stock`].

use super::store::{Held, Pg};
use super::value::{JsonTexts, elements, offset, page};
use super::{stock, stocklist};
use crate::domain::{
    Category, CategoryId, Money, OrderId, Product, ProductId, Sku, SkuId, StockEffect, Texts,
};
use crate::repository::{Catalog, Drift, Page, StockedProduct, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// Most words of a search that count: each costs a comparison with every candidate.
const MAX_WORDS: usize = 6;

/// A variant as the view `product_cards` aggregates it.
#[derive(Deserialize)]
struct CardSku {
    id: SkuId,
    options: Texts,
    price: Money,
    available: u32,
}

struct CardRow {
    id: i64,
    category: i64,
    names: JsonTexts,
    texts: JsonTexts,
    photos: Vec<String>,
    skus: serde_json::Value,
    /// Products in the list of which this is one.
    total: i64,
}

impl CardRow {
    fn product(self) -> Result<Product, StoreError> {
        let skus = elements::<CardSku>(self.skus)?.into_iter();
        Ok(Product {
            id: ProductId(self.id),
            category: CategoryId(self.category),
            names: self.names.0,
            texts: self.texts.0,
            photos: self.photos,
            skus: skus
                .map(|sku| Sku {
                    id: sku.id,
                    options: sku.options,
                    price: sku.price,
                    available: sku.available,
                })
                .collect(),
        })
    }
}

fn page_of(rows: Vec<CardRow>, number: u32, size: u32) -> Result<Page<Product>, StoreError> {
    let total = rows.first().map_or(0, |row| row.total);
    let products = rows.into_iter().map(CardRow::product).collect::<Result<_, _>>()?;
    Ok(page(products, number, size, total))
}

struct CategoryRow {
    id: i64,
    parent: Option<i64>,
    names: JsonTexts,
}

impl CategoryRow {
    fn category(self) -> Category {
        Category { id: CategoryId(self.id), parent: self.parent.map(CategoryId), names: self.names.0 }
    }
}

#[async_trait]
impl<C: Held> Catalog for Pg<C> {
    async fn categories(&mut self, parent: Option<CategoryId>) -> Result<Vec<Category>, StoreError> {
        let rows = sqlx::query_as!(
            CategoryRow,
            r#"SELECT c.id, c.parent, c.names AS "names: JsonTexts"
               FROM categories c
               WHERE c.parent IS NOT DISTINCT FROM $1
                 AND c.id IN (SELECT id FROM open_categories)
                 AND EXISTS (SELECT FROM products p
                             JOIN skus s ON s.product = p.id AND s.visible
                             WHERE p.visible
                               AND p.category IN (SELECT c.id UNION ALL
                                                  SELECT sub.id FROM categories sub
                                                  WHERE sub.parent = c.id AND sub.visible))
               ORDER BY c.position, c.id"#,
            parent.map(|id| id.0),
        )
        .fetch_all(&mut *self.0)
        .await?;
        Ok(rows.into_iter().map(CategoryRow::category).collect())
    }

    async fn category(&mut self, id: CategoryId) -> Result<Option<Category>, StoreError> {
        let row = sqlx::query_as!(
            CategoryRow,
            r#"SELECT id, parent, names AS "names: JsonTexts" FROM categories WHERE id = $1"#,
            id.0,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        Ok(row.map(CategoryRow::category))
    }

    async fn products(
        &mut self,
        category: CategoryId,
        number: u32,
        size: u32,
    ) -> Result<Page<Product>, StoreError> {
        let rows = sqlx::query_as!(
            CardRow,
            r#"WITH shelf AS MATERIALIZED (SELECT * FROM product_cards WHERE category = $1)
               SELECT id AS "id!", category AS "category!", names AS "names!: JsonTexts",
                      texts AS "texts!: JsonTexts", photos AS "photos!", skus AS "skus!",
                      (SELECT count(*) FROM shelf) AS "total!"
               FROM shelf
               ORDER BY position, id
               LIMIT $2 OFFSET least($3, (SELECT greatest(count(*) - 1, 0) FROM shelf) / $2 * $2)"#,
            category.0,
            i64::from(size),
            offset(number, size),
        )
        .fetch_all(&mut *self.0)
        .await?;
        page_of(rows, number, size)
    }

    async fn product(&mut self, id: ProductId) -> Result<Option<Product>, StoreError> {
        let row = sqlx::query_as!(
            CardRow,
            r#"SELECT id AS "id!", category AS "category!", names AS "names!: JsonTexts",
                      texts AS "texts!: JsonTexts", photos AS "photos!", skus AS "skus!", 1::bigint AS "total!"
               FROM product_cards WHERE id = $1"#,
            id.0,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        row.map(CardRow::product).transpose()
    }

    async fn product_of(&mut self, sku: SkuId) -> Result<Option<Product>, StoreError> {
        let row = sqlx::query_as!(
            CardRow,
            r#"SELECT id AS "id!", category AS "category!", names AS "names!: JsonTexts",
                      texts AS "texts!: JsonTexts", photos AS "photos!", skus AS "skus!", 1::bigint AS "total!"
               FROM product_cards
               WHERE id = (SELECT product FROM skus WHERE id = $1 AND visible)"#,
            sku.0,
        )
        .fetch_optional(&mut *self.0)
        .await?;
        row.map(CardRow::product).transpose()
    }

    async fn search(&mut self, words: &str, number: u32, size: u32) -> Result<Page<Product>, StoreError> {
        let words = words_of(words);
        if words.is_empty() {
            return Ok(page(Vec::new(), number, size, 0));
        }
        let rows = sqlx::query_as!(
            CardRow,
            r#"WITH candidates AS (
                   SELECT p.id, p.search, p.search_names FROM products p
                   WHERE p.visible AND cardinality($1::text[]) = 1 AND p.search %> $1[1]
                     AND p.category IN (SELECT o.id FROM open_categories o)
                   UNION ALL
                   -- Several words are asked of the index together, not only the longest: that one may stand in every
                   -- text, and the others leave few products whose similarities have to be worked out.
                   SELECT p.id, p.search, p.search_names FROM products p
                   WHERE p.visible AND cardinality($1) > 1
                     AND p.search %> $1[1] AND p.search %> $1[2] AND p.search %> coalesce($1[3], $1[2])
                     AND p.search %> ALL ($1[4:])
                     AND p.category IN (SELECT o.id FROM open_categories o)
               ), scored AS MATERIALIZED (
                   -- A name that only holds the word (Tasse in Espressotassen) has few of its trigrams, and means it all the
                   -- same. Of three letters it is a chance, unless a word ends with them (Tee in Kräutertee).
                   SELECT c.id,
                          (SELECT avg(greatest(word_similarity(word, c.search_names),
                                               CASE WHEN length(word) > 3 AND strpos(c.search_names, word) > 0
                                                         OR length(word) = 3 AND c.search_names ~ (word || '\M')
                                                    THEN 0.8 END,
                                               word_similarity(word, c.search) * 0.6))
                           FROM unnest($1) word)::real AS score
                   FROM candidates c
               ), hits AS MATERIALIZED (
                   -- What is far worse than the best hit only looks like an answer.
                   SELECT id, score FROM scored WHERE score >= 0.6 * (SELECT max(score) FROM scored)
               )
               SELECT c.id AS "id!", c.category AS "category!", c.names AS "names!: JsonTexts",
                      c.texts AS "texts!: JsonTexts", c.photos AS "photos!", c.skus AS "skus!",
                      (SELECT count(*) FROM hits) AS "total!"
               FROM (SELECT id, score FROM hits ORDER BY score DESC, id
                     LIMIT $2 OFFSET least($3, (SELECT greatest(count(*) - 1, 0) FROM hits) / $2 * $2)) h
               JOIN product_cards c ON c.id = h.id
               ORDER BY h.score DESC, h.id"#,
            &words,
            i64::from(size),
            offset(number, size),
        )
        .fetch_all(&mut *self.0)
        .await?;
        page_of(rows, number, size)
    }

    async fn shift(&mut self, changes: &[(SkuId, i32)]) -> Result<Vec<SkuId>, StoreError> {
        stock::shift(&mut self.0, changes).await
    }

    async fn settle(&mut self, order: OrderId, effect: StockEffect) -> Result<(), StoreError> {
        stock::settle(&mut self.0, order, effect).await
    }

    async fn take_back(&mut self, order: OrderId, who: &str, at: DateTime<Utc>) -> Result<(), StoreError> {
        stock::take_back(&mut self.0, order, who, at).await
    }

    async fn drift(&mut self) -> Result<Vec<Drift>, StoreError> {
        stock::drift(&mut self.0).await
    }

    async fn stocklist(&mut self) -> Result<Vec<StockedProduct>, StoreError> {
        stocklist::read(&mut self.0).await
    }

    async fn restock(&mut self, products: &[StockedProduct]) -> Result<(), StoreError> {
        stocklist::write(&mut self.0, products).await
    }

    async fn picture(&mut self, photo: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let content = sqlx::query_scalar!("SELECT content FROM pictures WHERE photo = $1", photo)
            .fetch_optional(&mut *self.0)
            .await?;
        Ok(content)
    }

    async fn keep_picture(&mut self, photo: &str, content: &[u8]) -> Result<(), StoreError> {
        sqlx::query!(
            "INSERT INTO pictures (photo, content) VALUES ($1, $2) ON CONFLICT (photo) DO NOTHING",
            photo,
            content,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(())
    }

    async fn file_id(&mut self, bot: i64, photo: &str) -> Result<Option<String>, StoreError> {
        let found =
            sqlx::query_scalar!("SELECT file_id FROM photos WHERE bot = $1 AND photo = $2", bot, photo)
                .fetch_optional(&mut *self.0)
                .await?;
        Ok(found)
    }

    async fn remember_file_id(&mut self, bot: i64, photo: &str, file_id: &str) -> Result<(), StoreError> {
        sqlx::query!(
            "INSERT INTO photos (bot, photo, file_id) VALUES ($1, $2, $3)
             ON CONFLICT (bot, photo) DO UPDATE SET file_id = excluded.file_id",
            bot,
            photo,
            file_id,
        )
        .execute(&mut *self.0)
        .await?;
        Ok(())
    }
}

/// The words to look for, the longest first; punctuation separates.
fn words_of(typed: &str) -> Vec<String> {
    let lower = typed.to_lowercase();
    let mut words: Vec<String> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.sort_by_key(|word| (std::cmp::Reverse(word.chars().count()), word.clone()));
    words.dedup();
    words.truncate(MAX_WORDS);
    words
}
