//! Text that many values have: reasons and origins are often worded alike, and each wording is held once.

use std::{
    fmt,
    hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher, Hash},
    ops::Deref,
};

use serde::{Deserialize, Deserializer, Serialize};
use smol_str::SmolStr;

/// A text that is never changed in place; copies share it.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Text(SmolStr);

impl Text {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        Self(text.into())
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0.into()
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        recent_text(from).map(Self)
    }
}

/// Places for values that were read last. A value that comes again while it has its place is shared: so many hold what the statements of a
/// large case have in common, its actors above all (3,000 in a case of 200,000 statements, of which one in six loses its place), in 0.4 MB.
const PLACES: usize = 16_384;

/// The values that were read last on one thread; reading the same again gives the one that is held already.
///
/// It forgets: a value takes the place of another whose hash ends like its own. What is read does not depend on it, only the room it takes.
pub(crate) struct Recent<T> {
    places: Vec<Option<T>>,
}

impl<T: Clone + Eq + Hash> Recent<T> {
    pub(crate) const fn new() -> Self {
        Self { places: Vec::new() }
    }

    /// The equal value that is held, or else this one, which is held from now on.
    pub(crate) fn like(&mut self, value: T) -> T {
        if self.places.is_empty() {
            self.places.resize(PLACES, None);
        }
        let hash = BuildHasherDefault::<DefaultHasher>::new().hash_one(&value);
        let at = usize::try_from(hash % PLACES as u64).unwrap_or(0);
        match &self.places[at] {
            Some(held) if *held == value => held.clone(),
            _ => self.places[at].insert(value).clone(),
        }
    }
}

/// Reads a text, sharing it with one that was read lately.
pub(crate) fn recent_text<'de, D: Deserializer<'de>>(from: D) -> Result<SmolStr, D::Error> {
    thread_local!(static TEXTS: std::cell::RefCell<Recent<SmolStr>> = const { std::cell::RefCell::new(Recent::new()) });
    let text = SmolStr::deserialize(from)?;
    Ok(if text.is_heap_allocated() { TEXTS.with_borrow_mut(|texts| texts.like(text)) } else { text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_are_held_once() {
        let json = "\"the harbour master alone vouches for it\"";
        let (one, other): (Text, Text) =
            (serde_json::from_str(json).unwrap(), serde_json::from_str(json).unwrap());
        assert_eq!(one.as_ptr(), other.as_ptr());
        assert_eq!(serde_json::to_string(&other).unwrap(), json);
        let short: Text = serde_json::from_str("\"quay\"").unwrap();
        assert_eq!(short, "quay");
    }

    #[test]
    fn a_value_whose_place_is_taken_is_what_it_was() {
        let mut recent = Recent::new();
        let values: Vec<String> = (0..3 * PLACES).map(|n| format!("pier {n}")).collect();
        assert!(values.iter().chain(&values).all(|v| recent.like(v.clone()) == *v));
        assert_eq!(recent.places.len(), PLACES);
    }
}
