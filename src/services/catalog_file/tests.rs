use super::*;
use crate::domain::{MAX_PRICE, Money};
use crate::repository::Shelf;
use proptest::prelude::*;
use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet};

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
    assert_eq!(errors, ["line 2: price: EUR has 2 decimals", "line 3: stock: `some` is no whole number"]);
}

#[test]
fn a_stock_number_stands_for_one_thing() {
    assert_eq!(edited("SENCHA-100,", "SENCHA-50,")[0], "line 3: sku: SENCHA-50 is on line 2 already");
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
    assert_eq!(
        errors,
        ["line 1: visible: the column is missing", "line 1: visable: there is no such column"]
    );
}

#[test]
fn a_text_with_a_comma_needs_quotes() {
    let errors =
        edited("\"First-flush leaves from Shizuoka, steamed", "First-flush leaves from Shizuoka, steamed");
    assert!(errors[0].starts_with("line 2: "), "{errors:?}");
}

#[test]
fn a_price_that_no_sum_could_hold_is_refused() {
    let errors = edited(",7.90,42,", ",99999999999999999999999999.00,42,");
    assert_eq!(errors, [format!("line 2: price: at most {MAX_PRICE}")]);
}

#[test]
fn a_character_that_no_screen_shows_is_refused() {
    let errors = edited("Morning Sencha", "Morning\0 Sencha");
    assert_eq!(errors, ["line 2: name_en: has a character that cannot be shown"]);
}

#[test]
fn a_stock_that_no_shop_has_is_refused() {
    assert_eq!(edited(",7.90,42,", ",7.90,4000000000,"), [format!("line 2: stock: at most {MAX_STOCK}")]);
}

/// The sample as a spreadsheet saves it: amounts are numbers, and below the last line there is nothing but a format.
fn workbook(change: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut sheet = Worksheet::new();
    let money = Format::new().set_num_format("#,##0.00 \"€\"");
    let table = std::iter::once(columns()).chain(records(&read(SAMPLE, eur()).unwrap()).collect::<Vec<_>>());
    for (row, cells) in (0_u32..).zip(table) {
        for (column, (name, cell)) in (0_u16..).zip(columns().iter().zip(&cells)) {
            match (name.as_str(), cell.parse::<f64>()) {
                ("price", Ok(price)) => sheet.write_number_with_format(row, column, price, &money),
                ("stock", Ok(pieces)) => sheet.write_number(row, column, pieces),
                _ => sheet.write_string(row, column, cell),
            }
            .unwrap();
        }
    }
    for row in 50..60 {
        sheet.write_blank(row, 0, &money).unwrap();
    }
    change(&mut sheet);
    let mut book = Workbook::new();
    book.push_worksheet(sheet);
    book.save_to_buffer().unwrap()
}

fn column(name: &str) -> u16 {
    u16::try_from(columns().iter().position(|column| column == name).unwrap()).unwrap()
}

#[test]
fn a_workbook_is_read_like_the_table_it_shows() {
    let read_again = read_file(&workbook(|_| ()), eur()).unwrap();
    assert_eq!(read_again.products, read(SAMPLE, eur()).unwrap());
    assert_eq!((read_again.lines, &read_again.begins[..2]), (49, &[2, 5][..]));
    // A formula is its result, and a stock number of digits keeps its zeros.
    let changed = workbook(|sheet| {
        let five = Format::new().set_num_format("00000");
        sheet.write_number_with_format(1, column("sku"), 42, &five).unwrap();
        let formula = Formula::new("=79/10").set_result("7.9");
        sheet.write_formula(1, column("price"), formula).unwrap();
    });
    let sku = read_file(&changed, eur()).unwrap().products[0].skus[0].clone();
    assert_eq!((sku.code.as_str(), sku.price.amount().to_string().as_str()), ("00042", "7.90"));
}

#[test]
fn what_a_spreadsheet_spoils_is_told_with_row_and_column() {
    let spoiled = workbook(|sheet| {
        let day = Format::new().set_num_format("d. mmm");
        sheet.write_number_with_format(2, column("option_en"), 46_000, &day).unwrap();
        sheet.write_number(3, column("price"), 14.505).unwrap();
    });
    let errors = read_file(&spoiled, eur()).unwrap_err();
    let told: Vec<_> =
        errors.iter().map(|error| (error.line, error.column.as_deref(), &error.problem)).collect();
    let expected = [(3, Some("option_en"), &Problem::Date), (4, Some("price"), &Problem::Decimals(eur()))];
    assert_eq!(told, expected);
}

