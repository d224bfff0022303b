//! Where do the reports of a claim start, and who copied whom? A drawing of origins, articles and copies, told in words too.

use std::collections::BTreeMap;

use maud::{Markup, html};
use sayso_model::{Article, ArticleId, Snapshot};

use super::{
    address,
    frame::Case,
    parts::{outlet_of, percent},
    plain::{cut, plain},
};
use crate::claim::{ClaimView, outlet};
use crate::texts::graph as texts;

/// Articles that are drawn; beyond that a drawing is a thicket, and the list of articles tells the rest.
const MOST: usize = 60;
const LINE: usize = 30;
const WIDTH: usize = 860;
/// Where the names of origins end, those of articles begin and end.
const ORIGINS: usize = 250;
const ARTICLES: usize = 360;
const RIGHT: usize = 640;
/// Characters that a name has room for.
const NAME: usize = 34;

/// A copy between two lines of the drawing.
struct Copy {
    from: usize,
    to: usize,
    known: bool,
    share: f64,
}

/// The section with the drawing; nothing where there is but one article.
pub(super) fn graph(view: &ClaimView, case: &Case<'_>) -> Markup {
    let articles = articles(view, case.snapshot);
    if articles.len() < 2 {
        return html! {};
    }
    let shown = &articles[..articles.len().min(MOST)];
    let origins = origins(view);
    let copies = copies(shown, case);
    let height = LINE * shown.len().max(origins.len()) + 10;
    html! {
        section aria-labelledby="graph" {
            h2 id="graph" { (texts::WHERE_THE_REPORTS_COME_FROM) }
            div.scroll.drawing role="region" aria-label=(texts::ORIGINS_AND_COPIES) tabindex="0" {
                svg viewBox=(format!("0 0 {WIDTH} {height}")) width=(WIDTH) height=(height) role="group" aria-labelledby="graph-title" {
                    title id="graph-title" { (texts::drawn(origins.len(), shown.len(), copies.len())) }
                    (arrow())
                    @for (i, (name, _)) in origins.iter().enumerate() { (origin(i, name)) }
                    @for (i, article) in shown.iter().enumerate() { (self::article(i, article)) }
                    @for (i, (_, from)) in origins.iter().enumerate() {
                        @for (to, _) in shown.iter().enumerate().filter(|(_, a)| from.contains_key(a.id.as_str())) { (rests(i, to)) }
                    }
                    @for copy in &copies { (arc(copy)) }
                }
            }
            @if articles.len() > MOST { p.where { (texts::first_drawn(MOST, articles.len())) } }
            (told(&copies, shown, case))
        }
    }
}

/// The articles of the claim by publication.
fn articles<'a>(view: &ClaimView, snapshot: &'a Snapshot) -> Vec<&'a Article> {
    let mut ids: Vec<&str> =
        view.all_statements.iter().filter_map(|s| s.statement.article.as_deref()).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut out: Vec<&Article> =
        ids.into_iter().filter_map(|id| snapshot.article(&ArticleId::from_written(id))).collect();
    out.sort_by_key(|a| (a.published.map(|p| p.earliest()), &a.id));
    out
}

/// Each origin with the articles whose statements start there.
fn origins(view: &ClaimView) -> Vec<(&str, BTreeMap<&str, usize>)> {
    let mut out: Vec<(&str, BTreeMap<&str, usize>)> = Vec::new();
    for statement in &view.all_statements {
        let (Some(origin), Some(article)) =
            (statement.origin.as_deref(), statement.statement.article.as_deref())
        else {
            continue;
        };
        let at = out.iter().position(|(name, _)| *name == origin).unwrap_or_else(|| {
            out.push((origin, BTreeMap::new()));
            out.len() - 1
        });
        *out[at].1.entry(article).or_default() += 1;
    }
    out.sort_by_key(|(_, articles)| std::cmp::Reverse(articles.len()));
    out.truncate(MOST);
    out
}

/// The links between the articles that are drawn, from the earlier to the later.
fn copies(shown: &[&Article], case: &Case<'_>) -> Vec<Copy> {
    let line: BTreeMap<&ArticleId, usize> = shown.iter().enumerate().map(|(i, a)| (&a.id, i)).collect();
    let mut out = Vec::new();
    for (i, article) in shown.iter().enumerate() {
        for pair in case.index.reuse_of(case.snapshot, &article.id) {
            let other = if pair.first == article.id { &pair.second } else { &pair.first };
            let Some(&other) = line.get(other).filter(|o| **o > i) else { continue };
            let (from, to) = if pair.derived.as_ref() == Some(&article.id) { (other, i) } else { (i, other) };
            out.push(Copy {
                from,
                to,
                known: pair.derived.is_some(),
                share: pair.share_of_first.max(pair.share_of_second),
            });
        }
    }
    out
}

fn arrow() -> Markup {
    html! {
        defs { marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse" {
            path d="M0 0 8 4 0 8z" class="head" {}
        } }
    }
}

fn y(line: usize) -> usize {
    LINE * line + 20
}

fn origin(at: usize, name: &str) -> Markup {
    html! {
        text x=(ORIGINS - 12) y=(y(at) + 4) class="origin" text-anchor="end" { (plain(&cut(name, NAME))) }
        circle cx=(ORIGINS) cy=(y(at)) r="5" class="origin" {}
    }
}

fn article(at: usize, article: &Article) -> Markup {
    let day = article.published.map(|p| p.day().to_string()).unwrap_or_default();
    html! {
        a href=(address::article(article.id.as_str())) {
            rect x=(ARTICLES) y=(y(at) - 11) width=(RIGHT - ARTICLES) height="22" rx="3" class="article" {}
            text x=(ARTICLES + 8) y=(y(at) + 4) class="article" { (plain(&cut(&outlet(article), NAME - 10))) " " tspan class="tick" { (day) } }
        }
    }
}

/// A line from an origin to an article.
fn rests(origin: usize, article: usize) -> Markup {
    let middle = (ORIGINS + ARTICLES) / 2;
    let (from, to) = (y(origin), y(article));
    html! { path class="rests" marker-end="url(#arrow)"
    d=(format!("M{} {from} C{middle} {from} {middle} {to} {} {to}", ORIGINS + 5, ARTICLES - 2)) {} }
}

/// An arc at the right, from whom to who copied; broken where nobody knows who was first.
fn arc(copy: &Copy) -> Markup {
    let (from, to) = (y(copy.from), y(copy.to));
    let reach = RIGHT + 30 + 12 * copy.from.abs_diff(copy.to).min(14);
    html! { path class=(if copy.known { "copy" } else { "copy unknown" }) marker-end=[copy.known.then_some("url(#arrow)")]
    d=(format!("M{RIGHT} {from} C{reach} {from} {reach} {to} {} {to}", RIGHT + 3)) {} }
}

/// The same in words.
fn told(copies: &[Copy], shown: &[&Article], case: &Case<'_>) -> Markup {
    let name = |at: usize| outlet_of(case.snapshot, shown[at].id.as_str());
    html! {
        @if !copies.is_empty() {
            details {
                summary { (texts::WHO_COPIED_WHOM_IN_WORDS) }
                ul.plain { @for copy in copies {
                    li {
                        @if copy.known { (texts::took_text(name(copy.to), name(copy.from))) }
                        @else { (texts::share_text(name(copy.to), name(copy.from))) }
                        " (" (percent(copy.share)) ")"
                    }
                } }
            }
        }
    }
}
