//! Values that many snapshots hold and few change: a copy of a snapshot is made for each decision, and costs what is not the same.

use std::{
    cmp::Ordering,
    ops::{Deref, DerefMut, Index, IndexMut},
    sync::Arc,
};

use serde::{Serialize, Serializer};

/// A value that is copied only when one of its holders changes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shared<C>(Arc<C>);

impl<C> From<C> for Shared<C> {
    fn from(value: C) -> Self {
        Self(Arc::new(value))
    }
}

impl<C: PartialEq> PartialEq<C> for Shared<C> {
    fn eq(&self, other: &C) -> bool {
        *self.0 == *other
    }
}

impl<C: Serialize> Serialize for Shared<C> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.as_ref().serialize(to)
    }
}

impl<C> Deref for Shared<C> {
    type Target = C;

    fn deref(&self) -> &C {
        &self.0
    }
}

impl<C: Clone> DerefMut for Shared<C> {
    fn deref_mut(&mut self) -> &mut C {
        Arc::make_mut(&mut self.0)
    }
}

impl<C: Clone> Shared<C> {
    /// The value itself; copied where others hold it too.
    pub fn into_inner(self) -> C {
        Arc::unwrap_or_clone(self.0)
    }
}

impl<'a, C> IntoIterator for &'a Shared<C>
where
    &'a C: IntoIterator,
{
    type Item = <&'a C as IntoIterator>::Item;
    type IntoIter = <&'a C as IntoIterator>::IntoIter;

    fn into_iter(self) -> Self::IntoIter {
        self.0.as_ref().into_iter()
    }
}

/// A long list of which copies share every item that neither has changed: a copy costs a pointer for each item.
///
/// ```
/// use sayso_model::List;
/// let first: List<String> = ["quay".to_owned(), "pier".to_owned()].into();
/// let mut second = first.clone();
/// second[1] = "mole".to_owned();
/// assert_eq!((first[1].as_str(), second[1].as_str()), ("pier", "mole"));
/// assert!(second.shares(0, &first, 0) && !second.shares(1, &first, 1));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List<T>(Vec<Arc<T>>);

/// The items of a [`List`] in order.
pub type Items<'a, T> = std::iter::Map<std::slice::Iter<'a, Arc<T>>, fn(&'a Arc<T>) -> &'a T>;

impl<T> List<T> {
    /// How many items there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The items in order.
    pub fn iter(&self) -> Items<'_, T> {
        self.0.iter().map(Arc::as_ref)
    }

    /// The item at a place.
    pub fn get(&self, at: usize) -> Option<&T> {
        self.0.get(at).map(Arc::as_ref)
    }

    /// Finds an item in a list that is sorted so; `Err` says where it would stand.
    ///
    /// # Errors
    /// Where there is no such item.
    pub fn binary_search_by(&self, mut order: impl FnMut(&T) -> Ordering) -> Result<usize, usize> {
        self.0.binary_search_by(|item| order(item))
    }

    /// Whether the items at these places of two lists are one and the same in memory, and so are equal without being compared.
    pub fn shares(&self, at: usize, other: &Self, there: usize) -> bool {
        self.0.get(at).zip(other.0.get(there)).is_some_and(|(a, b)| Arc::ptr_eq(a, b))
    }

    /// Puts an item at a place.
    pub fn insert(&mut self, at: usize, item: T) {
        self.0.insert(at, Arc::new(item));
    }

    /// Takes the item at a place away.
    pub fn remove(&mut self, at: usize) {
        self.0.remove(at);
    }

    /// Puts an item at the end.
    pub fn push(&mut self, item: T) {
        self.0.push(Arc::new(item));
    }

    /// Keeps the items for which this holds.
    pub fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        self.0.retain(|item| keep(item));
    }

    /// Sorts the items; those that are equal stay in their order.
    pub fn sort_by(&mut self, mut order: impl FnMut(&T, &T) -> Ordering) {
        self.0.sort_by(|a, b| order(a, b));
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Index<usize> for List<T> {
    type Output = T;

    fn index(&self, at: usize) -> &T {
        &self.0[at]
    }
}

impl<T: Clone> IndexMut<usize> for List<T> {
    fn index_mut(&mut self, at: usize) -> &mut T {
        Arc::make_mut(&mut self.0[at])
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut list: Vec<Arc<T>> = items.into_iter().map(Arc::new).collect();
        list.shrink_to_fit();
        Self(list)
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(items: Vec<T>) -> Self {
        items.into_iter().collect()
    }
}

impl<T, const N: usize> From<[T; N]> for List<T> {
    fn from(items: [T; N]) -> Self {
        items.into_iter().collect()
    }
}

impl<T: Clone> From<List<T>> for Vec<T> {
    fn from(list: List<T>) -> Self {
        list.0.into_iter().map(Arc::unwrap_or_clone).collect()
    }
}

impl<T: PartialEq> PartialEq<[T]> for List<T> {
    fn eq(&self, other: &[T]) -> bool {
        self.len() == other.len() && self.iter().zip(other).all(|(a, b)| a == b)
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = Items<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_shares_what_was_not_changed() {
        let all: List<Vec<u8>> = vec![vec![1], vec![2], vec![3]].into();
        let mut copy = all.clone();
        copy[1].push(9);
        copy.remove(0);
        assert_eq!((all.len(), copy.len()), (3, 2));
        assert_eq!((&all[1], &copy[0]), (&vec![2], &vec![2, 9]));
        assert!(copy.shares(1, &all, 2) && !copy.shares(0, &all, 1) && !copy.shares(7, &all, 7));
        assert_eq!(Vec::from(copy), [vec![2, 9], vec![3]]);
    }

    #[test]
    fn a_shared_value_is_copied_when_it_is_changed() {
        let first: Shared<Vec<u8>> = vec![1, 2].into();
        let mut second = first.clone();
        second.push(3);
        assert_eq!((first.into_inner(), second.into_inner()), (vec![1, 2], vec![1, 2, 3]));
    }
}
