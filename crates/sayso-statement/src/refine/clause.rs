//! Which clause a content is: the whole clause before "…, the mayor said", never the words of another sentence's speaker.

use sayso_model::{Attribution, Span};

use super::{
    around,
    postposed::{Postposed, is_clause, parenthetical, postposed},
};
use crate::{
    syntax::{Page, hull, is_finite, is_telling_verb, names_holder, parts_phrases},
    text::{Word, sentence_at},
};

/// Parts of a clause with fewer words than this are no clause.
const FEWEST_WORDS: usize = 3;

/// Bytes after "in which" within which the nested speaker's verb is looked for.
const RELATIVE_REACH: usize = 80;

/// Verbs of speaking that stand before their speaker: "It had rained, claims the union."
const TURNED: &[&str] = &[
    "claims",
    "claimed",
    "claim",
    "insists",
    "insisted",
    "insist",
    "argues",
    "argued",
    "argue",
    "reports",
    "reported",
    "report",
    "believes",
    "believed",
    "believe",
    "reckons",
    "reckoned",
    "reckon",
    "warns",
    "warned",
    "warn",
    "admits",
    "admitted",
    "admit",
    "adds",
    "added",
    "explains",
    "explained",
    "notes",
    "noted",
    "maintains",
    "maintained",
    "concedes",
    "conceded",
    "writes",
    "wrote",
    "write",
    "estimates",
    "estimated",
    "suggests",
    "suggested",
    "says",
    "said",
    "say",
    "recalls",
    "recalled",
    "counters",
    "countered",
    "announced",
    "acknowledged",
    "confirmed",
];

/// Gives attributions whose speaker stands after the clause that whole clause, those of "X is what they call Y" their X, and
/// those after a colon the speaker before it.
pub(super) fn repair(page: &Page<'_>, read: &mut Vec<Attribution>) {
    let mut gone: Vec<Span> = Vec::new();
    for i in 0..read.len() {
        let Some((_, words)) = read[i].cue.and_then(|c| page.sentence(c.start)) else { continue };
        if let Some(found) = postposed(words).filter(|p| speaks_there(&read[i], p)) {
            gone.extend(take_clause(page, read, i, &found));
        }
        if let Some(torn) = torn_apart(words, &read[i]) {
            let before = torn[0];
            read[i].content = torn;
            for j in around(read, before.start) {
                if j != i && read[j].content.len() == 1 && before.contains(read[j].content[0]) {
                    read[j].content.clear();
                }
            }
        }
        if let Some((source, content)) = turned_round(page, words, &read[i]) {
            read[i].source = Some(source);
            read[i].content = vec![content];
        }
        if let Some(content) = called(words, read[i].cue) {
            read[i].content = vec![content];
        }
        extend_over_relative(page.text, read, i);
    }
    gone.sort_unstable();
    drop_unsourced(read, &gone);
    let own: Vec<Attribution> = read.iter_mut().filter_map(|a| own_clause(page, a)).collect();
    read.extend(own);
    after_colon(page, read);
}

/// Whether the attribution is the one whose speaker stands after the clause: its cue is there, or it swallowed the speaker.
fn speaks_there(a: &Attribution, found: &Postposed) -> bool {
    let swallowed = a.source.is_none() && a.content.iter().any(|c| c.contains(found.source));
    swallowed || a.cue.is_some_and(|c| c.overlaps(found.cue))
}

