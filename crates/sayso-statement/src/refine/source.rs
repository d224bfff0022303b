//! Whose words: the source that the reader did not mark, or marked on a dateline.

use sayso_model::{Attribution, Span};

use crate::{
    cue::classify_listed,
    syntax::{Page, hull, is_calendar, is_finite, names_holder, parts_phrases, subject_before, verb_group},
    text::Word,
};

/// Words of a noun phrase after "by" or an inverted verb at most.
const LONGEST_PHRASE: usize = 10;

/// Words that end a noun phrase which stands after its verb.
const PHRASE_ENDS: &[&str] =
    &["that", "on", "in", "who", "which", "as", "to", "when", "while", "and", "but", "after", "during"];

/// Verbs before another that leave open whether anything was said.
const MODALS: &[&str] = &["could", "may", "might", "must", "should"];

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
    let usable = a.source.filter(|_| !dateline);
    // What no cue of the lexicon attributes may well be nobody's: "it is hard to imagine".
    let telling = usable.is_none() && classify_listed(cue.of(page.text)).is_some();
    let found = telling.then(|| find(words, cue, &a.content)).flatten();
    a.source = usable.or(found).map(|s| widened_by_pair(words, s, cue));
    Some(a)
}

/// Whether the span is the place at the head of a dateline: "BRENN: The port said", "BRENN (Quay Wire) -".
fn is_dateline(page: &Page<'_>, source: Span, sentence: Span) -> bool {
    let words = source.of(page.text);
    let capitals = words.chars().any(char::is_alphabetic) && !words.chars().any(char::is_lowercase);
    let after = page.text[source.end..].trim_start();
    capitals && source.start == sentence.start && after.starts_with([':', '(', '—', '–'])
}

/// The source of a cue: the noun phrase after "by", else the subject before the verb, else the noun phrase after it.
fn find(words: &[Word<'_>], cue: Span, content: &[Span]) -> Option<Span> {
    let first = words.iter().position(|w| cue.overlaps(w.span))?;
    let after = words.iter().position(|w| w.span.start >= cue.end).unwrap_or(words.len());
    let cue_words = &words[first..after];
    let telling = cue_words.iter().rposition(|w| w.text != "as" && classify_listed(w.text).is_some());
    let verb = telling.or_else(|| cue_words.iter().rposition(|w| !w.is_mark())).map(|i| first + i)?;
    let free = |s: &Span| !content.iter().any(|c| c.overlaps(*s));
    if words[after - 1].text == "by" {
        return phrase_after(words, after).filter(free);
    }
    if words[verb].text != "saying" && words.get(after).is_some_and(|w| w.text == "by") {
        return phrase_after(words, after + 1).filter(free);
    }
    let group = words[first..=verb].iter().position(|w| !is_finite(w)).map_or(verb, |i| first + i);
    // "has faced questions about", "reports of": a noun tells nothing by itself; "could call on": nothing was said.
    let noun = verb_group(words, verb) > first || words.get(verb + 1).is_some_and(|w| w.text == "of");
    let may = words[first..verb].iter().any(|w| MODALS.contains(&w.lower().as_str()));
    if noun || may {
        return None;
    }
    // "is considered a threat": nobody is said to do so.
    let passive = verb > 0
        && words[verb].text.ends_with("ed")
        && matches!(words[verb - 1].text, "is" | "are" | "was" | "were" | "be" | "been");
    if passive {
        return None;
    }
    let subject =
        [first, group].into_iter().find_map(|i| subject_before(words, i)).and_then(|s| hull(&words[s]));
    // "“It fell,” said the mayor": only a verb of speaking is followed by its subject.
    let inverted = || {
        let speaks =
            matches!(words[verb].text, "said" | "says" | "added" | "wrote" | "explained" | "replied");
        speaks.then(|| phrase_after(words, after)).flatten()
    };
    let named = |s: &Span| free(s) && !is_it(words, *s);
    subject.filter(named).or_else(|| inverted().filter(free))
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

/// "it": in "it was said" the word stands for nobody.
fn is_it(words: &[Word<'_>], subject: Span) -> bool {
    words.iter().any(|w| w.span == subject && w.lower() == "it")
}
