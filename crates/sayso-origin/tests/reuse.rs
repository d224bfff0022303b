//! What counts as a copy, and in which direction: on invented reports by invented outlets.

#![allow(clippy::unwrap_used)] // helpers of tests

use sayso_model::{Article, ArticleId, Credit, CreditKind, TextReuse};
use sayso_origin::{ReuseIndex, article_origins, root_of, text_reuse};
use sayso_testkit::{article, span};

const LEAD: &str = "The ferry Aurelia ran aground off Lindholm early on Tuesday with 214 passengers on board, the coast \
    guard of the island said.";
const DIVERS: &str = "Divers found a crack of four metres below the waterline, and the harbour master closed the channel \
    to all ships until Friday.";
const OWNERS: &str = "The owners, a cooperative of fishing families, had asked for a new survey of the channel twice \
    since the winter storms moved the sandbanks.";
const WEATHER: &str = "Fog had been reported by three lighthouses that night, and two smaller boats had turned back \
    before they reached the strait.";

fn report(parts: &[&str]) -> String {
    parts.join("\n\n")
}

fn by(name: &str, parts: &[&str]) -> Article {
    article(name, &report(parts))
}

fn on(day: &str, mut article: Article) -> Article {
    article.published = Some(day.parse().unwrap());
    article
}

fn crediting(name: &str, kind: CreditKind, words: &str, mut article: Article) -> Article {
    article.credits.push(Credit { name: name.to_owned(), kind, span: Some(span(&article.text, words)) });
    article
}

fn only(articles: &[&Article]) -> TextReuse {
    let pairs = text_reuse(&articles.iter().map(|a| (*a).clone()).collect::<Vec<_>>());
    assert_eq!(pairs.len(), 1, "{pairs:#?}");
    pairs.into_iter().next().unwrap()
}

fn none(articles: &[Article]) {
    assert_eq!(text_reuse(articles), []);
}

fn share_of(pair: &TextReuse, article: &Article) -> f64 {
    if pair.first == article.id { pair.share_of_first } else { pair.share_of_second }
}

#[test]
fn reprint_with_credit_derives_from_the_credited_outlet() {
    let original = by("Seaview", &[LEAD, DIVERS, OWNERS]);
    let copy = by("Harbour Post", &[LEAD, DIVERS, OWNERS, "(The Seaview)"]);
    let copy = crediting("The Seaview", CreditKind::Line, "The Seaview", copy);
    let pair = only(&[&original, &copy]);
    assert_eq!(pair.derived, Some(copy.id.clone()));
    assert_eq!(pair.reasons[1].text, "Harbour Post credits Seaview");
    assert_eq!(pair.reasons[1].evidence[0].span.of(&copy.text), "The Seaview");
    assert!(share_of(&pair, &original) > 0.99);
}

#[test]
fn reprint_without_credit_and_time_has_no_known_direction() {
    let (a, b) = (by("Seaview", &[LEAD, DIVERS, OWNERS]), by("Harbour Post", &[LEAD, DIVERS, OWNERS]));
    let pair = only(&[&a, &b]);
    assert_eq!(pair.derived, None);
    assert_eq!((pair.share_of_first, pair.share_of_second), (1.0, 1.0));
    assert_eq!(pair.reasons[1].text, "nothing tells which of the two was first");
}

#[test]
fn the_later_of_two_copies_derives_and_the_reason_says_how_much_later() {
    let first = on("2031-05-03T08:00:00Z", by("Seaview", &[LEAD, DIVERS]));
    let second = on("2031-05-03T11:10:00Z", by("Harbour Post", &[LEAD, DIVERS]));
    let pair = only(&[&second, &first]);
    assert_eq!(pair.derived, Some(second.id));
    assert_eq!(pair.reasons[1].text, "Seaview was published 3 hours earlier than Harbour Post");
}

#[test]
fn two_times_on_one_day_without_hours_give_no_direction() {
    let first = on("2031-05-03", by("Seaview", &[LEAD, DIVERS]));
    let second = on("2031-05-03T11:10:00Z", by("Harbour Post", &[LEAD, DIVERS]));
    assert_eq!(only(&[&first, &second]).derived, None);
}