/// Gives the attribution the whole clause, if what it has is cut off, torn apart, or lacks its source, and nobody else speaks
/// within the clause. Returns the clause.
fn take_clause(page: &Page<'_>, read: &mut [Attribution], i: usize, found: &Postposed) -> Option<Span> {
    let near = around(read, found.content.start);
    let others = read[near.clone()].iter().enumerate().any(|(j, a)| {
        j + near.start != i
            && a.cue.is_some_and(|c| found.content.contains(c))
            && a.source.is_some_and(|s| found.content.contains(s))
    });
    // "as officials suggest, the paper reported": the reader has found who holds it.
    let held_within = read[i].source.is_some_and(|s| found.content.contains(s));
    let parts = &read[i].content;
    let held: usize = parts.iter().filter(|c| found.content.overlaps(**c)).map(|c| c.len()).sum();
    let swallowed = parts.iter().any(|c| c.contains(found.source));
    // "“It fell,” she said, “and broke”": a quotation goes on after its speaker.
    let next = |c: &Span| page.words(Span::new(found.cue.end, c.start)).iter().all(Word::is_mark);
    let beyond = |c: &Span| c.start >= found.cue.end && (held > 0 || next(c));
    let goes_on = parts.iter().any(beyond) && read[i].source.is_some();
    let whole = held * 2 > found.content.len() && read[i].source.is_some();
    if others || held_within || !swallowed && (goes_on || whole) {
        return None;
    }
    let clause = found.content.trimmed(page.text);
    let a = &mut read[i];
    a.content = vec![clause];
    a.source = Some(a.source.filter(|s| s.overlaps(found.source)).unwrap_or(found.source));
    a.cue = Some(a.cue.filter(|c| c.contains(found.cue)).unwrap_or(found.cue));
    // The same words cannot be what a neighbour's speaker says.
    for (j, other) in read[near.clone()].iter_mut().enumerate() {
        if j + near.start != i && other.content.len() > 1 {
            other.content.retain(|c| !clause.contains(*c));
        }
    }
    Some(clause)
}

/// Drops attributions to nobody within clauses that have a speaker; `clauses` are in text order.
pub(super) fn drop_unsourced(read: &mut Vec<Attribution>, clauses: &[Span]) {
    read.retain(|a| {
        let inside = |c: Span| {
            let i = clauses.partition_point(|clause| clause.start <= c.start);
            i > 0 && clauses[i - 1].contains(c)
        };
        a.source.is_some() || !a.cue.is_some_and(inside)
    });
}

/// "called it “a hoax” of a post in which a clerk claims X": what the nested speaker says belongs to the phrase that holds it.
fn extend_over_relative(text: &str, read: &mut [Attribution], i: usize) {
    let Some(last) = read[i].content.last().copied() else { return };
    if !text[last.end..].starts_with(" in which ") {
        return;
    }
    let reach = last.end + RELATIVE_REACH;
    let nested =
        |a: &&Attribution| a.cue.is_some_and(|c| c.start > last.end && c.start < reach) && a.source.is_some();
    let near = around(read, last.end);
    let end = read[near].iter().find(nested).and_then(|a| a.content.last()).map(|c| c.end);
    if let (Some(end), Some(content)) = (end, read[i].content.last_mut()) {
        content.end = end.max(content.end);
    }
}

/// "…; he called it a crime": a part behind a semicolon that has its own pronoun and verb is an attribution of its own.
fn own_clause(page: &Page<'_>, a: &mut Attribution) -> Option<Attribution> {
    if a.content.len() < 2 {
        return None;
    }
    let own = |c: &Span| match page.words(*c) {
        [subject, verb, _, ..] => {
            ["he", "she", "they", "it"].contains(&subject.text)
                && is_telling_verb(verb)
                && page.text[..c.start].trim_end().ends_with(';')
        }
        _ => false,
    };
    let at = a.content.iter().position(own)?;
    let part = a.content.remove(at);
    let words = page.words(part);
    Some(Attribution {
        source: Some(words[0].span),
        cue: Some(words[1].span),
        content: vec![Span::new(words[2].span.start, part.end)],
        score: a.score,
    })
}

/// "It fell, said Otto Brandt: one could see it sway": what stands after the colon is the same speaker's.
fn after_colon(page: &Page<'_>, read: &mut [Attribution]) {
    for i in 0..read.len() {
        let Some(cue) = read[i].cue.filter(|_| !has_speaker(page, &read[i])) else { continue };
        let Some((sentence, words)) = page.sentence(cue.start) else { continue };
        let Some(colon) = words.iter().rposition(|w| w.text == ":" && w.span.end <= cue.start) else {
            continue;
        };
        let before = |a: &&Attribution| {
            a.source.is_some_and(|s| sentence.contains(s))
                && a.cue.is_some_and(|c| sentence.contains(c) && c.end <= words[colon].span.start)
        };
        let Some((source, said)) =
            read[around(read, cue.start)].iter().rev().find(before).map(|a| (a.source, a.cue))
        else {
            continue;
        };
        let end = words.iter().rposition(|w| !w.is_mark()).map_or(colon, |i| i + 1);
        if let Some(content) = hull(&words[colon + 1..end.max(colon + 1)]) {
            read[i].source = source;
            read[i].cue = said;
            read[i].content = vec![content];
        }
    }
}

