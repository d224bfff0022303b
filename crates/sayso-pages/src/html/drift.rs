//! How did a claim change in retelling? A chain of wordings, drawn from the earlier to the changed one.

use maud::{Markup, html};

use super::{
    frame::Case,
    parts::outlet_of,
    plain::{cut, plain, quoted},
    reasons::reasons,
};
use crate::claim::{DriftSide, DriftView};
use crate::texts::drift as texts;

const WIDTH: usize = 760;
const BOX: usize = 330;
/// Letters on a line of a box, and lines that it holds; the words below have the rest.
const LETTERS: usize = 44;
const LINES: usize = 4;

/// The section about drift; nothing where none was found.
pub(super) fn drifts(drifts: &[DriftView], case: &Case<'_>) -> Markup {
    html! {
        @if !drifts.is_empty() {
            section aria-labelledby="drift" {
                h2 id="drift" { (texts::HOW_IT_CHANGED_IN_RETELLING) }
                ol.drift { @for (i, drift) in drifts.iter().enumerate() { li { (one(i, drift, case)) } } }
            }
        }
    }
}

fn one(at: usize, drift: &DriftView, case: &Case<'_>) -> Markup {
    let title = format!("drift-{at}");
    let height = 34 + 18 * LINES;
    html! {
        div.scroll.drawing role="region" aria-label={ (texts::change_of_wording(at + 1)) } tabindex="0" {
            svg viewBox=(format!("0 0 {WIDTH} {height}")) width=(WIDTH) height=(height) role="img" aria-labelledby=(title) {
                title id=(title) { (texts::from_to(drift.kind, plain(&drift.from.text), plain(&drift.to.text))) }
                (side(0, &drift.from, height))
                path class="copy" d=(format!("M{} {} H{}", BOX + 4, height / 2, WIDTH - BOX - 8)) {}
                path class="head" d=(format!("M{0} {1} l-9 -5 v10 z", WIDTH - BOX - 2, height / 2)) {}
                text x=(WIDTH / 2) y=(height / 2 - 10) class="tick" text-anchor="middle" { (drift.kind) }
                (side(WIDTH - BOX, &drift.to, height))
            }
        }
        dl {
            div { dt { (texts::EARLIER_WORDING) } dd { span.words { (quoted(&drift.from.text)) } " " span.where { (outlet_of(case.snapshot, &drift.from.article)) (headline(&drift.from)) } } }
            div { dt { (texts::CHANGED_WORDING) } dd { span.words { (quoted(&drift.to.text)) } " " span.where { (outlet_of(case.snapshot, &drift.to.article)) (headline(&drift.to)) } } }
        }
        (reasons(&drift.reasons, case.snapshot))
    }
}

fn headline(side: &DriftSide) -> &'static str {
    if side.part.is_text() { "" } else { texts::HEADLINE }
}

fn side(x: usize, side: &DriftSide, height: usize) -> Markup {
    html! {
        rect x=(x + 1) y="1" width=(BOX - 2) height=(height - 2) rx="4" class="article" {}
        text x=(x + 10) y="20" class="tick" { (plain(&cut(&side.label(), LETTERS))) }
        @for (i, line) in lines(&side.text).iter().enumerate() { text x=(x + 10) y=(40 + 18 * i) class="article" { (plain(line)) } }
    }
}

/// The words on lines of a box, cut after the last.
fn lines(text: &str) -> Vec<String> {
    let mut out: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let full =
            out.last().is_some_and(|l| !l.is_empty() && l.chars().count() + word.chars().count() >= LETTERS);
        if full && out.len() == LINES {
            out.last_mut().into_iter().for_each(|l| l.push('…'));
            break;
        }
        if full {
            out.push(String::new());
        }
        if let Some(line) = out.last_mut() {
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(&cut(word, LETTERS));
        }
    }
    out
}
