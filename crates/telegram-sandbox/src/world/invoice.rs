//! What a bot wants to be paid for.

use serde_json::{Map, Value, json};

/// An invoice, as a message or behind a link.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Invoice {
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) payload: String,
    pub(crate) provider_token: String,
    pub(crate) currency: String,
    /// Label and amount in the smallest unit of the currency.
    pub(crate) prices: Vec<(String, i64)>,
    pub(crate) max_tip_amount: i64,
    pub(crate) suggested_tip_amounts: Vec<i64>,
    pub(crate) start_parameter: String,
    pub(crate) photo_url: Option<String>,
    /// `need_name`, `need_phone_number`, ... that were set.
    pub(crate) needs: Vec<String>,
    pub(crate) is_flexible: bool,
    pub(crate) paid: bool,
}

/// A payment that went through.
#[derive(Clone, Debug)]
pub(crate) struct Charge {
    pub(crate) bot: i64,
    pub(crate) user: i64,
    pub(crate) currency: String,
    pub(crate) amount: i64,
    pub(crate) payload: String,
    pub(crate) date: i64,
    pub(crate) refunded: bool,
}

impl Invoice {
    pub(crate) fn total(&self) -> i64 {
        self.prices.iter().map(|(_, amount)| amount).sum()
    }

    pub(crate) fn is_stars(&self) -> bool {
        self.currency == "XTR"
    }

    /// The Bot API's `Invoice`, as it stands in a message.
    pub(crate) fn json(&self) -> Value {
        json!({
            "title": self.title,
            "description": self.description,
            "start_parameter": self.start_parameter,
            "currency": self.currency,
            "total_amount": self.total(),
        })
    }

    /// All a payment form shows, for the person's side.
    pub(crate) fn form(&self) -> Value {
        let prices: Vec<Value> =
            self.prices.iter().map(|(label, amount)| json!({"label": label, "amount": amount})).collect();
        let mut form = Map::new();
        form.insert("prices".into(), prices.into());
        form.insert("max_tip_amount".into(), self.max_tip_amount.into());
        form.insert("suggested_tip_amounts".into(), self.suggested_tip_amounts.clone().into());
        form.insert("photo_url".into(), self.photo_url.clone().into());
        form.insert("is_flexible".into(), self.is_flexible.into());
        form.insert("needs".into(), self.needs.clone().into());
        form.into()
    }
}
