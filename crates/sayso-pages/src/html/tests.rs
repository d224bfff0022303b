//! What the pages do with articles that mean them ill, and with cases of every size.

use std::collections::BTreeMap;

use sayso_model::{
    Act, Actor, ActorId, ActorKind, Article, Claim, ClaimId, Evidence, Origin, Place, Position, Published,
    Reason, Review, Snapshot, Span, Standing, Status, TimeExpression, TimeKind,
};

use super::*;
use crate::{article::article as article_view, claim::claim as claim_view, hit::HitView, index::Index};

const HOSTILE: &str = "</mark><script>alert(1)</script> &amp; \"' onmouseover='x' \u{202E}desrever\u{0} said <b>so</b>.\nAgain.";

fn case<'a>(snapshot: &'a Snapshot, index: &'a Index, visitor: &'a Visitor) -> Case<'a> {
    Case {
        name: "<i>case</i>",
        snapshot,
        index,
        is_current: false,
        visitor,
        done: None,
        here: "/?x=\"><script>",
    }
}

/// Somebody with a hostile name who may decide.
fn visitor() -> Visitor {
    Visitor { name: "<b>Ana</b>".to_owned(), may_decide: true, token: "t0ken".to_owned(), signed_in: true }
}

/// One article with every field hostile, a statement in it, and a claim made from that.
fn hostile(text: &str) -> Snapshot {
    let mut article = sayso_testkit::article("\"><img src=x onerror=alert(2)>", text);
    article.title = Some("<svg onload=alert(3)>".to_owned());
    article.language = Some("\" onload=\"x".to_owned());
    article.url = Some("javascript:alert(4)".to_owned());
    article.published = "2031-03-04".parse::<Published>().ok();
    let mut statement = sayso_testkit::statement(&article, "", "said", "");
    statement.content = vec![Span::new(0, text.len())];
    let evidence = Evidence::in_text(&article.id, Span::new(3, 40));
    let reason = Reason::with("it says <script>", vec![evidence.clone()]);
    let claim = claim(&article, &statement.id, &evidence, &reason);
    let origin = Origin::article(&article.id, "<u>origin</u>");
    let actor = hostile_actor();
    statement.actor = Some(actor.id.clone());
    let place = Place {
        span: Span::new(0, 4),
        name: "<u>Orme</u>".to_owned(),
        lat: 51.0,
        lon: 3.0,
        geonames: None,
        country: None,
    };
    statement.places.push(place);
    let value = Some("2031-03-04".to_owned());
    statement.times.push(TimeExpression { span: Span::new(0, 4), kind: TimeKind::Date, value });
    Snapshot {
        actors: vec![actor].into(),
        revisions: BTreeMap::from([(article.id.clone(), 1)]).into(),
        article_origins: BTreeMap::from([(article.id.clone(), (origin, vec![reason]))]).into(),
        articles: vec![article].into(),
        reviews: vec![(hostile_review(&claim.id), Standing::Holds)],
        statements: [statement].into(),
        claims: [claim].into(),
        ..Snapshot::default()
    }
}

fn hostile_actor() -> Actor {
    let name = "<script>Ida</script>";
    let (aliases, reasons) = (vec!["<b>the mayor</b>".to_owned()], Vec::new());
    let id = ActorId::derive("person", name);
    Actor { id, name: name.to_owned(), kind: ActorKind::Person, aliases, affiliation: None, reasons }
}

fn hostile_review(claim: &ClaimId) -> Review {
    let act = Act::Note { subject: claim.to_string(), evidence: Some("javascript:alert(5)".to_owned()) };
    let (author, reason) = ("<b>Ana</b>".to_owned(), "<script>alert(6)</script>".to_owned());
    let before = Some("<i>before</i>".to_owned());
    Review { number: 3, author, time: jiff::Timestamp::UNIX_EPOCH, act, reason, before }
}

fn claim(
    article: &Article,
    statement: &sayso_model::StatementId,
    wording: &Evidence,
    reason: &Reason,
) -> Claim {
    Claim {
        id: ClaimId::derive(&["x"]),
        text: article.text.clone(),
        wording: wording.clone(),
        status: Status::Contested,
        reasons: vec![reason.clone()],
        statements: vec![statement.clone()],
        articles: vec![article.id.clone()],
        positions: vec![Position {
            actor: None,
            stance: sayso_model::Stance::Asserts,
            statements: vec![statement.clone()],
            first: article.published,
            last: article.published,
        }],
        independent_origins: Vec::new(),
        drift: Vec::new(),
        related: Vec::new(),
        last_change: None,
    }
}