#[test]
fn a_credit_does_not_turn_time_around() {
    let original = on("2031-05-04", by("Seaview", &[LEAD, DIVERS]));
    let credits = by("Harbour Post", &[LEAD, DIVERS, "Source: Seaview"]);
    let credits = on("2031-05-03", crediting("Seaview", CreditKind::Line, "Seaview", credits));
    let pair = only(&[&original, &credits]);
    assert_eq!(pair.derived, None);
    assert!(pair.reasons[1].text.contains("published earlier"), "{}", pair.reasons[1].text);
}

#[test]
fn reprints_of_one_agency_report_need_not_derive_from_each_other() {
    let wire = |name: &str, day: &str| {
        let copy = by(name, &[LEAD, DIVERS, "Source: Nordwire"]);
        on(day, crediting("Nordwire", CreditKind::Line, "Nordwire", copy))
    };
    let (a, b) = (wire("Seaview", "2031-05-03"), wire("Harbour Post", "2031-05-04"));
    let pair = only(&[&a, &b]);
    assert_eq!(pair.derived, None);
    assert_eq!(pair.reasons[1].text, "both credit Nordwire, so neither need derive from the other");
    assert_eq!(pair.reasons[1].evidence.len(), 2);
    let pairs = [pair];
    let articles = [a, b];
    let origins = article_origins(&articles, &pairs);
    assert!(origins.values().all(|(origin, _)| origin.key == "credit:nordwire"), "{origins:?}");
}

#[test]
fn an_article_that_says_it_stands_elsewhere_derives() {
    let a = by("Seaview", &[LEAD, DIVERS]);
    let b = by("Harbour Post", &[LEAD, DIVERS, "This story first appeared on another site."]);
    assert_eq!(only(&[&a, &b]).derived, Some(b.id));
}

#[test]
fn extended_copy_is_found_and_shares_differ() {
    let short = by("Seaview", &[LEAD, DIVERS]);
    let long = by("Harbour Post", &[LEAD, DIVERS, OWNERS, WEATHER]);
    let pair = only(&[&short, &long]);
    assert_eq!(share_of(&pair, &short), 1.0);
    assert!(share_of(&pair, &long) < 0.6);
}

#[test]
fn abridged_copy_is_found() {
    let long = by("Seaview", &[LEAD, DIVERS, OWNERS, WEATHER]);
    let abridged = by(
        "Harbour Post",
        &[
            "The ferry Aurelia ran aground off Lindholm on Tuesday with 214 passengers on board.",
            "Divers found a crack below the waterline, and the harbour master closed the channel until Friday.",
        ],
    );
    let pair = only(&[&long, &abridged]);
    assert!(share_of(&pair, &abridged) > 0.6, "{pair:?}");
    assert!(share_of(&pair, &long) < 0.5, "{pair:?}");
}

#[test]
fn reordered_paragraphs_are_still_a_copy_and_passages_point_at_the_same_words() {
    let a = by("Seaview", &[LEAD, DIVERS, OWNERS, WEATHER]);
    let b = by("Harbour Post", &[WEATHER, OWNERS, LEAD, DIVERS]);
    let pair = only(&[&a, &b]);
    assert_eq!(pair.passages.len(), 3);
    assert!(pair.passages.is_sorted());
    let (first, second) = if pair.first == a.id { (&a, &b) } else { (&b, &a) };
    for passage in &pair.passages {
        assert_eq!(passage.first.of(&first.text), passage.second.of(&second.text));
    }
}

#[test]
fn a_shared_quotation_is_no_copy() {
    let quotation = "“We had asked for a new survey of the channel twice since the winter storms, we had warned the \
        ministry in writing, and nobody on the mainland ever so much as answered one of our letters”";
    let a = by("Seaview", &[&format!("{quotation}, an angry Mara Lindqvist told islanders."), WEATHER]);
    let b = by("Harbour Post", &["The owners spoke out.", &format!("{quotation}. So Lindqvist."), OWNERS]);
    none(&[a, b]);
    // The same words outside quotation marks are text that somebody took over.
    let bare = quotation.trim_matches(['“', '”']);
    let a = by("Seaview", &[&format!("{quotation}, an angry Mara Lindqvist told islanders."), WEATHER]);
    let b = by("Harbour Post", &["The owners spoke out.", &format!("{bare}. So Lindqvist."), OWNERS]);
    assert_eq!(text_reuse(&[a, b]).len(), 1);
}

