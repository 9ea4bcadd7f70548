//! Use cases, one verb each, grouped by feature. The outer `Result` is trouble, the inner a plain "no".

mod aisles;
mod amendments;
mod batch;
mod broadcast_clock;
mod broadcasts;
mod browse;
mod canned;
mod cart;
mod cart_reminders;
pub mod catalog_file;
mod checkout;
mod credit;
mod desk;
mod digest;
mod exports;
mod imports;
mod numbers;
mod orders;
mod patrons;
mod pictures;
mod pricing;
mod profile;
mod promo_desk;
pub mod promo_file;
mod promo_scope;
mod settings;
mod setup;
mod shelves;
mod showcase;
mod staff;
mod stocklist;
mod stockroom;
mod support;
mod topics;

pub use aisles::AisleSettled;
pub use amendments::Drafted;
pub use batch::{BatchStep, Tried};
pub use desk::DeskWork;
pub use digest::Digest;
pub use exports::{ExportFile, table_of};
pub use imports::{ImportPreview, Importable, Imported, LARGEST_FILE, PreviewedChange};
pub use numbers::{GoodsReport, HoursReport, SalesReport, VisitorsReport};
pub use orders::Move;
pub use pictures::picture_key;
pub use promo_desk::{DraftChange, Made};
pub use promo_scope::EVERYTHING;
pub use settings::{CurrentSettings, Decided};
pub use stocklist::{Detail, Difference};
pub use stockroom::Settled;
pub use support::{CannedSent, Relayed, Written};

use crate::domain::{Carrier, ChatId, Clock, Currency, DeliveryTerms, Lang, UpdateId};
use crate::repository::{Session, Store, StoreError, UnitOfWork};
use chrono::TimeDelta;
use chrono_tz::Tz;
use phonenumber::country;
use std::sync::Arc;

/// What the installation says about the shop. Name and delivery hold until the staff decide otherwise
/// ([`Shop::settings`]).
#[derive(Debug, Clone)]
pub struct ShopTerms {
    /// The shop's name, as customers see it.
    pub name: String,
    /// The currency of every price.
    pub currency: Currency,
    /// What delivery costs.
    pub delivery: DeliveryTerms,
    /// Who brings parcels, in the order of their buttons.
    pub carriers: Vec<Carrier>,
    /// Where phone numbers without a country code are from.
    pub country: country::Id,
    /// Whose time customers and staff read.
    pub timezone: Tz,
    /// The staff group, [`ChatId::STAFF`] if `/setup` chooses it; `None` in tests of parts.
    pub staff_chat: Option<ChatId>,
    /// The language of the staff group, and of customers whose language the shop does not speak.
    pub lang: Lang,
    /// Messages of a broadcast per second, to tell how long one takes. At least one.
    pub bulk_rate: u32,
    /// How long a customer can agree to a change of their order.
    pub confirm_within: TimeDelta,
    /// With so many pieces left, or fewer, the staff are told that something runs out.
    pub low_stock: u32,
}

/// The shop: what the bot can ask it to do. Cheap to clone.
#[derive(Clone)]
pub struct Shop {
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    terms: Arc<ShopTerms>,
    remembered: Arc<settings::Remembered>,
}

impl Shop {
    /// A shop over a store.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, clock: Arc<dyn Clock>, terms: Arc<ShopTerms>) -> Self {
        Self { store, clock, terms, remembered: Arc::default() }
    }

    /// What the installation says.
    #[must_use]
    pub fn terms(&self) -> &ShopTerms {
        &self.terms
    }

    /// The moment it is now.
    #[must_use]
    pub fn now(&self) -> chrono::DateTime<chrono::Utc> {
        self.clock.now()
    }

    async fn session(&self) -> Result<Box<dyn Session>, StoreError> {
        self.store.session().await
    }

    async fn begin(&self) -> Result<Box<dyn UnitOfWork>, StoreError> {
        self.store.begin().await
    }

    /// Begins what an update is to do once. `None` if it has.
    async fn begin_once(&self, update: UpdateId) -> Result<Option<Box<dyn UnitOfWork>>, StoreError> {
        let mut work = self.begin().await?;
        Ok(work.support().first_time(update, self.now()).await?.then_some(work))
    }
}
