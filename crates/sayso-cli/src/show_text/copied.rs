//! Which words of an article stand in other articles, and where do they come from?

use sayso_model::{Article, ArticleId, Snapshot, Span, TextReuse};
use sayso_pages::ShortIds;

/// What opens and closes a marked passage: signs that no news text uses.
const OPEN: char = '⟦';
const CLOSE: char = '⟧';

/// The text of an article with the passages marked that it has from others, or shares with others it is not known who was first.
pub struct Copied {
    /// The text; a marked passage begins with the number of its source.
    pub text: String,
    /// One line for each source, in the order of the numbers.
    pub sources: Vec<String>,
}

/// Marks the passages of an article. Words that several articles have count for the one that they most likely come from: one
/// from which this article derives before one of which that is unknown, then the earliest.
pub fn copied(snapshot: &Snapshot, article: &Article, ids: &ShortIds) -> Copied {
    let sources = sources(snapshot, &article.id);
    let mut owner: Vec<usize> = vec![NOBODY; article.text.len()];
    for (number, source) in sources.iter().enumerate() {
        for span in source.passages(&article.id) {
            let words = owner.get_mut(span.start..span.end).unwrap_or_default();
            words.iter_mut().filter(|o| **o == NOBODY).for_each(|o| *o = number);
        }
    }
    let passages = passages(&article.text, &owner);
    // A source whose words an earlier one has as well would only be a number without a passage.
    let shown: Vec<usize> = (0..sources.len()).filter(|n| passages.iter().any(|p| p.1 == *n)).collect();
    let number = |source: usize| shown.iter().position(|n| *n == source).map_or(0, |at| at + 1);
    Copied {
        text: marked(&article.text, &passages, number),
        sources: shown.iter().map(|&n| legend(number(n), &sources[n], snapshot, ids)).collect(),
    }
}

/// The mark of words that nobody else has.
const NOBODY: usize = usize::MAX;

/// A pair seen from one of its articles.
struct Source<'a> {
    pair: &'a TextReuse,
    other: &'a Article,
}

impl Source<'_> {
    fn passages(&self, article: &ArticleId) -> impl Iterator<Item = Span> {
        let is_first = self.pair.first == *article;
        self.pair.passages.iter().map(move |p| if is_first { p.first } else { p.second })
    }
}

/// The articles that the words may come from, the likeliest first.
fn sources<'a>(snapshot: &'a Snapshot, id: &ArticleId) -> Vec<Source<'a>> {
    let mut found: Vec<Source<'a>> = snapshot
        .reuse
        .iter()
        .filter(|pair| pair.first == *id || pair.second == *id)
        .filter(|pair| pair.derived.as_ref().is_none_or(|derived| derived == id))
        .filter_map(|pair| {
            let other = if pair.first == *id { &pair.second } else { &pair.first };
            let other = snapshot.articles.iter().find(|a| a.id == *other)?;
            Some(Source { pair, other })
        })
        .collect();
    found.sort_by_key(|source| {
        let time = source.other.published.map(|p| p.earliest());
        (source.pair.derived.is_none(), time.is_none(), time, source.other.id.clone())
    });
    found
}

/// Stretches of one owner, those joined that only spaces and punctuation part.
fn passages(text: &str, owner: &[usize]) -> Vec<(Span, usize)> {
    let mut found: Vec<(Span, usize)> = Vec::new();
    let mut start = 0;
    for of_one in owner.chunk_by(|a, b| a == b) {
        let (span, source) = (Span::new(start, start + of_one.len()), of_one[0]);
        start = span.end;
        if source == NOBODY {
            continue;
        }
        match found.last_mut() {
            Some((last, same)) if *same == source && is_gap(Span::new(last.end, span.start).of(text)) => {
                *last = last.hull(span);
            }
            _ => found.push((span, source)),
        }
    }
    found
}

/// Whether nothing but spaces and punctuation of one paragraph stands between two passages.
fn is_gap(between: &str) -> bool {
    !between.contains(|c: char| c.is_alphanumeric() || c == '\n')
}

fn marked(text: &str, passages: &[(Span, usize)], number: impl Fn(usize) -> usize) -> String {
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for (span, source) in passages {
        out += Span::new(at, span.start).of(text);
        out += &format!("{OPEN}{} {}{CLOSE}", number(*source), span.of(text));
        at = span.end;
    }
    out + Span::new(at, text.len()).of(text)
}

fn legend(number: usize, source: &Source<'_>, snapshot: &Snapshot, ids: &ShortIds) -> String {
    let (pair, other) = (source.pair, source.other);
    let name = other.publisher.as_deref().unwrap_or(&other.file);
    let id = ids.short(other.id.as_str());
    let origin = snapshot.article_origins.get(&other.id).map(|(origin, _)| origin.name.as_str());
    let start =
        origin.filter(|o| *o != name).map(|o| format!(", whose report starts at {o}")).unwrap_or_default();
    // The last reason of a pair says why the direction is so, or why it is unknown.
    let why = pair.reasons.last().map(|r| format!(": {}", r.text)).unwrap_or_default();
    let relation = if pair.derived.is_some() { "from" } else { "shared, first or second, with" };
    format!("{OPEN}{number} …{CLOSE} {relation} {name} ({id}){start}{why}\n")
}
