//! The page of one article: what is known of it, from where its text comes, and who says what in it.

use maud::{Markup, html};
use sayso_model::{Article, ArticleId, ClaimId, CopyVerdict, Span, TextReuse};

use super::{
    address,
    decision::{buttons, form, history, judged, reason},
    frame::{Case, page},
    judge::note_fields,
    marks::{Mark, Role, of_statement, paragraphs},
    parts::{actor, count, head, known, moment, names, outlet_of, pages, percent, table},
    pictures::pictures,
    plain::{cut, quoted, words},
    reasons::{folded, reasons},
    revision::revisions,
};
use crate::texts::plurals;
use crate::texts::{article as texts, common};
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

/// The page of one article; `show` is a place in its text that is brought out, `texts` are all that it has had, and `from` is how
/// many statements the list below leaves out at its beginning.
pub fn article(
    view: &ArticleView,
    show: Option<Span>,
    texts: &[Article],
    from: usize,
    case: &Case<'_>,
) -> Markup {
    let snapshot = case.snapshot;
    let title = view.article.title.as_deref().unwrap_or(&view.row.file);
    let main = html! {
        article {
            p.kicker { (texts::ARTICLE) }
            h1 { (words(title)) }
            div.reading {
                section aria-labelledby="text" {
                    h2 id="text" { (common::TEXT) }
                    (text(view, show, case))
                }
                aside aria-label=(texts::ABOUT_THE_ARTICLE) {
                    h2 { (texts::ABOUT_IT) }
                    (known_of(view))
                    (pictures(&view.article.images))
                    h2 { (texts::WHERE_ITS_REPORT_STARTS) }
                    p { (known(view.row.origin.as_deref())) }
                    (reasons(&view.origin_reasons, snapshot))
                }
            }
            section aria-labelledby="statements" {
                h2 id="statements" { (count(view.all_statements.len(), &plurals::STATEMENT)) }
                @if !view.all_statements.is_empty() { (statements(view, from, case)) }
            }
            (copies(view, case))
            (revisions(texts))
            @if case.visitor.may_decide { section aria-labelledby="decide" { h2 id="decide" { (common::DECIDE) } (forms(view, case)) } }
            section aria-labelledby="history" { h2 id="history" { (common::DECISIONS) } (history(&view.reviews, case)) }
        }
    };
    page(title, address::ARTICLES, case, main)
}

fn known_of(view: &ArticleView) -> Markup {
    let article = &view.article;
    let lines = [
        (common::OUTLET, known(article.publisher.as_deref())),
        (common::PUBLISHED, moment(article.published)),
        (texts::BYLINE, known(article.byline.as_deref())),
        (texts::ADDRESS, known(article.url.as_deref())),
        (texts::FILE, words(&view.row.file)),
        (texts::LANGUAGE, known(article.language.as_deref())),
        (common::CREDITS, names(&view.row.credits)),
        (texts::GOT, words(&view.retrieved)),
        (
            common::SHA_256,
            html! { a href=(address::capture(&view.row.id)) { code { (view.capture.chars().take(16).collect::<String>()) "…" } " " (texts::AND_PROOF) } },
        ),
    ];
    html! {
        dl.known {
            @for (label, value) in lines { div { dt { (label) } dd { (value) } } }
            @if view.row.revisions > 1 { div { dt { (texts::TEXTS_SO_FAR) } dd { (texts::latest_of(view.row.revisions)) } } }
        }
    }
}

fn copies(view: &ArticleView, case: &Case<'_>) -> Markup {
    html! {
        @if !view.row.copied_from.is_empty() {
            section aria-labelledby="copies" {
                h2 id="copies" { (texts::SHARED_TEXT) }
                ul.copies { @for copy in &view.row.copied_from { li { (self::copy(view, copy, case)) } } }
            }
        }
    }
}

