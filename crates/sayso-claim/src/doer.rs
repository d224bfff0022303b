//! Who is said to have done it: the doers that a content names, by where their names stand.
//!
//! Before "was behind" or "blew up", after "by", "blamed" or "the work of", right before "part", "hand" or "role", else at the
//! front, as its subject. A content that names none of them has no doer: "the pier fell" is about no deed.

use std::collections::BTreeSet;

use crate::{
    lexicon::{ACCUSES, DOES, DONE_BY, SHARE, WHERE, WRITTEN},
    names::{Found, Name},
    token::Token,
};

/// Words after "by" or "blamed" among which the doer's name stands.
const AFTER: usize = 6;
/// Words before "part" or "hand" that can be its owner's name ("a Western part", "the Aldorian army's hand").
const OWNER: usize = 2;
/// Words at the front of a content among which its subject's name stands.
const FRONT: usize = 5;

/// What a content says about who did something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Doers {
    /// The content is about who did it.
    pub asked: bool,
    /// Who, where it names them.
    pub names: BTreeSet<Name>,
}

/// How the doers of two contents compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    /// One content names none, or one names a country and the other somebody from it.
    Open,
    Same,
    Differ,
}

impl Doers {
    /// A person or body is not its country: "the Aldorian major Halst" and "Aldoria" are left open.
    pub fn compare(&self, other: &Self) -> Match {
        let own =
            |d: &Self| d.names.iter().filter(|n| !n.starts_with('=')).cloned().collect::<BTreeSet<Name>>();
        let (a, b) = (own(self), own(other));
        if self.names.is_empty() || other.names.is_empty() {
            Match::Open
        } else if !a.is_disjoint(&b) || a.is_empty() && b.is_empty() && !self.names.is_disjoint(&other.names)
        {
            Match::Same
        } else if !self.names.is_disjoint(&other.names) || a.is_empty() != b.is_empty() {
            Match::Open
        } else {
            Match::Differ
        }
    }
}

/// Reads the doers off a content; `cue` is the word that attributes it.
pub(crate) fn doers(tokens: &[Token<'_>], names: &[Found], cue: &str) -> Doers {
    let read = Read { tokens, names };
    let accused = cue.split_whitespace().any(|w| ACCUSES.contains(&w));
    let (mut strong, mut by) = (BTreeSet::new(), BTreeSet::new());
    let mut asked = accused;
    for (i, token) in tokens.iter().enumerate() {
        if token.is(SHARE) {
            asked = true;
            let owner = read.between(i.saturating_sub(OWNER), i);
            strong.extend(if owner.is_empty() { read.before(i) } else { owner });
        } else if token.is(DOES) && !read.is_passive(i) {
            asked = true;
            strong.extend(read.before(i));
        } else if let Some(from) = read.done_by(i) {
            let found = read.between(from, read.clause_end(from).min(from + AFTER));
            asked |= !found.is_empty();
            by.extend(found);
        }
    }
    let found = [strong, by].into_iter().find(|n| !n.is_empty());
    let names = found.unwrap_or_else(|| {
        if accused || tokens.len() <= OWNER + 1 { read.between(0, FRONT) } else { read.subject() }
    });
    Doers { asked, names }
}

/// A content while it is read.
struct Read<'a> {
    tokens: &'a [Token<'a>],
    names: &'a [Found],
}

