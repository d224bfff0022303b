//! Which states does a case speak of that no table lists? A region, a state without a code: its name and its adjective are both used,
//! "Aldoria" and "Aldorian".

use std::collections::{BTreeMap, HashMap};

/// Letters of a name at least: shorter ones are no names of states.
const SHORTEST: usize = 5;

/// The states of which some texts use the name and the adjective.
#[derive(Debug, Default)]
pub(super) struct States {
    /// How often the texts speak of each, by its name.
    spoken_of: BTreeMap<String, usize>,
}

impl States {
    /// Reads the texts.
    pub fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let words = texts.flat_map(|t| t.split(|c: char| !c.is_alphanumeric()));
        for word in words.filter(|w| w.starts_with(char::is_uppercase)) {
            *counts.entry(word).or_default() += 1;
        }
        let both = |(word, count): (&&str, &usize)| {
            let name = name_of(word)?;
            let named = counts.get(name)?;
            Some((name.to_owned(), count + named))
        };
        Self { spoken_of: counts.iter().filter_map(both).collect() }
    }

    /// Whether the word is the name of such a state.
    pub fn is_name(&self, word: &str) -> bool {
        self.spoken_of.contains_key(word)
    }

    /// Whether the word is the adjective of such a state.
    pub fn is_adjective(&self, word: &str) -> bool {
        name_of(word).is_some_and(|name| self.is_name(name))
    }

    /// Whether the texts speak less of the state of this adjective than of another.
    pub fn is_minor(&self, adjective: &str) -> bool {
        let count = name_of(adjective).and_then(|name| self.spoken_of.get(name));
        count.is_some() && self.spoken_of.values().max() > count
    }
}

/// The name of the state whose adjective the word may be: "Aldoria" of "Aldorian".
fn name_of(adjective: &str) -> Option<&str> {
    adjective.strip_suffix('n').filter(|name| name.ends_with('a') && name.len() >= SHORTEST)
}

#[cfg(test)]
mod tests {
    use super::States;

    #[test]
    fn a_state_is_known_by_its_adjective() {
        let states = States::of(
            [
                "Aldoria shut the quay. Aldorian ships left Aldoria.",
                "Brennian ships left Brennia. Anna left.",
            ]
            .into_iter(),
        );
        assert!(states.is_name("Aldoria") && states.is_adjective("Aldorian"));
        assert!(!states.is_name("Anna") && !states.is_adjective("Ann"));
        assert!(states.is_minor("Brennian") && !states.is_minor("Aldorian"));
    }
}