/// Every page that shows something of the snapshot.
fn every_page(snapshot: &Snapshot) -> Vec<String> {
    let (index, visitor) = (Index::of(snapshot), visitor());
    let review = crate::reviews(snapshot, &index).remove(0);
    let done = Done { review, changes: Vec::new() };
    let case = Case { done: Some(&done), ..case(snapshot, &index, &visitor) };
    let text = &snapshot.articles[0].text;
    let hit = HitView {
        kind: "article",
        id: snapshot.articles[0].id.to_string(),
        article: snapshot.articles[0].id.to_string(),
        snippet: text.clone(),
        matches: vec![(3, 9), (12, 500)],
    };
    let view = article_view(snapshot, &index, &snapshot.articles[0].id).unwrap();
    let claim_view = claim_view(snapshot, &index, &snapshot.claims[0].id).unwrap();
    let all = crate::LedgerQuery { all: true, words: "<".to_owned(), ..crate::LedgerQuery::default() };
    let refused = RefusalView { error: text.clone(), hint: text.clone() };
    let statement_page = crate::statement(snapshot, &index, &snapshot.statements[0].id).unwrap();
    let actor_page = crate::actor(snapshot, &index, &snapshot.actors[0].id, 0, 9).unwrap();
    let pages = [
        ledger(
            &crate::ledger_page(snapshot, &index, &all),
            &all,
            &BTreeMap::from([(text.to_owned(), "words=x".to_owned())]),
            &case,
        ),
        super::claim(&claim_view, 0, &case),
        articles(&crate::articles(snapshot, &index), 0, 9, &case),
        article(&view, Some(Span::new(2, 11)), &snapshot.articles, 0, &case),
        sources(&crate::sources(snapshot, &index), 0, 9, &case),
        search(text, &[hit], 20, &case),
        changes(Some(ChangesAsked { since: text, changes: &[] }), Some(jiff::Timestamp::UNIX_EPOCH), &case),
        refusal(&refused),
        statement(&statement_page, &case),
        actor(&actor_page, 0, 9, &case),
        table(&crate::table(snapshot, 0, 9), 0, 9, &case),
        map(&crate::places(snapshot, &index), 0, 9, &case),
        calendar(&crate::events(snapshot, &index), &case),
        decisions(&crate::reviews(snapshot, &index), 0, 9, &case),
        sign_in(text, true),
    ];
    pages.into_iter().map(maud::PreEscaped::into_string).collect()
}

#[test]
fn nothing_that_stands_in_an_article_acts_on_a_page() {
    for page in every_page(&hostile(HOSTILE)) {
        let rest = page.replace("<script src=\"/app.js\" defer></script>", "").replace("<svg viewBox=", "");
        for forbidden in
            ["<script", "<img", "<svg", "<b>", "<i>", "<u>", "href=\"javascript", "\u{202E}", "\u{0}"]
        {
            assert!(!rest.contains(forbidden), "{forbidden:?} in {rest}");
        }
        // A quotation mark that ended an attribute early would leave a handler outside of it.
        assert!(!page.contains("\" onload=\"x\"") && !page.contains("'x'>"), "{page}");
    }
}

