//! A customer as the statements that read or change one return them.

use super::value::{broken, count, money};
use crate::domain::{Bounded, Customer, CustomerId, Lang, PersonName, Phone};
use crate::repository::StoreError;
use rust_decimal::Decimal;

pub(super) struct CustomerRow {
    pub(super) id: i64,
    pub(super) name: String,
    pub(super) username: Option<String>,
    pub(super) phone: Option<String>,
    pub(super) lang: Option<String>,
    pub(super) banned: bool,
    pub(super) no_shows: i32,
    pub(super) balance: Decimal,
    pub(super) wants_broadcasts: bool,
    pub(super) is_new: bool,
}

impl CustomerRow {
    pub(super) fn customer(self, fallback: Lang) -> Result<Customer, StoreError> {
        Ok(Customer {
            id: CustomerId(self.id),
            name: PersonName::cut(&self.name).ok_or_else(|| broken("a customer without a name"))?,
            username: self.username,
            phone: self.phone.map(Phone::stored),
            lang: self.lang.as_deref().and_then(Lang::parse).unwrap_or(fallback),
            banned: self.banned,
            no_shows: count(self.no_shows),
            balance: money(self.balance)?,
            wants_broadcasts: self.wants_broadcasts,
            is_new: self.is_new,
        })
    }
}

/// A statement whose row `c` is a customer: what stands before their columns, and what after them. They are new where it
/// says so.
macro_rules! customer {
    ([$($before:tt)+], $is_new:literal, $after:literal, $($argument:expr),+) => {
        sqlx::query_as!(
            CustomerRow,
            $($before)+
                + r#" c.id AS "id!", coalesce(c.name, c.telegram_name) AS "name!", c.username, c.phone,
                      coalesce(c.lang, c.telegram_lang) AS lang, c.banned AS "banned!",
                      c.wants_broadcasts AS "wants_broadcasts!", c.no_shows AS "no_shows!", c.balance AS "balance!", "#
                + $is_new
                + r#" AS "is_new!" "#
                + $after,
            $($argument),+
        )
    };
    ([$($before:tt)+], $after:literal, $($argument:expr),+) => {
        customer!([$($before)+], "false", $after, $($argument),+)
    };
}
pub(super) use customer;
