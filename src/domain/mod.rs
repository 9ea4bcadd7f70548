//! The shop's types and rules. Pure: no I/O, no clock, nothing from the other rooms.

mod aisle;
mod amendment;
mod audit;
mod broadcast;
mod carrier;
mod catalog;
mod checkout;
mod clock;
mod credit;
mod customer;
mod days;
mod digest;
mod export;
mod goods;
mod hours;
mod ids;
mod lang;
mod money;
mod notice;
mod numbers;
mod order;
mod order_guard;
mod outreach;
mod placement;
mod promo;
mod promo_card;
mod promo_draft;
mod promo_scope;
mod quiet;
mod seen;
mod segment;
mod settings;
mod slots;
mod staff;
mod status;
mod support;
mod topic;
mod typed;
mod when;
mod wording;
mod zones;

pub use aisle::{Aisle, MAX_AISLES};
pub use amendment::{AmendRefusal, Amended, Amendment, AmendmentState, Gist, Requote, Shelved};
pub use audit::{AuditEntry, AuditFilter, Deed, NewAudit, Subject};
pub use broadcast::{Broadcast, BroadcastState, Followed, Tally};
pub use carrier::{Carrier, CarrierKey, InvalidCarrier, TrackingNumber, link_in};
pub use catalog::{
    Category, MAX_NAME, MAX_PER_LINE, MAX_PHOTOS, MAX_PRICE, MAX_TEXT, MAX_VARIANTS, Product, Sku,
};
pub use checkout::{
    CartLine, DeliveryTerms, Destination, Discount, Fulfilment, MAX_CART_LINES, Quote, QuotedLine, Totals,
};
pub use clock::Clock;
pub use credit::{CreditChange, CreditEntry, CreditUse, amount_and_reason};
pub use customer::{Address, Bounded, Customer, Invalid, Note, PersonName, Phone, SavedAddress};
pub use days::{DaySpan, MOST_DAYS, Period, ShopDay, day_start};
pub use digest::DigestDay;
pub use export::{AskedExport, Export, ExportFormat};
pub use goods::{Count, Goods, LedgerEntry, Stage, Variant, price_of};
pub use hours::{Door, Span, Timetable};
pub use ids::{
    AmendmentId, BroadcastId, CannedId, CategoryId, ChatId, CustomerId, MessageId, OrderId, ProductId, SkuId,
    UpdateId,
};
pub use lang::{Lang, Texts};
pub use money::{Currency, Money, UnknownCurrency};
pub use notice::{Notice, Urgency};
pub use numbers::{
    Bar, Buyers, Funnel, Grain, OpenOrders, PromoEffect, PromoSales, Quarter, Reached, Sales, Sold,
    WeekHours, bars, growth, moments_before, total, week_hours,
};
pub use order::{Actor, Order, OrderLine, OrderNumber, RejectReason, TimelineEntry};
pub use order_guard::{OrderGuard, TrackRecord};
pub use outreach::Outreach;
pub use placement::{
    AdvanceRefusal, CartRefusal, CheckoutRefusal, Known, Placement, Placing, PromoOutcome, Receipt, Reordered,
};
pub use promo::{Benefit, InvalidPromoCode, Promo, PromoCode, PromoHistory, PromoRefusal};
pub use promo_card::{DraftState, KeptDraft, ListedPromo, PromoReport, PromoState};
pub use promo_draft::{DraftGround, DraftRefusal, MOST_CODES, PromoDraft, PromoField, PromoKind};
pub use promo_scope::{Covered, CoveredName, MOST_COVERED, Scope, ScopeChange, ScopeOf, ScopeRefusal};
pub use quiet::QuietHours;
pub use seen::{Change, Seen, changes};
pub use segment::{BroadcastLink, MOST_DAYS_BACK, Segment};
pub use settings::{NotAValue, Setting, ShopSettings};
pub use slots::{Slot, Slots, Timed};
pub use staff::{Right, Role, StaffMember, Standing, may};
pub use status::{Status, StockEffect};
pub use support::{Canned, CannedName, Letter, MAX_CANNED};
pub use topic::StaffTopic;
pub use typed::switched;
pub use when::{WhenRefusal, moment_of};
pub use wording::{Wording, slug_of};
pub use zones::{Located, Point, Ride, Zone, ZoneId, Zoned, Zones};
