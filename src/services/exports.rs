//! Tables that the staff take out of the shop, as CSV or as a workbook.

mod table;
mod workbook;

use super::{Shop, catalog_file};
use crate::domain::{
    Actor, Deed, Export, ExportFormat, Lang, Money, Period, ProductId, Stage, Subject, Texts, UpdateId,
};
use crate::repository::{
    ExportedCustomer, ExportedLine, ExportedOrder, GoodsFilter, Moments, StockedProduct, StoreError,
};
use chrono::DateTime;
use rust_decimal::Decimal;
use table::{Style, Table};

/// Lines read at once.
const PAGE: u32 = 1_000;
/// The most lines of a table. More are asked for by their time. A workbook is in memory cell by cell until it is packed.
const fn most_lines(format: ExportFormat) -> u32 {
    match format {
        ExportFormat::Csv => 50_000,
        ExportFormat::Xlsx => 20_000,
    }
}

/// A table, ready to be sent.
#[derive(Debug, Clone)]
pub struct ExportFile {
    /// The workbook; or the CSV, with the mark at the beginning that tells a spreadsheet it is UTF-8.
    pub content: Vec<u8>,
    /// Lines under the heading.
    pub lines: u32,
    /// True if there would have been more.
    pub is_cut: bool,
}

const ORDERS: [&str; 20] = [
    "number",
    "placed_at",
    "status",
    "customer",
    "name",
    "phone",
    "delivery_kind",
    "address",
    "note",
    "items",
    "pieces",
    "subtotal",
    "discount",
    "delivery",
    "total",
    "currency",
    "promo",
    "taken_by",
    "credit",
    "to_pay",
];
const CUSTOMERS: [&str; 13] = [
    "id",
    "name",
    "username",
    "phone",
    "language",
    "since",
    "last_seen",
    "orders",
    "revenue",
    "last_order",
    "wants_news",
    "banned",
    "credit",
];
const STOCK: [&str; 8] = ["sku", "product", "option", "price", "on_hand", "reserved", "available", "visible"];

impl Shop {
    /// Writes a table, and writes down who asked for it: once per update.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn export(
        &self,
        export: Export,
        format: ExportFormat,
        period: Option<Period>,
        by: Actor,
        update: UpdateId,
    ) -> Result<ExportFile, StoreError> {
        let when = match period {
            Some(period) => period.days(self.today()).moments(self.terms.timezone),
            None => (DateTime::UNIX_EPOCH, self.now()),
        };
        let file = match export {
            Export::Orders => self.orders_table(when, format).await?,
            Export::Customers => self.customers_table(when, format).await?,
            Export::Products => self.products_table(format).await?,
            Export::Stock => self.stock_table(format).await?,
        };
        if let Some(work) = self.begin_once(update).await? {
            let time = period.map_or_else(String::new, |period| format!(" {period}"));
            let after = format!("{}{time}", file.lines);
            self.commit_deed(work, by, Deed::Exported, Subject::Export(export), (None, Some(after))).await?;
        }
        Ok(file)
    }

    fn table(&self, heading: &[impl AsRef<str>], format: ExportFormat) -> Table {
        let style = Style::of(self.terms.lang, self.terms.timezone);
        Table::new(heading, format, style, self.terms.currency)
    }

    async fn orders_table(&self, when: Moments, format: ExportFormat) -> Result<ExportFile, StoreError> {
        let mut session = self.session().await?;
        let mut table = self.table(&ORDERS, format);
        let mut after = None;
        let is_cut = 'pages: loop {
            let page = session.exports().orders(when, after, PAGE).await?;
            for order in &page {
                if table.lines() == most_lines(format) {
                    break 'pages true;
                }
                order_line(&mut table, order, self.terms.lang);
            }
            let Some(last) = page.last().filter(|_| page.len() == PAGE as usize) else { break false };
            after = Some((last.placed_at, last.number.0));
        };
        table.file(is_cut).await
    }

    async fn customers_table(&self, when: Moments, format: ExportFormat) -> Result<ExportFile, StoreError> {
        let mut session = self.session().await?;
        let mut table = self.table(&CUSTOMERS, format);
        let mut after = None;
        let is_cut = 'pages: loop {
            let page = session.exports().customers(when, after, PAGE).await?;
            for customer in &page {
                if table.lines() == most_lines(format) {
                    break 'pages true;
                }
                customer_line(&mut table, customer, self.terms.lang);
            }
            let Some(last) = page.last().filter(|_| page.len() == PAGE as usize) else { break false };
            after = Some((last.since, last.id.0));
        };
        table.file(is_cut).await
    }

    /// As an import reads it: what the owner wrote is not changed.
    async fn products_table(&self, format: ExportFormat) -> Result<ExportFile, StoreError> {
        let products = self.session().await?.catalog().stocklist().await?;
        if format == ExportFormat::Csv {
            let lines = products.iter().map(|product| product.skus.len()).sum::<usize>();
            let content = [table::UTF8, catalog_file::write(&products).as_bytes()].concat();
            let lines = u32::try_from(lines).unwrap_or(u32::MAX);
            return Ok(ExportFile { content, lines, is_cut: false });
        }
        let mut table = self.table(&catalog_file::columns(), format);
        product_lines(&mut table, &products);
        table.file(false).await
    }

    async fn stock_table(&self, format: ExportFormat) -> Result<ExportFile, StoreError> {
        let mut session = self.session().await?;
        let lang = self.terms.lang;
        let mut table = self.table(&STOCK, format);
        let mut after = ProductId(0);
        let is_cut = 'pages: loop {
            let page = session.stockroom().list(&GoodsFilter::All, after, PAGE).await?;
            for (goods, variant) in
                page.iter().flat_map(|goods| goods.variants.iter().map(move |variant| (goods, variant)))
            {
                if table.lines() == most_lines(format) {
                    break 'pages true;
                }
                table.text(&variant.code).text(goods.names.get(lang)).text(variant.options.get(lang));
                table.money(variant.price).count(variant.on_hand).count(variant.reserved);
                let is_shown = goods.stage == Stage::Shown && variant.visible;
                table.count(variant.available()).yes(is_shown).end();
            }
            let Some(last) = page.last().filter(|_| page.len() == PAGE as usize) else { break false };
            after = last.id;
        };
        table.file(is_cut).await
    }
}

