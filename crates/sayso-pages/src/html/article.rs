//! The page of one article: what is known of it, from where its text comes, and who says what in it.

use maud::{Markup, html};
use sayso_model::{ArticleId, ClaimId, Snapshot, Span, TextReuse};

use super::{
    address,
    frame::{Case, page},
    marks::{Mark, Role, of_statement, paragraphs},
    parts::{actor, count, head, known, moment, names, outlet_of, percent, table},
    plain::{cut, quoted, words},
    reasons::{folded, reasons},
};
use crate::{
    article::{ArticleView, CopyView},
    claim::one_line,
    json::{SpanJson, StatementJson},
};

/// Characters of a copied passage or a content in a list; the text below shows the whole.
const LONGEST_EXTRACT: usize = 200;
/// Characters of a claim's wording in a list of statements.
const LONGEST_CLAIM: usize = 60;
/// The id of the place that a link asked to bring out.
const SHOWN: &str = "shown";

/// The page of one article; `show` is a place in its text that is brought out.
pub fn article(view: &ArticleView, show: Option<Span>, case: &Case<'_>) -> Markup {
    let snapshot = case.snapshot;
    let title = view.article.title.as_deref().unwrap_or(&view.row.file);
    let main = html! {
        article {
            p.kicker { "Article" }
            h1 { (words(title)) }
            (known_of(view))
            section aria-labelledby="report" {
                h2 id="report" { "Where its report starts" }
                p { (known(view.row.origin.as_deref())) }
                (reasons(&view.origin_reasons, snapshot))
            }
            section aria-labelledby="text" {
                h2 id="text" { "Text" }
                (text(view, show, snapshot))
            }
            section aria-labelledby="statements" {
                h2 id="statements" { (count(view.all_statements.len(), "statement")) }
                @if !view.all_statements.is_empty() { (statements(&view.all_statements, snapshot)) }
            }
            (copies(view, snapshot))
        }
    };
    page(title, address::ARTICLES, case, main)
}

fn known_of(view: &ArticleView) -> Markup {
    let article = &view.article;
    let lines = [
        ("Outlet", known(article.publisher.as_deref())),
        ("Published", moment(article.published)),
        ("Byline", known(article.byline.as_deref())),
        ("Address", known(article.url.as_deref())),
        ("File", words(&view.row.file)),
        ("Language", known(article.language.as_deref())),
        ("Credits", names(&view.row.credits)),
    ];
    html! {
        dl.known {
            @for (label, value) in lines { div { dt { (label) } dd { (value) } } }
            @if view.row.revisions > 1 { div { dt { "Texts so far" } dd { (view.row.revisions) ", the latest is shown" } } }
        }
    }
}

fn copies(view: &ArticleView, snapshot: &Snapshot) -> Markup {
    html! {
        @if !view.row.copied_from.is_empty() {
            section aria-labelledby="copies" {
                h2 id="copies" { "Text that also stands elsewhere" }
                ul.copies { @for copy in &view.row.copied_from { li { (self::copy(view, copy, snapshot)) } } }
            }
        }
    }
}

fn copy(view: &ArticleView, copy: &CopyView, snapshot: &Snapshot) -> Markup {
    let passages = passages(&view.row.id, &copy.article, snapshot);
    let text = &view.article.text;
    html! {
        p { strong { (percent(copy.share)) } " of its words also stand in " (outlet_of(snapshot, &copy.article)) }
        (folded("Why this is shared text", &copy.reasons, snapshot))
        @if !passages.is_empty() {
            details {
                summary { (count(passages.len(), "shared passage")) }
                ol.evidence {
                    @for span in passages {
                        @let place = SpanJson::from(span);
                        li { a.words href=(address::place(&view.row.id, place)) {
                            (quoted(&cut(&one_line(span.of(text)), LONGEST_EXTRACT)))
                        } }
                    }
                }
            }
        }
    }
}

/// Where passages of one article stand in it that also stand in the other.
fn passages(of: &str, other: &str, snapshot: &Snapshot) -> Vec<Span> {
    let (of, other) = (ArticleId::from_written(of), ArticleId::from_written(other));
    let pair = |p: &&TextReuse| (p.first == of && p.second == other) || (p.first == other && p.second == of);
    let Some(pair) = snapshot.reuse.iter().find(pair) else { return Vec::new() };
    let mut out: Vec<Span> =
        pair.passages.iter().map(|p| if pair.first == of { p.first } else { p.second }).collect();
    out.sort_unstable();
    out
}

/// The text with everything marked, and what the marks mean.
fn text(view: &ArticleView, show: Option<Span>, snapshot: &Snapshot) -> Markup {
    let copied = view.row.copied_from.iter().flat_map(|c| passages(&view.row.id, &c.article, snapshot));
    let mut marks: Vec<Mark> = view.all_statements.iter().flat_map(of_statement).collect();
    marks.extend(copied.map(|span| Mark { span, role: Role::Copied }));
    marks.extend(show.map(|span| Mark { span, role: Role::Shown }));
    let mut anchors: Vec<(usize, &str)> =
        view.all_statements.iter().filter_map(|s| Some((begin(s)?, s.id.as_str()))).collect();
    anchors.extend(show.map(|span| (span.start, SHOWN)));
    html! {
        p.key {
            "Marked: " mark.source { "source" } " " mark.cue { "cue" } " " mark.content { "content" }
            " " span.copied { "stands in another article too" }
        }
        div.text lang=[view.article.language.as_deref()] dir="auto" { (paragraphs(&view.article.text, &marks, &anchors)) }
    }
}

/// The first byte of a statement's words.
fn begin(statement: &StatementJson) -> Option<usize> {
    of_statement(statement).map(|m| m.span.start).min()
}

fn statements(all: &[StatementJson], snapshot: &Snapshot) -> Markup {
    let rows = html! {
        (head(&["Who", "Stance", "Certainty", "Words", "Claim"]))
        tbody { @for s in all { (statement(s, snapshot)) } }
    };
    table("What is said in the article, in the order of the text", rows)
}

fn statement(s: &StatementJson, snapshot: &Snapshot) -> Markup {
    let content: Vec<&str> = s.content.iter().map(|c| c.text.as_str()).collect();
    let claim = s.claim.as_ref().and_then(Option::as_deref).map(ClaimId::from_written);
    let claim = claim.and_then(|id| snapshot.claim(&id));
    html! {
        tr {
            td { (actor(s.actor.as_ref())) }
            td { span class=(format!("stance {}", s.stance)) { (s.stance) } }
            td { (s.certainty) }
            th.claim scope="row" { a href={ "#" (s.id) } {
                (words(&cut(&one_line(&content.join(" … ")), LONGEST_EXTRACT)))
            } }
            td { @if let Some(claim) = claim {
                a href=(address::claim(claim.id.as_str())) { (words(&cut(&claim.text, LONGEST_CLAIM))) }
            } }
        }
    }
}
