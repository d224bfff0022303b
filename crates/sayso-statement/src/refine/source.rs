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

/// Nouns of what someone says, which have an owner: "its admission that".
const SAYINGS: &[&str] = &[
    "accusation",
    "acknowledgement",
    "acknowledgment",
    "admission",
    "allegation",
    "announcement",
    "assertion",
    "assessment",
    "assurance",
    "belief",
    "claim",
    "complaint",
    "conclusion",
    "confession",
    "confirmation",
    "contention",
    "declaration",
    "denial",
    "finding",
    "insistence",
    "promise",
    "prediction",
    "statement",
    "suggestion",
    "suspicion",
    "testimony",
    "view",
    "warning",
    "accusations",
    "allegations",
    "assertions",
    "assurances",
    "claims",
    "complaints",
    "conclusions",
    "denials",
    "findings",
    "statements",
    "warnings",
];

/// Pronouns that own what is said.
const OWNERS: &[&str] = &["his", "her", "its", "their", "my", "our"];

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
    let bare = a.source.is_some_and(|s| matches!(s.of(page.text), "The" | "the" | "A" | "a" | "An" | "an"));
    let usable = a.source.filter(|_| !dateline && !bare);
    let usable = right_before(words, cue, usable).or(usable);
    // What no cue of the lexicon attributes may well be nobody's: "it is hard to imagine".
    let telling = usable.is_none() && classify_listed(cue.of(page.text)).is_some();
    let owner = || {
        let noun = words.iter().rposition(|w| cue.contains(w.span))?;
        owner_of(words, noun).filter(|s| usable.is_none() && !a.content.iter().any(|c| c.overlaps(*s)))
    };
    let found = telling.then(|| find(words, cue, &a.content)).flatten().or_else(owner);
    if let Some(hearsay) = said_to(words, cue) {
        return Some(Attribution { source: None, cue: Some(hearsay), ..a });
    }
    a.source = usable.or(found).or(a.source.filter(|_| bare)).map(|s| widened_by_pair(words, s, cue));
    Some(a)
}

/// "A video said to show it": nobody is named who says so; the cue with its "to".
fn said_to(words: &[Word<'_>], cue: Span) -> Option<Span> {
    let verb = words.iter().position(|w| w.span == cue)?;
    let to = words.get(verb + 1).filter(|w| w.text == "to")?;
    let told =
        matches!(words[verb].text, "said" | "alleged" | "reported" | "rumoured" | "rumored" | "purported");
    let bare =
        verb > 0 && !is_finite(&words[verb - 1]) && words.get(verb + 2).is_some_and(|w| !w.is_capitalised());
    let verbal = words
        .get(verb + 2)
        .is_some_and(|w| !matches!(w.text, "the" | "a" | "an" | "me" | "us" | "him" | "her" | "them"));
    (told && bare && verbal).then(|| cue.hull(to.span))
}

/// "…, which it said was old": the pronoun right before the verb speaks, not the name before it that was marked.
fn right_before(words: &[Word<'_>], cue: Span, source: Option<Span>) -> Option<Span> {
    let source = source?;
    let verb = words.iter().position(|w| w.span.start == cue.start)?;
    let pronoun = verb.checked_sub(1).map(|i| words[i])?;
    let speaks =
        matches!(words[verb].text, "said" | "says" | "say" | "claims" | "claimed" | "believes" | "believed");
    let told = speaks && matches!(pronoun.text, "it" | "he" | "she" | "they" | "we");
    (told && source.end <= pronoun.span.start).then_some(pronoun.span)
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

/// "its admission", "the firm's earlier claim": whose saying the noun at `noun` is.
fn owner_of(words: &[Word<'_>], noun: usize) -> Option<Span> {
    SAYINGS.contains(&words[noun].lower().as_str()).then_some(())?;
    // One adjective may stand between.
    let near = || (noun.saturating_sub(2)..noun).rev();
    if let Some(pronoun) = near().find(|&i| OWNERS.contains(&words[i].lower().as_str())) {
        return Some(words[pronoun].span);
    }
    let mark = (noun.saturating_sub(3)..noun).rev().find(|&i| matches!(words[i].text, "'" | "’"))?;
    let front = &words[..mark];
    let start = front.iter().rposition(|w| parts_phrases(w) || is_finite(w) || PHRASE_ENDS.contains(&w.text));
    let owner = &front[start.map_or(0, |i| i + 1)..];
    (owner.len() <= LONGEST_PHRASE && names_holder(owner)).then(|| hull(owner)).flatten()
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
