//! Orders on the staff's desk: lists, who looks after which, notes for colleagues, reminders.

use super::Shop;
use crate::domain::{Actor, CustomerId, DaySpan, Deed, Notice, OrderId, OrderNumber, Status, Subject};
use crate::repository::{ListedOrder, OrderFilter, StoreError, UnitOfWork};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// What a colleague does to an order that customers do not see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeskWork {
    /// Looks after it.
    Take,
    /// Does so no more.
    PutBack,
    /// Has packed it.
    Pack,
    /// Has unpacked it.
    Unpack,
    /// Notes something for colleagues.
    Annotate(String),
}

impl Shop {
    /// The latest orders with a number below `before`, the newest first, at most `limit`.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn staff_orders(
        &self,
        filter: &OrderFilter,
        before: Option<OrderNumber>,
        limit: u32,
    ) -> Result<Vec<ListedOrder>, StoreError> {
        self.session().await?.desk().list(filter, before, limit).await
    }

    /// The list behind words that somebody typed: nothing (what is open), a status, `packed`, a day (`2026-11-24`), `@username`,
    /// or parts of a name or phone number.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn order_filter(&self, typed: &str) -> Result<OrderFilter, StoreError> {
        let typed = typed.trim().to_lowercase();
        if typed == "packed" {
            return Ok(OrderFilter::Packed);
        }
        let statuses = match typed.as_str() {
            "" | "open" => Some(vec![Status::Placed, Status::Accepted, Status::Shipped]),
            "all" => Some(Status::ALL.to_vec()),
            "new" => Some(vec![Status::Placed]),
            word => Status::parse(word).map(|status| vec![status]),
        };
        if let Some(statuses) = statuses {
            return Ok(OrderFilter::In(statuses));
        }
        if let Some((from, until)) = self.day(&typed) {
            return Ok(OrderFilter::Placed(from, until));
        }
        if let Some(name) = typed.strip_prefix('@') {
            // Nobody has the id 0.
            let person = self.person_named(name).await?.unwrap_or_default();
            return Ok(OrderFilter::Of(CustomerId(person)));
        }
        Ok(OrderFilter::With(words(&typed)))
    }

    fn day(&self, typed: &str) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let day = NaiveDate::parse_from_str(typed, "%Y-%m-%d").ok()?;
        DaySpan::new(day, day).map(|day| day.moments(self.terms.timezone))
    }

    /// Does something on the desk. False if it was done already, or the order does not allow it now.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn work_on(
        &self,
        order: OrderId,
        what: &DeskWork,
        person: i64,
        name: &str,
    ) -> Result<bool, StoreError> {
        let mut work = self.begin().await?;
        let desk = work.desk();
        let done = match what {
            DeskWork::Take => desk.take(order, person, name).await?,
            DeskWork::PutBack => desk.put_back(order, person).await?,
            DeskWork::Pack => desk.pack(order, true).await?,
            DeskWork::Unpack => desk.pack(order, false).await?,
            DeskWork::Annotate(note) => desk.annotate(order, note).await?,
        };
        if !done {
            return Ok(false);
        }
        let (deed, before, after) = match what {
            DeskWork::Take => (Deed::OrderTaken, None, Some(name)),
            DeskWork::PutBack => (Deed::OrderTaken, Some(name), None),
            DeskWork::Pack => (Deed::OrderPacked, None, Some("packed")),
            DeskWork::Unpack => (Deed::OrderPacked, Some("packed"), None),
            // What it says may be about the customer, who can ask to be forgotten.
            DeskWork::Annotate(_) => (Deed::OrderAnnotated, None, Some("noted")),
        };
        let change = (before.map(str::to_owned), after.map(str::to_owned));
        let by = Actor::Staff(person, name.to_owned());
        self.record(work.as_mut(), by, deed, Subject::Order(order), change).await?;
        self.push_to_staff(work.as_mut(), &[Notice::StaffCard { order }]).await?;
        work.commit().await?;
        Ok(true)
    }

    /// Reminds the staff of orders that nobody has accepted for so long, and calls for the managers after three times
    /// that. Each order once each. Hours in which the shop is closed do not count, and nobody is reminded in them.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn remind_of_waiting(&self, after: TimeDelta) -> Result<usize, StoreError> {
        let (now, current) = (self.now(), self.settings().await?);
        let mut work = self.begin().await?;
        let (mut reminded, mut notices) = (0, Vec::new());
        for (reminder, factor) in [(1, 1), (2, 3)] {
            let since = current.settings.hours.open_for(after * factor, now, self.terms.timezone);
            let Some(since) = since else { continue };
            let is_urgent = reminder == 2;
            for order in work.desk().remind(since, reminder).await? {
                reminded += 1;
                // Its card says how long it has waited.
                notices.extend([Notice::OrderWaits { order, is_urgent }, Notice::StaffCard { order }]);
            }
        }
        if reminded == 0 {
            return Ok(0);
        }
        self.push_to_staff(work.as_mut(), &notices).await?;
        work.commit().await?;
        Ok(reminded)
    }

    pub(super) async fn push_to_staff(
        &self,
        work: &mut dyn UnitOfWork,
        notices: &[Notice],
    ) -> Result<(), StoreError> {
        let Some(chat) = self.terms.staff_chat else { return Ok(()) };
        let notices: Vec<_> = notices.iter().map(|notice| (chat, notice.clone())).collect();
        work.outbox().push(&notices, self.now()).await
    }
}

/// The words to look for. A phone number is found without its spaces, brackets and leading zeros, which `+49` replaces.
fn words(typed: &str) -> Vec<String> {
    let is_phone = typed.chars().all(|c| c.is_ascii_digit() || " +()-/.".contains(c));
    if is_phone {
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        return vec![digits.trim_start_matches('0').to_owned()];
    }
    typed.split_whitespace().take(3).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn a_phone_number_is_found_however_it_is_typed() {
        for typed in ["030 12 34-56", "(030) 123456", "030/123456"] {
            assert_eq!(words(typed), ["30123456"]);
        }
        assert_eq!(words("+49 30 123456"), ["4930123456"]);
    }

    #[test]
    fn words_are_words() {
        assert_eq!(words("ann of  avonlea farm"), ["ann", "of", "avonlea"]);
    }
}
