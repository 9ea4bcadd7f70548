//! What the buttons of the staff carry: version, order, the status it has on the card, and what to do.
//!
//! The same rules as for customers' buttons (`telegram::payload`): never change a meaning, at most 64 bytes.

use super::aisle::AisleDeed;
use super::amendment::AmendDeed;
use super::audit::AuditView;
use super::batch::BatchDeed;
use super::broadcast::BroadcastDeed;
use super::canned::CannedDeed;
use super::edit::EditDeed;
use super::goods::GoodsDeed;
use super::import_card::ImportDeed;
use super::letters::LettersView;
use super::order_deed::Deed;
use super::orders::ListDeed;
use super::patron::PatronDeed;
use super::promos::PromoDeed;
use super::roster::RosterDeed;
use super::settings::SettingsDeed;
use super::stats::StatsView;
use crate::domain::{BroadcastId, CustomerId, OrderId, Right, Status, UpdateId};
use crate::telegram::middleware::Needs;
use teloxide::types::CallbackQuery;
use uuid::Uuid;

const VERSION: &str = "s1";
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A button of the staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::telegram) enum StaffButton {
    /// On the card of an order.
    Order {
        /// Which.
        order: OrderId,
        /// The status on the card: whoever presses has seen this one.
        seen: Status,
        /// What to do.
        deed: Deed,
    },
    /// Try an update again that was given up.
    Retry(UpdateId),
    /// Give it up for good.
    Drop(UpdateId),
    /// On the card of a broadcast.
    Broadcast(BroadcastId, BroadcastDeed),
    /// On the list of the staff.
    Roster(RosterDeed),
    /// On a list of orders.
    List(ListDeed),
    /// On a change of an order.
    Amend(AmendDeed),
    /// Under a list of orders: all of them at once.
    Batch(BatchDeed),
    /// On a list of products, or the card of one.
    Goods(GoodsDeed),
    /// On the list of categories, or the card of one.
    Aisle(AisleDeed),
    /// Where a product is changed.
    Edit(EditDeed),
    /// Below a catalogue file.
    Import(ImportDeed),
    /// On a list of promos, the card of one, or a draft.
    Promos(PromoDeed),
    /// Below a picture of the statistics.
    Stats(StatsView),
    /// On the card of a customer.
    Patron(CustomerId, PatronDeed),
    /// On what a customer and the shop wrote to each other.
    Letters(LettersView),
    /// On canned answers.
    Canned(CannedDeed),
    /// On the list of deeds.
    Audit(AuditView),
    /// On the settings.
    Settings(SettingsDeed),
}

impl Needs for StaffButton {
    fn right(&self) -> Option<Right> {
        Some(match self {
            Self::Order { deed, .. } => deed.right(),
            Self::Amend(_) | Self::Batch(_) => Right::MoveOrders,
            Self::List(_) => Right::SeeOrders,
            Self::Goods(deed) => deed.right(),
            Self::Edit(_) | Self::Import(_) => Right::ChangeProducts,
            Self::Aisle(deed) => deed.right(),
            Self::Patron(_, PatronDeed::Back) | Self::Letters(_) => Right::SeeCustomers,
            Self::Patron(..) => Right::ChangeCustomers,
            Self::Canned(deed) => deed.right(),
            Self::Retry(_) => Right::RetryUpdates,
            Self::Drop(_) => Right::DropUpdates,
            Self::Broadcast(..) => Right::Broadcast,
            Self::Promos(_) => Right::ChangePromos,
            Self::Stats(_) => Right::SeeNumbers,
            Self::Roster(RosterDeed::Give { .. }) => Right::ChangeStaff,
            Self::Roster(_) | Self::Audit(_) => Right::ReadAudit,
            Self::Settings(_) => Right::ChangeSettings,
        })
    }
}

