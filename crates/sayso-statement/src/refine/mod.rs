//! What the reader's flat attributions leave out or get wrong by a few words: the subject that it did not mark, the holder
//! behind a medium that cites, claims within claims, two propositions under one verb, sentences that it overlooked.
//!
//! The reader marks each word once, so of "the paper reported, citing two officials" it can say that the paper cites, but not
//! that the officials hold what the paper reports. These rules work on words and spans alone; each file holds one kind.

mod apart;
mod beside;
mod claim;
mod clause;
mod echo;
mod figure;
mod held;
mod holder;
mod overlooked;
mod phrase;
mod plain;
mod plea;
mod postposed;
mod proposition;
mod second;
mod silence;
mod source;
mod torn;

use sayso_model::{Article, Attribution, Span};

use crate::syntax::Page;

/// Bytes by which a span is widened at most.
const WORD_REACH: usize = 40;

/// Attributions on each side of a place that rules look at: more than any sentence of prose holds.
const NEIGHBOURS: usize = 24;

/// Applies the rules in turn. The result is in text order; attributions without content are left out.
pub(crate) fn refine(article: &Article, sentences: &[Span], read: &[Attribution]) -> Vec<Attribution> {
    let page = Page::of(&article.text, sentences);
    let text = page.text;
    let mut out: Vec<Attribution> = read.iter().map(|a| whole_words(text, a)).collect();
    in_text_order(&mut out);
    clause::repair(&page, &mut out);
    out = source::repaired(&page, out);
    out.retain(|a| !a.content.is_empty() && !says_nothing(text, a) && !plea::is_no_statement(&page, a));
    torn::mend(&page, &mut out);
    in_text_order(&mut out);
    let mut out = holder::holders(article, &page, &out);
    overlooked::add(&page, &mut out);
    in_text_order(&mut out);
    clause::drop_strays(&page, &mut out);
    apart::after_mark(&page, &mut out);
    in_text_order(&mut out);
    echo::add(&page, &mut out);
    out.retain(|a| !says_nothing(text, a));
    out = out.into_iter().flat_map(|a| claim::with_nested(text, a)).collect();
    out = out.into_iter().flat_map(|a| second::with_second(&page, a)).collect();
    out = out.into_iter().flat_map(|a| second::with_relative(&page, a)).collect();
    let mut out: Vec<Attribution> =
        out.into_iter().flat_map(|a| proposition::propositions(&page, a)).collect();
    in_text_order(&mut out);
    out
}

/// The same attribution with its parts widened to whole words: a part of a word says nothing.
fn whole_words(text: &str, a: &Attribution) -> Attribution {
    let widen = |s: Span| widened(text, s);
    Attribution {
        source: a.source.map(widen),
        cue: a.cue.map(widen),
        content: a.content.iter().map(|c| widen(*c)).collect(),
        score: a.score,
    }
}

fn widened(text: &str, span: Span) -> Span {
    let (start, end) = (text.floor_char_boundary(span.start), text.ceil_char_boundary(span.end));
    let span = Span::new(start, end.max(start));
    let (from, to) =
        (text.floor_char_boundary(start.saturating_sub(WORD_REACH)), text.len().min(span.end + WORD_REACH));
    let inside = |c: char| c.is_alphanumeric() || c == '-';
    let (before, words) = (&text[from..span.start], span.of(text));
    let after = &text[span.end..text.ceil_char_boundary(to)];
    let head = words.starts_with(inside).then(|| before.len() - before.trim_end_matches(inside).len());
    let tail = words.ends_with(inside).then(|| after.len() - after.trim_start_matches(inside).len());
    Span::new(span.start - head.unwrap_or(0), span.end + tail.unwrap_or(0))
}

/// The attributions around byte `at`: enough neighbours for any rule, and so few that the work stays in proportion to the text.
fn around(read: &[Attribution], at: usize) -> std::ops::Range<usize> {
    let start = |a: &Attribution| a.content.first().or(a.cue.as_ref()).map_or(0, |c| c.start);
    let i = read.partition_point(|a| start(a) < at);
    i.saturating_sub(NEIGHBOURS)..(i + NEIGHBOURS).min(read.len())
}

fn in_text_order(read: &mut [Attribution]) {
    read.sort_by_key(|a| a.content.first().or(a.cue.as_ref()).map_or(0, |c| c.start));
}

/// Whether the content holds no word that says anything ("that" alone), or only names what was not given ("any proof").
fn says_nothing(text: &str, a: &Attribution) -> bool {
    let denies =
        a.cue.is_some_and(|c| crate::cue::classify_listed(c.of(text)) == Some(crate::cue::CueClass::Deny));
    a.content.iter().all(|c| match c.of(text).trim().to_lowercase().as_str() {
        "" | "that" | "what" | "i" | "we" | "he" | "she" | "they" | "it otherwise" | "it differently"
        | "things differently" | "it that way" => true,
        // "denied it": the sentence before tells what.
        "it" => !denies,
        "any proof" | "any evidence" | "no proof" | "further details" | "any details" | "no details" => true,
        _ => false,
    })
}

#[cfg(test)]
mod tests;
