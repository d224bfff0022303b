//! Whether two names are one actor's: spellings, middle names, acronyms, word order.

use std::collections::BTreeSet;

use sayso_model::ActorKind;

use super::{
    family::family_name,
    nouns::{Noun, is},
};

/// Why two names of one kind, each with its [`plain`] form, are one actor; `None` where nothing says so.
pub(super) fn why_same(kind: ActorKind, (full, a): (&str, &str), (other, b): (&str, &str)) -> Option<String> {
    if a == b {
        return Some(format!("{other:?} is {full:?} but for case, accents and articles"));
    }
    if kind == ActorKind::Anonymous && b == "internal report" && a.ends_with(" internal report") {
        return Some("no other paper was kept back".to_owned());
    }
    if !matches!(kind, ActorKind::Person | ActorKind::Organization) {
        return None;
    }
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    match kind {
        ActorKind::Person if b.len() == 1 => {
            let surname = a.len() > 1 && surname_of(full) == b[0];
            surname.then(|| format!("{other:?} is the surname of {full:?}"))
        }
        ActorKind::Person => same_person(&a, &b).map(|why| format!("{other:?} {why} {full:?}")),
        ActorKind::Organization => same_body(&a, &b)
            .or_else(|| is_acronym(&own_words(full), &b).then_some("is the acronym of"))
            .map(|why| format!("{other:?} {why} {full:?}")),
        _ => None,
    }
}

/// Lower case, without accents, marks and articles.
pub(super) fn plain(name: &str) -> String {
    let folded: String = name.to_lowercase().chars().map(unaccented).collect();
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty() && !matches!(*w, "the" | "a" | "an" | "s"))
        .collect::<Vec<_>>()
        .join(" ")
}

/// The letter without its accent, for the accents of European names.
fn unaccented(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ð' | 'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' => 's',
        'ť' | 'ţ' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

fn same_person(full: &[&str], other: &[&str]) -> Option<&'static str> {
    let (first, last) = (full.first()?, full.last()?);
    match other {
        [.., surname] if full.len() != other.len() => {
            let given = other.first()?;
            (given == first && surname == last).then_some("leaves out a middle name of")
        }
        _ => {
            let alike = full.iter().zip(other).all(|(a, b)| a == b || spelled_alike(a, b));
            let equal = full.iter().zip(other).any(|(a, b)| a == b) || full.len() > 2;
            (alike && equal).then_some("is another spelling of")
        }
    }
}

/// Letters that transliterations take for one another.
const INTERCHANGED: &[(char, char)] =
    &[('c', 'k'), ('i', 'y'), ('s', 'z'), ('v', 'w'), ('i', 'j'), ('e', 'i')];

/// Whether two words differ as transliterations do: at most one letter in six with the same first letter ("Zelinsky",
/// "Zelinskiy"), or one letter for another that often stands for it ("Niko", "Nico").
fn spelled_alike(a: &str, b: &str) -> bool {
    let longest = a.chars().count().max(b.chars().count());
    let few = a.chars().next() == b.chars().next() && edits(a, b) <= longest / 6;
    let mut differing = a.chars().zip(b.chars()).filter(|(x, y)| x != y);
    let pair = |(x, y): (char, char)| INTERCHANGED.contains(&(x, y)) || INTERCHANGED.contains(&(y, x));
    let one = a.chars().count() == b.chars().count()
        && differing.next().is_some_and(pair)
        && differing.next().is_none();
    few || one && longest >= 4
}

/// Levenshtein distance in characters.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let next = (diagonal + usize::from(ca != *cb)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = row[j + 1];
            row[j + 1] = next;
        }
    }
    row[b.len()]
}

/// A person's family name, plain.
pub(super) fn surname_of(name: &str) -> String {
    plain(family_name(name))
}

/// The words of a body's name without the state in brackets that a ministry's name has.
pub(super) fn own_words(name: &str) -> Vec<String> {
    let own = name.split_once(" (").map_or(name, |(own, _)| own);
    plain(own).split(' ').map(str::to_owned).collect()
}

/// Small words of names.
const SMALL: &[&str] = &["of", "for", "and"];

/// The first letters of the words, with and without those of small words.
pub(super) fn initials<S: AsRef<str>>(words: &[S]) -> [String; 2] {
    let of = |counts: fn(&str) -> bool| -> String {
        words.iter().map(AsRef::as_ref).filter(|w| counts(w)).filter_map(|w| w.chars().next()).collect()
    };
    [of(|_| true), of(|w| !SMALL.contains(&w))]
}

/// Whether a name of one word is made of the initials of the other, with or without small words.
fn is_acronym<S: AsRef<str>>(full: &[S], other: &[&str]) -> bool {
    let [acronym] = other else { return false };
    acronym.len() >= 2 && full.len() >= 2 && initials(full).iter().any(|letters| letters == acronym)
}

/// The words that tell a body apart, in one spelling.
pub(super) fn content_words(words: &[&str]) -> BTreeSet<String> {
    let telling = words.iter().filter(|w| !SMALL.contains(w));
    telling.map(|w| w.replace("defense", "defence").replace("center", "centre")).collect()
}

/// An acronym of a body, or the same words in another order ("Ministry of Defence", "Defence Ministry").
fn same_body(full: &[&str], other: &[&str]) -> Option<&'static str> {
    if is_acronym(full, other) {
        return Some("is the acronym of");
    }
    let (full, other) = (content_words(full), content_words(other));
    // Names of nothing but small words have nothing in common.
    if full == other && !full.is_empty() {
        return Some("has the same words as");
    }
    // "the coastguard", where one body of the case has the word in its name; the caller sees to it that it is one.
    let named = other.iter().any(|w| is(w, Noun::Organization) || is(w, Noun::Office));
    (named && other.is_subset(&full)).then_some("is a shorter name for")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(kind: ActorKind, a: &str, b: &str) -> bool {
        why_same(kind, (a, &plain(a)), (b, &plain(b))).is_some()
    }

    #[test]
    fn small_words_make_no_body() {
        assert!(!same(ActorKind::Organization, "Of", "Of Of"));
        assert!(same(ActorKind::Organization, "The Guild", "Guild"));
    }

    #[test]
    fn spellings_middle_names_and_surnames_are_one_person() {
        assert!(same(ActorKind::Person, "Björn Lundqvist", "Bjorn Lundqvist"));
        assert!(same(ActorKind::Person, "Volodar Zelinsky", "Volodar Zelinskiy"));
        assert!(same(ActorKind::Person, "Anna Maria Holt", "Anna Holt"));
        assert!(same(ActorKind::Person, "Anna Holt", "Holt"));
        assert!(!same(ActorKind::Person, "Anna Holt", "Otto Holt"));
        assert!(!same(ActorKind::Person, "Anna Holt", "Anna Kern"));
        assert!(!same(ActorKind::Person, "Maria Lund", "Maria Lind"));
        assert!(!same(ActorKind::Person, "John Kern", "John Kerr"));
        assert!(same(ActorKind::Person, "Niko Larsen", "Nico Larsen"));
    }

    #[test]
    fn acronyms_and_word_order_are_one_body() {
        assert!(same(ActorKind::Organization, "Tide Research Institute", "TRI"));
        assert!(same(ActorKind::Organization, "Ministry of Defence", "Defense Ministry"));
        assert!(same(ActorKind::Organization, "Aldorian Coastguard Service", "coastguard"));
        assert!(!same(ActorKind::Organization, "Tide Institute", "Wave Institute"));
    }
}
