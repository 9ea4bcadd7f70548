//! What the shop asks of its storage. Traits only; `postgres`, `redis` and `memory` implement them.
//!
//! A [`Session`] reads, and writes single statements that commit by themselves. A [`UnitOfWork`] is a session
//! whose writes become true together at [`UnitOfWork::commit`]; dropped before, it leaves no trace.

mod aisles;
mod amendments;
mod broadcasts;
mod buckets;
mod bulk_queue;
mod carts;
mod catalog;
mod credit;
mod customers;
mod desk;
mod dialogues;
mod exports;
mod imports;
mod inbox;
mod lanes;
mod numbers;
mod orders;
mod outbox;
mod outbox_queue;
mod promo_desk;
mod promo_scopes;
mod promos;
mod settings;
mod setup;
mod shelves;
mod showcase;
mod slots;
mod staff;
mod stockroom;
mod support;
mod topics;
mod track_records;
mod variants;

pub use aisles::{Aisles, Reworded};
pub use amendments::{Amending, Amendments, Closed, Closing, Proposal};
pub use broadcasts::{Audience, Broadcasts, NewBroadcast};
pub use buckets::{Bucket, BucketTrouble, Buckets, Taken};
pub use bulk_queue::{BulkClaim, BulkEnded, BulkEnding, BulkQueue, BulkRow, Departure};
pub use carts::{Carts, FilledAt, LeftBehind, TakenCart};
pub use catalog::{Catalog, Drift, Page, Shelf, StockedProduct, StockedSku};
pub use credit::{Booked, Credit, NewCreditEntry};
pub use customers::{Customers, Profile};
pub use desk::{Desk, ListedOrder, OrderFilter};
pub use dialogues::DialogueError;
pub use exports::{After, ExportedCustomer, ExportedLine, ExportedOrder, Exports};
pub use imports::{CatalogDraft, ImportCounts, Imports};
pub use inbox::{Arrival, DeadLetter, DeadLetters, Inbox, Lane, Stored, Touch};
pub use lanes::{Announcements, Claimed, Lanes, Lease, News, Reading, Settled, Verdict, WaitingUpdate};
pub use numbers::{Moments, Numbers};
pub use orders::{Advance, Advanced, NewOrder, OrderSummary, Orders};
pub use outbox::Outbox;
pub use outbox_queue::{Claim, Ended, Ending, OutboxDepth, OutboxQueue, OutboxRow};
pub use promo_desk::PromoDesk;
pub use promo_scopes::PromoScopes;
pub use promos::{NewPromo, Promos};
pub use settings::{Settings, StoredSetting, StoredSettings};
pub use setup::{Setup, SetupState};
pub use shelves::Shelves;
pub use showcase::{Made, Place, Showcase, Turned};
pub use slots::Bookings;
pub use staff::{Audit, Presence, Staff};
pub use stockroom::{Changed, GoodsFilter, Stockroom};
pub use support::{CannedAnswers, CannedMade, Letters, NewLetter, Support};
pub use topics::Topics;
pub use track_records::TrackRecords;
pub use variants::Variants;

use async_trait::async_trait;

/// Storage could not answer. Never a "no": those are values.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database is away, busy or in a conflict that a repetition resolves.
    #[error("the database is not available: {0}")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A statement or a stored value is wrong; repeating it will not help.
    #[error("the database answered unexpectedly: {0}")]
    Broken(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Names this running program among the instances that share a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Instance(pub uuid::Uuid);

/// Every repository, over one connection or one transaction.
#[async_trait]
pub trait Session: Send {
    /// Categories, products, stock, pictures.
    fn catalog(&mut self) -> &mut dyn Catalog;
    /// Carts.
    fn carts(&mut self) -> &mut dyn Carts;
    /// Promo codes and their uses.
    fn promos(&mut self) -> &mut dyn Promos;
    /// Promos as the staff work on them.
    fn promo_desk(&mut self) -> &mut dyn PromoDesk;
    /// What promos apply to.
    fn promo_scopes(&mut self) -> &mut dyn PromoScopes;
    /// Customers and their addresses.
    fn customers(&mut self) -> &mut dyn Customers;
    /// What counts against customers, or for them.
    fn track_records(&mut self) -> &mut dyn TrackRecords;
    /// Store credit.
    fn credit(&mut self) -> &mut dyn Credit;
    /// Orders, their lines and timelines.
    fn orders(&mut self) -> &mut dyn Orders;
    /// Products as the staff work on them.
    fn stockroom(&mut self) -> &mut dyn Stockroom;
    /// Changes of orders that the customer is asked about.
    fn amendments(&mut self) -> &mut dyn Amendments;
    /// What runs out, and who waits for what is sold out.
    fn shelves(&mut self) -> &mut dyn Shelves;
    /// What customers see of products, as the staff make and change it.
    fn showcase(&mut self) -> &mut dyn Showcase;
    /// The variants of products, in the same way.
    fn variants(&mut self) -> &mut dyn Variants;
    /// Categories, as the staff make and change them.
    fn aisles(&mut self) -> &mut dyn Aisles;
    /// Orders as the staff work on them.
    fn desk(&mut self) -> &mut dyn Desk;
    /// Messages to other chats.
    fn outbox(&mut self) -> &mut dyn Outbox;
    /// What customers and the staff write to each other.
    fn support(&mut self) -> &mut dyn Support;
    /// Answers that the staff give again and again.
    fn canned(&mut self) -> &mut dyn CannedAnswers;
    /// Messages to many customers.
    fn broadcasts(&mut self) -> &mut dyn Broadcasts;
    /// Times at which orders are brought.
    fn bookings(&mut self) -> &mut dyn Bookings;
    /// What the staff decided about the shop.
    fn settings(&mut self) -> &mut dyn Settings;
    /// Catalogue files that wait for a "yes".
    fn imports(&mut self) -> &mut dyn Imports;
    /// Tables that the staff take out of the shop.
    fn exports(&mut self) -> &mut dyn Exports;
    /// How the shop does.
    fn numbers(&mut self) -> &mut dyn Numbers;
    /// Which group is the staff's.
    fn setup(&mut self) -> &mut dyn Setup;
    /// Topics of the staff group.
    fn topics(&mut self) -> &mut dyn Topics;
    /// Who works here.
    fn staff(&mut self) -> &mut dyn Staff;
    /// Who did what.
    fn audit(&mut self) -> &mut dyn Audit;
}

/// A session whose writes become true together.
#[async_trait]
pub trait UnitOfWork: Session {
    /// Makes all of it true.
    ///
    /// # Errors
    /// [`StoreError`]: then nothing of it is, or the answer was lost; repeat with the same keys.
    async fn commit(self: Box<Self>) -> Result<(), StoreError>;
}

/// Where sessions come from.
#[async_trait]
pub trait Store: Send + Sync {
    /// A session for reads and single writes.
    async fn session(&self) -> Result<Box<dyn Session>, StoreError>;
    /// Begins a unit of work.
    async fn begin(&self) -> Result<Box<dyn UnitOfWork>, StoreError>;
}
