//! Contents that the reader cut short, tore apart, or began too early: at a dateline, in the line above, before the last words.

use sayso_model::{Attribution, Span};

use super::around;
use crate::{
    syntax::{Page, is_calendar, parts_phrases},
    text::{Word, sentence_at},
};

/// Words of a dateline at most: "ST BRENN, Northern Aldoria, March 7 (Quay Wire) -".
const LONGEST_DATELINE: usize = 16;

/// Words between two parts of one content at most.
const LONGEST_GAP: usize = 8;

/// Words of a line that holds no clause: "By Quay Wire".
const LONGEST_LINE: usize = 6;

/// Words after which something has to follow.
const UNFINISHED: &[&str] = &[
    "on", "from", "in", "at", "of", "to", "by", "with", "for", "the", "a", "an", "every", "its", "their",
    "and", "than", "about", "between", "into", "over",
];

/// Words with which a clause opens that says what somebody knows.
const OPENS_CLAUSE: &[&str] = &["how", "why", "what", "where", "when", "whether"];

/// Pronouns that the reader leaves over before the full stop.
const LEFT_OVER: &[&str] = &["it", "them", "him", "her", "this", "that", "so"];

/// Mends the contents.
pub(super) fn mend(page: &Page<'_>, read: &mut [Attribution]) {
    for i in 0..read.len() {
        if let Some((source, content)) = with_its_clause(page, &read[i]) {
            (read[i].source, read[i].content[0]) = (Some(source), content);
        }
        let near = around(read, read[i].content.first().map_or(0, |c| c.start));
        let mut taken: Vec<Span> = Vec::new();
        for (j, other) in read[near.clone()].iter().enumerate() {
            taken.extend(other.cue.into_iter().chain(other.source));
            if j + near.start != i {
                taken.extend(other.content.iter().copied());
            }
        }
        let mut content = mended(page, &read[i], &taken);
        drop_earlier(page, read[i].cue, &mut content);
        read[i].content = content;
    }
}

fn mended(page: &Page<'_>, a: &Attribution, taken: &[Span]) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for part in &a.content {
        let part = after_relative(page, a, *part);
        let part = &part;
        let part = completed(page, until_closed(page, after_dateline(page, *part)), taken);
        match out.last_mut() {
            Some(last) if is_one(page, *last, part, taken) => *last = last.hull(part),
            _ => out.push(part),
        }
    }
    let last = out.last().copied();
    // A line above the text, "By Quay Wire", is nobody's words.
    out.retain(|part| Some(*part) == last || !is_line(page, *part));
    out
}

/// "According to people who know how | the raid was planned, two were hurt": a source that ends in such a word goes on to the comma. Gives the
/// source and the first part of the content.
fn with_its_clause(page: &Page<'_>, a: &Attribution) -> Option<(Span, Span)> {
    let (source, part) = (a.source?, *a.content.first()?);
    let opens = page.words(source).last().is_some_and(|w| OPENS_CLAUSE.contains(&w.text));
    let next = source.end <= part.start && Span::new(source.end, part.start).of(page.text).trim().is_empty();
    if !opens || !next {
        return None;
    }
    let words = page.words(part);
    let comma = words.iter().position(|w| w.text == ",")?;
    let (last, first) = (words.get(comma.checked_sub(1)?)?, words.get(comma + 1)?);
    Some((Span::new(source.start, last.span.end), Span::new(first.span.start, part.end)))
}

/// "According to police, who boarded it, two were hurt": the clause with "who" says more of the source.
fn after_relative(page: &Page<'_>, a: &Attribution, part: Span) -> Span {
    let words = page.words(part);
    let relative = words.first().is_some_and(|w| matches!(w.text, "who" | "which" | "whose"));
    let next = a
        .source
        .is_some_and(|s| s.end <= part.start && Span::new(s.end, part.start).of(page.text).trim() == ",");
    let comma = words.iter().position(|w| w.text == ",").filter(|_| relative && next);
    match comma.and_then(|comma| words.get(comma + 1)) {
        Some(word) => Span::new(word.span.start, part.end),
        None => part,
    }
}

/// What is told in other words begins in the sentence of its speaker: an earlier sentence without quotation marks is the outlet's.
fn drop_earlier(page: &Page<'_>, cue: Option<Span>, content: &mut Vec<Span>) {
    let Some(own) = cue.and_then(|c| sentence_at(page.sentences, c.start)) else { return };
    if content.len() < 2 || !content.iter().any(|c| own.contains(*c)) {
        return;
    }
    let quotes = |s: Span| s.of(page.text).contains(['"', '“', '”', '‘', '\'', '’']);
    content.retain(|c| c.end > own.start || quotes(*c));
}

