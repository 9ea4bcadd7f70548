//! Who of the staff may do what: roles, rights, and the one table that joins them.

/// What somebody is to the shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// May do everything.
    Owner,
    /// May do everything but decide who works here.
    Manager,
    /// Packs and sends orders, and answers customers.
    Packer,
    /// Answers customers and looks orders up.
    Support,
    /// Is in the group and may only read.
    Guest,
}

impl Role {
    /// Every role, the mightiest first.
    pub const ALL: [Self; 5] = [Self::Owner, Self::Manager, Self::Packer, Self::Support, Self::Guest];

    /// The word in the database and on buttons.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Manager => "manager",
            Self::Packer => "packer",
            Self::Support => "support",
            Self::Guest => "guest",
        }
    }

    /// Reads that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == word)
    }
}

/// What somebody is in the staff group, as Telegram tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// It is their group.
    Creator,
    /// An administrator of the group.
    Administrator,
    /// Anybody else in it.
    Member,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Self; 3] = [Self::Creator, Self::Administrator, Self::Member];

    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Creator => "creator",
            Self::Administrator => "administrator",
            Self::Member => "member",
        }
    }

    /// Reads that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.as_str() == word)
    }

    /// The role of somebody with this standing. Whoever was given none works as before there were roles: administrators
    /// lead, members pack. The creator cannot be locked out of their own shop.
    #[must_use]
    pub const fn role(self, given: Option<Role>) -> Role {
        match (self, given) {
            (Self::Creator, _) => Role::Owner,
            (_, Some(role)) => role,
            (Self::Administrator, None) => Role::Manager,
            (Self::Member, None) => Role::Packer,
        }
    }
}

/// Something that not everybody may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Right {
    /// Look at orders: cards, lists, search.
    SeeOrders,
    /// Take, accept, turn down, pack, send, hand over, annotate.
    MoveOrders,
    /// Write to customers.
    AnswerCustomers,
    /// Try an update again that could not be handled.
    RetryUpdates,
    /// Give such an update up.
    DropUpdates,
    /// Look at products and their stock.
    SeeProducts,
    /// Count pieces in and out.
    ChangeStock,
    /// Change names, prices, pictures, what is on sale.
    ChangeProducts,
    /// Look customers up.
    SeeCustomers,
    /// Ban, credit, annotate.
    ChangeCustomers,
    /// Write to many customers at once.
    Broadcast,
    /// Make and stop promo codes.
    ChangePromos,
    /// Revenue, statistics, exports.
    SeeNumbers,
    /// Read who did what, and who works here.
    ReadAudit,
    /// Decide about fees, texts, hours.
    ChangeSettings,
    /// Decide who works here.
    ChangeStaff,
}

impl Right {
    /// Every right.
    pub const ALL: [Self; 16] = [
        Self::SeeOrders,
        Self::MoveOrders,
        Self::AnswerCustomers,
        Self::RetryUpdates,
        Self::DropUpdates,
        Self::SeeProducts,
        Self::ChangeStock,
        Self::ChangeProducts,
        Self::SeeCustomers,
        Self::ChangeCustomers,
        Self::Broadcast,
        Self::ChangePromos,
        Self::SeeNumbers,
        Self::ReadAudit,
        Self::ChangeSettings,
        Self::ChangeStaff,
    ];
}

/// The table of rights.
#[must_use]
pub const fn may(role: Role, right: Right) -> bool {
    match right {
        Right::SeeOrders | Right::AnswerCustomers | Right::SeeProducts => !matches!(role, Role::Guest),
        Right::SeeCustomers => matches!(role, Role::Owner | Role::Manager | Role::Support),
        Right::MoveOrders | Right::RetryUpdates | Right::ChangeStock => {
            matches!(role, Role::Owner | Role::Manager | Role::Packer)
        }
        Right::DropUpdates
        | Right::ChangeProducts
        | Right::ChangeCustomers
        | Right::Broadcast
        | Right::ChangePromos
        | Right::SeeNumbers
        | Right::ReadAudit
        | Right::ChangeSettings => matches!(role, Role::Owner | Role::Manager),
        Right::ChangeStaff => matches!(role, Role::Owner),
    }
}

/// Somebody who was met in the staff group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffMember {
    /// The Telegram user id.
    pub person: i64,
    /// The name to show.
    pub name: String,
    /// The username without `@`.
    pub username: Option<String>,
    /// The role they were given; `None`: what their standing brings.
    pub given: Option<Role>,
    /// What they are in the group; `None` if they are not in it.
    pub standing: Option<Standing>,
    /// How often Telegram has told that this changed.
    pub moves: i32,
}

impl StaffMember {
    /// What they may do now; `None` outside the group.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        self.standing.map(|standing| standing.role(self.given))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_owner_may_everything_and_a_guest_nothing() {
        for right in Right::ALL {
            assert!(may(Role::Owner, right), "{right:?}");
            assert!(!may(Role::Guest, right), "{right:?}");
            assert!(may(Role::Manager, right) || right == Right::ChangeStaff, "{right:?}");
        }
    }

    #[test]
    fn a_shop_without_roles_works_as_before_there_were_any() {
        let member = Standing::Member.role(None);
        for right in [Right::SeeOrders, Right::MoveOrders, Right::AnswerCustomers, Right::RetryUpdates] {
            assert!(may(member, right), "{right:?}");
        }
        assert!(!may(member, Right::Broadcast));
        let administrator = Standing::Administrator.role(None);
        assert!(may(administrator, Right::Broadcast) && may(administrator, Right::DropUpdates));
    }

    #[test]
    fn the_creator_cannot_be_locked_out() {
        assert_eq!(Standing::Creator.role(Some(Role::Guest)), Role::Owner);
    }

    #[test]
    fn every_word_survives_the_database() {
        for role in Role::ALL {
            assert_eq!(Role::parse(role.as_str()), Some(role));
        }
        for standing in Standing::ALL {
            assert_eq!(Standing::parse(standing.as_str()), Some(standing));
        }
    }
}
