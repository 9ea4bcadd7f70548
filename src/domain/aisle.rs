//! Categories as the staff see them: hidden ones too, with what is in them.

use super::{CategoryId, Invalid, Texts, Wording};

/// Categories on one level: each has a button, and a keyboard holds 100 of them.
pub const MAX_AISLES: usize = 60;

/// A category and how full it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aisle {
    /// Its id.
    pub id: CategoryId,
    /// The category it belongs to; `None` on the first level.
    pub parent: Option<CategoryId>,
    /// Its names.
    pub names: Texts,
    /// False: customers see neither it nor what is in it.
    pub visible: bool,
    /// Products directly in it, archived ones not counted.
    pub products: u32,
    /// Archived products directly in it.
    pub archived: u32,
    /// Categories below it.
    pub below: u32,
    /// Promo codes that hold for it.
    pub promos: u32,
}

impl Aisle {
    /// Reads a name as somebody typed it; `None` for a dash, which takes it away. The sign that stands between the steps
    /// of a category in a file is no part of a name.
    ///
    /// # Errors
    /// Nothing was typed, or more than fits a button.
    pub fn name(typed: &str) -> Result<Option<String>, Invalid> {
        Wording::Name.parse(&typed.replace('>', "›"))
    }

    /// True for one that nothing needs any more.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.products == 0 && self.archived == 0 && self.below == 0 && self.promos == 0
    }
}
