//! What the staff did, for whoever has to know later.

use super::{
    Actor, BroadcastId, CannedId, CategoryId, ChatId, Export, OrderId, OrderNumber, ProductId, Setting,
    UpdateId,
};
use chrono::{DateTime, Utc};
use std::fmt;
use uuid::Uuid;

/// What was done. `before` and `after` of an entry are in its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deed {
    /// An order got another status.
    OrderMoved,
    /// Somebody took an order, or gave it back.
    OrderTaken,
    /// An order was packed, or unpacked.
    OrderPacked,
    /// The staff's note on an order.
    OrderAnnotated,
    /// A change of an order was put to its customer, or taken back.
    OrderAmended,
    /// Somebody got another role.
    RoleGiven,
    /// A message to many customers was begun, paused, called off.
    BroadcastTurned,
    /// An update that could not be handled was tried again or dropped.
    UpdateSettled,
    /// A variant has another price.
    PriceSet,
    /// A variant has another stock.
    StockSet,
    /// A customer is served no longer, or again.
    CustomerBanned,
    /// A product was published, shown, hidden, archived.
    ProductShown,
    /// A setting of the shop has another value.
    SettingChanged,
    /// A table was taken out of the shop.
    Exported,
    /// A promo code was made, or a series of them.
    PromoMade,
    /// A promo was paused, or goes on.
    PromoTurned,
    /// A promo applies to something else.
    PromoScoped,
    /// The staff's note on a customer. Its words are not kept here: they are to be forgotten with the customer.
    CustomerAnnotated,
    /// A customer has more or less store credit.
    CreditChanged,
    /// What a customer did not collect does not count against them any more.
    NoShowsCleared,
    /// A product was begun.
    ProductMade,
    /// A product has other words.
    ProductWorded,
    /// A product stands elsewhere.
    ProductMoved,
    /// A product has other pictures.
    PicturesChanged,
    /// A product has another variant, or one with another label, or shows one more or less.
    VariantChanged,
    /// A catalogue file was imported.
    CatalogImported,
    /// A group became the one of the staff.
    GroupChosen,
    /// A category was made, named, moved, shown, hidden, taken away.
    CategoryChanged,
    /// A canned answer was made, written, taken away.
    CannedChanged,
}

impl Deed {
    /// Every deed.
    pub const ALL: [Self; 29] = [
        Self::OrderMoved,
        Self::OrderTaken,
        Self::OrderPacked,
        Self::OrderAnnotated,
        Self::OrderAmended,
        Self::RoleGiven,
        Self::BroadcastTurned,
        Self::UpdateSettled,
        Self::PriceSet,
        Self::StockSet,
        Self::CustomerBanned,
        Self::ProductShown,
        Self::SettingChanged,
        Self::Exported,
        Self::PromoMade,
        Self::PromoTurned,
        Self::PromoScoped,
        Self::CustomerAnnotated,
        Self::CreditChanged,
        Self::NoShowsCleared,
        Self::ProductMade,
        Self::ProductWorded,
        Self::ProductMoved,
        Self::PicturesChanged,
        Self::VariantChanged,
        Self::CatalogImported,
        Self::GroupChosen,
        Self::CategoryChanged,
        Self::CannedChanged,
    ];

    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OrderMoved => "order_moved",
            Self::OrderTaken => "order_taken",
            Self::OrderPacked => "order_packed",
            Self::OrderAnnotated => "order_annotated",
            Self::OrderAmended => "order_amended",
            Self::RoleGiven => "role_given",
            Self::BroadcastTurned => "broadcast_turned",
            Self::UpdateSettled => "update_settled",
            Self::PriceSet => "price_set",
            Self::StockSet => "stock_set",
            Self::CustomerBanned => "customer_banned",
            Self::ProductShown => "product_shown",
            Self::PromoMade => "promo_made",
            Self::PromoTurned => "promo_turned",
            Self::PromoScoped => "promo_scoped",
            Self::Exported => "exported",
            Self::SettingChanged => "setting_changed",
            Self::CustomerAnnotated => "customer_annotated",
            Self::CreditChanged => "credit_changed",
            Self::NoShowsCleared => "no_shows_cleared",
            Self::ProductMade => "product_made",
            Self::ProductWorded => "product_worded",
            Self::ProductMoved => "product_moved",
            Self::PicturesChanged => "pictures_changed",
            Self::VariantChanged => "variant_changed",
            Self::CatalogImported => "catalog_imported",
            Self::GroupChosen => "group_chosen",
            Self::CategoryChanged => "category_changed",
            Self::CannedChanged => "canned_changed",
        }
    }

    /// Reads that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|deed| deed.as_str() == word)
    }
}