impl Read<'_> {
    fn between(&self, from: usize, to: usize) -> BTreeSet<Name> {
        self.names.iter().filter(|n| n.start >= from && n.start < to).map(|n| n.name.clone()).collect()
    }

    /// The names of the clause before this word, but for those that say where.
    fn before(&self, at: usize) -> BTreeSet<Name> {
        let opens = |t: &Token<'_>| t.is(&["that", "which", "who", "if", "whether", "because", "while"]);
        let from = self.tokens[..at].iter().rposition(opens).map_or(0, |i| i + 1);
        let who = self.names.iter().filter(|n| n.start >= from && n.start < at && !self.says_where(n.start));
        who.map(|n| n.name.clone()).collect()
    }

    /// Whether the name stands in a phrase such as "in Brenn" or "of the Nord pier on Sunday".
    fn says_where(&self, at: usize) -> bool {
        let before = self.tokens[..at].iter().rev().take(4);
        before.take_while(|t| !t.is(&["that", "was", "were", "of"])).any(|t| t.is(WHERE))
    }

    /// "was planted", "had been blown up": the names before it are of what was done to.
    fn is_passive(&self, at: usize) -> bool {
        let ends = self.tokens[at].lower.ends_with("ed");
        let mut before = self.tokens[..at].iter().rev().take(3);
        ends && !self.tokens[at].is(&["involved"])
            && before.any(|t| t.is(&["was", "were", "been", "being", "be"]))
    }

    /// Where the words begin among which the doer stands, if this word leads to them.
    fn done_by(&self, at: usize) -> Option<usize> {
        let next = self.tokens.get(at + 1).map_or("", |t| t.lower.as_str());
        let (word, after) = DONE_BY.iter().find(|(word, _)| self.tokens[at].lower == *word)?;
        if after.is_empty() {
            // "by Monday", "by using", "a report by": not every "by" names a doer.
            let written = at > 0 && self.tokens[at - 1].is(WRITTEN);
            let passing = next.ends_with("ing") || next.starts_with(|c: char| c.is_ascii_digit());
            return (!(*word == "by" && (written || passing))).then_some(at + 1);
        }
        (next == *after).then_some(at + 2)
    }

    fn clause_end(&self, from: usize) -> usize {
        let ends =
            |t: &Token<'_>| t.is(&["that", "which", "who", "while", "because", "was", "were", "had", "has"]);
        let from = from.min(self.tokens.len());
        self.tokens[from..].iter().position(ends).map_or(self.tokens.len(), |i| from + i)
    }

    /// The names at the front, before the verb, where the verb is active.
    fn subject(&self) -> BTreeSet<Name> {
        let passive = self.tokens.windows(2).take(2 * FRONT).any(|w| {
            w[0].is(&["was", "were", "been", "be"])
                && (w[1].lower.ends_with("ed") || w[1].lower.ends_with('n'))
        });
        if passive {
            return BTreeSet::new();
        }
        self.before(FRONT.min(self.tokens.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::{known_names, names};

    fn country(name: &str) -> Option<&'static str> {
        match name {
            "Aldoria" | "Aldorian" => Some("AL"),
            "Kestovia" | "Kestovian" => Some("KE"),
            _ => None,
        }
    }

    fn of(content: &str, cue: &str) -> Vec<String> {
        let tokens = Token::all(content);
        let found = names(&tokens, &known_names("It said Aldoria and Kestovia."), country);
        doers(&tokens, &found, cue).names.into_iter().collect()
    }

    #[test]
    fn doers_stand_before_the_deed_after_by_and_before_their_part() {
        for content in [
            "Aldoria was behind the fire at the Brenn depot",
            "the fire at the depot in Brenn was set by Aldorian agents",
            "nothing shows an Aldorian hand in the fire",
            "the fire was the work of Aldoria",
        ] {
            assert_eq!(of(content, "said"), ["=AL"], "{content}");
        }
        assert_eq!(of("Kestovia for the fire", "blamed"), ["=KE"]);
        assert_eq!(of("Aldoria", "accused"), ["=AL"]);
    }

    #[test]
    fn a_person_is_not_his_country() {
        let doers =
            |names: &[&str]| Doers { asked: true, names: names.iter().map(|n| (*n).to_owned()).collect() };
        let (state, major, other) = (doers(&["=AL"]), doers(&["=AL", "halst"]), doers(&["=KE"]));
        assert_eq!(state.compare(&state), Match::Same);
        assert_eq!(state.compare(&major), Match::Open);
        assert_eq!(state.compare(&other), Match::Differ);
        assert_eq!(major.compare(&doers(&["halst"])), Match::Same);
    }

    #[test]
    fn a_named_person_stands_for_himself_and_not_for_his_country() {
        assert_eq!(
            of("the fire was set by the Aldorian major Ruben Halst", "said"),
            ["=AL", "halst", "ruben"]
        );
        assert_eq!(of("a pro-Aldorian group carried out the raid", "said"), ["pro-a"]);
        assert!(of("the pier fell into the sea", "said").is_empty());
    }
}
