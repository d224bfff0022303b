//! Corrections and retractions, and who still carries what was corrected.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use jiff::{Timestamp, ToSpan};
use sayso_claim::changes;
use sayso_model::{Article, ArticleId, Change, ChangeKind, Snapshot, TextReuse};
use sayso_testkit::article;

const FIRST: &str = "Forty boats were lost in the storm, the harbour master said.\nThe quay is shut.";

fn snapshot(articles: &[Article], reuse: &[TextReuse]) -> Snapshot {
    let mut articles = articles.to_vec();
    articles.sort_by(|a, b| a.id.cmp(&b.id));
    Snapshot { articles: articles.into(), reuse: reuse.to_vec().into(), ..Snapshot::default() }
}

/// `copy` took its text from `from`.
fn took(copy: &Article, from: &Article) -> TextReuse {
    let (first, second) = if copy.id < from.id { (copy, from) } else { (from, copy) };
    TextReuse {
        first: first.id.clone(),
        second: second.id.clone(),
        share_of_first: 0.9,
        share_of_second: 0.9,
        passages: Vec::new(),
        derived: Some(copy.id.clone()),
        reasons: Vec::new(),
    }
}

fn corrected(before: &Snapshot, after: &Snapshot) -> Vec<Change> {
    changes(before, after).into_iter().filter(|c| c.kind == ChangeKind::ArticleCorrected).collect()
}

fn sorted(mut ids: Vec<&ArticleId>) -> Vec<ArticleId> {
    ids.sort();
    ids.into_iter().cloned().collect()
}

#[test]
fn a_notice_in_a_later_text_names_every_copy_that_bears_none() {
    let first = article("The Quay", FIRST);
    let (copy, copy_of_copy) = (article("The Pier", FIRST), article("The Mole", FIRST));
    let mended = article("The Dock", &format!("{FIRST}\nCorrection: fourteen boats were lost."));
    let reuse = [took(&copy, &first), took(&copy_of_copy, &copy), took(&mended, &first)];
    let others = [copy.clone(), copy_of_copy.clone(), mended];
    let before = snapshot(&[&others[..], &[first]].concat(), &reuse);
    let text = FIRST.replace("Forty", "Fourteen");
    let now =
        article("The Quay", &format!("{text}\nThis article was amended on Monday. It wrongly gave forty."));
    let after = snapshot(&[&others[..], std::slice::from_ref(&now)].concat(), &reuse);
    let found = corrected(&before, &after);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].article.as_ref(), Some(&now.id));
    let said = &found[0].reasons[0].text;
    assert!(said.contains("corrects this article: “This article was amended on Monday.”"), "{said}");
    assert_eq!(found[0].copies, sorted(vec![&copy.id, &copy_of_copy.id]));
}

/// A withdrawn text shares nothing any more: who copied it is known from before.
#[test]
fn copies_of_a_withdrawn_text_are_known_from_before() {
    let (first, copy) = (article("The Quay", FIRST), article("The Pier", FIRST));
    let before = snapshot(&[first.clone(), copy.clone()], &[took(&copy, &first)]);
    let gone = article("The Quay", "We have removed a report on the storm since it could not be borne out.");
    let after = snapshot(&[gone, copy.clone()], &[]);
    let found = corrected(&before, &after);
    assert!(found[0].reasons[0].text.contains("withdraws"), "{:?}", found[0].reasons);
    assert_eq!(found[0].copies, [copy.id]);
}

#[test]
fn a_later_article_of_the_same_outlet_corrects_the_one_that_it_names() {
    let mut first = article("The Quay", FIRST);
    first.title = Some("Forty boats lost in the storm".into());
    let mut another = article("Harbour News", FIRST);
    another.title = first.title.clone();
    let before = snapshot(&[first.clone(), another.clone()], &[]);
    let mut later =
        article("The Quay correction", "In “Forty boats lost in the storm” we gave a wrong number.");
    later.publisher = first.publisher.clone();
    later.title = Some("Correction: boats lost in the storm".into());
    later.retrieved = Timestamp::UNIX_EPOCH + 1.hour();
    let after = snapshot(&[first.clone(), another, later], &[]);
    let found = corrected(&before, &after);
    assert_eq!(found.len(), 1, "another outlet's article is not meant: {found:?}");
    assert_eq!(found[0].article.as_ref(), Some(&first.id));
    assert!(found[0].reasons[0].text.contains("in another article"), "{:?}", found[0].reasons);
}

#[test]
fn a_notice_that_was_there_before_is_nothing_new() {
    let noted = format!("{FIRST}\nCorrection: fourteen boats were lost.");
    let before = snapshot(&[article("The Quay", &noted)], &[]);
    let after = snapshot(&[article("The Quay", &noted.replace("shut", "open again"))], &[]);
    assert_eq!(corrected(&before, &after), []);
    let revised = changes(&before, &after);
    assert_eq!(revised[0].kind, ChangeKind::ArticleRevised);
    let revision = revised[0].revision.as_ref().unwrap();
    assert_eq!(revision.text[0].after.of(&revision.text_after), "open again");
}
