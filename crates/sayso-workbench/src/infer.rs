//! What follows from articles and their readings: statements, actors, reuse, origins, claims. Values to values, no I/O.

use std::collections::BTreeMap;

use rayon::prelude::*;
use sayso_claim::{ClaimInput, Meaning, claims};
use sayso_model::{
    Article, ArticleId, Digest, Embedding, Reading, Snapshot, Statement, StatementId, TextReuse,
};
use sayso_origin::{OriginInput, article_origins, statement_origins};
use sayso_statement::{Surroundings, country_of, resolve_actors, surroundings};

use crate::{revisions::FirstSeen, titles::Titles};

/// The version of the rules; a case that was worked out by others is worked out anew. To be raised whenever a stage may give
/// another result for the same input.
const RULES: &str = "8";
/// Under which key the store keeps it.
pub(crate) const RULES_KEY: &str = "rules";

/// What the store keeps under [`RULES_KEY`]: the version of the rules, and which models they go with.
pub(crate) fn rules() -> String {
    format!("{RULES} {}", Digest::of(sayso_reader::MANIFEST.as_bytes()))
}

/// The digest under which the reading of an article's text is kept.
pub(crate) fn text_digest(text: &str) -> Digest {
    Digest::of(text.as_bytes())
}

/// The statements of all articles that have a reading, actors open.
pub(crate) fn statements(articles: &[&Article], readings: &BTreeMap<Digest, Reading>) -> Vec<Statement> {
    articles
        .par_iter()
        .filter_map(|a| readings.get(&text_digest(&a.text)).map(|r| sayso_statement::statements(a, r)))
        .flatten_iter()
        .collect()
}

/// The words of each statement's content and of what stands around it, as they are embedded.
pub(crate) fn contents(
    articles: &[Article],
    statements: &[Statement],
) -> BTreeMap<StatementId, Surroundings> {
    let mut of_article: BTreeMap<&ArticleId, Vec<&Statement>> = BTreeMap::new();
    for statement in statements {
        of_article.entry(&statement.article).or_default().push(statement);
    }
    let around = |article: &Article| {
        let own = of_article.get(&article.id).map_or(&[][..], Vec::as_slice);
        own.iter().map(|s| s.id.clone()).zip(surroundings(article, own)).collect::<Vec<_>>()
    };
    articles.par_iter().flat_map_iter(around).collect()
}

/// What a statement says, alone and in its context; `None` where its words have not been embedded.
pub(crate) fn meaning(around: &Surroundings, embeddings: &BTreeMap<Digest, Embedding>) -> Option<Meaning> {
    let of = |words: &str| embeddings.get(&text_digest(words));
    Some(Meaning::new(of(&around.content)?.clone(), of(&around.sentence), of(&around.before)))
}

/// Works out everything else. `embeddings` are by the digest of the words; `reuse` tells which of the articles share text.
pub(crate) fn infer(
    mut articles: Vec<Article>,
    mut statements: Vec<Statement>,
    titles: Titles,
    embeddings: &BTreeMap<Digest, Embedding>,
    first_seen: &FirstSeen,
    reuse: impl FnOnce(&[Article]) -> Vec<TextReuse>,
) -> Snapshot {
    articles.sort_by(|a, b| a.id.cmp(&b.id));
    statements.sort_by(|a, b| a.id.cmp(&b.id));
    let actors = resolve_actors(&articles, &mut statements);
    let reuse = reuse(&articles);
    let origins = statement_origins(OriginInput {
        articles: &articles,
        statements: &statements,
        actors: &actors,
        reuse: &reuse,
    });
    let meanings: BTreeMap<StatementId, Meaning> = contents(&articles, &statements)
        .into_par_iter()
        .chain(contents(&titles.texts(), &titles.statements))
        .filter_map(|(id, around)| meaning(&around, embeddings).map(|e| (id, e)))
        .collect();
    let headlines = titles.over(&articles, &statements, &actors);
    let claims = claims(&ClaimInput {
        articles: &articles,
        statements: &statements,
        actors: &actors,
        meanings: &meanings,
        country_of,
        first_seen,
        reuse: &reuse,
        origins: &origins,
        headlines: &headlines,
    });
    let revisions: BTreeMap<ArticleId, u32> = articles.iter().map(|a| (a.id.clone(), 1)).collect();
    Snapshot {
        article_origins: article_origins(&articles, &reuse).into(),
        articles: articles.into(),
        revisions: revisions.into(),
        statements: statements.into(),
        actors: actors.into(),
        reuse: reuse.into(),
        origins: origins.into(),
        claims: claims.into(),
        reviews: Vec::new(),
    }
}
