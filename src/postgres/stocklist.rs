//! The whole catalogue at once, for import and export.

use super::link::Link;
use super::value::{JsonTexts, elements, int};
use crate::domain::{Money, Texts};
use crate::repository::{Shelf, StockedProduct, StockedSku, StoreError};
use rust_decimal::Decimal;
use serde::Deserialize;
use sqlx::types::Json;
use std::collections::HashSet;

#[derive(Deserialize)]
struct SkuJson {
    code: String,
    options: Texts,
    price: Money,
    stock: u32,
    visible: bool,
}

/// Every product in the order of the shelves.
pub(super) async fn read(db: &mut Link) -> Result<Vec<StockedProduct>, StoreError> {
    let rows = sqlx::query!(
        r#"SELECT p.slug, p.names AS "names: JsonTexts", p.texts AS "texts: JsonTexts", p.photo, p.visible,
                  c.slug AS category, c.names AS "category_names: JsonTexts",
                  above.slug AS "above?", above.names AS "above_names?: JsonTexts",
                  (SELECT jsonb_agg(jsonb_build_object(
                              'code', s.sku, 'options', s.options, 'price', s.price::text,
                              'stock', s.on_hand - s.reserved, 'visible', s.visible) ORDER BY s.position, s.id)
                   FROM skus s WHERE s.product = p.id) AS skus
           FROM products p
           JOIN categories c ON c.id = p.category
           LEFT JOIN categories above ON above.id = c.parent
           ORDER BY coalesce(above.position, c.position), coalesce(above.id, c.id),
                    above.id IS NOT NULL, c.position, c.id, p.position, p.id"#
    )
    .fetch_all(db)
    .await?;
    rows.into_iter()
        .map(|row| {
            let above = row.above.zip(row.above_names).map(|(slug, names)| Shelf { slug, names: names.0 });
            let shelf = Shelf { slug: row.category, names: row.category_names.0 };
            let skus = row.skus.map_or_else(|| Ok(Vec::new()), elements::<SkuJson>)?;
            Ok(StockedProduct {
                shelves: above.into_iter().chain([shelf]).collect(),
                slug: row.slug,
                names: row.names.0,
                texts: row.texts.0,
                photo: row.photo,
                skus: skus
                    .into_iter()
                    .map(|sku| StockedSku {
                        code: sku.code,
                        options: sku.options,
                        price: sku.price,
                        stock: sku.stock,
                        // A hidden product hides its variants.
                        visible: sku.visible && row.visible,
                    })
                    .collect(),
            })
        })
        .collect()
}

/// Adds and changes products with their shelves and variants. Four statements, however long the list.
pub(super) async fn write(db: &mut Link, products: &[StockedProduct]) -> Result<(), StoreError> {
    write_shelves(db, products).await?;
    write_products(db, products).await?;
    write_skus(db, products).await
}

/// A shelf with the slug of the one above it.
type Placed<'a> = (Option<&'a str>, &'a Shelf);

async fn write_shelves(db: &mut Link, products: &[StockedProduct]) -> Result<(), StoreError> {
    let mut known = HashSet::new();
    let shelves: Vec<Placed<'_>> = products
        .iter()
        .flat_map(|product| {
            let above =
                std::iter::once(None).chain(product.shelves.iter().map(|shelf| Some(shelf.slug.as_str())));
            above.zip(&product.shelves)
        })
        .filter(|(_, shelf)| known.insert(shelf.slug.as_str()))
        .collect();
    // The upper ones first: the others name them.
    for upper in [true, false] {
        let level: Vec<_> = shelves.iter().filter(|(above, _)| above.is_none() == upper).collect();
        let slugs: Vec<String> = level.iter().map(|(_, shelf)| shelf.slug.clone()).collect();
        let above: Vec<Option<String>> = level.iter().map(|(above, _)| above.map(str::to_owned)).collect();
        let names: Vec<Json<&Texts>> = level.iter().map(|(_, shelf)| Json(&shelf.names)).collect();
        sqlx::query!(
            "INSERT INTO categories (slug, parent, position, names)
             SELECT n.slug, above.id, n.position, n.names
             FROM unnest($1::text[], $2::text[], $3::jsonb[]) WITH ORDINALITY AS n (slug, above, names, position)
             LEFT JOIN categories above ON above.slug = n.above
             ORDER BY n.position
             ON CONFLICT (slug) DO UPDATE
             SET parent = excluded.parent, position = excluded.position, names = excluded.names",
            &slugs,
            &above as _,
            &names as _,
        )
        .execute(&mut *db)
        .await?;
    }
    Ok(())
}

