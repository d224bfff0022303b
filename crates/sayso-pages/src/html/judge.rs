//! The page of one statement: everything that was read in it, and every decision that can be made about it.

use maud::{Markup, html};
use sayso_model::{ActorKind, ArticleId, Span, Stance};

use super::{
    address,
    decision::{buttons, form, history, judged, reason},
    excerpt,
    frame::{Case, page},
    marks::{Mark, line, of_statement},
    parts::{actor, moment},
    plain::{plain, words},
    reasons::reasons,
};
use crate::texts::{common, judge as texts};
use crate::{claim::one_line, statement::StatementPage};

/// The page of one statement.
pub fn statement(page_view: &StatementPage, case: &Case<'_>) -> Markup {
    let view = &page_view.view;
    let s = &view.statement;
    let main = html! {
        article data-line="" {
            p.kicker { (texts::STATEMENT) }
            h1.wording { (actor(s.actor.as_ref())) " " (s.stance) }
            blockquote { p { (excerpt::sentence(view, case.snapshot)) } }
            p.where {
                a href=(address::statement(s.article.as_deref().unwrap_or_default(), &s.id)) { (words(&view.outlet)) } " · " (moment(view.published))
                " · " (judged(view.judged.as_ref()))
            }
            p { (buttons(&s.id, case)) }
            (read(page_view))
            @if let Some(claim) = s.claim.clone().flatten() {
                h2 { (texts::ITS_CLAIM) }
                p { a href=(address::claim(&claim)) { (words(page_view.claim_text.as_deref().unwrap_or(&claim))) } }
            }
            h2 { (texts::ITS_ORIGIN) }
            p { (words(view.origin.as_deref().unwrap_or(texts::UNKNOWN_ORIGIN))) }
            (reasons(&view.origin_reasons, case.snapshot))
            @if case.visitor.may_decide { h2 { (texts::CORRECT_IT) } (surroundings(page_view, case)) (forms(page_view, case)) }
            h2 { (common::DECISIONS) }
            (history(&page_view.reviews, case))
        }
    };
    page(texts::STATEMENT, address::LEDGER, case, main)
}

fn read(page_view: &StatementPage) -> Markup {
    let s = &page_view.view.statement;
    let list = |texts: Vec<String>| html! { @if texts.is_empty() { span.unknown { (common::NONE) } } @else { (words(&texts.join(" · "))) } };
    let rows = [
        (texts::SOURCE, list(s.source.iter().map(|w| w.text.clone()).collect())),
        (texts::CUE, list(s.cue.iter().map(|w| w.text.clone()).collect())),
        (common::CERTAINTY, html! { (s.certainty) }),
        (texts::GIVEN, html! { (s.quotation) }),
        (texts::GROUNDS, list(s.grounds.iter().map(|w| w.text.clone()).collect())),
        (texts::FIGURES, list(s.quantities.iter().map(|q| q.words.text.clone()).collect())),
        (
            texts::TIMES,
            list(
                s.times
                    .iter()
                    .map(|t| format!("{} = {}", t.words.text, t.value.as_deref().unwrap_or(texts::OPEN_TIME)))
                    .collect(),
            ),
        ),
        (common::PLACES, list(s.places.iter().map(|p| format!("{} = {}", p.words.text, p.name)).collect())),
    ];
    html! { dl.known { @for (label, value) in rows { div { dt { (label) } dd { (value) } } } } }
}

fn forms(page_view: &StatementPage, case: &Case<'_>) -> Markup {
    let s = &page_view.view.statement;
    let id = || html! { input type="hidden" name="statement" value=(s.id); };
    let content: Vec<&str> = s.content.iter().map(|c| c.text.as_str()).collect();
    html! {
        (form(texts::CHANGE_THE_STANCE, "", "set-stance", case, html! {
            (id())
            label for="stance" { (common::STANCE) }
            select id="stance" name="stance" { @for stance in Stance::ALL { option value=(stance) selected[*stance == s.stance] { (stance) } } }
            (reason("why-stance", false))
        }))
        (form(texts::CHANGE_THE_SOURCE, "", "set-source", case, html! {
            (id())
            label for="name" { (common::WHO_SPEAKS) }
            input id="name" name="name" required maxlength="400" value=[s.actor.as_ref().map(|a| plain(&a.name))];
            (kinds(s.actor.as_ref().map_or("person", |a| a.kind)))
            (reason("why-source", false))
        }))
        (form(texts::CHANGE_SOURCE_WORDS, "", "set-source-words", case, html! {
            (id())
            (chosen_words("source-words", "words", &s.source.iter().map(|w| w.text.as_str()).collect::<Vec<_>>()))
            (reason("why-words", false))
        }))
        (form(texts::CHANGE_CONTENT, "", "set-content", case, html! {
            (id())
            (chosen_words("content", "content", &content))
            (reason("why-content", false))
        }))
        (form(texts::MOVE, "m", "move", case, html! {
            (id())
            (claim_choice("claim", page_view))
            (reason("why-move", false))
        }))
        (form(texts::CHANGE_THE_ORIGIN, "", "set-origin", case, html! {
            (id())
            label for="origin" { (texts::WHICH_ORIGIN) }
            input id="origin" name="origin" required maxlength="400" value=[page_view.view.origin.as_deref().map(plain)];
            (reason("why-origin", false))
        }))
        (second(page_view, case))
        (form(common::ADD_A_NOTE_OR_EVIDENCE, "", "note", case, note_fields(&s.id)))
    }
}

