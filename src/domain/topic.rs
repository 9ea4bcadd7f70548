//! Topics of the staff group, where it is a forum.

/// What a message to the staff is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StaffTopic {
    /// Orders.
    Orders,
    /// Questions of customers.
    Support,
    /// What runs out.
    Stock,
    /// What went wrong, and how the day was.
    Alerts,
}

impl StaffTopic {
    /// Every topic, in the order in which they are made.
    pub const ALL: [Self; 4] = [Self::Orders, Self::Support, Self::Stock, Self::Alerts];

    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Orders => "orders",
            Self::Support => "support",
            Self::Stock => "stock",
            Self::Alerts => "alerts",
        }
    }

    /// Reads that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.as_str() == word)
    }
}