#[test]
fn shared_boilerplate_is_no_copy() {
    let notices = "This site and its partners use cookies to make pages faster and to show what may interest you.\n\
        Sign up for our newsletter and get the most important stories of the islands in your inbox every morning.\n\
        © 2031 Northern Isles Media. All rights reserved. This material may not be published, broadcast or rewritten.";
    none(&[by("Seaview", &[LEAD, DIVERS, notices]), by("Harbour Post", &[OWNERS, WEATHER, notices])]);
}

#[test]
fn a_line_that_a_publisher_repeats_in_different_reports_is_no_copy() {
    let about = "Ada Quill has covered the northern islands for eleven years from her desk above the old fish market, \
        and before that she spent four winters as a deckhand on the supply boats to the outer lighthouses; \
        she reads every letter that reaches her and answers most of them.";
    let reports: Vec<Article> = [LEAD, DIVERS, OWNERS, WEATHER]
        .into_iter()
        .enumerate()
        .map(|(number, part)| {
            let rest: String = (0..40).map(|word| format!("r{number}w{word} ")).collect();
            let mut report = by("Seaview", &[part, &rest, about]);
            report.id = ArticleId::derive(&[&number.to_string()]);
            report
        })
        .collect();
    none(&reports);
    // Two reports are not yet a habit.
    assert_eq!(text_reuse(&reports[..2]).len(), 1);
    // What was reported before the habit showed is withdrawn.
    let mut index = ReuseIndex::new();
    let at_insertion: usize = reports.iter().map(|r| index.insert(r).len()).sum();
    assert!(at_insertion > 0);
    assert_eq!(index.pairs(), []);
}

#[test]
fn copies_of_one_report_at_one_publisher_do_not_make_it_furniture() {
    let copies: Vec<Article> = (0..4)
        .map(|number| {
            let mut copy = by("Seaview", &[LEAD, DIVERS, OWNERS]);
            copy.id = ArticleId::derive(&[&number.to_string()]);
            copy
        })
        .collect();
    assert_eq!(text_reuse(&copies).len(), 6);
}

#[test]
fn the_same_news_in_other_words_is_no_copy() {
    let other = "A passenger ferry with more than two hundred people on board hit a sandbank near the island of Lindholm \
        on Tuesday, rescuers said. Its hull is damaged. No ship may use the strait before the weekend.";
    none(&[by("Seaview", &[LEAD, DIVERS]), article("Harbour Post", other)]);
}

#[test]
fn one_common_sentence_is_no_copy() {
    none(&[by("Seaview", &[LEAD, OWNERS]), by("Harbour Post", &[LEAD, WEATHER, DIVERS])]);
}

#[test]
fn a_brief_that_stands_whole_in_another_report_is_a_copy() {
    assert_eq!(
        only(&[&by("Seaview", &[LEAD]), &by("Harbour Post", &[LEAD, WEATHER, DIVERS])]).passages.len(),
        1
    );
}

#[test]
fn a_chain_of_credits_leads_to_the_agency() {
    let agency_copy = by("Seaview", &["LINDHOLM (Nordwire) -", LEAD, DIVERS]);
    let agency_copy = crediting("Nordwire", CreditKind::Dateline, "Nordwire", agency_copy);
    let relay = by("Harbour Post", &[LEAD, DIVERS, "Source: Seaview"]);
    let relay = crediting("Seaview", CreditKind::Line, "Seaview", relay);
    let articles = [agency_copy, relay];
    let reuse = text_reuse(&articles);
    let root = root_of(&articles[1].id, &reuse, &articles).unwrap();
    assert_eq!(root.article, articles[0].id);
    assert_eq!(root.credit.unwrap().name, "Nordwire");
    let (origin, reasons) = &article_origins(&articles, &reuse)[&articles[1].id];
    assert_eq!(origin.key, "credit:nordwire");
    let texts: Vec<&str> = reasons.iter().map(|r| r.text.as_str()).collect();
    assert!(texts.contains(&"Harbour Post credits Seaview"), "{texts:?}");
    assert!(texts.contains(&"Seaview credits Nordwire"), "{texts:?}");
}