/// A field that takes words of the article: typed, or selected in the text above where the browser runs the script.
fn chosen_words(id: &str, name: &str, now: &[&str]) -> Markup {
    html! {
        label for=(id) { (texts::WHICH_WORDS) }
        textarea id=(id) name=(name) rows="3" required data-takes-words="" aria-describedby={ (id) "-hint" } { (plain(&one_line(&now.join(" … ")))) }
        input type="hidden" name="near" value="";
        p.hint id={ (id) "-hint" } { (texts::type_or_paste(|also| html! { span hidden data-selects="" { (also) } })) }
    }
}

/// Bytes of the article that are shown on each side of a statement: some sentences, from which words can be selected.
const AROUND: usize = 1_200;

/// The part of the article around a statement, with the byte at which it begins.
fn surroundings(page_view: &StatementPage, case: &Case<'_>) -> Markup {
    let s = &page_view.view.statement;
    let article = s.article.as_deref().map(ArticleId::from_written);
    let Some(article) = article.and_then(|id| case.snapshot.article(&id)) else { return html! {} };
    let marks: Vec<Mark> = of_statement(s).collect();
    let first = marks.iter().map(|m| m.span.start).min().unwrap_or(0);
    let last = marks.iter().map(|m| m.span.end).max().unwrap_or(0);
    let start = article.text.floor_char_boundary(first.saturating_sub(AROUND));
    let end = article.text.ceil_char_boundary(last.saturating_add(AROUND).min(article.text.len()));
    html! {
        h3 { (texts::IN_THE_ARTICLE) }
        div.text.around lang=[article.language.as_deref()] dir="auto" data-words=(start) { p { (line(&article.text, Span::new(start, end), &marks)) } }
    }
}

fn second(page_view: &StatementPage, case: &Case<'_>) -> Markup {
    let id = &page_view.view.statement.id;
    html! {
        @if let Some(by) = &page_view.second_asked_by {
            p { (texts::second_asked(words(by), address::SECOND)) }
        } @else {
            (form(texts::ASK_FOR_A_SECOND_READING, "", "ask-second", case, html! {
                input type="hidden" name="statement" value=(id);
                p.hint { (texts::ASK_HINT) }
                (reason("why-ask", false))
            }))
        }
    }
}

/// The fields of a note about anything.
pub(super) fn note_fields(subject: &str) -> Markup {
    html! {
        input type="hidden" name="subject" value=(subject);
        label for="evidence" { (texts::WHERE_TO_LOOK) span.where { " " (common::MAY_STAY_EMPTY) } }
        input id="evidence" name="evidence" maxlength="2000";
        label for="note" { (texts::NOTE) }
        textarea id="note" name="reason" rows="2" maxlength="4000" required {}
    }
}

fn kinds(selected: &str) -> Markup {
    const KINDS: [ActorKind; 5] = [
        ActorKind::Person,
        ActorKind::Organization,
        ActorKind::Government,
        ActorKind::Publisher,
        ActorKind::Anonymous,
    ];
    html! {
        label for="kind" { (texts::WHAT_THEY_ARE) }
        select id="kind" name="kind" { @for kind in KINDS { option value=(kind) selected[kind.as_str() == selected] { (kind) } } }
    }
}

fn claim_choice(id: &str, page_view: &StatementPage) -> Markup {
    html! {
        label for=(id) { (texts::WHICH_CLAIM) }
        input id=(id) name="claim" list="claims" autocomplete="off";
        datalist id="claims" { @for other in &page_view.others { option value=(other.id) { (plain(&one_line(&other.claim))) } } }
        p.hint { (texts::CLAIM_HINT) }
    }
}