/// A quotation that is closed at the end of its sentence ends there; what follows without marks is somebody else's.
fn until_closed(page: &Page<'_>, part: Span) -> Span {
    let body = part.of(page.text);
    if !body.starts_with(['"', '“']) {
        return part;
    }
    let closed = body.char_indices().skip(1).find(|(_, c)| matches!(c, '"' | '”'));
    let Some((at, mark)) = closed else { return part };
    let end = at + mark.len_utf8();
    let ended = body[..at].ends_with(['.', '!', '?']);
    let rest = &body[end..];
    if ended && rest.chars().any(char::is_alphanumeric) && !rest.contains(['"', '“', '”']) {
        Span::new(part.start, part.start + end)
    } else {
        part
    }
}

/// The content without the dateline that its paragraph begins with.
fn after_dateline(page: &Page<'_>, part: Span) -> Span {
    let begins = page.text[..part.start].trim_end_matches(' ').ends_with('\n') || part.start == 0;
    let words = page.words(part);
    let head = &words[..words.len().min(LONGEST_DATELINE)];
    let dash = head.iter().position(|w| matches!(w.text, "—" | "–" | "-")).filter(|_| begins);
    let Some(dash) = dash.filter(|&d| d + 1 < words.len()) else { return part };
    let letters = words[0].text.chars().filter(|c| c.is_alphabetic()).count();
    let place = letters > 1 && !words[0].text.chars().any(char::is_lowercase);
    let agency = words[..dash].iter().any(|w| w.text == "(");
    let start = words[dash..].iter().find(|w| !w.is_mark()).map(|w| w.span.start);
    match start {
        Some(start) if place || agency => Span::new(start, part.end),
        _ => part,
    }
}

/// The content up to the next mark, where its last word cannot be the last; with a pronoun that is left over at the end.
fn completed(page: &Page<'_>, part: Span, taken: &[Span]) -> Span {
    let part = without_relative(page, part);
    let last = page.words(part).last().map(Word::lower).unwrap_or_default();
    let Some(sentence) = sentence_at(page.sentences, part.end.saturating_sub(1)) else { return part };
    if part.end >= sentence.end {
        return part;
    }
    let rest = page.words(Span::new(part.end, sentence.end));
    let pronoun = matches!(rest, [word, mark] if LEFT_OVER.contains(&word.text) && mark.text == ".");
    if !pronoun && !UNFINISHED.contains(&last.as_str()) {
        return part;
    }
    let stop = rest.iter().position(|w| parts_phrases(w) || w.text == ".").unwrap_or(rest.len());
    let Some(end) = rest[..stop].last().map(|w| w.span.end) else { return part };
    let longer = Span::new(part.start, end);
    let added = Span::new(part.end, end);
    // A dash of a date, "on Monday", is short; a clause of somebody else is not taken.
    let free = !taken.iter().any(|t| t.overlaps(added));
    if free { longer } else { part }
}

/// The content without a comma and "which" at its end: the clause that they open is not in it.
fn without_relative(page: &Page<'_>, part: Span) -> Span {
    match page.words(part) {
        [.., last, comma, which] if comma.text == "," && matches!(which.text, "which" | "who") => {
            Span::new(part.start, last.span.end)
        }
        _ => part,
    }
}

/// Whether two parts are one that lost a few words in between: nobody's cue or name stands there.
fn is_one(page: &Page<'_>, before: Span, after: Span, taken: &[Span]) -> bool {
    let gap = Span::new(before.end, after.start.max(before.end));
    let words = page.words(gap);
    let same = sentence_at(page.sentences, before.start) == sentence_at(page.sentences, after.start);
    let free = !taken.iter().any(|t| t.overlaps(gap));
    let quiet = words.iter().all(|w| !parts_phrases(w) || w.text == ",");
    same && free
        && quiet
        && words.len() <= LONGEST_GAP
        && words.iter().any(|w| !w.is_mark() || is_calendar(w))
}

/// Whether the part is a short line of its own.
fn is_line(page: &Page<'_>, part: Span) -> bool {
    let words = page.words(part);
    let alone = page.text[part.end..].starts_with('\n')
        && (part.start == 0 || page.text[..part.start].trim_end_matches(' ').ends_with('\n'));
    alone && words.len() <= LONGEST_LINE
}
