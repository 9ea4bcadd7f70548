//! `/import`: a catalogue that was sent as a file, looked at before it holds.

use crate::shop::{TestShop, press_first};
use telegram_sandbox::{Person, Seen};

const FILE: &str = include_str!("catalog.csv");

/// Sends a file with `/import` below it.
fn send(person: &Person, content: &[u8]) -> Seen {
    person.send_file("document", content, "/import")
}

#[tokio::test]
async fn what_would_change_is_seen_before_it_does() {
    let shop = TestShop::open().await;
    let (ann, olga) = (shop.customer("Ann"), shop.olga());
    shop.order(&ann, "Round Mug").await;
    let file =
        FILE.replace(",MUG,,,,,12.00,5,", ",MUG,,,,,13.50,4,").replace("Rolled by hand.", "Rolled twice.");
    let file = file.replace("JASMINE", "JASMIN-2");
    send(&olga, file.as_bytes());
    let preview = olga.sees("📥 Import this file?").await;
    for line in ["➕ New: 0", "✏️ Changed: 2", "🔒 Not in the file, stay as they are: 0"] {
        assert!(preview.text().contains(line), "{}", preview.text());
    }
    assert!(preview.text().contains("• Round Mug · MUG: price €12.00 → €13.50"), "{}", preview.text());
    assert!(preview.text().contains("• Jasmine Pearls · jasmine: new description"), "{}", preview.text());
    assert_eq!(shop.count("SELECT count(*) FROM skus WHERE sku = 'MUG' AND price = 12").await, 1);

    olga.press("✅ Import").await;
    olga.sees("📥 Imported").await;
    assert_eq!(shop.count("SELECT count(*) FROM skus WHERE sku = 'MUG' AND price = 13.5").await, 1);
    assert_eq!(shop.available("MUG").await, 4);
    let placed =
        "SELECT count(*) FROM order_lines l JOIN skus s ON s.id = l.sku WHERE s.sku = 'MUG' AND l.price = 12";
    assert_eq!(shop.count(placed).await, 1, "an order keeps its price");
    olga.send("/audit");
    olga.sees("Olga · catalogue file: +0 ~2").await;
    shop.close().await;
}

#[tokio::test]
async fn a_second_press_imports_nothing_twice_and_a_preview_that_is_old_is_shown_anew() {
    let shop = TestShop::open().await;
    let (olga, max) = (shop.olga(), shop.packer("Max"));
    shop.staff.promote(&max);
    let file = FILE.replace(",MUG,,,,,12.00,5,", ",MUG,,,,,13.50,5,");
    let sent = olga.send_file("document", file.as_bytes(), "");
    olga.reply(&sent, "/import");
    let first = olga.sees("price €12.00 → €13.50").await;
    shop.change("MUG", |sku| sku.price = orderbot::domain::Money::new("12.40".parse().unwrap()).unwrap())
        .await;
    olga.press("✅ Import").await;
    let second = olga.sees("price €12.40 → €13.50").await;
    assert_eq!(first.id(), second.id(), "the card is drawn anew");
    assert_eq!(shop.count("SELECT count(*) FROM skus WHERE sku = 'MUG' AND price = 12.4").await, 1);

    // Two at once.
    let presses = [olga.tap_on(&second, "✅ Import"), max.tap_on(&second, "✅ Import")];
    olga.sees("📥 Imported").await;
    let answers = [olga.answer_to(&presses[0]).await, max.answer_to(&presses[1]).await];
    let done = answers.iter().filter(|answer| answer.text.as_deref() == Some("Imported.")).count();
    assert_eq!(done, 1, "{answers:?}");
    assert_eq!(shop.count("SELECT count(*) FROM audit WHERE deed = 'catalog_imported'").await, 1);
    shop.close().await;
}

#[tokio::test]
async fn a_file_with_errors_imports_nothing_and_says_where_they_are() {
    let shop = TestShop::open().await;
    let olga = shop.olga();
    let file = FILE.replace(",MUG,,,,,12.00,5,", ",MUG,,,,,cheap,5,");
    send(&olga, file.as_bytes());
    let told = olga.sees("⚠️ Nothing was imported: one line needs a correction.").await;
    assert!(told.text().contains("Line 5, price: “cheap” is no amount"), "{}", told.text());
    assert!(told.buttons().is_empty());
    // Many of them come as a table.
    let line = FILE.lines().last().unwrap();
    let wrong: String =
        (0..12).map(|n| format!("{}\n", line.replace("yes", &format!("maybe {n}")))).collect();
    let header = FILE.lines().next().unwrap();
    send(&olga, format!("{header}\n{wrong}").as_bytes());
    let told = olga.sees("12 lines need a correction").await;
    assert!(told.json().get("document").is_some(), "{}", told.json());
    send(&olga, b"\x89PNG\r\n\x1a\n\xff\xff");
    olga.sees("the letters cannot be read").await;
    assert_eq!(shop.count("SELECT count(*) FROM catalog_drafts").await, 0);
    olga.send("/import");
    olga.sees("Send the catalogue as a file").await;
    shop.close().await;
}

#[tokio::test]
async fn the_catalogue_goes_out_as_a_workbook_and_comes_back() {
    let shop = TestShop::open().await;
    let olga = shop.olga();
    olga.send("/export products xlsx");
    let sent = olga.sees("📄 Catalogue, lines:").await;
    let name = sent.json()["document"]["file_name"].as_str().unwrap();
    assert!(name.starts_with("products-20") && name.ends_with(".xlsx"), "{name}");
    olga.reply(&sent, "/import");
    olga.sees("📥 Nothing to import: all").await;
    // What is sold meanwhile would be undone by the file: it is shown.
    shop.change("MUG", |sku| sku.stock = 3).await;
    olga.reply(&sent, "/import");
    olga.sees("• Round Mug · MUG: pieces 3 → 5").await;
    olga.press("✖ Leave").await;
    olga.sees("✖ Not imported. Nothing was changed.").await;
    assert_eq!(shop.available("MUG").await, 3);
    shop.close().await;
}

#[tokio::test]
async fn a_catalogue_is_for_those_who_lead() {
    let shop = TestShop::open().await;
    let (sam, olga) = (shop.packer("Sam"), shop.olga());
    send(&sam, FILE.as_bytes());
    sam.sees("Your role here is “Packer”").await;
    send(&olga, FILE.replace("12.00", "13.00").as_bytes());
    let preview = olga.sees("📥 Import this file?").await;
    let press = sam.tap_on(&preview, "✅ Import");
    assert!(sam.answer_to(&press).await.text.unwrap().contains("Packer"));
    assert_eq!(shop.count("SELECT count(*) FROM skus WHERE price = 13").await, 0);
    shop.run("UPDATE catalog_drafts SET at = at - interval '25 hours'").await;
    let answer = press_first(&olga, "✅ Import").await;
    assert!(answer.text.as_deref().unwrap_or_default().contains("out of date"), "{answer:?}");
    shop.close().await;
}
