//! Tables for spreadsheets: complete, page by page, and written down.

use crate::shop::{Stand, noon};
use orderbot::domain::{Actor, DaySpan, Export, ExportFormat, Period, UpdateId};
use orderbot::repository::Store;

fn olga() -> Actor {
    Actor::Staff(900, "Olga".to_owned())
}

async fn lines(stand: &Stand, export: Export, period: Option<Period>, update: i64) -> Vec<String> {
    let file = stand.shop.export(export, ExportFormat::Csv, period, olga(), UpdateId(update)).await.unwrap();
    let text = String::from_utf8(file.content).unwrap();
    let lines: Vec<String> = text.trim_start_matches('\u{feff}').lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), file.lines as usize + 1, "{text}");
    lines
}

#[tokio::test]
async fn an_order_is_a_line_with_all_that_belongs_to_it() {
    let stand = Stand::with(&[9, 9]).await;
    stand.order(1, UpdateId(1), &[(stand.skus[0], 2), (stand.skus[1], 1)], None).await;
    sqlx::query("UPDATE orders SET name = '=cmd()', note = '@home'").execute(&stand.db.pool()).await.unwrap();
    let lines = lines(&stand, Export::Orders, Some(Period::Week), 7).await;
    assert!(lines[0].starts_with("number,placed_at,status,customer,name,phone"), "{}", lines[0]);
    let (head, tail) = lines[1].split_once(",placed,1,'=cmd(),'+49301234567,pickup,,'@home,").unwrap();
    assert!(head.starts_with("1,2026-05-01 12:00:"), "{head}");
    assert_eq!(tail, "2 × Tea 0 [TEA-0]; 1 × Tea 1 [TEA-1],3,30.00,0,0,30.00,EUR,,,0,30.00");
    // A redelivered update writes it down once.
    let file = stand.shop.export(Export::Orders, ExportFormat::Csv, None, olga(), UpdateId(7)).await.unwrap();
    assert_eq!(file.lines, 1);
    assert_eq!(stand.number("SELECT count(*) FROM audit WHERE subject = 'export:orders'").await, 1);
}

#[tokio::test]
async fn customers_stock_and_catalogue_are_tables_too() {
    let stand = Stand::with(&[9]).await;
    stand.order(1, UpdateId(1), &[(stand.skus[0], 2)], None).await;
    stand.customer(2).await;
    let customers = lines(&stand, Export::Customers, None, 1).await;
    assert_eq!(customers.len(), 3);
    assert!(customers.iter().any(|line| line.starts_with("1,Ann,,'+49301234567,en,2026-05-01 12:00:")));
    assert!(customers.iter().any(|line| line.starts_with("2,Ann,,,en,") && line.contains(",0,0,,yes,no")));
    let stock = lines(&stand, Export::Stock, None, 2).await;
    assert_eq!(stock[1], "TEA-0,Tea 0,,10.00,9,2,7,yes");
    let products = lines(&stand, Export::Products, None, 3).await;
    let currency = stand.shop.terms().currency;
    assert!(orderbot::services::catalog_file::read(&products.join("\n"), currency).is_ok());
}

#[tokio::test]
async fn only_the_time_that_was_asked_for_comes_out() {
    let stand = Stand::with(&[9]).await;
    stand.order(1, UpdateId(1), &[(stand.skus[0], 1)], None).await;
    let day = noon().date_naive();
    let of = |day| Some(Period::Days(DaySpan::new(day, day).unwrap()));
    assert_eq!(lines(&stand, Export::Orders, of(day), 1).await.len(), 2);
    assert_eq!(lines(&stand, Export::Orders, of(day.pred_opt().unwrap()), 2).await.len(), 1);
}

#[tokio::test]
async fn a_page_goes_on_where_the_last_one_ended_also_within_one_moment() {
    let stand = Stand::with(&[9]).await;
    sqlx::raw_sql(
        "INSERT INTO orders (id, status, name, lang, pickup, currency, subtotal, discount, delivery, total, placed_at)
         SELECT gen_random_uuid(), 'delivered', 'Ann', 'en', true, 'EUR', 10, 0, 0, 10,
                '2026-04-30T10:00:00Z'::timestamptz + n / 5 * interval '1 minute' FROM generate_series(0, 22) n;
         INSERT INTO order_lines SELECT o.id, 1, s.id, '{}', '{}', 1, 10, 0 FROM orders o, skus s;",
    )
    .execute(&stand.db.pool())
    .await
    .unwrap();
    let mut session = stand.store().session().await.unwrap();
    let when = ("2026-04-30T00:00:00Z".parse().unwrap(), noon());
    let (mut numbers, mut after) = (Vec::new(), None);
    loop {
        let page = session.exports().orders(when, after, 4).await.unwrap();
        let Some(last) = page.last() else { break };
        after = Some((last.placed_at, last.number.0));
        numbers.extend(page.iter().map(|order| order.number.0));
    }
    let expected: Vec<i64> = (1..=23).rev().collect();
    assert_eq!(numbers, expected);
}
