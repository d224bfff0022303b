//! What the pages do with articles that mean them ill, and with cases of every size.

use std::collections::BTreeMap;

use sayso_model::{
    Article, Claim, ClaimId, Evidence, Origin, Position, Published, Reason, Snapshot, Span, Status,
};

use super::*;
use crate::{article::article as article_view, claim::claim as claim_view, hit::HitView};

const HOSTILE: &str = "</mark><script>alert(1)</script> &amp; \"' onmouseover='x' \u{202E}desrever\u{0} said <b>so</b>.\nAgain.";

fn case(snapshot: &Snapshot) -> Case<'_> {
    Case { name: "<i>case</i>", snapshot, is_current: false }
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
    let evidence = Evidence { article: article.id.clone(), span: Span::new(3, 40) };
    let reason = Reason::with("it says <script>", vec![evidence.clone()]);
    let claim = claim(&article, &statement.id, &evidence, &reason);
    let origin = Origin::article(&article.id, "<u>origin</u>");
    Snapshot {
        revisions: BTreeMap::from([(article.id.clone(), 1)]),
        article_origins: BTreeMap::from([(article.id.clone(), (origin, vec![reason]))]),
        articles: vec![article],
        statements: vec![statement],
        claims: vec![claim],
        ..Snapshot::default()
    }
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
    let case = case(snapshot);
    let text = &snapshot.articles[0].text;
    let hit = HitView {
        kind: "article",
        id: snapshot.articles[0].id.to_string(),
        article: snapshot.articles[0].id.to_string(),
        snippet: text.clone(),
        matches: vec![(3, 9), (12, 500)],
    };
    let view = article_view(snapshot, &snapshot.articles[0].id).unwrap();
    let claim_view = claim_view(snapshot, &snapshot.claims[0].id).unwrap();
    let all = LedgerFilter { status: None, all: true };
    let refused = RefusalView { error: text.clone(), hint: text.clone() };
    let pages = [
        ledger(&crate::ledger(snapshot), all, &case),
        super::claim(&claim_view, &case),
        articles(&crate::articles(snapshot), &case),
        article(&view, Some(Span::new(2, 11)), &case),
        sources(&crate::sources(snapshot), &case),
        search(text, &[hit], 20, &case),
        changes(Some(ChangesAsked { since: text, changes: &[] }), &case),
        refusal(&refused),
    ];
    pages.into_iter().map(maud::PreEscaped::into_string).collect()
}

#[test]
fn nothing_that_stands_in_an_article_acts_on_a_page() {
    for page in every_page(&hostile(HOSTILE)) {
        for forbidden in
            ["<script", "<img", "<svg", "<b>", "<i>", "<u>", "href=\"javascript", "\u{202E}", "\u{0}"]
        {
            assert!(!page.contains(forbidden), "{forbidden:?} in {page}");
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
    assert!(pages.iter().all(|p| p.len() < 6 * line.len()));
}

#[test]
fn an_empty_case_has_pages() {
    let snapshot = Snapshot::default();
    let case = Case { name: "empty", snapshot: &snapshot, is_current: true };
    let page = ledger(&crate::ledger(&snapshot), LedgerFilter::default(), &case).into_string();
    assert!(page.contains("sayso add FILES"));
    for page in [articles(&[], &case), sources(&[], &case), search("", &[], 20, &case), changes(None, &case)]
    {
        assert!(page.into_string().contains("<h1>"));
    }
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
