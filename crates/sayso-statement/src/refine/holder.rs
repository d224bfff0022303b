//! Who holds what a medium passes on: whoever it cites, whoever it quotes, whoever speaks in the clause that it reports.

use sayso_model::{Article, Attribution, Span};

use super::{around, figure::figures};
use crate::{
    actor::nouns::{Noun, is},
    cue::{CueClass, classify_listed},
    syntax::{Page, hull, is_finite, is_holder_noun, is_telling_verb, parts_phrases, subject_before},
    text::{Word, sentence_at, words},
};

/// Cues whose content is a holder, not a proposition.
const CITING: &[&str] = &["citing", "cites", "cited", "quoting"];

/// Phrases after a medium's verb that name on whose word it reports.
const ON_THE_WORD: &[&str] = &["citing ", "quoting ", "on the word of ", "on the authority of "];

/// What stands between a holder and the medium that quotes it.
const QUOTED_BY: &[&str] = &[" quoted by ", " cited by ", " quoted in ", " cited in "];

/// What stands between a document and the medium that was shown it.
const SHOWN_TO: &[&str] = &[
    " seen by ",
    " obtained by ",
    " reviewed by ",
    " viewed by ",
    " leaked to ",
    " shared with ",
    " given to ",
    " passed to ",
    " provided to ",
    " examined by ",
];

/// Nouns of what a medium can be shown and what speaks for whoever wrote it.
const DOCUMENTS: &[&str] = &[
    "report",
    "reports",
    "document",
    "documents",
    "memo",
    "letter",
    "letters",
    "minutes",
    "records",
    "email",
    "emails",
    "e-mail",
    "e-mails",
    "files",
    "file",
    "paper",
    "papers",
    "study",
    "statement",
    "statements",
    "messages",
    "transcript",
    "audit",
    "dossier",
    "diary",
    "logs",
    "log",
    "complaint",
    "indictment",
    "filing",
    "filings",
];

/// Puts holders in the place of the media that only pass their words on.
pub(super) fn holders(article: &Article, page: &Page<'_>, read: &[Attribution]) -> Vec<Attribution> {
    let mut out = cited(article, page, read);
    for a in &mut out {
        let Some(source) = a.source else { continue };
        if let Some((holder, cue)) = quoted_by(page, source, a.cue) {
            a.source = Some(holder);
            a.cue = cue.or(a.cue);
        } else if let Some(document) = shown_to(page, source, a.cue) {
            a.source = Some(document);
        } else if is_medium(article, source) {
            if let Some(holder) = on_whose_word(page, a) {
                a.source = Some(holder);
                a.content.retain(|c| !c.overlaps(holder));
            } else if let Some(inner) = inner(page, a).or_else(|| figure_within(page, a)) {
                *a = inner;
            }
        }
    }
    out
}

/// "the paper reported, citing two officials": the officials hold what the paper reports. The attribution that cites goes, and
/// the holder takes the source's place, unless what is cited is a medium too (a name alone, credited elsewhere).
fn cited(article: &Article, page: &Page<'_>, read: &[Attribution]) -> Vec<Attribution> {
    let text = page.text;
    let mut out: Vec<Attribution> = read.to_vec();
    let mut gone = vec![false; read.len()];
    for (i, citing) in read.iter().enumerate() {
        let (Some(cue), [holder]) = (citing.cue, &citing.content[..]) else { continue };
        if !CITING.contains(&cue.of(text).trim().to_lowercase().as_str()) {
            continue;
        }
        let sentence = sentence_at(page.sentences, cue.start);
        let told = around(read, cue.start).filter(|&j| {
            j != i && read[j].cue.is_some_and(|c| sentence_at(page.sentences, c.start) == sentence)
        });
        let told = told.min_by_key(|&j| read[j].cue.map_or(usize::MAX, |c| c.gap(cue)));
        let told = told.or_else(|| told_before(article, page, read, i));
        // A holder or a medium is no proposition: with a report beside it, the attribution that cites says nothing more.
        if let Some(j) = told {
            if names_people(text, *holder) || is_document(text, *holder) {
                out[j].source = Some(*holder);
            }
            gone[i] = names_people(text, *holder) || is_medium(article, *holder);
        }
    }
    out.into_iter().zip(gone).filter(|(_, gone)| !gone).map(|(a, _)| a).collect()
}

