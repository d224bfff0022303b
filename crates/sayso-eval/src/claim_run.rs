//! Works out the claims of a case as the program does, but for the reading, which is given.

use std::collections::BTreeMap;

use sayso_claim::{ClaimInput, FEATURES, Meaning, claims, pair_features};
use sayso_model::{
    Actor, Article, ArticleId, Claim, Embedding, Headline, Statement, StatementId, StatementOrigin, TextReuse,
};
use sayso_origin::{OriginInput, statement_origins, text_reuse};
use sayso_reader::Embedder;
use sayso_statement::{
    country_of, headline, headline_statements, resolve_actors, resolve_headline, statements, surroundings,
};

use crate::{bcubed_sets::BCubed, claim_case::ClaimCase};

/// Everything that the claims of a case follow from, and which claim each statement should make.
pub struct Prepared {
    /// The articles.
    pub articles: Vec<Article>,
    /// The statements, actors resolved.
    pub statements: Vec<Statement>,
    /// The actors.
    pub actors: Vec<Actor>,
    meanings: BTreeMap<StatementId, Meaning>,
    reuse: Vec<TextReuse>,
    origins: Vec<StatementOrigin>,
    headlines: Vec<Headline>,
    first_seen: BTreeMap<ArticleId, jiff::Timestamp>,
    /// Which claim each statement should make, where the case says so.
    pub expected: BTreeMap<StatementId, String>,
}

impl Prepared {
    /// Reads statements, actors, reuse, origins and meanings off the marked articles.
    pub fn new(case: &ClaimCase, embedder: &Embedder) -> Self {
        let articles: Vec<Article> = (0..).zip(&case.articles).map(|(n, a)| a.article(n)).collect();
        let (mut all, mut meanings, mut expected) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
        for (article, marked) in articles.iter().zip(&case.articles) {
            let found = statements(article, &marked.reading());
            meanings.extend(meanings_of(article, &found, embedder));
            for statement in &found {
                if let Some(claim) = marked.claim_at(statement.content_hull()) {
                    expected.insert(statement.id.clone(), claim.to_owned());
                }
            }
            all.extend(found);
        }
        let actors = resolve_actors(&articles, &mut all);
        let headlines = headlines(&articles, &all, &actors, case);
        meanings.extend(headlines.iter().flat_map(|h| meanings_of(&h.title, &h.statements, embedder)));
        let reuse = text_reuse(&articles);
        let origins = statement_origins(OriginInput {
            articles: &articles,
            statements: &all,
            actors: &actors,
            reuse: &reuse,
        });
        Self {
            articles,
            statements: all,
            actors,
            meanings,
            reuse,
            origins,
            headlines,
            first_seen: BTreeMap::new(),
            expected,
        }
    }

    fn input(&self) -> ClaimInput<'_> {
        ClaimInput {
            articles: &self.articles,
            statements: &self.statements,
            actors: &self.actors,
            meanings: &self.meanings,
            country_of,
            first_seen: &self.first_seen,
            reuse: &self.reuse,
            origins: &self.origins,
            headlines: &self.headlines,
        }
    }

    /// The claims.
    pub fn claims(&self) -> Vec<Claim> {
        claims(&self.input())
    }

    /// The features of all pairs of different wordings whose claims are known, each with whether the two are one claim.
    pub fn pairs(&self) -> Vec<(StatementId, StatementId, [f32; FEATURES], bool)> {
        let mut pairs = Vec::new();
        for (a, b, features) in pair_features(&self.input()) {
            if let (Some(x), Some(y)) = (self.expected.get(&a), self.expected.get(&b)) {
                let same = x == y;
                pairs.push((a, b, features, same));
            }
        }
        pairs
    }

    /// Turns the order of all inputs around, which must not matter.
    pub fn reverse(&mut self) {
        self.articles.reverse();
        self.statements.reverse();
        self.actors.reverse();
        self.reuse.reverse();
        self.origins.reverse();
        self.headlines.reverse();
    }

    /// The words of a statement's content.
    pub fn words(&self, id: &StatementId) -> String {
        let of = |s: &Statement| self.articles.iter().find(|a| a.id == s.article).map(|a| s.words(&a.text));
        self.statements.iter().find(|s| &s.id == id).and_then(of).unwrap_or_default()
    }
}

/// What these statements of one article mean.
fn meanings_of(article: &Article, said: &[Statement], embedder: &Embedder) -> Vec<(StatementId, Meaning)> {
    let around = surroundings(article, &said.iter().collect::<Vec<_>>());
    let words: Vec<&str> = around.iter().flat_map(|s| [s.content.as_str(), &s.sentence, &s.before]).collect();
    let embedded = embedder.embed(&words);
    let meaning = |(statement, e): (&Statement, &[Embedding])| match e {
        [content, sentence, before] => {
            Some((statement.id.clone(), Meaning::new(content.clone(), Some(sentence), Some(before))))
        }
        _ => None,
    };
    said.iter().zip(embedded.chunks(3)).filter_map(meaning).collect()
}

/// The headlines of the case as their marks read them.
fn headlines(articles: &[Article], all: &[Statement], actors: &[Actor], case: &ClaimCase) -> Vec<Headline> {
    let known = actors.iter().map(|a| &a.id).collect();
    let mut out = Vec::new();
    for (article, marked) in articles.iter().zip(&case.articles) {
        if let (Some(title), Some(marks)) = (headline(article), &marked.headline) {
            let said = headline_statements(&title, &marks.reading());
            let own: Vec<&Statement> = all.iter().filter(|s| s.article == article.id).collect();
            out.push(resolve_headline(article, &own, &known, title, said));
        }
    }
    out
}

/// How well the statements are grouped, given which claim each should make. One that is in no claim stands alone.
pub fn bcubed(claims: &[Claim], expected: &BTreeMap<StatementId, String>) -> BCubed {
    let of: BTreeMap<&StatementId, &Claim> =
        claims.iter().flat_map(|claim| claim.statements.iter().map(move |id| (id, claim))).collect();
    let found = |id| of.get(id).map_or_else(|| format!("none {id}"), |claim| claim.id.to_string());
    BCubed::of(expected.values().cloned(), expected.keys().map(found))
}
