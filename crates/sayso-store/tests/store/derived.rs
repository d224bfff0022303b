//! Does what was worked out come back as it was, and is it clear when it is out of date?

use std::collections::BTreeMap;

use sayso_model::{
    Actor, ActorId, ActorKind, Article, Claim, ClaimId, Digest, Evidence, IndependentOrigin, Origin,
    Position, Reason, SharedPassage, Snapshot, Span, Stance, Statement, StatementOrigin, Status, TextReuse,
};
use sayso_store::{Derived, StoreError};
use sayso_testkit::{article, statement};

use crate::support::{Case, article_at, embedding, put, reading};

fn actor(name: &str) -> Actor {
    Actor {
        id: ActorId::derive("person", name),
        name: name.to_owned(),
        kind: ActorKind::Person,
        aliases: vec!["the mayor".into()],
        affiliation: None,
        reasons: vec![Reason::new("the surname is the same")],
    }
}

fn claim(statement: &Statement, text: &str) -> Claim {
    let origin = Origin::article(&statement.article, "Gazette");
    Claim {
        id: ClaimId::derive(&[statement.id.as_str()]),
        text: text.to_owned(),
        wording: Evidence::in_text(&statement.article, statement.content_hull()),
        status: Status::SingleSource,
        reasons: vec![Reason::new("one origin")],
        statements: vec![statement.id.clone()],
        articles: vec![statement.article.clone()],
        positions: vec![Position {
            actor: None,
            stance: Stance::Asserts,
            statements: vec![statement.id.clone()],
            first: Some("2026-03-14".parse().unwrap()),
            last: None,
        }],
        independent_origins: vec![IndependentOrigin {
            origin: origin.into(),
            statements: vec![statement.id.clone()],
            reasons: Vec::new(),
        }],
        drift: Vec::new(),
        related: Vec::new(),
        last_change: Some("2026-03-14T10:00:00.25Z".parse().unwrap()),
    }
}

fn reuse(first: &Article, second: &Article) -> TextReuse {
    let (first, second) = if first.id < second.id { (first, second) } else { (second, first) };
    TextReuse {
        first: first.id.clone(),
        second: second.id.clone(),
        share_of_first: 1.0 / 3.0,
        share_of_second: 0.1 + 0.2,
        passages: vec![SharedPassage { first: Span::new(0, 4), second: Span::new(4, 8) }],
        derived: None,
        reasons: Vec::new(),
    }
}

/// Two articles with a statement each, and something of every kind of derived value.
fn example() -> (Vec<Article>, Vec<Statement>, Derived) {
    let articles =
        vec![article("a", "The mayor said the ferry sank."), article("b", "The pilot said the ferry sank.")];
    let mut statements = vec![
        statement(&articles[0], "The mayor", "said", "the ferry sank"),
        statement(&articles[1], "The pilot", "said", "the ferry sank"),
    ];
    statements[0].score = 0.123_456_79;
    let origins = statements.iter().map(|s| StatementOrigin {
        statement: s.id.clone(),
        origin: Origin::credit("Harbour Wire").into(),
        reasons: vec![Reason::new("credited")],
    });
    let derived = Derived {
        actors: vec![actor("Mara Lindqvist"), actor("Ben Okafor")],
        reuse: vec![reuse(&articles[0], &articles[1])],
        origins: origins.collect(),
        claims: statements.iter().map(|s| claim(s, "the ferry sank")).collect(),
    };
    (articles, statements, derived)
}

fn filled() -> (Case, Derived) {
    let mut case = Case::new();
    let (articles, statements, derived) = example();
    case.act(|act| {
        for (article, statement) in articles.iter().zip(&statements) {
            put(act, article);
            act.replace_statements(&article.id, std::slice::from_ref(statement)).unwrap();
        }
        act.replace_derived(&derived).unwrap();
    });
    (case, derived)
}

#[test]
fn a_snapshot_holds_everything_sorted_and_claims_in_ledger_order() {
    let (articles, statements, derived) = example();
    let mut expected = Snapshot {
        revisions: articles.iter().map(|a| (a.id.clone(), 1)).collect::<BTreeMap<_, _>>().into(),
        articles: articles.into(),
        statements: statements.into(),
        actors: derived.actors.clone().into(),
        reuse: derived.reuse.clone().into(),
        origins: derived.origins.clone().into(),
        claims: derived.claims.clone().into(),
        ..Snapshot::default()
    };
    expected.articles.sort_by(|a, b| a.id.cmp(&b.id));
    expected.statements.sort_by(|a, b| a.id.cmp(&b.id));
    expected.actors.sort_by(|a, b| a.id.cmp(&b.id));
    expected.origins.sort_by(|a, b| a.statement.cmp(&b.statement));
    let (case, mut derived) = filled();
    let mut case = case.reopened();
    assert_eq!(case.store.snapshot().unwrap(), expected);

    derived.claims.reverse();
    expected.claims = derived.claims.clone().into();
    case.act(|act| act.replace_derived(&derived).unwrap());
    assert_eq!(case.store.snapshot().unwrap(), expected);
}

#[test]
fn derived_values_are_replaced_as_a_whole() {
    let (mut case, mut derived) = filled();
    derived.actors.pop();
    derived.reuse.clear();
    case.act(|act| act.replace_derived(&derived).unwrap());
    let snapshot = case.store.snapshot().unwrap();
    assert_eq!((snapshot.actors.len(), snapshot.reuse.len()), (1, 0));

    derived.claims.push(derived.claims[0].clone());
    let mut act = case.store.transaction().unwrap();
    assert!(matches!(act.replace_derived(&derived), Err(StoreError::Database { .. })));
    drop(act);
    assert_eq!(case.store.snapshot().unwrap(), snapshot);
}

