//! Which of many names are worth comparing with another: those that share what any two names of one actor share.

use std::collections::{BTreeMap, BTreeSet};

use sayso_model::ActorKind;

use super::same::{content_words, initials, own_words, surname_of};

/// The names of one kind so far, by what another name for the same actor would have in common with them.
#[derive(Debug, Default)]
pub(super) struct Similar {
    places: BTreeMap<Trait, Vec<usize>>,
    known: usize,
}

/// What two names of one actor can have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Trait {
    /// All of it.
    Whole(String),
    /// A person's family name, which stands alone for it.
    Surname(String),
    /// A person's first and last word: middle names are left out.
    Ends(String, String),
    /// A word at one place of a person's name: the others may be spelled otherwise.
    Word(usize, String),
    /// So many words, three or more: each of them may be spelled otherwise.
    Length(usize),
    /// The first letters of a body's words.
    Initials(String),
    /// One word of a body's name.
    Content(String),
}

impl Similar {
    /// Adds a name, with its plain form; names are numbered in the order in which they come.
    pub fn push(&mut self, kind: ActorKind, name: &str, plain: &str) {
        let words: Vec<&str> = plain.split(' ').collect();
        let mut traits = vec![Trait::Whole(plain.to_owned())];
        match kind {
            ActorKind::Person => {
                traits.push(Trait::Surname(surname_of(name)));
                traits.extend(of_person(&words));
            }
            ActorKind::Organization => {
                let own = own_words(name);
                let letters = [initials(&words), initials(&own)].into_iter().flatten();
                traits.extend(letters.map(Trait::Initials));
                traits.extend(content_words(&words).into_iter().map(Trait::Content));
            }
            ActorKind::Anonymous if words.len() > 2 => {
                traits.push(Trait::Whole(words[words.len() - 2..].join(" ")));
            }
            _ => {}
        }
        traits.sort();
        traits.dedup();
        for own in traits {
            self.places.entry(own).or_default().push(self.known);
        }
        self.known += 1;
    }

    /// The numbers of all names that may be another name for this one's actor, in their order.
    pub fn to(&self, kind: ActorKind, plain: &str) -> BTreeSet<usize> {
        let words: Vec<&str> = plain.split(' ').collect();
        let mut traits = vec![Trait::Whole(plain.to_owned())];
        match (kind, &words[..]) {
            (ActorKind::Person, [surname]) => traits.push(Trait::Surname((*surname).to_owned())),
            (ActorKind::Person, _) => traits.extend(of_person(&words)),
            (ActorKind::Organization, _) => {
                traits.extend(
                    words.first().filter(|_| words.len() == 1).map(|w| Trait::Initials((*w).to_owned())),
                );
                // Whatever has all of its words has the one that fewest have.
                let content = content_words(&words).into_iter().map(Trait::Content);
                traits.extend(content.min_by_key(|word| self.having(word).len()));
            }
            _ => {}
        }
        traits.iter().flat_map(|own| self.having(own)).copied().collect()
    }

    fn having(&self, own: &Trait) -> &[usize] {
        self.places.get(own).map_or(&[], Vec::as_slice)
    }
}

fn of_person(words: &[&str]) -> Vec<Trait> {
    let mut out: Vec<Trait> =
        words.iter().enumerate().map(|(at, w)| Trait::Word(at, (*w).to_owned())).collect();
    if let [first, .., last] = words {
        out.push(Trait::Ends((*first).to_owned(), (*last).to_owned()));
    }
    if words.len() > 2 {
        out.push(Trait::Length(words.len()));
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::actor::same::{plain, why_same};

    fn name() -> impl Strategy<Value = String> {
        let word = prop::sample::select(vec![
            "Anna",
            "Ana",
            "Niko",
            "Nico",
            "Maria",
            "Holt",
            "Holtt",
            "van",
            "Ministry",
            "of",
            "Defence",
            "Defense",
            "Tide",
            "Institute",
            "TI",
            "MD",
            "the",
            "Coastguard",
            "(Aldoria)",
            "Björn",
            "Bjorn",
            "Zelinskiy",
            "Zelinsky",
            "internal",
            "report",
        ]);
        prop::collection::vec(word, 1..5).prop_map(|words| words.join(" "))
    }

    proptest! {
        #[test]
        fn nothing_that_is_one_actor_is_left_out(names in prop::collection::vec(name(), 1..12), other in name()) {
            for kind in [ActorKind::Person, ActorKind::Organization, ActorKind::Government, ActorKind::Anonymous] {
                let mut similar = Similar::default();
                names.iter().for_each(|n| similar.push(kind, n, &plain(n)));
                let found = similar.to(kind, &plain(&other));
                for (i, full) in names.iter().enumerate() {
                    let one = why_same(kind, (full, &plain(full)), (&other, &plain(&other)));
                    prop_assert!(one.is_none() || found.contains(&i), "{full} {other} {one:?}");
                }
            }
        }
    }
}
