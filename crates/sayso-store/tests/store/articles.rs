//! Is every text that an article has had kept, and found at its time?

use std::collections::BTreeMap;

use sayso_model::{Article, ArticleId, Notice, NoticeCode};
use sayso_store::{Put, StoreError};
use sayso_testkit::{article, statement};

use crate::support::{Case, article_at, capture, put};

#[test]
fn an_article_comes_back_with_all_its_fields() {
    let mut case = Case::new();
    let given = Article {
        url: Some("https://gazette.example/1".into()),
        published: Some("2026-03-14T09:30:00-04:00".parse().unwrap()),
        byline: Some("Mara Lindqvist".into()),
        headers: vec![("desk".into(), "harbour".into())],
        notices: vec![Notice::new(NoticeCode::GuessedCharset, "taken as UTF-8")],
        ..article_at("a", "“Nothing happened”, 🙂 said\u{0} the mayor.", "2026-03-14T10:00:00.5Z")
    };
    assert_eq!(case.add(&given), Put::New);
    let case = case.reopened();
    assert_eq!(case.store.articles().unwrap(), std::slice::from_ref(&given));
    assert_eq!(case.store.article(&given.id).unwrap(), Some(given));
    assert_eq!(case.store.article(&ArticleId::derive(&["other"])).unwrap(), None);
}

#[test]
fn the_same_article_twice_changes_nothing() {
    let mut case = Case::new();
    let first = article_at("a", "The ferry sank.", "2026-03-14T10:00:00Z");
    case.add(&first);
    let mut again = article_at("a", "The ferry sank.", "2026-03-15T10:00:00Z");
    again.file = "elsewhere.txt".into();
    again.notices.push(Notice::new(NoticeCode::HeadlineOnly, "one line"));
    assert_eq!(case.add(&again), Put::Unchanged);
    assert_eq!(case.store.articles().unwrap(), [first]);
    assert_eq!(case.store.generation().unwrap(), 1);
}

#[test]
fn a_later_text_is_a_revision_and_both_stay() {
    let mut case = Case::new();
    let texts = ["The ferry sank.", "The ferry did not sink.", "The ferry sank."];
    let revisions: Vec<Article> = (1..)
        .zip(texts)
        .map(|(day, text)| article_at("a", text, &format!("2026-03-0{day}T10:00:00Z")))
        .collect();
    assert_eq!(case.add(&revisions[0]), Put::New);
    assert_eq!(case.add(&revisions[1]), Put::Revised { revision: 2 });
    assert_eq!(case.add(&revisions[2]), Put::Revised { revision: 3 });
    case.add(&article("b", "Another article."));
    assert_eq!(case.store.article_revisions(&revisions[0].id).unwrap(), revisions);
    assert_eq!(case.store.article(&revisions[0].id).unwrap().as_ref(), revisions.last());
    let counts = BTreeMap::from([(revisions[0].id.clone(), 3), (ArticleId::derive(&["b"]), 1)]);
    assert_eq!(case.store.revisions().unwrap(), counts);
}

#[test]
fn articles_are_sorted_by_id() {
    let mut case = Case::new();
    for name in ["m", "a", "z", "k"] {
        case.add(&article(name, "Text."));
    }
    assert!(case.store.articles().unwrap().is_sorted_by(|a, b| a.id < b.id));
}

#[test]
fn an_earlier_time_shows_the_texts_of_then() {
    let mut case = Case::new();
    case.add(&article_at("a", "First.", "2026-03-14T10:00:00Z"));
    case.add(&article_at("a", "Second.", "2026-03-14T10:00:00.5Z"));
    case.add(&article_at("b", "Later.", "2026-03-16T10:00:00Z"));
    let texts = |time: &str| -> Vec<String> {
        let mut texts: Vec<String> =
            case.store.articles_as_of(time.parse().unwrap()).unwrap().into_iter().map(|a| a.text).collect();
        texts.sort();
        texts
    };
    assert!(texts("2026-03-14T09:59:59Z").is_empty());
    assert_eq!(texts("2026-03-14T10:00:00Z"), ["First."]);
    assert_eq!(texts("2026-03-14T10:00:00.499Z"), ["First."]);
    assert_eq!(texts("2026-03-14T10:00:01Z"), ["Second."]);
    assert_eq!(texts("2026-03-16T10:00:00Z"), ["Later.", "Second."]);
}

#[test]
fn a_revision_removes_the_statements_of_the_earlier_text() {
    let mut case = Case::new();
    let first = article("a", "The mayor said the ferry sank.");
    let other = article("b", "The pilot said the ferry sank.");
    case.act(|act| {
        for (article, source) in [(&first, "The mayor"), (&other, "The pilot")] {
            put(act, article);
            let said = statement(article, source, "said", "the ferry sank");
            assert_eq!(act.replace_statements(&article.id, &[said]).unwrap(), 1);
        }
    });
    case.add(&article("a", "The mayor was silent."));
    let left = case.store.statements().unwrap();
    assert_eq!(left.iter().map(|s| &s.article).collect::<Vec<_>>(), [&other.id]);
}

#[test]
fn an_article_without_its_capture_is_refused() {
    let mut case = Case::new();
    let unseen = article("a", "The ferry sank.");
    let mut act = case.store.transaction().unwrap();
    let error = act.put_article(&unseen).unwrap_err();
    assert!(matches!(error, StoreError::UnknownCapture(digest) if digest == unseen.capture));
    act.put_capture(&capture(&unseen), None).unwrap();
    assert_eq!(act.put_article(&unseen).unwrap(), Put::New);
}

#[test]
fn a_transaction_reads_what_it_has_written_and_others_do_not() {
    let mut case = Case::new();
    let outside = sayso_store::Store::open(case.folder.path()).unwrap();
    let mut act = case.store.transaction().unwrap();
    put(&mut act, &article("a", "The ferry sank."));
    assert_eq!(act.articles().unwrap().len(), 1);
    assert_eq!(act.snapshot().unwrap().articles.len(), 1);
    assert_eq!(act.search("ferry", 9).unwrap().len(), 1);
    assert!(outside.articles().unwrap().is_empty());
    act.commit().unwrap();
    assert_eq!(outside.articles().unwrap().len(), 1);
}
