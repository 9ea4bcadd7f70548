//! Whose orders a shop takes that is paid on receipt.

use super::{CheckoutRefusal, NotAValue, Phone};

/// The highest limit that can be set.
const MOST: u32 = 99;

/// The limits. All are off until the staff set them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OrderGuard {
    /// So many orders of one customer may be open that are not paid; 0: any number.
    pub most_open: u32,
    /// From so many orders on that a customer did not collect, no more are taken; 0: they do not matter.
    pub most_no_shows: u32,
    /// Only the number of the customer's own Telegram account will do.
    pub verified_phone: bool,
}

/// What counts against a customer, or for them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrackRecord {
    /// Orders that are open and not paid.
    pub open: u32,
    /// Orders they did not collect.
    pub no_shows: u32,
    /// The number of their Telegram account, if they have shared it.
    pub verified_phone: Option<Phone>,
}

impl OrderGuard {
    /// True if nothing is asked of anybody.
    #[must_use]
    pub fn is_off(&self) -> bool {
        *self == Self::default()
    }

    /// May this customer order?
    ///
    /// # Errors
    /// Why they may not.
    pub const fn admits(&self, record: &TrackRecord) -> Result<(), CheckoutRefusal> {
        if self.most_no_shows > 0 && record.no_shows >= self.most_no_shows {
            return Err(CheckoutRefusal::NoShows);
        }
        if self.most_open > 0 && record.open >= self.most_open {
            return Err(CheckoutRefusal::TooManyOpen { most: self.most_open });
        }
        Ok(())
    }

    /// The same for an order with this phone number.
    ///
    /// # Errors
    /// Why they may not.
    pub fn admits_with(&self, record: &TrackRecord, phone: &Phone) -> Result<(), CheckoutRefusal> {
        self.admits(record)?;
        match self.verified_phone && record.verified_phone.as_ref() != Some(phone) {
            true => Err(CheckoutRefusal::PhoneUnshared),
            false => Ok(()),
        }
    }
}

/// Reads a limit; an empty text is none.
pub(super) fn limit(typed: &str) -> Result<u32, NotAValue> {
    match typed {
        "" => Ok(0),
        typed => typed.parse().ok().filter(|limit| *limit <= MOST).ok_or(NotAValue),
    }
}

/// A limit as [`limit`] reads it.
pub(super) fn limit_text(limit: u32) -> String {
    match limit {
        0 => String::new(),
        limit => limit.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phone(number: &str) -> Phone {
        Phone::stored(number.to_owned())
    }

    #[test]
    fn a_shop_that_set_nothing_refuses_nobody() {
        let record = TrackRecord { open: 99, no_shows: 99, verified_phone: None };
        assert_eq!(OrderGuard::default().admits_with(&record, &phone("+1")), Ok(()));
    }

    #[test]
    fn each_limit_holds_from_its_number_on() {
        let guard = OrderGuard { most_open: 2, most_no_shows: 3, verified_phone: false };
        let admits = |open, no_shows| guard.admits(&TrackRecord { open, no_shows, verified_phone: None });
        assert_eq!(admits(1, 2), Ok(()));
        assert_eq!(admits(2, 2), Err(CheckoutRefusal::TooManyOpen { most: 2 }));
        assert_eq!(admits(9, 3), Err(CheckoutRefusal::NoShows));
    }

    #[test]
    fn only_the_number_that_was_shared_will_do() {
        let guard = OrderGuard { verified_phone: true, ..OrderGuard::default() };
        let record = |verified_phone| TrackRecord { verified_phone, ..TrackRecord::default() };
        let refused = Err(CheckoutRefusal::PhoneUnshared);
        assert_eq!(guard.admits_with(&record(None), &phone("+1")), refused);
        assert_eq!(guard.admits_with(&record(Some(phone("+2"))), &phone("+1")), refused);
        assert_eq!(guard.admits_with(&record(Some(phone("+1"))), &phone("+1")), Ok(()));
    }
}