#[test]
fn an_article_of_its_own_is_its_own_origin() {
    let a = by("Seaview", &[LEAD]);
    let origins = article_origins(std::slice::from_ref(&a), &[]);
    assert_eq!(origins[&a.id].0.key, format!("article:{}", a.id));
    assert_eq!(root_of(&ArticleId::derive(&["absent"]), &[], &[a]), None);
}

#[test]
fn the_order_of_articles_does_not_matter_and_neither_does_coming_one_by_one() {
    let mut articles = vec![
        by("Seaview", &[LEAD, DIVERS, OWNERS]),
        on("2031-05-03", by("Harbour Post", &[DIVERS, LEAD])),
        on("2031-05-04", by("Island Mail", &[LEAD, DIVERS, DIVERS, WEATHER])),
        by("Strait Times Weekly", &[WEATHER, WEATHER, OWNERS]),
    ];
    let expected = text_reuse(&articles);
    assert_eq!(expected.len(), 3);
    assert!(expected.is_sorted_by_key(|p| (p.first.clone(), p.second.clone())));
    for turn in 0..8 {
        articles.rotate_left(1);
        if turn == 4 {
            articles.reverse();
        }
        assert_eq!(text_reuse(&articles), expected);
        let mut index = ReuseIndex::new();
        let mut one_by_one: Vec<TextReuse> = articles.iter().flat_map(|a| index.insert(a)).collect();
        one_by_one.sort_by_key(|p| (p.first.clone(), p.second.clone()));
        assert_eq!(one_by_one, expected);
    }
}

#[test]
fn the_same_article_twice_changes_nothing() {
    let mut index = ReuseIndex::new();
    let a = by("Seaview", &[LEAD, DIVERS]);
    assert_eq!(index.insert(&a), []);
    assert_eq!(index.insert(&a), []);
    assert_eq!(index.insert(&by("Harbour Post", &[LEAD, DIVERS])).len(), 1);
}

#[test]
fn a_phrase_that_hundreds_hold_makes_no_candidates_and_a_report_that_hundreds_hold_does() {
    let phrase =
        "for the second time since the winter storms began to move the outer sandbanks of the strait";
    let report = report(&[LEAD, DIVERS, OWNERS]);
    let mut articles: Vec<Article> = (0..300)
        .map(|number| {
            let own: String = (0..60).map(|word| format!("r{number}w{word} ")).collect();
            let text = if number < 130 { format!("{own}{report}") } else { format!("{own}{phrase}.") };
            article(&format!("outlet {number}"), &text)
        })
        .collect();
    let pairs = |articles: &[Article]| {
        let mut index = ReuseIndex::new();
        articles.iter().for_each(|a| index.take(a));
        index.pairs().into_iter().map(|pair| (pair.first, pair.second)).collect::<Vec<_>>()
    };
    let expected = pairs(&articles);
    assert_eq!(expected.len(), 130 * 129 / 2);
    articles.rotate_left(77);
    articles.reverse();
    assert_eq!(pairs(&articles), expected);
}

const SPOKEN: &str = "“We were told at four in the morning that the channel would stay open, and nobody who lives on this island \
    will forgive the harbour board for that, whatever it now says about the fog and the tide.”";

#[test]
fn a_quotation_that_came_along_counts_in_what_is_shared() {
    let (a, b) = (by("Seaview", &[LEAD, DIVERS, SPOKEN]), by("Harbour Post", &[LEAD, SPOKEN, DIVERS]));
    let pair = only(&[&a, &b]);
    assert!(share_of(&pair, &a) > 0.99, "{pair:?}");
}