#[test]
fn a_spreadsheet_with_commas_before_the_cents_saves_semicolons() {
    let head = columns().join(";");
    let line = "tea;Tea;;;;sencha;Sencha;;;;Green, fresh.;;;;SENCHA;;;;;14,50;7;;yes";
    let products = read(&format!("{head}\n{line}\n"), eur()).unwrap();
    assert_eq!(products[0].skus[0].price.amount().to_string(), "14.50");
    let errors = read(&format!("{head}\n{}\n", line.replace("14,50", "1,450")), eur()).unwrap_err();
    assert_eq!(errors[0].problem, Problem::NoAmount("1,450".to_owned()), "it could be thousands");
}

#[test]
fn what_is_no_table_is_told_so() {
    let told = |content: &[u8]| read_file(content, eur()).unwrap_err()[0].problem.clone();
    assert_eq!(told(b"\xd0\xcf\x11\xe0\xa1\xb1"), Problem::OldWorkbook);
    assert_eq!(
        told("Größe".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>().as_slice()),
        Problem::NotUtf8
    );
    assert_eq!(told(b"PK\x03\x04"), Problem::NoTable);
}

/// What a person may write into a cell: quotes, commas, line breaks, other alphabets.
fn cell() -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        3 => prop::sample::select(vec!['a', 'ж', 'ñ', '🍵', ' ', ',', ';', '"', '\'', '\n', '\t', '=', '>', '-']),
        1 => prop::char::any().prop_filter("refused", |c| !c.is_control()),
    ];
    prop::collection::vec(letter, 0..12)
        .prop_map(|letters| letters.into_iter().collect::<String>().trim().to_owned())
        .prop_filter("a step is no name", |text| !text.contains(STEP))
}

fn texts() -> impl Strategy<Value = Texts> {
    prop::collection::vec(cell(), 4).prop_map(|all| {
        let mut texts = Texts::default();
        for (lang, text) in Lang::ALL.into_iter().zip(all) {
            texts.set(lang, &text);
        }
        texts
    })
}

fn named() -> impl Strategy<Value = Texts> {
    (texts(), prop::sample::select(vec!["Tea", "Чай"])).prop_map(|(mut texts, name)| {
        texts.set(Lang::En, name);
        texts
    })
}

fn skus() -> impl Strategy<Value = Vec<StockedSku>> {
    let sku = (texts(), 0_i64..1_000_000, 0..=MAX_STOCK, any::<bool>());
    prop::collection::vec(sku, 1..4).prop_map(|all| {
        all.into_iter()
            .map(|(options, cents, stock, visible)| StockedSku {
                code: String::new(),
                options,
                price: Money::new(Decimal::new(cents, 2)).unwrap(),
                stock,
                visible,
            })
            .collect()
    })
}

fn products() -> impl Strategy<Value = Vec<StockedProduct>> {
    let photo =
        prop::option::of(prop::sample::select(vec!["photos/tea.jpg", "https://shop.example/tea.jpg"]));
    let product = (named(), named(), texts(), photo, skus());
    prop::collection::vec(product, 1..4).prop_map(|all| {
        let products =
            all.into_iter().zip(0..).map(|((shelf_names, names, texts, photo, skus), n)| StockedProduct {
                shelves: vec![Shelf { slug: format!("shelf-{n}"), names: shelf_names }],
                slug: format!("product-{n}"),
                names,
                texts,
                photo: photo.map(str::to_owned),
                skus: skus
                    .into_iter()
                    .zip(0..)
                    .map(|(sku, m)| StockedSku { code: format!("SKU-{n}-{m}"), ..sku })
                    .collect(),
            });
        products.collect()
    })
}

proptest! {
    #[test]
    fn any_catalogue_survives_the_file(products in products()) {
        prop_assert_eq!(read(&write(&products), eur()), Ok(products));
    }

    #[test]
    fn no_file_breaks_the_reader(text in "\\PC{0,200}") {
        let _ = read(&format!("{}\n{text}", columns().join(",")), eur());
    }
}
