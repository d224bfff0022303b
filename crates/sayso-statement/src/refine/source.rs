//! Whose words: the source that the reader did not mark, or marked on a dateline or a pronoun that stands right after its noun.

use sayso_model::{Attribution, Span};

use crate::{
    syntax::{Page, hull, is_calendar, is_finite, names_holder, parts_phrases, subject_before},
    text::Word,
};

/// Words of a noun phrase after "by" or an inverted verb at most.
const LONGEST_PHRASE: usize = 10;

/// Words that end a noun phrase which stands after its verb.
const PHRASE_ENDS: &[&str] =
    &["that", "on", "in", "who", "which", "as", "to", "when", "while", "and", "but", "after", "during"];

/// Gives attributions without a usable source the subject of their cue, or the words after "by"; drops what is only a dateline.
pub(super) fn repaired(page: &Page<'_>, read: Vec<Attribution>) -> Vec<Attribution> {
    read.into_iter().filter_map(|a| with_source(page, a)).collect()
}

fn with_source(page: &Page<'_>, mut a: Attribution) -> Option<Attribution> {
    let place = a.cue.and_then(|c| Some((c, page.sentence(c.start)?)));
    let Some((cue, (sentence, words))) = place else { return Some(a) };
    let dateline = a.source.is_some_and(|s| is_dateline(page, s, sentence));
    if dateline && !cue.of(page.text).contains(char::is_alphabetic) {
        return None;
    }
    let usable = a.source.filter(|s| !dateline && !is_nobody(s.of(page.text)));
    let found = match usable {
        None => find(words, cue, &a.content),
        Some(source) => antecedent(page, words, source),
    };
    a.source = found.or(usable).map(|s| widened_by_pair(words, s, cue));
    Some(a)
}

/// Whether the span is the place at the head of a dateline: "BRENN: The port said", "BRENN (Quay Wire) -".
fn is_dateline(page: &Page<'_>, source: Span, sentence: Span) -> bool {
    let words = source.of(page.text);
    let capitals = words.chars().any(char::is_alphabetic) && !words.chars().any(char::is_lowercase);
    let after = page.text[source.end..].trim_start();
    capitals && source.start == sentence.start && after.starts_with([':', '(', '—', '–'])
}

/// Words that the reader marks as a source though they name nobody in particular.
fn is_nobody(words: &str) -> bool {
    matches!(words.to_lowercase().as_str(), "one" | "this" | "that" | "what" | "which")
}

/// The source of a cue: the noun phrase after "by", else the subject before the verb, else the noun phrase after it.
fn find(words: &[Word<'_>], cue: Span, content: &[Span]) -> Option<Span> {
    let first = words.iter().position(|w| cue.overlaps(w.span))?;
    let after = words.iter().position(|w| w.span.start >= cue.end).unwrap_or(words.len());
    let verb = words[first..after].iter().rposition(|w| !w.is_mark()).map(|i| first + i)?;
    let free = |s: &Span| !content.iter().any(|c| c.overlaps(*s));
    if words[verb].text == "by" {
        return phrase_after(words, verb + 1).filter(free);
    }
    if words[verb].text != "saying" && words.get(after).is_some_and(|w| w.text == "by") {
        return phrase_after(words, after + 1).filter(free);
    }
    let group = words[first..=verb].iter().position(|w| !is_finite(w)).map_or(verb, |i| first + i);
    let subject =
        [first, group].into_iter().find_map(|i| subject_before(words, i)).and_then(|s| hull(&words[s]));
    // "“It fell,” said the mayor": only a verb of speaking is followed by its subject.
    let inverted = || {
        let speaks =
            matches!(words[verb].text, "said" | "says" | "added" | "wrote" | "explained" | "replied");
        speaks.then(|| phrase_after(words, after)).flatten()
    };
    subject.filter(free).or_else(|| inverted().filter(free))
}

/// The noun phrase that begins at `start`, up to a mark, a verb or a preposition of time.
fn phrase_after(words: &[Word<'_>], start: usize) -> Option<Span> {
    let rest = words.get(start..)?;
    let stop = rest.iter().position(|w| {
        parts_phrases(w) || w.text == "." || is_finite(w) || is_calendar(w) || PHRASE_ENDS.contains(&w.text)
    });
    let phrase = &rest[..stop.unwrap_or(rest.len())];
    (phrase.len() <= LONGEST_PHRASE && names_holder(phrase)).then(|| hull(phrase)).flatten()
}

/// "a spokesperson of the agency, who said": the noun phrase before the comma.
fn antecedent(page: &Page<'_>, words: &[Word<'_>], source: Span) -> Option<Span> {
    if !source.of(page.text).eq_ignore_ascii_case("who") {
        return None;
    }
    let who = words.iter().position(|w| w.span.start == source.start)?;
    let end = who.checked_sub(1).filter(|&i| words[i].text == ",").unwrap_or(who);
    let stop = |w: &Word<'_>| {
        parts_phrases(w) || is_finite(w) || ["from", "by", "to", "with", "that"].contains(&w.text)
    };
    let start = words[..end].iter().rposition(stop).map_or(0, |i| i + 1);
    let phrase = &words[start..end];
    names_holder(phrase).then(|| hull(phrase)).flatten()
}

/// "Sweden and Denmark have said" with only one of the two marked: a source right before or after "and" and another name, both
/// before the cue, is both.
fn widened_by_pair(words: &[Word<'_>], source: Span, cue: Span) -> Span {
    let Some(first) = words.iter().position(|w| w.span.start >= source.start) else { return source };
    let after = words.iter().position(|w| w.span.start >= source.end).unwrap_or(words.len());
    if source.end > cue.start {
        return source;
    }
    let name = |w: &Word<'_>| w.is_capitalised() && !is_calendar(w);
    if let [and, next, rest @ ..] = &words[after..]
        && and.text == "and"
        && (name(next) || next.text == "the" && rest.first().is_some_and(name))
    {
        let run = words[after + 2..].iter().take_while(|w| name(w)).count();
        let end = words[after + 1 + run].span.end;
        return if end <= cue.start { Span::new(source.start, end) } else { source };
    }
    if first >= 2 && words[first - 1].text == "and" && name(&words[first - 2]) && name(&words[first]) {
        let run = words[..first - 1].iter().rev().take_while(|w| name(w)).count();
        return Span::new(words[first - 1 - run].span.start, source.end);
    }
    source
}