/// "It cited two officials": the report of the sentence before, where a medium is marked as its source.
fn told_before(article: &Article, page: &Page<'_>, read: &[Attribution], citing: usize) -> Option<usize> {
    let cue = read[citing].cue?;
    let takes_up =
        matches!(read[citing].source?.of(page.text), "It" | "The paper" | "The report" | "The newspaper");
    let sentence = sentence_at(page.sentences, cue.start).filter(|_| takes_up)?;
    let before = sentence_at(page.sentences, sentence.start.checked_sub(1)?)?;
    let told = |j: &usize| {
        let inside = read[*j].cue.is_some_and(|c| before.contains(c));
        inside && read[*j].source.is_some_and(|s| is_medium(article, s))
    };
    around(read, cue.start).rev().find(told)
}

/// Words after which a noun phrase no longer says what it is: of "her years as secretary" only "her years" counts.
const AFTER_HEAD: [&str; 12] =
    ["about", "as", "at", "by", "for", "from", "in", "of", "on", "that", "which", "who"];

/// Whether a noun phrase names people who can hold something: officials, sources, people, someone with a title.
fn names_people(text: &str, span: Span) -> bool {
    words(span.of(text)).iter().take_while(|w| !AFTER_HEAD.contains(&w.lower().as_ref())).any(|w| {
        let lower = w.lower();
        is(&lower, Noun::Anonymous) || is(&lower, Noun::Spokesperson) || is(&lower, Noun::Title)
    })
}

/// "officials quoted by the Quay Post believe": the officials, with the verb after the medium where "quoted" was marked.
fn quoted_by(page: &Page<'_>, source: Span, cue: Option<Span>) -> Option<(Span, Option<Span>)> {
    let (sentence, words) = page.sentence(source.start)?;
    let scope = Span::new(sentence.start, source.end);
    let at = scope.start + QUOTED_BY.iter().find_map(|link| scope.of(page.text).rfind(link))?;
    let links = cue.is_some_and(|c| c.start >= at && c.end <= source.start);
    if !links && cue.is_some_and(|c| c.start < source.end) {
        return None;
    }
    let verb = words.iter().find(|w| w.span.start >= source.end).filter(|w| links && is_telling_verb(w));
    let between = page.words(Span::new(at, source.start.max(at)));
    // Nothing but the link and an article may stand between the holder and the medium that is marked.
    if between.len() > 3 || between.iter().any(parts_phrases) {
        return None;
    }
    let head = page.words(Span::new(sentence.start, at));
    let start = head.iter().rposition(|w| parts_phrases(w) || is_finite(w)).map_or(0, |i| i + 1);
    let phrase = &head[start..];
    let people = phrase.iter().any(|w| is_holder_noun(&w.lower()));
    let holder = (people && phrase.len() <= 8).then(|| hull(phrase)).flatten()?;
    Some((holder, verb.map(|w| w.span)))
}

/// "Minutes of the session, seen by Quay Radio, record a vote": the minutes, where the medium was marked.
fn shown_to(page: &Page<'_>, source: Span, cue: Option<Span>) -> Option<Span> {
    let (sentence, words) = page.sentence(source.start)?;
    cue.filter(|c| c.start >= source.end)?;
    let before = Span::new(sentence.start, source.start).of(page.text);
    // The article of the medium may stand outside of what is marked.
    let before = before.strip_suffix("the ").unwrap_or(before);
    let link = SHOWN_TO.iter().find(|l| before.ends_with(**l))?;
    let end = sentence.start + before.len() - link.len();
    let head: Vec<Word<'_>> = words.iter().take_while(|w| w.span.start < end).copied().collect();
    let head = head.split_last().filter(|(w, _)| w.text == ",").map_or(&head[..], |(_, h)| h);
    let start = head.iter().rposition(|w| parts_phrases(w) || is_finite(w)).map_or(0, |i| i + 1);
    let phrase = &head[start..];
    let document = phrase.iter().any(|w| DOCUMENTS.contains(&w.lower().as_str()));
    (document && phrase.len() <= 10).then(|| hull(phrase)).flatten()
}