#[test]
fn derived_values_are_out_of_date_until_they_are_replaced() {
    let (mut case, derived) = filled();
    assert!(case.store.derived_is_current().unwrap());
    let before = case.store.generation().unwrap();
    case.act(|act| {
        put(act, &article("c", "A third article."));
        put(act, &article("d", "A fourth article."));
    });
    let mut case = case.reopened();
    assert_eq!(case.store.generation().unwrap(), before + 1, "one act counts once");
    assert_eq!(case.store.derived_generation().unwrap(), before);
    assert!(!case.store.derived_is_current().unwrap());
    case.act(|act| act.replace_derived(&derived).unwrap());
    assert!(case.store.derived_is_current().unwrap());
}

#[test]
fn statements_are_replaced_and_one_id_is_kept_once() {
    let mut case = Case::new();
    let text = "The mayor said the ferry sank. The mayor said the ferry sank.";
    let given = article("a", text);
    let said = statement(&given, "The mayor", "said", "the ferry sank");
    case.act(|act| {
        put(act, &given);
        assert_eq!(act.replace_statements(&given.id, &[said.clone(), said.clone()]).unwrap(), 1);
    });
    assert_eq!(case.store.statements().unwrap(), [said]);
    let other = statement(&given, "", "", "the ferry");
    case.act(|act| act.replace_statements(&given.id, std::slice::from_ref(&other)).unwrap());
    assert_eq!(case.store.statements().unwrap(), [other]);
}

#[test]
fn statements_of_an_unknown_article_are_refused() {
    let mut case = Case::new();
    let unknown = article("a", "The ferry sank.").id;
    let error = case.act(|act| act.replace_statements(&unknown, &[]).unwrap_err());
    assert!(matches!(error, StoreError::UnknownArticle(id) if id == unknown));
}

#[test]
fn a_score_that_is_not_a_number_is_refused_when_written_not_when_read() {
    let mut case = Case::new();
    let given = article("a", "The ferry sank.");
    case.add(&given);
    let right = statement(&given, "", "", "The ferry");
    let mut wrong = statement(&given, "", "", "The ferry sank");
    wrong.score = f32::NAN;
    case.act(|act| {
        act.replace_statements(&given.id, std::slice::from_ref(&right)).unwrap();
        let error = act.replace_statements(&given.id, &[wrong]).unwrap_err();
        assert!(matches!(error, StoreError::Unwritable { what: "statement", .. }), "{error:?}");
    });
    // What failed has left the act as it was before.
    assert_eq!(case.store.statements().unwrap(), [right]);
    assert_eq!(case.store.search("ferry", 9).unwrap().len(), 2);
}

#[test]
fn readings_and_embeddings_are_kept_for_each_model() {
    let mut case = Case::new();
    let (old, new) = (reading("reader-1"), reading("reader-2"));
    let text = Digest::of(b"The ferry sank.");
    case.act(|act| {
        for (reading, seed) in [(&old, 1.0), (&new, 2.0), (&new, 3.0)] {
            act.put_reading(&text, reading).unwrap();
            act.put_embedding(&text, &reading.model.digest, &embedding(seed)).unwrap();
        }
    });
    let case = case.reopened();
    let store = &case.store;
    for (reading, seed) in [(&old, 1.0), (&new, 3.0)] {
        let model = &reading.model.digest;
        assert_eq!(store.reading(&text, model).unwrap().as_ref(), Some(reading));
        assert_eq!(store.readings(model).unwrap(), [(text.clone(), reading.clone())].into());
        assert_eq!(store.read_texts(model).unwrap(), [text.clone()].into());
        assert_eq!(store.embedding(&text, model).unwrap(), Some(embedding(seed)));
        assert_eq!(store.embeddings(model).unwrap(), [(text.clone(), embedding(seed))].into());
    }
    let unseen = Digest::of(b"another text");
    assert_eq!(store.reading(&unseen, &old.model.digest).unwrap(), None);
    assert_eq!(store.embedding(&text, &unseen).unwrap(), None);
    assert!(store.readings(&unseen).unwrap().is_empty());
}

#[test]
fn single_values_are_kept_and_replaced() {
    let mut case = Case::new();
    assert_eq!(case.store.meta("rules").unwrap(), None);
    case.act(|act| act.put_meta("rules", "1").unwrap());
    case.act(|act| act.put_meta("rules", "2").unwrap());
    assert_eq!(case.store.meta("rules").unwrap().as_deref(), Some("2"));
}

#[test]
fn statements_of_a_revised_article_or_of_other_rules_count_as_not_read() {
    let mut case = Case::new();
    let first = article_at("Harbour Gazette", "The ferry sank.", "2026-03-14T10:00:00Z");
    case.act(|act| {
        put(act, &first);
        act.mark_interpreted(&first.id, "rules 1").unwrap();
    });
    assert_eq!(case.store.interpreted("rules 1").unwrap(), [first.id.clone()].into());
    assert!(case.store.interpreted("rules 2").unwrap().is_empty());
    let later = article_at("Harbour Gazette", "The ferry was late.", "2026-03-15T10:00:00Z");
    case.act(|act| {
        put(act, &later);
    });
    assert!(case.store.interpreted("rules 1").unwrap().is_empty());
}
