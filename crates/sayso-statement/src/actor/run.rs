//! How far does a name go? Runs of capitalised words with what may stand within them, parted where they are two names.

use super::{
    names::is_body,
    nouns::{Noun, is},
    opener::is_opener,
};
use crate::{country::lookup, text::Word};

/// Lower-case words that can stand within a name: "Ministry of Defence", "Anna van der Berg".
const WITHIN: &[&str] =
    &["of", "for", "de", "del", "della", "der", "den", "di", "du", "la", "van", "von", "bin", "al", "the"];

/// Words and marks of a name at most: bodies of states with their departments take about a dozen, and a table or a heading in
/// capitals is none.
const LONGEST_NAME: usize = 24;

/// The word after the run of name words that starts at `i`; `i` where none does.
pub(super) fn run_end(words: &[Word<'_>], i: usize) -> usize {
    if !begins_name(&words[i]) {
        return i;
    }
    let mut end = i + 1;
    let mut next = end;
    while let Some(word) = words.get(next).filter(|_| next - i < LONGEST_NAME) {
        if goes_on(word)
            || (word.is_capitalised() && is(&word.lower(), Noun::Title))
            || is_number_in_name(words, next)
        {
            end = next + 1;
        } else if let Some(skipped) = owner_within(words, next) {
            next += skipped;
            continue;
        } else if !(WITHIN.contains(&word.text)
            || matches!(word.text, "on" | "to") && is_body(&words[next - 1])
            || word.text == "." && is_initial(words, next)
            || word.text == "and" && joins_a_name(words, i, next))
        {
            break;
        }
        next += 1;
    }
    end
}

/// Plurals without "s" that own within the name of a body: "Children's Fund".
const OWNERS: &[&str] = &["Children", "Women", "Men", "People", "Firemen", "Fishermen"];

/// How many marks of a possessive at `i` stand within the name of a body: "Anglers' Union", "Women's League". "Sweden's Navy" is two names.
fn owner_within(words: &[Word<'_>], i: usize) -> Option<usize> {
    let mark = words.get(i).filter(|w| matches!(w.text, "'" | "’"))?;
    let owner = &words[i.checked_sub(1)?];
    let marks = if words.get(i + 1).is_some_and(|w| w.text == "s") { 2 } else { 1 };
    let many = if marks == 1 { owner.text.ends_with('s') } else { OWNERS.contains(&owner.text) };
    let body =
        words.get(i + marks).is_some_and(|w| is_body(w) || w.is_capitalised() && is(&w.lower(), Noun::Firm));
    let touching = mark.span.start == owner.span.end;
    (owner.is_capitalised() && many && body && touching && lookup(owner.text).is_none()).then_some(marks)
}

/// "Ministry of Trade and Industry": an "and" after "of" within the name of a body.
fn joins_a_name(words: &[Word<'_>], start: usize, and: usize) -> bool {
    let before = &words[start..and];
    let of = before.iter().position(|w| w.text == "of");
    let after = words.get(and + 1).is_some_and(|w| begins_name(w) && !is_body(w) && lookup(w.text).is_none());
    of.is_some_and(|of| {
        before[..of].iter().any(is_body) && before[of..].iter().all(|w| lookup(w.text).is_none())
    }) && after
}

/// "Tide Institute Director General Mara Lind" is two names: a run is parted before a title with a person's name behind it, two words or more
/// that name no body and no thing.
fn before_title(run: &[Word<'_>]) -> Option<usize> {
    let title = |w: &Word<'_>| w.is_capitalised() && is(&w.lower(), Noun::Title);
    let last = run.iter().rposition(title)?;
    let first = run[..=last].iter().rposition(|w| !title(w))? + 1;
    // "Aldoria Gov. Mara Lind"
    let stop = usize::from(run.get(last + 1).is_some_and(|w| w.text == "."));
    let name = &run[last + 1 + stop..];
    let plain = |w: &Word<'_>| {
        w.is_capitalised() && !is_body(w) && !is(&w.lower(), Noun::Thing) && lookup(w.text).is_none()
    };
    let person = (2..=4).contains(&name.len()) && name.iter().all(plain);
    let own = run[..first].iter().map(|w| w.text).collect::<Vec<_>>().join(" ");
    let body = run[..first].iter().all(Word::is_capitalised)
        && !run[..first].iter().any(title)
        && lookup(&own).is_none();
    (person && body).then_some(first)
}

/// "Captain Mara Lind of the Harbour Authority" is two names: a run is parted at "of" where a person's name stands before it, two or
/// more words that name no body, title or country, or one behind a title.
pub(super) fn parts<'a, 'w>(run: &'a [Word<'w>]) -> Vec<&'a [Word<'w>]> {
    if let Some(at) = before_title(run) {
        return vec![&run[..at], &run[at..]];
    }
    let Some(of) = run.iter().position(|w| w.text == "of") else { return vec![run] };
    let (before, after) = (&run[..of], &run[of + 1..]);
    let skipped = after.iter().take_while(|w| !w.is_capitalised()).count();
    let title = |w: &Word<'_>| is(&w.lower(), Noun::Title) || w.text == ".";
    let plain = |w: &Word<'_>| !is_body(w) && !title(w) && lookup(w.text).is_none();
    let titles = before.iter().take_while(|w| title(w)).count();
    let name = &before[titles..];
    let person = name.len() + usize::from(titles > 0) >= 2 && !name.is_empty() && name.iter().all(plain);
    if person { vec![before, &after[skipped..]] } else { vec![run] }
}

/// Words that begin no name and yet stand within one: "Channel Nine", "Doctors Without Borders".
const INNER: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "today", "without",
    "across", "all", "between", "against", "near", "more", "under", "our",
];

fn goes_on(word: &Word<'_>) -> bool {
    begins_name(word) || word.is_capitalised() && INNER.contains(&word.lower().as_str())
}

pub(super) fn begins_name(word: &Word<'_>) -> bool {
    word.is_capitalised() && (ACRONYMS.contains(&word.text) || !is_opener(&word.lower()))
}

/// Names of bodies that are words when they are not in capitals.
const ACRONYMS: &[&str] = &["WHO", "IS"];

/// "Line 2" is no name's end, "9 News" is none either: figures belong to names only between capitals.
fn is_number_in_name(words: &[Word<'_>], i: usize) -> bool {
    words[i].text.chars().all(|c| c.is_ascii_digit()) && words.get(i + 1).is_some_and(begins_name)
}

/// The stop of "P." in "Ana P. Ruiz" or of "Gen." in "Gen. Ruiz".
fn is_initial(words: &[Word<'_>], stop: usize) -> bool {
    let before = &words[stop - 1];
    before.text.chars().count() == 1 || is(&before.lower(), Noun::Title)
}
