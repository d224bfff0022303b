//! What holds of origins on invented coverage, whatever is in it: order changes nothing, and a reprint adds no origin.

#![allow(clippy::unwrap_used)] // helpers of tests

use std::collections::{BTreeMap, BTreeSet};

use sayso_eval::{Covered, actors, event};
use sayso_model::{Article, ArticleId, Statement, StatementId};
use sayso_origin::{OriginInput, article_origins, likenesses, statement_origins, text_reuse};

/// Events that each test goes through.
const EVENTS: u64 = 40;

fn present(number: u64) -> Vec<Covered> {
    event(number).into_iter().filter(|covered| !covered.is_absent).collect()
}

fn articles(coverage: &[Covered]) -> Vec<Article> {
    coverage.iter().map(|covered| covered.article.clone()).collect()
}

/// Claims and statements of an event.
fn told(coverage: &[Covered]) -> Vec<(usize, Statement)> {
    coverage.iter().flat_map(|c| c.told.iter().map(|t| (t.claim, t.statement.clone()))).collect()
}

/// The keys of the origins of each claim.
fn origins(
    number: u64,
    articles: &[Article],
    told: &[(usize, Statement)],
) -> BTreeMap<usize, BTreeSet<String>> {
    let statements: Vec<Statement> = told.iter().map(|(_, statement)| statement.clone()).collect();
    let reuse = text_reuse(articles);
    let found = statement_origins(OriginInput {
        articles,
        statements: &statements,
        actors: &actors(number),
        reuse: &reuse,
    });
    let mut claims: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for (claim, statement) in told {
        let origin = found.iter().find(|o| o.statement == statement.id).unwrap();
        claims.entry(*claim).or_default().insert(origin.origin.key.clone());
    }
    claims
}

#[test]
fn the_order_of_articles_changes_no_pair_direction_or_origin() {
    for number in 0..EVENTS {
        let mut articles = [articles(&present(number)), articles(&present(number + 1))].concat();
        let (reuse, alike) = (text_reuse(&articles), likenesses(&articles, 0.5));
        let starts = article_origins(&articles, &reuse);
        for turn in 1..4 {
            articles.rotate_left(turn);
            articles.reverse();
            assert_eq!(text_reuse(&articles), reuse);
            assert_eq!(likenesses(&articles, 0.5), alike);
            assert_eq!(article_origins(&articles, &reuse), starts);
        }
    }
}

#[test]
fn a_reprint_adds_no_origin() {
    for number in 0..EVENTS {
        let coverage = present(number);
        let (mut articles, mut told) = (articles(&coverage), told(&coverage));
        let before = origins(number, &articles, &told);
        for covered in &coverage {
            let mut reprint = covered.article.clone();
            reprint.id = ArticleId::derive(&["reprint", covered.article.id.as_str()]);
            reprint.publisher = Some(format!("Reprint of {}", covered.article.id));
            reprint.published = "2099-01-01".parse().ok();
            for one in &covered.told {
                let mut statement = one.statement.clone();
                statement.id = StatementId::derive(&[reprint.id.as_str(), statement.id.as_str()]);
                statement.article = reprint.id.clone();
                told.push((one.claim, statement));
            }
            articles.push(reprint);
            let after = origins(number, &articles, &told);
            let count = |claims: &BTreeMap<usize, BTreeSet<String>>| {
                claims.values().map(BTreeSet::len).collect::<Vec<_>>()
            };
            assert_eq!(count(&after), count(&before), "event {number}: {before:?} {after:?}");
        }
    }
}
