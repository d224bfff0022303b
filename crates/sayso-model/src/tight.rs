//! Lists that take no more memory than they hold.
//!
//! A list that is read from JSON grows as its items come and keeps room for at least four. Most lists here hold one or two items, and
//! a large case has millions of them: a case of 200,000 statements took a quarter more memory without this.

use serde::{Deserialize, Deserializer};

/// Reads a list and gives back the room that it does not need.
pub(crate) fn list<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    let mut out = Vec::deserialize(from)?;
    out.shrink_to_fit();
    Ok(out)
}