async fn write_products(db: &mut Link, products: &[StockedProduct]) -> Result<(), StoreError> {
    let slugs: Vec<String> = products.iter().map(|product| product.slug.clone()).collect();
    let shelves: Vec<String> = products
        .iter()
        .map(|product| product.shelves.last().map(|shelf| shelf.slug.clone()).unwrap_or_default())
        .collect();
    let names: Vec<Json<&Texts>> = products.iter().map(|product| Json(&product.names)).collect();
    let texts: Vec<Json<&Texts>> = products.iter().map(|product| Json(&product.texts)).collect();
    let photos: Vec<Option<String>> = products.iter().map(|product| product.photo.clone()).collect();
    let visible: Vec<bool> =
        products.iter().map(|product| product.skus.iter().any(|sku| sku.visible)).collect();
    // New ones are numbered in the order of the file: the staff's lists go by number.
    sqlx::query!(
        "INSERT INTO products (slug, category, position, visible, names, texts, photo)
         SELECT n.slug, c.id, n.position, n.visible, n.names, n.texts, n.photo
         FROM unnest($1::text[], $2::text[], $3::boolean[], $4::jsonb[], $5::jsonb[], $6::text[]) WITH ORDINALITY
              AS n (slug, category, visible, names, texts, photo, position)
         JOIN categories c ON c.slug = n.category
         ORDER BY n.position
         ON CONFLICT (slug) DO UPDATE
         SET category = excluded.category, position = excluded.position, visible = excluded.visible,
             names = excluded.names, texts = excluded.texts, photo = excluded.photo,
             -- Nothing is for sale that is archived, or still a draft.
             stage = CASE WHEN excluded.visible THEN 'live' ELSE products.stage END",
        &slugs,
        &shelves,
        &visible,
        &names as _,
        &texts as _,
        &photos as _,
    )
    .execute(&mut *db)
    .await?;
    Ok(())
}

async fn write_skus(db: &mut Link, products: &[StockedProduct]) -> Result<(), StoreError> {
    let skus: Vec<_> = products
        .iter()
        .flat_map(|product| {
            product.skus.iter().zip(1_i32..).map(|(sku, position)| (&product.slug, sku, position))
        })
        .collect();
    let codes: Vec<String> = skus.iter().map(|(_, sku, _)| sku.code.clone()).collect();
    // As orders do: in id order, so that an import and an order wait for each other, not for ever.
    sqlx::query!("SELECT id FROM skus WHERE sku = ANY ($1) ORDER BY id FOR NO KEY UPDATE", &codes)
        .fetch_all(&mut *db)
        .await?;
    let slugs: Vec<String> = skus.iter().map(|(slug, _, _)| (*slug).clone()).collect();
    let positions: Vec<i32> = skus.iter().map(|(_, _, position)| *position).collect();
    let visible: Vec<bool> = skus.iter().map(|(_, sku, _)| sku.visible).collect();
    let options: Vec<Json<&Texts>> = skus.iter().map(|(_, sku, _)| Json(&sku.options)).collect();
    let prices: Vec<Decimal> = skus.iter().map(|(_, sku, _)| sku.price.amount()).collect();
    let stock: Vec<i32> = skus.iter().map(|(_, sku, _)| int(sku.stock)).collect();
    sqlx::query!(
        "INSERT INTO skus AS s (sku, product, position, visible, options, price, on_hand)
         SELECT n.sku, p.id, n.position, n.visible, n.options, n.price, n.stock
         FROM unnest($1::text[], $2::text[], $3::integer[], $4::boolean[], $5::jsonb[], $6::numeric[], $7::integer[])
              AS n (sku, product, position, visible, options, price, stock)
         JOIN products p ON p.slug = n.product
         ON CONFLICT (sku) DO UPDATE
         SET product = excluded.product, position = excluded.position, visible = excluded.visible,
             options = excluded.options, price = excluded.price, on_hand = s.reserved + excluded.on_hand",
        &codes,
        &slugs,
        &positions,
        &visible,
        &options as _,
        &prices,
        &stock,
    )
    .execute(&mut *db)
    .await?;
    Ok(())
}
