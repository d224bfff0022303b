//! Which medium does an article credit for one stretch of its text, and which sources are media that only pass on?

use sayso_model::{Article, Credit, CreditKind, Span};

use crate::media::{medium, publisher};

/// The medium that an article credits in a sentence for the words at a place in it.
pub(crate) fn credit_near(article: &Article, place: Span) -> Option<&Credit> {
    let own = publisher(article).map(|p| p.key);
    let others = |c: &&Credit| c.kind == CreditKind::InText && Some(medium(&c.name).key) != own;
    let credits: Vec<_> = article.credits.iter().filter(others).filter_map(|c| Some((c, c.span?))).collect();
    let paragraph = paragraph(&article.text, place);
    let here = credits.iter().filter(|(_, span)| paragraph.contains(*span));
    if let Some((credit, _)) = here.min_by_key(|(_, span)| (span.gap(place), *span)) {
        return Some(*credit);
    }
    // "the newspaper reported": whichever was named last before.
    let back = refers_back(paragraph.of(&article.text));
    let before = credits.iter().filter(|(_, span)| back && span.end <= paragraph.start);
    before.max_by_key(|(_, span)| *span).map(|(credit, _)| *credit)
}

/// Words by which a paragraph goes on with a medium that was named before, in lower case.
const BACK_REFERENCES: [&str; 14] = [
    "the newspaper",
    "the paper",
    "the daily",
    "the weekly",
    "the magazine",
    "the outlet",
    "the broadcaster",
    "the channel",
    "the agency",
    "the news agency",
    "the website",
    "the report said",
    "the report added",
    "according to the report",
];

fn refers_back(paragraph: &str) -> bool {
    let lower = paragraph.to_lowercase();
    BACK_REFERENCES.iter().any(|words| lower.contains(words))
}

/// The lines of `text` that `span` touches.
fn paragraph(text: &str, span: Span) -> Span {
    let start = text.floor_char_boundary(span.start);
    let end = text.ceil_char_boundary(span.end.max(start));
    let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let to = text[end..].find('\n').map_or(text.len(), |at| end + at);
    Span::new(from, to)
}

/// Last words of a description that make an unnamed source a medium, which passes on what others say.
const MEDIA: [&str; 14] = [
    "media",
    "outlet",
    "outlets",
    "newspaper",
    "newspapers",
    "broadcaster",
    "broadcasters",
    "press",
    "magazine",
    "tabloid",
    "website",
    "websites",
    "reports",
    "report",
];

/// Whether a description of an unnamed source means a medium.
pub(crate) fn is_medium(description: &str) -> bool {
    let last = description.rsplit(' ').next().unwrap_or_default().to_lowercase();
    MEDIA.contains(&last.as_str())
}