/// What it was done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// An order.
    Order(OrderId),
    /// A product.
    Product(ProductId),
    /// A category.
    Category(CategoryId),
    /// Somebody of the staff, or a customer: the Telegram user id.
    Person(i64),
    /// A message to many customers.
    Broadcast(BroadcastId),
    /// An update that could not be handled.
    Update(UpdateId),
    /// A setting of the shop.
    Setting(Setting),
    /// A table for a spreadsheet.
    Export(Export),
    /// A promo.
    Promo(i64),
    /// A canned answer.
    Canned(CannedId),
    /// A group.
    Group(ChatId),
    /// A catalogue file: the update that brought it.
    Import(UpdateId),
}

impl Subject {
    /// Reads what [`Display`](fmt::Display) writes.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once(':')?;
        match kind {
            "order" => Uuid::parse_str(id).ok().map(|id| Self::Order(OrderId(id))),
            "product" => id.parse().ok().map(|id| Self::Product(ProductId(id))),
            "category" => id.parse().ok().map(|id| Self::Category(CategoryId(id))),
            "person" => id.parse().ok().map(Self::Person),
            "broadcast" => id.parse().ok().map(|id| Self::Broadcast(BroadcastId(id))),
            "update" => id.parse().ok().map(|id| Self::Update(UpdateId(id))),
            "setting" => Setting::parse(id).map(Self::Setting),
            "export" => Export::parse(id).map(Self::Export),
            "canned" => id.parse().ok().map(|id| Self::Canned(CannedId(id))),
            "group" => id.parse().ok().map(|id| Self::Group(ChatId(id))),
            "import" => id.parse().ok().map(|id| Self::Import(UpdateId(id))),
            "promo" => id.parse().ok().map(Self::Promo),
            _ => None,
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Order(id) => write!(f, "order:{id}"),
            Self::Product(id) => write!(f, "product:{id}"),
            Self::Category(id) => write!(f, "category:{id}"),
            Self::Person(id) => write!(f, "person:{id}"),
            Self::Broadcast(id) => write!(f, "broadcast:{id}"),
            Self::Canned(id) => write!(f, "canned:{id}"),
            Self::Group(id) => write!(f, "group:{id}"),
            Self::Import(id) => write!(f, "import:{id}"),
            Self::Promo(id) => write!(f, "promo:{id}"),
            Self::Export(export) => write!(f, "export:{}", export.as_str()),
            Self::Update(id) => write!(f, "update:{id}"),
            Self::Setting(setting) => write!(f, "setting:{}", setting.as_str()),
        }
    }
}

/// A deed to write down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAudit {
    /// Who did it. Only the staff's deeds are written.
    pub actor: Actor,
    /// What.
    pub deed: Deed,
    /// To what.
    pub subject: Subject,
    /// How it was, in short.
    pub before: Option<String>,
    /// How it is now.
    pub after: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// A deed that was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// Counts up: the key of its pages.
    pub id: i64,
    /// The name of who did it, at that time.
    pub who: String,
    /// What.
    pub deed: Deed,
    /// To what.
    pub subject: Subject,
    /// The number of the order, if it was one.
    pub order: Option<OrderNumber>,
    /// The code of the promo, if it was one; of a series, what its codes begin with.
    pub promo: Option<String>,
    /// How it was.
    pub before: Option<String>,
    /// How it was then.
    pub after: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Which deeds to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuditFilter {
    /// All.
    All,
    /// Those to one thing.
    Of(Subject),
    /// Those of one person, and those to them.
    About(i64),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_deed_and_subject_survives_the_database() {
        for deed in Deed::ALL {
            assert_eq!(Deed::parse(deed.as_str()), Some(deed));
        }
        for subject in [
            Subject::Order(OrderId(Uuid::from_u128(7))),
            Subject::Product(ProductId(1)),
            Subject::Category(CategoryId(5)),
            Subject::Person(-3),
            Subject::Broadcast(BroadcastId(2)),
            Subject::Export(Export::Stock),
            Subject::Promo(5),
            Subject::Canned(CannedId(6)),
            Subject::Import(UpdateId(6)),
            Subject::Group(ChatId(-1001)),
            Subject::Update(UpdateId(4)),
            Subject::Setting(Setting::DeliveryFee),
        ] {
            assert_eq!(Subject::parse(&subject.to_string()), Some(subject));
        }
    }
}
