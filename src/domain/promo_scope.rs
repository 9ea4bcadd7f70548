//! What a promo applies to: everything, or some categories and products.

use super::{CategoryId, ProductId, QuotedLine, Texts};
use serde::{Deserialize, Serialize};

/// The most categories and products that one promo is given in the chat: a few pages of buttons, and no list without end.
pub const MOST_COVERED: usize = 100;

/// The lines a promo covers. Empty lists cover everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Scope {
    /// Lines of these categories and their subcategories.
    pub categories: Vec<CategoryId>,
    /// Lines of these products.
    pub products: Vec<ProductId>,
}

/// Something that a promo covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Covered {
    /// A category with all that is below it.
    Category(CategoryId),
    /// A product.
    Product(ProductId),
}

/// A change of what a promo applies to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScopeChange {
    /// To this too; the first one makes it apply to nothing else.
    Cover(Covered),
    /// Not to this any more.
    Spare(Covered),
    /// To everything.
    Everything,
}

/// Why a change was not made. Every variant has a Fluent message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ScopeRefusal {
    /// It is so already.
    #[error("so already")]
    Already,
    /// Nothing would be left, and a promo for nothing would be one for everything.
    #[error("the last one")]
    Last,
    /// There are [`MOST_COVERED`].
    #[error("too many")]
    Full,
    /// There is no such category or product.
    #[error("gone")]
    Gone,
    /// The draft is finished or was given up, or there is no such promo.
    #[error("no such promo")]
    Closed,
}

/// Whose scope it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScopeOf {
    /// That of a draft.
    Draft(i64),
    /// That of a promo which customers have, or of a series of codes by the first of them.
    Promo(i64),
}

/// Something that a promo covers, as the staff see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoveredName {
    /// What.
    pub what: Covered,
    /// Its names; `None` if it is gone.
    pub names: Option<Texts>,
    /// The names of the category above it, if it is a category below another one.
    pub above: Option<Texts>,
    /// False: customers do not see it now.
    pub is_open: bool,
}

impl From<Covered> for Scope {
    fn from(what: Covered) -> Self {
        match what {
            Covered::Category(id) => Self { categories: vec![id], products: Vec::new() },
            Covered::Product(id) => Self { categories: Vec::new(), products: vec![id] },
        }
    }
}

impl Scope {
    /// True if it leaves nothing out.
    #[must_use]
    pub const fn is_everything(&self) -> bool {
        self.categories.is_empty() && self.products.is_empty()
    }

    /// True if this is in it by itself, and not only as a part of something above it.
    #[must_use]
    pub fn has(&self, what: Covered) -> bool {
        match what {
            Covered::Category(id) => self.categories.contains(&id),
            Covered::Product(id) => self.products.contains(&id),
        }
    }

    /// All that is in it; nothing if that is everything.
    pub fn all(&self) -> impl Iterator<Item = Covered> + '_ {
        let products = self.products.iter().copied().map(Covered::Product);
        self.categories.iter().copied().map(Covered::Category).chain(products)
    }

    /// The scope after a change.
    ///
    /// # Errors
    /// The [`ScopeRefusal`] to tell.
    pub fn changed(mut self, change: ScopeChange) -> Result<Self, ScopeRefusal> {
        match change {
            ScopeChange::Everything if self.is_everything() => Err(ScopeRefusal::Already),
            ScopeChange::Everything => Ok(Self::default()),
            ScopeChange::Cover(what) if self.has(what) => Err(ScopeRefusal::Already),
            ScopeChange::Cover(_) if self.all().count() >= MOST_COVERED => Err(ScopeRefusal::Full),
            ScopeChange::Cover(Covered::Category(id)) => {
                self.categories.push(id);
                Ok(self)
            }
            ScopeChange::Cover(Covered::Product(id)) => {
                self.products.push(id);
                Ok(self)
            }
            ScopeChange::Spare(what) if !self.has(what) => Err(ScopeRefusal::Already),
            ScopeChange::Spare(_) if self.all().count() == 1 => Err(ScopeRefusal::Last),
            ScopeChange::Spare(what) => {
                self.categories.retain(|id| Covered::Category(*id) != what);
                self.products.retain(|id| Covered::Product(*id) != what);
                Ok(self)
            }
        }
    }

    pub(super) fn covers(&self, line: &QuotedLine) -> bool {
        self.is_everything()
            || self.products.contains(&line.product)
            || line.categories.iter().any(|category| self.categories.contains(category))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEA: Covered = Covered::Category(CategoryId(1));
    const MUG: Covered = Covered::Product(ProductId(1));

    #[test]
    fn the_first_thing_narrows_and_only_everything_widens() {
        let everything = Scope::default();
        assert_eq!(everything.clone().changed(ScopeChange::Everything), Err(ScopeRefusal::Already));
        let tea = everything.changed(ScopeChange::Cover(TEA)).unwrap();
        assert_eq!(tea, Scope::from(TEA));
        assert_eq!(tea.clone().changed(ScopeChange::Cover(TEA)), Err(ScopeRefusal::Already));
        // A product and a category with the same number are two things.
        assert_eq!(tea.clone().changed(ScopeChange::Spare(MUG)), Err(ScopeRefusal::Already));
        let both = tea.clone().changed(ScopeChange::Cover(MUG)).unwrap();
        assert_eq!(both.all().collect::<Vec<_>>(), [TEA, MUG]);
        assert_eq!(both.clone().changed(ScopeChange::Spare(TEA)), Ok(Scope::from(MUG)));
        assert_eq!(both.changed(ScopeChange::Everything), Ok(Scope::default()));
        assert_eq!(tea.changed(ScopeChange::Spare(TEA)), Err(ScopeRefusal::Last));
    }

    #[test]
    fn a_scope_has_an_end() {
        let most = i64::try_from(MOST_COVERED).unwrap();
        let full = Scope { categories: Vec::new(), products: (1..=most).map(ProductId).collect() };
        assert_eq!(full.clone().changed(ScopeChange::Cover(TEA)), Err(ScopeRefusal::Full));
        assert_eq!(full.clone().changed(ScopeChange::Cover(MUG)), Err(ScopeRefusal::Already));
        assert!(full.changed(ScopeChange::Spare(MUG)).is_ok());
    }

    fn things() -> impl Strategy<Value = Covered> {
        prop_oneof![
            (1_i64..4).prop_map(|id| Covered::Category(CategoryId(id))),
            (1_i64..4).prop_map(|id| Covered::Product(ProductId(id))),
        ]
    }

    proptest! {
        #[test]
        fn whatever_is_ticked_and_unticked_a_narrow_scope_stays_narrow(
            first in things(), changes in prop::collection::vec((any::<bool>(), things()), 0..20)
        ) {
            let mut scope = Scope::from(first);
            for (is_more, what) in changes {
                let change = if is_more { ScopeChange::Cover(what) } else { ScopeChange::Spare(what) };
                if let Ok(changed) = scope.clone().changed(change) {
                    prop_assert_eq!(changed.has(what), is_more);
                    scope = changed;
                }
                prop_assert!(!scope.is_everything());
            }
        }
    }
}
