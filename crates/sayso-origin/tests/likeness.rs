//! How alike articles are, in numbers: on invented reports by invented outlets.

use sayso_model::Article;
use sayso_origin::{Likeness, likenesses, text_reuse};
use sayso_testkit::article;

const SPOKEN: &str = "“We were told at four in the morning that the channel would stay open, and nobody who lives on this island \
    will forgive the harbour board for that, whatever it now says about the fog and the tide.”";
const REPORT: &str = "The ferry Aurelia ran aground off Lindholm early on Tuesday with 214 passengers on board, the coast \
    guard of the island said. Divers found a crack of four metres below the waterline.";

fn only(articles: &[Article]) -> Likeness {
    let mut found = likenesses(articles, 0.5);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

#[test]
fn quotations_count_in_likeness_and_make_no_copy() {
    let a = article("Seaview", &format!("{SPOKEN}\nAda Quill spoke before the town hall."));
    let b = article("Harbour Post", &format!("At the pier, islanders were angry on Friday.\n{SPOKEN}"));
    let pair = only(&[a.clone(), b.clone()]);
    assert!(pair.containment > 0.7 && pair.containment < 1.0, "{pair:?}");
    assert_eq!(text_reuse(&[a, b]), []);
}

#[test]
fn an_abridged_text_is_contained_whole_and_partly_alike() {
    let (long, short) = (article("Seaview", &format!("{REPORT} {SPOKEN}")), article("Harbour Post", REPORT));
    let pair = only(&[long.clone(), short.clone()]);
    assert!((pair.containment - 1.0).abs() < 1e-9 && pair.jaccard < 0.5, "{pair:?}");
    assert_eq!(pair, only(&[short.clone(), long, short]));
    assert!(pair.first < pair.second);
}

#[test]
fn lines_of_the_page_count_in_the_one_number_only() {
    let line = "The Seaview lives on old tunnels, narrow cables, empty quarries, costly permits and one famous lighthouse by the sea.";
    let others =
        ["The mill burnt down.", "A whale came by.", "Rain fell for a week on the western orchards."];
    let mut articles: Vec<Article> = others
        .iter()
        .enumerate()
        .map(|(n, text)| {
            let mut article = article(&format!("{n}"), &format!("{text}\n{line}"));
            article.publisher = Some("Seaview".to_owned());
            article
        })
        .collect();
    // Two articles of a line and little else are versions of one report until a third and a fourth show what the line is.
    let own = article("Seaview", &format!("{REPORT}\n{line}"));
    let copy = article("Harbour Post", REPORT);
    articles.extend([own.clone(), copy.clone()]);
    let with_page = only(&[own.clone(), copy.clone()]);
    let all = likenesses(&articles, 0.5);
    let pair =
        all.iter().find(|p| [&p.first, &p.second] == [(&own.id).min(&copy.id), (&own.id).max(&copy.id)]);
    assert_eq!(pair.map(|p| p.jaccard), Some(with_page.jaccard));
    assert!(with_page.jaccard < 0.8);
}

#[test]
fn a_headline_is_contained_in_nothing() {
    let headline = article("Seaview", "The ferry Aurelia ran aground off Lindholm");
    assert_eq!(likenesses(&[headline, article("Harbour Post", REPORT)], 0.5), []);
    assert_eq!(likenesses(&[], 0.5), []);
}