#[test]
fn what_was_hostile_can_still_be_read() {
    let pages = every_page(&hostile(HOSTILE));
    assert!(pages[3].contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{}", pages[3]);
    assert!(pages[3].contains("[U+202E]desrever[U+0000]"), "{}", pages[3]);
    assert!(
        pages[3].contains("&amp;amp;"),
        "an entity of the text is shown as it stands there: {}",
        pages[3]
    );
}

#[test]
fn a_line_of_a_megabyte_is_shown_whole_once_and_cut_elsewhere() {
    let line = "word said ".repeat(100_000);
    let pages = every_page(&hostile(&line));
    assert!(pages[3].len() > line.len(), "the article's page has it");
    assert!(pages.iter().all(|p| p.len() < 8 * line.len()));
}

#[test]
fn ten_thousand_statements_in_one_article_are_shown_by_pages_and_counted_whole() {
    let text = "The pier said it was shut.\n".repeat(10_000);
    let mut snapshot = hostile("The pier said it was shut.");
    snapshot.articles[0].text = text;
    let first = snapshot.statements[0].clone();
    let width = "The pier said it was shut.\n".len();
    snapshot.statements = (0..10_000)
        .map(|n| {
            let id = sayso_model::StatementId::derive(&[&n.to_string()]);
            let content = vec![Span::new(n * width + 14, n * width + 25)];
            sayso_model::Statement { id, content, source: None, cue: None, ..first.clone() }
        })
        .collect();
    snapshot.statements.sort_by(|a, b| a.id.cmp(&b.id));
    snapshot.claims[0].statements = snapshot.statements.iter().map(|s| s.id.clone()).collect();
    let (index, visitor) = (Index::of(&snapshot), visitor());
    let case = case(&snapshot, &index, &visitor);
    let view = article_view(&snapshot, &index, &snapshot.articles[0].id).unwrap();
    let page = article(&view, None, &[], 0, &case).into_string();
    assert!(page.contains("10000 statements") && page.contains("Page 1 of 50, 10000 in all"));
    let view = claim_view(&snapshot, &index, &snapshot.claims[0].id).unwrap();
    let page = super::claim(&view, 0, &case).into_string();
    assert!(page.contains("10000 statements") && page.len() < 500_000, "{}", page.len());
}

#[test]
fn an_empty_case_has_pages() {
    let (snapshot, visitor) = (Snapshot::default(), Visitor::default());
    let index = Index::of(&snapshot);
    let case = Case { is_current: true, ..case(&snapshot, &index, &visitor) };
    let asked = crate::LedgerQuery::default();
    let page =
        ledger(&crate::ledger_page(&snapshot, &index, &asked), &asked, &BTreeMap::new(), &case).into_string();
    assert!(page.contains("sayso add FILES"));
    let pages = [
        articles(&[], 0, 9, &case),
        sources(&[], 0, 9, &case),
        search("", &[], 20, &case),
        changes(None, None, &case),
        map(&[], 0, 9, &case),
        calendar(&[], &case),
        decisions(&[], 0, 9, &case),
        table(&crate::table(&snapshot, 0, 9), 0, 9, &case),
    ];
    for page in pages {
        assert!(page.into_string().contains("<h1>"));
    }
}

#[test]
fn only_who_may_decide_is_offered_forms_and_every_form_carries_the_token() {
    let snapshot = hostile("The pier said it was shut.");
    let index = Index::of(&snapshot);
    let view = claim_view(&snapshot, &index, &snapshot.claims[0].id).unwrap();
    let (reader, editor) = (Visitor { name: "Bo".to_owned(), ..Visitor::default() }, visitor());
    let page = |visitor| super::claim(&view, 0, &case(&snapshot, &index, visitor)).into_string();
    assert!(!page(&reader).contains("method=\"post\""));
    let offered = page(&editor);
    let forms = offered.matches("method=\"post\"").count();
    assert!(forms > 4, "{forms}");
    assert_eq!(offered.matches("name=\"token\" value=\"t0ken\"").count(), forms);
}

#[test]
fn what_the_program_read_does_not_look_like_what_a_person_decided() {
    let mut snapshot = hostile("The pier said it was shut.");
    let statement = snapshot.statements[0].id.clone();
    let page = |snapshot: &Snapshot| {
        let (index, visitor) = (Index::of(snapshot), visitor());
        let view = claim_view(snapshot, &index, &snapshot.claims[0].id).unwrap();
        super::claim(&view, 0, &case(snapshot, &index, &visitor)).into_string()
    };
    let before = page(&snapshot);
    assert!(before.contains("by-program") && !before.contains("by-person"), "{before}");
    let review = Review { act: Act::Accept { statement }, ..hostile_review(&snapshot.claims[0].id) };
    snapshot.reviews.push((review, Standing::Holds));
    let after = page(&snapshot);
    assert!(!after.contains("by-program") && after.contains("✓ accepted by"), "{after}");
}

#[test]
fn every_page_has_what_assistive_programs_go_by() {
    for page in every_page(&hostile(HOSTILE)) {
        for needed in ["<html lang=\"en\">", "<main id=\"main\"", "class=\"skip\" href=\"#main\"", "<title>"]
        {
            assert!(page.contains(needed), "{needed} missing in {page}");
        }
        assert_eq!(page.matches("<h1").count(), 1);
        assert_eq!(page.matches("<table>").count(), page.matches("<caption>").count());
        assert_eq!(
            page.matches("<th").count() - page.matches("<thead").count(),
            page.matches(" scope=\"").count()
        );
        let fields = page.matches("<select").count() + page.matches("<textarea").count();
        assert!(page.matches("<label").count() >= fields, "every field has a label: {page}");
    }
}

#[test]
fn no_page_says_that_a_claim_is_true_or_false() {
    let pages = every_page(&hostile("The pier said it was shut."));
    for page in pages {
        let rest = page
            .replace("It does not say that a claim is true or false.", "")
            .replace("aria-hidden=\"true\"", "");
        assert!(
            !rest.contains(">true<") && !rest.contains("is true") && !rest.contains("is false"),
            "{rest}"
        );
    }
}