/// Writes a payload.
pub(in crate::telegram) fn encode(button: &StaffButton) -> String {
    match button {
        StaffButton::Order { order, seen, deed } => {
            format!("{VERSION}:{}:{}:{}", short(*order), seen.as_str(), deed.word())
        }
        StaffButton::Retry(update) => format!("{VERSION}:again:{update}"),
        StaffButton::Drop(update) => format!("{VERSION}:drop:{update}"),
        StaffButton::Broadcast(id, deed) => format!("{VERSION}:bc:{id}:{}", deed.word()),
        StaffButton::Roster(deed) => format!("{VERSION}:p:{}", deed.words()),
        StaffButton::List(deed) => format!("{VERSION}:ol:{}", deed.words()),
        StaffButton::Amend(deed) => format!("{VERSION}:am:{}", deed.words()),
        StaffButton::Batch(deed) => format!("{VERSION}:ba:{}", deed.words()),
        StaffButton::Goods(deed) => format!("{VERSION}:g:{}", deed.words()),
        StaffButton::Edit(deed) => format!("{VERSION}:e:{}", deed.words()),
        StaffButton::Aisle(deed) => format!("{VERSION}:c:{}", deed.words()),
        StaffButton::Import(deed) => format!("{VERSION}:im:{}", deed.words()),
        StaffButton::Promos(deed) => format!("{VERSION}:pr:{}", deed.words()),
        StaffButton::Stats(view) => format!("{VERSION}:st:{}", view.words()),
        StaffButton::Patron(id, deed) => format!("{VERSION}:{}:{id}", deed.word()),
        StaffButton::Letters(view) => format!("{VERSION}:msg:{}", view.words()),
        StaffButton::Canned(deed) => format!("{VERSION}:ca:{}", deed.words()),
        StaffButton::Audit(view) => format!("{VERSION}:log:{}", view.words()),
        StaffButton::Settings(deed) => format!("{VERSION}:set:{}", deed.words()),
    }
}

/// Reads a payload; `None` for one that is not of the staff's, or not known.
pub(in crate::telegram) fn decode(payload: &str) -> Option<StaffButton> {
    let words: Vec<&str> = payload.split(':').collect();
    match words.as_slice() {
        [VERSION, "again", update] => Some(StaffButton::Retry(UpdateId(update.parse().ok()?))),
        [VERSION, "drop", update] => Some(StaffButton::Drop(UpdateId(update.parse().ok()?))),
        [VERSION, "bc", id, word] => {
            Some(StaffButton::Broadcast(BroadcastId(id.parse().ok()?), BroadcastDeed::parse(word)?))
        }
        [VERSION, "p", words @ ..] => RosterDeed::parse(words).map(StaffButton::Roster),
        [VERSION, "ol", words @ ..] => ListDeed::parse(words).map(StaffButton::List),
        [VERSION, "am", words @ ..] => AmendDeed::parse(words).map(StaffButton::Amend),
        [VERSION, "ba", words @ ..] => BatchDeed::parse(words).map(StaffButton::Batch),
        [VERSION, "g", words @ ..] => GoodsDeed::parse(words).map(StaffButton::Goods),
        [VERSION, "e", words @ ..] => EditDeed::parse(words).map(StaffButton::Edit),
        [VERSION, "c", words @ ..] => AisleDeed::parse(words).map(StaffButton::Aisle),
        [VERSION, "im", words @ ..] => ImportDeed::parse(words).map(StaffButton::Import),
        [VERSION, "pr", words @ ..] => PromoDeed::parse(words).map(StaffButton::Promos),
        [VERSION, "st", words @ ..] => StatsView::parse(words).map(StaffButton::Stats),
        [VERSION, "msg", words @ ..] => LettersView::parse(words).map(StaffButton::Letters),
        [VERSION, "ca", words @ ..] => CannedDeed::parse(words).map(StaffButton::Canned),
        [VERSION, "log", words @ ..] => AuditView::parse(words).map(StaffButton::Audit),
        [VERSION, "set", words @ ..] => SettingsDeed::parse(words).map(StaffButton::Settings),
        [VERSION, word, id] => {
            Some(StaffButton::Patron(CustomerId(id.parse().ok()?), PatronDeed::parse(word)?))
        }
        [VERSION, order, seen, word] => {
            let deed = Deed::parse(word)?;
            Some(StaffButton::Order { order: long(order)?, seen: Status::parse(seen)?, deed })
        }
        _ => None,
    }
}

/// The staff's button that was pressed.
pub(in crate::telegram) fn of_press(press: CallbackQuery) -> Option<StaffButton> {
    decode(press.data.as_deref()?)
}

/// An order id in 22 characters of base64url (RFC 4648, section 5), which links may hold too.
pub(super) fn short(order: OrderId) -> String {
    let bits = order.0.as_u128();
    (0..22).map(|n| char::from(ALPHABET[((bits >> (6 * n)) & 63) as usize])).collect()
}