/// Whether the source names someone: "one could see" names nobody.
fn has_speaker(page: &Page<'_>, a: &Attribution) -> bool {
    a.source.is_some_and(|s| !s.of(page.text).eq_ignore_ascii_case("one"))
}

/// "The mask, he says, was cast": the reader marked only what follows the speaker.
fn torn_apart(words: &[Word<'_>], a: &Attribution) -> Option<Vec<Span>> {
    let (cue, [content]) = (a.cue?, &a.content[..]) else { return None };
    let (_, said, parts) = parenthetical(words).filter(|(_, said, _)| cue.overlaps(*said))?;
    let after = content.start >= said.end && parts.get(1).is_some_and(|p| p.overlaps(*content));
    after.then_some(parts)
}

/// "It had rained, claims the union.": the reader took the union for what is claimed.
fn turned_round(page: &Page<'_>, words: &[Word<'_>], a: &Attribution) -> Option<(Span, Span)> {
    let (cue, [content]) = (a.cue?, &a.content[..]) else { return None };
    let verb = words.iter().position(|w| w.span.start == cue.start && TURNED.contains(&w.text))?;
    let comma = verb.checked_sub(1).filter(|&i| words[i].text == ",")?;
    let speaker = page.words(*content);
    let after = content.start >= cue.end && page.words(Span::new(cue.end, content.start)).is_empty();
    let plain = names_holder(speaker) && !speaker.iter().any(|w| parts_phrases(w) || is_finite(w));
    let start = words[..comma].iter().rposition(|w| matches!(w.text, ";" | ":")).map_or(0, |i| i + 1);
    let clause = &words[start..comma];
    let said = clause.len() >= FEWEST_WORDS && clause.iter().any(is_finite) && is_clause(clause);
    // "The board, which met, claimed the mayor": the subject stands before the clause with "which".
    let relative = clause.windows(2).any(|w| w[0].text == "," && matches!(w[1].text, "who" | "which"));
    let said = said && !relative;
    let within = a.source.is_none_or(|s| hull(clause).is_some_and(|c| c.contains(s)));
    (after && plain && said && within).then(|| Some((*content, hull(clause)?))).flatten()
}

/// "“An accident” is what the two call it": what stands before "is what" is the content of "call".
fn called(words: &[Word<'_>], cue: Option<Span>) -> Option<Span> {
    let cue = cue?;
    let what = words.windows(2).position(|w| matches!(w[0].text, "is" | "was") && w[1].text == "what")?;
    let verb = words.iter().position(|w| cue.contains(w.span))?;
    let same_clause = verb > what && !words[what..verb].iter().any(|w| matches!(w.text, ";" | "," | ":"));
    let calls = matches!(words[verb].text, "call" | "calls" | "called" | "say" | "says" | "said");
    (same_clause && calls && what > 0).then(|| hull(&words[..what])).flatten()
}

/// Takes from each content the parts that belong elsewhere: those in another sentence, or behind a semicolon, that have a
/// speaker of their own, where a part of its own clause remains.
pub(super) fn drop_strays(page: &Page<'_>, read: &mut [Attribution]) {
    let mut cues: Vec<Span> = read.iter().filter_map(|a| a.cue).collect();
    cues.sort_unstable();
    for a in read.iter_mut() {
        let Some(cue) = a.cue.filter(|_| a.content.len() > 1) else { continue };
        let own = clause_of(page, cue);
        if !a.content.iter().any(|c| own.overlaps(*c)) {
            continue;
        }
        a.content.retain(|c| {
            own.overlaps(*c)
                || page.words(*c).len() >= FEWEST_WORDS && {
                    let theirs = clause_of(page, *c);
                    let i = cues.partition_point(|o| o.start < theirs.start);
                    !cues.get(i).is_some_and(|o| theirs.contains(*o))
                }
        });
    }
}

/// The stretch between semicolons and ends of sentences in which `span` begins.
fn clause_of(page: &Page<'_>, span: Span) -> Span {
    let sentence = sentence_at(page.sentences, span.start).unwrap_or(span);
    let (mut start, mut end) = (sentence.start, sentence.end);
    let words = page.sentence(span.start).map_or(&[][..], |(_, words)| words);
    for word in words.iter().filter(|w| w.text == ";") {
        if word.span.end <= span.start {
            start = word.span.end;
        } else if word.span.start >= span.start {
            end = end.min(word.span.start);
        }
    }
    Span::new(start, end)
}
