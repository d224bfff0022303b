//! Ids that cannot be confused with one another.
//!
//! A large case holds millions of them, so those of articles, statements and claims (17 bytes) lie where they are used, without a place of
//! their own in memory, and those of actors are shared.

use std::fmt;

use serde::{Deserialize, Serialize};
use smol_str::{SmolStr, format_smolstr};

use crate::digest::Digest;

/// Hexadecimal digits of a derived id: 64 bits, so that 200,000 statements collide with probability about 1e-9.
const DIGITS: usize = 16;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $letter:literal) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(SmolStr);

        impl $name {
            /// Derives the id from what identifies its bearer; the same parts give the same id on every machine.
            pub fn derive(parts: &[&str]) -> Self {
                // A unit separator between the parts keeps ["ab", "c"] apart from ["a", "bc"].
                let digest = Digest::of(parts.join("\u{1f}").as_bytes());
                Self(format_smolstr!("{}{}", $letter, &digest.as_str()[..DIGITS]))
            }

            /// Takes an id as it was written before.
            pub fn from_written(id: impl Into<String>) -> Self {
                Self(SmolStr::from(id.into()))
            }

            /// The id as it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// Names one article across its revisions. Derived from its address, or from its bytes where it has none.
    ///
    /// ```compile_fail
    /// use sayso_model::{ArticleId, StatementId};
    /// let article = ArticleId::derive(&["https://example.org/1"]);
    /// let statement: StatementId = article; // an article is not a statement
    /// ```
    ArticleId,
    'a'
);
id!(
    /// Names one statement: derived from its article and the words of its source, cue and content.
    StatementId,
    's'
);
id!(
    /// Names one claim: derived from the statement that founded it, so that it stays while others join.
    ClaimId,
    'c'
);

/// Names one actor across articles: its kind and a readable slug, for example `person:mara-lindqvist`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ActorId(#[serde(deserialize_with = "crate::text::recent_text")] SmolStr);

impl ActorId {
    /// Makes an id from the kind's word and a name; letters and digits of any script are kept, the rest becomes `-`.
    pub fn derive(kind: &str, name: &str) -> Self {
        let mut slug = String::new();
        for c in name.chars().flat_map(char::to_lowercase) {
            if c.is_alphanumeric() {
                slug.push(c);
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
        Self(format_smolstr!("{kind}:{}", slug.trim_end_matches('-')))
    }

    /// Takes an id as it was written before.
    pub fn from_written(id: impl Into<String>) -> Self {
        Self(SmolStr::from(id.into()))
    }

    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ActorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for ActorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_depend_on_where_one_part_ends() {
        assert_ne!(ArticleId::derive(&["ab", "c"]), ArticleId::derive(&["a", "bc"]));
        assert_eq!(ClaimId::derive(&["x"]), ClaimId::derive(&["x"]));
    }

    #[test]
    fn actor_ids_are_readable() {
        assert_eq!(ActorId::derive("person", "Mara  Lindqvist, Jr.").as_str(), "person:mara-lindqvist-jr");
    }
}