/// A table of words, for a spreadsheet of people who read this language.
#[must_use]
pub fn table_of<const N: usize>(
    heading: [String; N],
    rows: impl IntoIterator<Item = [String; N]>,
    lang: Lang,
) -> Vec<u8> {
    table::words(heading, rows, lang)
}

fn product_lines(table: &mut Table, products: &[StockedProduct]) {
    let columns = catalog_file::columns();
    for line in catalog_file::records(products) {
        for (column, cell) in columns.iter().zip(&line) {
            let amount = cell.parse::<Decimal>().ok().and_then(Money::new);
            match (column.as_str(), cell.parse(), amount) {
                ("stock", Ok(pieces), _) => table.count(pieces),
                ("price", _, Some(price)) => table.money(price),
                _ => table.text(cell),
            };
        }
        table.end();
    }
}

fn order_line(table: &mut Table, order: &ExportedOrder, lang: Lang) {
    let pieces = order.lines.iter().fold(0_u32, |sum, line| sum.saturating_add(line.quantity));
    let items: Vec<String> = order.lines.iter().map(|line| item(line, lang)).collect();
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    table.number(order.number.0).moment(Some(order.placed_at)).text(order.status.as_str());
    match order.customer {
        Some(customer) => table.number(customer.0),
        None => table.text(""),
    };
    table.text(&said(&order.name)).text(&said(&order.phone));
    table.text(if order.pickup { "pickup" } else { "delivery" });
    table.text(&said(&order.address)).text(&said(&order.note)).text(&items.join("; ")).count(pieces);
    let totals = order.totals;
    for sum in [totals.subtotal, totals.discount, totals.delivery, totals.total] {
        table.money(sum);
    }
    table.text(order.currency.code()).text(&said(&order.promo)).text(&said(&order.taken_by));
    table.money(totals.credit).money(totals.to_pay()).end();
}

fn item(line: &ExportedLine, lang: Lang) -> String {
    let name = |texts: &Texts| texts.get(lang).to_owned();
    let option = if line.options.is_empty() { String::new() } else { format!(" ({})", name(&line.options)) };
    format!("{} × {}{option} [{}]", line.quantity, name(&line.names), line.code)
}

fn customer_line(table: &mut Table, customer: &ExportedCustomer, shop: Lang) {
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    table.number(customer.id.0).text(&customer.name).text(&said(&customer.username));
    table.text(&said(&customer.phone)).text(customer.lang.unwrap_or(shop).code());
    table.moment(Some(customer.since)).moment(Some(customer.seen_at)).count(customer.orders);
    table.money(customer.revenue).moment(customer.last_order);
    table.yes(customer.wants_broadcasts).yes(customer.banned).money(customer.balance).end();
}
