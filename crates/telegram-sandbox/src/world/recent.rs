//! Things that are looked up by a name for a while.

use std::collections::{HashMap, VecDeque};

/// More than this many are not kept: the oldest goes first.
const KEPT: usize = 10_000;

/// Values by name, in the order in which they came.
#[derive(Debug)]
pub(crate) struct Recent<T> {
    values: HashMap<String, T>,
    order: VecDeque<String>,
}

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Self { values: HashMap::new(), order: VecDeque::new() }
    }
}

impl<T> Recent<T> {
    /// Adds a value under a new name.
    pub(crate) fn insert(&mut self, name: String, value: T) {
        self.order.push_back(name.clone());
        self.values.insert(name, value);
        if self.order.len() > KEPT
            && let Some(oldest) = self.order.pop_front()
        {
            self.values.remove(&oldest);
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&T> {
        self.values.get(name)
    }

    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut T> {
        self.values.get_mut(name)
    }

    /// Oldest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.order.iter().filter_map(|name| Some((name.as_str(), self.values.get(name)?)))
    }

    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }
}
