//! A line of a cart as the statements that read or take one return it.

/// The lines of a customer's cart, with what the catalogue says of them now: for sale is what is visible in an open category
/// (`open_categories`).
macro_rules! lines_of {
    ($with:literal, $beside:literal, $lines:literal, $($argument:expr),+) => {
        sqlx::query!(
            $with
                + "SELECT "
                + $beside
                + r#" l.sku AS "sku!", s.product, array_remove(ARRAY[c.id, c.parent], NULL) AS "categories!",
                            p.names AS "names: JsonTexts", s.options AS "options: JsonTexts", l.quantity AS "quantity!",
                            CASE WHEN p.visible AND s.visible AND c.visible AND coalesce(above.visible, true)
                                 THEN s.on_hand - s.reserved ELSE 0 END AS "available!",
                            s.price, l.seen_price AS "seen_price!"
                     FROM "#
                + $lines
                + r#" l
                     JOIN skus s ON s.id = l.sku
                     JOIN products p ON p.id = s.product
                     JOIN categories c ON c.id = p.category
                     LEFT JOIN categories above ON above.id = c.parent
                     WHERE l.customer = $1
                     ORDER BY l.added_at, l.sku"#,
            $($argument),+
        )
    };
}

/// The lines that such rows say.
macro_rules! lines {
    ($rows:expr) => {
        $rows
            .into_iter()
            .map(|row| {
                Ok(CartLine {
                    sku: SkuId(row.sku),
                    product: ProductId(row.product),
                    categories: row.categories.into_iter().map(CategoryId).collect(),
                    names: row.names.0,
                    options: row.options.0,
                    wanted: count(row.quantity),
                    available: count(row.available),
                    price: money(row.price)?,
                    seen_price: money(row.seen_price)?,
                })
            })
            .collect::<Result<Vec<_>, StoreError>>()
    };
}

pub(super) use {lines, lines_of};