fn copy(view: &ArticleView, copy: &CopyView, case: &Case<'_>) -> Markup {
    let snapshot = case.snapshot;
    let passages = passages(&view.row.id, &copy.article, case);
    let text = &view.article.text;
    html! {
        p { (texts::also_stands_in(percent(copy.share), outlet_of(snapshot, &copy.article))) }
        (folded(texts::WHY_SHARED, &copy.reasons, snapshot))
        @if !passages.is_empty() {
            details {
                summary { (count(passages.len(), &plurals::SHARED_PASSAGE)) }
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
fn passages(of: &str, other: &str, case: &Case<'_>) -> Vec<Span> {
    let (of, other) = (ArticleId::from_written(of), ArticleId::from_written(other));
    let pair = |p: &&TextReuse| (p.first == of && p.second == other) || (p.first == other && p.second == of);
    let Some(pair) = case.index.reuse_of(case.snapshot, &of).find(pair) else { return Vec::new() };
    let mut out: Vec<Span> =
        pair.passages.iter().map(|p| if pair.first == of { p.first } else { p.second }).collect();
    out.sort_unstable();
    out
}

/// Copied passages that are marked in a text; a text that shares more is marked by the first of them.
const MOST_COPIES: usize = 200;

/// The text with everything marked, and what the marks mean.
fn text(view: &ArticleView, show: Option<Span>, case: &Case<'_>) -> Markup {
    let copied =
        view.row.copied_from.iter().take(MOST_COPIES).flat_map(|c| passages(&view.row.id, &c.article, case));
    let mut marks: Vec<Mark> = view.all_statements.iter().flat_map(of_statement).collect();
    marks.extend(copied.map(|span| Mark { span, role: Role::Copied }));
    marks.extend(show.map(|span| Mark { span, role: Role::Shown }));
    let mut anchors: Vec<(usize, &str)> =
        view.all_statements.iter().filter_map(|s| Some((begin(s)?, s.id.as_str()))).collect();
    anchors.extend(show.map(|span| (span.start, SHOWN)));
    html! {
        p.key {
            (texts::MARKED) " " mark.source { (texts::SOURCE) } " " mark.cue { (texts::CUE) } " " mark.content { (texts::CONTENT) }
            " " mark.figure { (texts::FIGURE) } " " mark.when { (texts::TIME) } " " mark.where { (texts::PLACE) }
            @if !view.row.copied_from.is_empty() { " " span.copied { (texts::COPIED) } }
        }
        div.text lang=[view.article.language.as_deref()] dir="auto" { (paragraphs(&view.article.text, &marks, &anchors)) }
    }
}

/// The first byte of a statement's words.
fn begin(statement: &StatementJson) -> Option<usize> {
    of_statement(statement).map(|m| m.span.start).min()
}

/// Statements on one page of the list below a text.
const STATEMENTS: usize = 200;

fn statements(view: &ArticleView, from: usize, case: &Case<'_>) -> Markup {
    let all = &view.all_statements;
    let rows = html! {
        (head(&[common::WHO, common::STANCE, common::CERTAINTY, common::WORDS, common::CLAIM, texts::READ_BY]))
        tbody { @for s in all.iter().skip(from.saturating_mul(STATEMENTS)).take(STATEMENTS) { (statement(s, case)) } }
    };
    html! {
        (table(texts::WHAT_IS_SAID, rows))
        (pages(&address::article(&view.row.id), "", from, STATEMENTS, all.len()))
    }
}

fn statement(s: &StatementJson, case: &Case<'_>) -> Markup {
    let content: Vec<&str> = s.content.iter().map(|c| c.text.as_str()).collect();
    let claim = s.claim.as_ref().and_then(Option::as_deref).map(ClaimId::from_written);
    let claim = claim.and_then(|id| case.index.claim(case.snapshot, &id));
    html! {
        tr data-line="" {
            td { (actor(s.actor.as_ref())) }
            td { span class=(format!("stance {}", s.stance)) { (s.stance) } }
            td { (s.certainty) }
            th.claim scope="row" { a href={ "#" (s.id) } {
                (words(&cut(&one_line(&content.join(" … ")), LONGEST_EXTRACT)))
            } }
            td { @if let Some(claim) = claim {
                a href=(address::claim(claim.id.as_str())) { (words(&cut(&claim.text, LONGEST_CLAIM))) }
            } }
            td { (judged(crate::review::judged(case.snapshot, case.index, &s.id).as_ref())) " " (buttons(&s.id, case)) }
        }
    }
}

fn forms(view: &ArticleView, case: &Case<'_>) -> Markup {
    let verdicts = [
        (CopyVerdict::FirstFromSecond, texts::THIS_TOOK_TEXT),
        (CopyVerdict::SecondFromFirst, texts::OTHER_TOOK_TEXT),
        (CopyVerdict::Unknown, texts::FIRST_UNKNOWN),
        (CopyVerdict::Unrelated, texts::UNRELATED),
    ];
    html! {
        (form(texts::OVERRULE, "", "set-copy", case, html! {
            input type="hidden" name="first" value=(view.row.id);
            label for="second" { (texts::WHICH_ARTICLE) }
            input id="second" name="second" list="copied" required autocomplete="off";
            datalist id="copied" { @for copy in &view.row.copied_from { option value=(copy.article) { (percent(copy.share)) } } }
            label for="verdict" { (texts::WHAT_HOLDS) }
            select id="verdict" name="verdict" { @for (verdict, name) in verdicts { option value=(verdict) { (name) } } }
            (reason("why-copy", false))
        }))
        (form(common::ADD_A_NOTE_OR_EVIDENCE, "", "note", case, note_fields(&view.row.id)))
    }
}
