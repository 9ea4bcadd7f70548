//! Somebody of the staff who does something.

use crate::domain::{Actor, Right, Role, StaffMember, may};
use teloxide::types::Message;

/// Somebody of the staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::telegram) struct Colleague {
    id: i64,
    name: String,
    role: Role,
}

impl Colleague {
    /// Somebody who is in the group, with the role they have now.
    pub(super) fn of(member: &StaffMember, role: Role) -> Self {
        Self { id: member.person, name: member.name.clone(), role }
    }

    /// Whoever writes in the name of a chat; `None` for a person. An anonymous administrator writes in the name of the
    /// group, and may do what administrators may; members can write in the name of a channel, and nobody knows who does.
    pub(in crate::telegram) fn in_the_name_of_a_chat(message: &Message) -> Option<Self> {
        let sender = message.sender_chat.as_ref()?;
        let role = if sender.id == message.chat.id { Role::Manager } else { Role::Guest };
        let name = message.chat.title().unwrap_or_default().to_owned();
        Some(Self { id: message.chat.id.0, name, role })
    }

    /// How the timeline and the audit name them.
    pub(in crate::telegram) fn actor(&self) -> Actor {
        Actor::Staff(self.id, self.name.clone())
    }

    /// The Telegram user id.
    pub(in crate::telegram) const fn id(&self) -> i64 {
        self.id
    }

    /// The name to show.
    pub(in crate::telegram) fn name(&self) -> &str {
        &self.name
    }

    /// What they are to the shop.
    pub(in crate::telegram) const fn role(&self) -> Role {
        self.role
    }

    /// Is it in the table of rights?
    pub(in crate::telegram) const fn may(&self, right: Right) -> bool {
        may(self.role, right)
    }
}
