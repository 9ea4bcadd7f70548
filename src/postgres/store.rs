//! The shop's store: sessions and units of work over one pool.

use super::link::Link;
use super::pool::{Connections, Lent, Work};
use crate::repository::{
    Aisles, Amendments, Audit, Bookings, Broadcasts, CannedAnswers, Carts, Catalog, Credit, Customers, Desk,
    Exports, Imports, Numbers, Orders, Outbox, PromoDesk, PromoScopes, Promos, Session, Settings, Setup,
    Shelves, Showcase, Staff, Stockroom, Store, StoreError, Support, Topics, TrackRecords, UnitOfWork,
    Variants,
};
use async_trait::async_trait;
use std::ops::DerefMut;

/// The shop's repositories in Postgres. Cheap to clone.
#[derive(Debug, Clone)]
pub struct PgStore(pub Connections);

/// One connection: whose statements commit by themselves, or in a transaction.
pub(super) struct Pg<C>(pub(super) C);

/// What a [`Pg`] speaks through.
pub(super) trait Held: DerefMut<Target = Link> + Send {}

impl Held for Lent {}
impl Held for Work {}

#[async_trait]
impl Store for PgStore {
    async fn session(&self) -> Result<Box<dyn Session>, StoreError> {
        Ok(Box::new(Pg(self.0.lend().await?)))
    }

    async fn begin(&self) -> Result<Box<dyn UnitOfWork>, StoreError> {
        Ok(Box::new(Pg(self.0.begin().await?)))
    }
}

impl<C: Held> Session for Pg<C> {
    fn catalog(&mut self) -> &mut dyn Catalog {
        self
    }
    fn carts(&mut self) -> &mut dyn Carts {
        self
    }
    fn promos(&mut self) -> &mut dyn Promos {
        self
    }
    fn promo_desk(&mut self) -> &mut dyn PromoDesk {
        self
    }
    fn promo_scopes(&mut self) -> &mut dyn PromoScopes {
        self
    }
    fn customers(&mut self) -> &mut dyn Customers {
        self
    }
    fn track_records(&mut self) -> &mut dyn TrackRecords {
        self
    }
    fn credit(&mut self) -> &mut dyn Credit {
        self
    }
    fn orders(&mut self) -> &mut dyn Orders {
        self
    }
    fn amendments(&mut self) -> &mut dyn Amendments {
        self
    }
    fn desk(&mut self) -> &mut dyn Desk {
        self
    }
    fn shelves(&mut self) -> &mut dyn Shelves {
        self
    }
    fn stockroom(&mut self) -> &mut dyn Stockroom {
        self
    }
    fn showcase(&mut self) -> &mut dyn Showcase {
        self
    }
    fn variants(&mut self) -> &mut dyn Variants {
        self
    }
    fn aisles(&mut self) -> &mut dyn Aisles {
        self
    }
    fn outbox(&mut self) -> &mut dyn Outbox {
        self
    }
    fn support(&mut self) -> &mut dyn Support {
        self
    }
    fn canned(&mut self) -> &mut dyn CannedAnswers {
        self
    }
    fn broadcasts(&mut self) -> &mut dyn Broadcasts {
        self
    }
    fn bookings(&mut self) -> &mut dyn Bookings {
        self
    }
    fn settings(&mut self) -> &mut dyn Settings {
        self
    }
    fn imports(&mut self) -> &mut dyn Imports {
        self
    }
    fn exports(&mut self) -> &mut dyn Exports {
        self
    }
    fn numbers(&mut self) -> &mut dyn Numbers {
        self
    }
    fn setup(&mut self) -> &mut dyn Setup {
        self
    }
    fn topics(&mut self) -> &mut dyn Topics {
        self
    }
    fn staff(&mut self) -> &mut dyn Staff {
        self
    }
    fn audit(&mut self) -> &mut dyn Audit {
        self
    }
}

#[async_trait]
impl UnitOfWork for Pg<Work> {
    async fn commit(self: Box<Self>) -> Result<(), StoreError> {
        self.0.commit().await
    }
}
