use super::*;

const SAMPLE: &str = include_str!("../../../sample/catalog.csv");

fn eur() -> Currency {
    Currency::parse("EUR").unwrap()
}

fn edited(from: &str, to: &str) -> Vec<String> {
    assert!(SAMPLE.contains(from), "the sample has no {from}");
    let errors = read(&SAMPLE.replacen(from, to, 1), eur()).unwrap_err();
    errors.iter().map(LineError::to_string).collect()
}

#[test]
fn the_sample_is_read_as_it_is_described() {
    let products = read(SAMPLE, eur()).unwrap();
    assert_eq!(products.len(), 30);
    assert_eq!(products.iter().map(|product| product.skus.len()).sum::<usize>(), 49);
    let sencha = &products[0];
    assert_eq!(sencha.slug, "morning-sencha");
    assert_eq!(sencha.names.get(Lang::Ru), "Утренняя сенча");
    assert_eq!(
        sencha.shelves.iter().map(|shelf| shelf.slug.as_str()).collect::<Vec<_>>(),
        ["tea", "green-tea"]
    );
    assert_eq!(sencha.shelves[0].names.get(Lang::De), "🍃 Tee");
    assert_eq!(sencha.skus[1].price.amount().to_string(), "14.50");
}

#[test]
fn what_is_exported_can_be_imported() {
    let products = read(SAMPLE, eur()).unwrap();
    assert_eq!(read(&write(&products), eur()).unwrap(), products);
}

#[test]
fn every_wrong_line_is_told_with_its_number() {
    let text = SAMPLE.replacen(",7.90,42,", ",7.905,42,", 1).replacen(",14.50,28,", ",14.50,some,", 1);
    let errors: Vec<String> = read(&text, eur()).unwrap_err().iter().map(LineError::to_string).collect();
    assert_eq!(errors[0], "line 2: price: EUR has 2 decimals");
    assert_eq!(errors[1], "line 3: stock: `some` is no whole number");
}

#[test]
fn a_stock_number_stands_for_one_thing() {
    assert_eq!(edited("SENCHA-100,", "SENCHA-50,")[0], "line 3: the SKU SENCHA-50 is on line 2 already");
}

#[test]
fn a_category_has_one_name_per_language() {
    let errors = edited("🍃 Tea > Green tea", "🍃 Teas > Green tea");
    assert!(
        errors.iter().any(|error| error.contains("the category tea has other names on line 2")),
        "{errors:?}"
    );
}

#[test]
fn a_misspelt_column_is_told_before_anything_else() {
    let errors = edited("visible", "visable");
    assert_eq!(errors, ["line 1: the column visible is missing", "line 1: there is no column visable"]);
}

#[test]
fn a_text_with_a_comma_needs_quotes() {
    let errors =
        edited("\"First-flush leaves from Shizuoka, steamed", "First-flush leaves from Shizuoka, steamed");
    assert!(errors[0].starts_with("line 2: "), "{errors:?}");
}