/// Whether the words are a document that is no medium of its own: "an internal report by the operator".
fn is_document(text: &str, span: Span) -> bool {
    let all = words(span.of(text));
    let noun = all.iter().position(|w| DOCUMENTS.contains(&w.text));
    let named = |n: usize| all[..n].iter().any(|w| w.is_capitalised() && w.lower() != "the");
    noun.is_some_and(|n| n > 0 && !named(n))
}

/// Whether the words name an outlet, a report or media.
pub(super) fn is_medium(article: &Article, source: Span) -> bool {
    let text = &article.text;
    let own = source.of(text);
    let credited =
        article.credits.iter().any(|c| c.span.is_some_and(|s| s.overlaps(source)) || own.ends_with(&c.name));
    credited
        || words(own).iter().any(|w| {
            let lower = w.lower();
            is(&lower, Noun::Report) || lower == "media" || lower == "outlets" && !w.is_capitalised()
        })
}

/// The people on whose word the medium reports, where the text names them after its verb, whatever the reader took them for.
fn on_whose_word(page: &Page<'_>, a: &Attribution) -> Option<Span> {
    let cue = a.cue?;
    let (sentence, _) = page.sentence(cue.start)?;
    let rest = Span::new(cue.start, sentence.end.max(cue.end));
    let words = rest.of(page.text);
    let (at, link) = ON_THE_WORD.iter().filter_map(|p| words.find(p).map(|i| (i, p))).min()?;
    // Between verb and phrase only a time may stand.
    let near = page.words(Span::new(cue.end, (rest.start + at).max(cue.end)));
    let start = rest.start + at + link.len();
    let phrase = page.words(Span::new(start, sentence.end));
    let stop = phrase.iter().position(|w| parts_phrases(w) || w.text == ".").unwrap_or(phrase.len());
    let holder = hull(&phrase[..stop])?;
    (near.len() <= 4 && names_people(page.text, holder)).then_some(holder)
}

/// "Officials have said that it fell, the report added": within what a medium passes on, someone else speaks.
fn inner(page: &Page<'_>, a: &Attribution) -> Option<Attribution> {
    let [content] = a.content[..] else { return None };
    let words = page.sentence(content.start).map(|_| page.words(content))?;
    // "State" is far more often a noun, but for "they state that".
    let states = |i: usize| words[i].text == "state" && words.get(i + 1).is_some_and(|w| w.text == "that");
    let tells = |i: usize| is_telling_verb(&words[i]) || is_verb_of(&words[i], CueClass::Deny) || states(i);
    let verb = (0..words.len()).find(|&i| tells(i))?;
    let subject = subject_before(words, verb)?;
    let that = words.get(verb + 1).filter(|w| w.text == "that");
    let warns = classify_listed(words[verb].text) == Some(CueClass::Warn);
    let rest = match (that, warns) {
        (Some(_), _) => words.get(verb + 2..)?,
        (None, true) => {
            words.get(verb + 1..)?.split_first().filter(|(w, _)| w.text == "of").map(|(_, r)| r)?
        }
        _ => return None,
    };
    // An opening like "In a joint letter" may stand before the subject, no clause.
    let opening = &words[..subject.start];
    if opening.iter().any(is_finite) || rest.len() < 2 {
        return None;
    }
    Some(Attribution {
        source: hull(&words[subject]),
        cue: hull(&words[verb..=verb]),
        content: vec![Span::new(rest[0].span.start, content.end)],
        score: a.score,
    })
}

/// "The paper's authors give the loss as 12 tonnes, the magazine said": whoever stands behind the figure.
fn figure_within(page: &Page<'_>, a: &Attribution) -> Option<Attribution> {
    let [content] = a.content[..] else { return None };
    let words = page.sentence(content.start).map(|_| page.words(content))?;
    let (source, cue, content) = figures(words).into_iter().next()?;
    Some(Attribution { source: Some(source), cue: Some(cue), content: vec![content], score: a.score })
}

fn is_verb_of(word: &Word<'_>, class: CueClass) -> bool {
    !word.is_capitalised() && word.lower().ends_with("ed") && classify_listed(word.text) == Some(class)
}