/// Reads it again.
pub(super) fn long(text: &str) -> Option<OrderId> {
    if text.len() != 22 {
        return None;
    }
    let digits = text.bytes().map(|byte| ALPHABET.iter().position(|known| *known == byte));
    let mut bits = 0_u128;
    for (n, digit) in digits.enumerate() {
        let digit = digit? as u128;
        // The last character holds two bits only.
        if n == 21 && digit > 3 {
            return None;
        }
        bits |= digit << (6 * n);
    }
    Some(OrderId(Uuid::from_u128(bits)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{BroadcastLink, CarrierKey, CategoryId, ProductId, Segment};
    use crate::telegram::staff::broadcast::{BroadcastQuestion, Choosing};
    use proptest::prelude::*;

    #[test]
    fn every_button_survives_and_fits() {
        for bits in [0, 1, u128::MAX, 0x1234_5678_9abc_def0_1234_5678_9abc_def0] {
            let parcel = Deed::Parcel(CarrierKey(u32::MAX));
            for deed in Deed::WORDS.into_iter().map(|(_, deed)| deed).chain([parcel]) {
                for seen in Status::ALL {
                    let order = OrderId(Uuid::from_u128(bits));
                    let button = StaffButton::Order { order, seen, deed: deed.clone() };
                    let payload = encode(&button);
                    assert!(payload.len() <= 64, "{payload}");
                    assert_eq!(decode(&payload), Some(button));
                }
            }
        }
        for button in [StaffButton::Retry(UpdateId(i64::MAX)), StaffButton::Drop(UpdateId(1))] {
            assert_eq!(decode(&encode(&button)), Some(button));
        }
        for deed in PatronDeed::ALL {
            let button = StaffButton::Patron(CustomerId(i64::MAX), deed);
            assert_eq!(decode(&encode(&button)), Some(button));
        }
        let letters = LettersView { customer: CustomerId(i64::MAX), before: Some(i64::MAX) };
        assert_eq!(decode(&encode(&StaffButton::Letters(letters))), Some(StaffButton::Letters(letters)));
        let widest = Segment::BoughtWithin(u16::MAX);
        let deeds = [
            BroadcastDeed::Choose(Segment::Everyone),
            BroadcastDeed::Choose(Segment::NeverBought),
            BroadcastDeed::Choose(Segment::Language(crate::domain::Lang::De)),
            BroadcastDeed::Choose(Segment::BoughtFrom(CategoryId(i64::MAX))),
            BroadcastDeed::Lead(BroadcastLink::Product(ProductId(i64::MAX))),
            BroadcastDeed::Categories(Choosing::Segment),
            BroadcastDeed::Categories(Choosing::Link),
            BroadcastDeed::Ask(BroadcastQuestion::When),
            BroadcastDeed::Show,
            BroadcastDeed::Send(Segment::BoughtFrom(CategoryId(i64::MAX))),
            BroadcastDeed::Send(widest),
            BroadcastDeed::Pause,
            BroadcastDeed::Resume,
            BroadcastDeed::Cancel,
        ];
        for deed in deeds {
            let button = StaffButton::Broadcast(BroadcastId(i64::MAX), deed);
            let payload = encode(&button);
            assert!(payload.len() <= 64, "{payload}");
            assert_eq!(decode(&payload), Some(button));
        }
    }

    #[test]
    fn an_old_payload_still_means_the_same() {
        let order = OrderId(Uuid::nil());
        let pressed = decode("s1:AAAAAAAAAAAAAAAAAAAAAA:placed:a");
        assert_eq!(pressed, Some(StaffButton::Order { order, seen: Status::Placed, deed: Deed::Accept }));
        let banned = StaffButton::Patron(CustomerId(7), PatronDeed::Ban);
        assert_eq!(decode("s1:ban:7"), Some(banned));
        let pressed = decode("s1:bc:7:go-bought-30");
        let deed = BroadcastDeed::Send(Segment::BoughtWithin(30));
        assert_eq!(pressed, Some(StaffButton::Broadcast(BroadcastId(7), deed)));
    }

    proptest! {
        #[test]
        fn nonsense_is_refused_without_a_panic(text in ".{0,64}") {
            let _ = decode(&text);
            let _ = decode(&format!("s1:{text}"));
            let _ = long(&text);
        }

        #[test]
        fn an_order_id_survives_being_short(bits: u128) {
            let order = OrderId(Uuid::from_u128(bits));
            prop_assert_eq!(long(&short(order)), Some(order));
        }
    }
}
