//! Second readings: who waits for one, the page that shows the words and not how they were read, and how far readings agree.

use maud::{Markup, html};
use sayso_model::{ArticleId, Span, Stance};

use super::{
    address,
    decision::reason,
    frame::{Case, hidden, page},
    marks::{Mark, Role, line},
    parts::{head, percent, table},
    plain::{cut, words},
};
use crate::second::{Agreement, GivenReading, OpenReading, SecondView};
use crate::texts::{common, second as texts};

/// Characters of a statement in a list.
const LONGEST: usize = 200;
/// Readings that the page lists; the JSON has all.
const MOST: usize = 300;
/// Bytes of the article that are shown on each side of the words: some sentences.
const AROUND: usize = 700;

/// The page of second readings.
pub fn seconds(view: &SecondView, case: &Case<'_>) -> Markup {
    let main = html! {
        h1 { (common::SECOND_READINGS) }
        p.lead { (texts::LEAD) }
        section aria-labelledby="agreement" { h2 id="agreement" { (texts::AGREEMENT) } (agreement(&view.agreement)) }
        section aria-labelledby="open" {
            h2 id="open" { (texts::WAITING) " " span.number { (view.open.len()) } }
            @if view.open.is_empty() { p { (texts::NOTHING_WAITS) } }
            ul.plain { @for open in view.open.iter().take(MOST) { li data-line="" { (waiting(open, case)) } } }
        }
        @if !view.given.is_empty() {
            section aria-labelledby="given" {
                h2 id="given" { (texts::READ_TWICE) " " span.number { (view.given.len()) } }
                (table(texts::TABLE, html! {
                    (head(&[common::WORDS, texts::FIRST_READING, texts::SECOND_READING]))
                    tbody { @for given in view.given.iter().take(MOST) { (read_twice(given)) } }
                }))
            }
        }
    };
    page(common::SECOND_READINGS, address::DECISIONS, case, main)
}

fn agreement(agreement: &Agreement) -> Markup {
    html! {
        @if let Some(share) = agreement.share {
            dl.known {
                div { dt { (texts::SIMPLE_AGREEMENT) } dd { (texts::read_alike(agreement.alike, agreement.readings, percent(share))) } }
                div { dt { (texts::COHENS_KAPPA) } dd {
                    @match agreement.kappa {
                        Some(kappa) => { (format!("{kappa:.2}")) },
                        None => { (texts::NO_KAPPA) },
                    }
                } }
            }
            p.hint { (texts::KAPPA_HINT) }
        } @else { p { (texts::NOTHING_READ_TWICE) } }
    }
}

fn waiting(open: &OpenReading, case: &Case<'_>) -> Markup {
    let text: Vec<&str> = open.content.iter().map(|c| c.text.as_str()).collect();
    html! {
        (words(&cut(&text.join(" … "), LONGEST))) " "
        span.where { (texts::asked_for_by(words(&open.outlet), words(&open.asked_by))) " " }
        @if case.visitor.may_decide && case.visitor.name != open.asked_by {
            a href=(address::second(&open.statement)) data-key="open" { (texts::READ_IT) }
        }
    }
}

fn read_twice(given: &GivenReading) -> Markup {
    html! {
        tr data-line="" {
            th.claim scope="row" { a href=(address::judge(&given.statement)) {
                @if given.words.is_empty() { (given.statement) } @else { (words(&cut(&given.words, LONGEST))) }
            } }
            td { (given.first) span.where { " " (texts::by(words(&given.first_by))) } }
            td { (given.second.map_or(texts::NOT_SAID_THERE, Stance::as_str)) span.where { " " (texts::by(words(&given.second_by))) } }
        }
    }
}

/// The page on which one statement is read: its words in the article, and nothing that was found in them.
pub fn second(view: &OpenReading, case: &Case<'_>) -> Markup {
    let content: Vec<&str> = view.content.iter().map(|c| c.text.as_str()).collect();
    let main = html! {
        article {
            p.kicker { (texts::SECOND_READING) }
            h1 { (texts::QUESTION) }
            blockquote { p { (in_article(view, case)) } }
            dl.known {
                @if let Some(source) = &view.source { div { dt { (texts::THE_SPEAKER) } dd { (words(&source.text)) } } }
                div { dt { (texts::WHAT_IS_ATTRIBUTED) } dd { (words(&content.join(" … "))) } }
                div { dt { (common::OUTLET) } dd { (words(&view.outlet)) } }
            }
            @if case.visitor.may_decide && case.visitor.name != view.asked_by { (form(view, case)) }
            @else { p { (texts::somebody_else(words(&view.asked_by))) } }
        }
    };
    page(texts::SECOND_READING, address::DECISIONS, case, main)
}

/// The words with what stands around them.
fn in_article(view: &OpenReading, case: &Case<'_>) -> Markup {
    let article = case.snapshot.article(&ArticleId::from_written(view.article.as_str()));
    let text = article.map_or("", |a| a.text.as_str());
    let content = view.content.iter().map(|w| Mark::new(w.span, Role::Content));
    let marks: Vec<Mark> =
        content.chain(view.source.iter().map(|w| Mark::new(w.span, Role::Source))).collect();
    let first = marks.iter().map(|m| m.span.start).min().unwrap_or(0);
    let last = marks.iter().map(|m| m.span.end).max().unwrap_or(0);
    let within = Span::new(
        text.floor_char_boundary(first.saturating_sub(AROUND)),
        text.ceil_char_boundary(last.saturating_add(AROUND).min(text.len())),
    );
    line(text, within, &marks)
}

fn form(view: &OpenReading, case: &Case<'_>) -> Markup {
    html! {
        form.ask method="post" action=(address::ACT) {
            (hidden(case))
            input type="hidden" name="act" value="read-second";
            input type="hidden" name="statement" value=(view.statement);
            label for="stance" { (texts::ATTITUDE) }
            select id="stance" name="stance" required {
                option value="" { (texts::CHOOSE_ONE) }
                @for stance in Stance::ALL { option value=(stance) { (stance) } }
                option value="none" { (texts::NOT_IN_THE_ARTICLE) }
            }
            (reason("why-second", false))
            button type="submit" { (texts::GIVE) }
        }
    }
}
