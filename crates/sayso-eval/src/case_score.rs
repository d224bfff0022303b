//! How well does a case that was worked out agree with its annotation? The figures of statements, stances, actors, claims, statuses, copies and drift.
//!
//! A statement that was found is the annotated one where their contents share at least half of their words; each is matched once, those that share most
//! first. What is asked of statements is asked of the matched ones.

use std::collections::{BTreeMap, BTreeSet};

use sayso_model::{Article, ArticleId, Claim, ClaimId, Snapshot, Statement, Voice};

use crate::{
    annotated::{AnnotatedCase, AnnotatedStatement, Bounds, Places, WordPlaces},
    bcubed_sets::BCubed,
    prf::Prf,
};

/// Share of words from which two contents are one.
const ONE_CONTENT: f64 = 0.5;
/// Weight of the shared words of the sources beside those of the contents.
const SOURCE: f64 = 0.3;

/// An annotated statement with the one that was found for it.
pub struct Matched<'a> {
    /// The annotation.
    pub gold: &'a AnnotatedStatement,
    /// What was found.
    pub found: &'a Statement,
    /// Whether the sources share a word; `None` where the annotation has no source.
    pub source: Option<bool>,
}

/// The figures of a case.
pub struct CaseScore<'a> {
    /// Statements.
    pub statements: Prf,
    /// The matched ones.
    pub matched: Vec<Matched<'a>>,
    /// Annotated statements without a match, each with its article.
    pub missed: Vec<(&'a str, &'a AnnotatedStatement)>,
    /// Pairs of articles that share text.
    pub copies: Prf,
    /// Media that articles credit.
    pub credits: Prf,
    /// Claims: how many there are, with the right status, with the right number of independent origins.
    pub claims: [usize; 3],
    /// Changes on the way: annotated, found with their kind, reported.
    pub drift: [usize; 3],
}

impl<'a> CaseScore<'a> {
    /// Scores what was worked out from the documents of an annotated case.
    pub fn of(gold: &'a AnnotatedCase, case: &'a Snapshot) -> Self {
        let by_doc: BTreeMap<&str, &Article> = case.articles.iter().map(|a| (stem(&a.file), a)).collect();
        let mut out = Self {
            statements: Prf::default(),
            matched: Vec::new(),
            missed: Vec::new(),
            copies: copies(gold, case),
            credits: credits(gold, &by_doc),
            claims: [0; 3],
            drift: drift(gold, case),
        };
        for article in &gold.articles {
            let Some(text) = by_doc.get(article.doc.as_str()) else {
                out.missed.extend(article.statements.iter().map(|s| (article.doc.as_str(), s)));
                continue;
            };
            let mut found: Vec<&Statement> =
                case.statements.iter().filter(|s| s.article == text.id).collect();
            found.sort_by_key(|s| (s.content_hull().start, s.source.map(|span| span.start), &s.id));
            let predicted = found.iter().filter(|s| s.voice != Voice::Publisher).count();
            out.statements.predicted += predicted;
            out.add(&article.doc, &article.statements, &WordPlaces::of(&text.text), &found);
        }
        let (hit, missed) = (out.matched.len(), out.missed.len());
        let predicted = out.statements.predicted.max(hit);
        out.statements = Prf { hit, predicted, gold: hit + missed };
        out.claims = out.claims_right(gold, case);
        out
    }

    fn add(
        &mut self,
        doc: &'a str,
        gold: &'a [AnnotatedStatement],
        text: &WordPlaces,
        found: &[&'a Statement],
    ) {
        let wanted: Vec<[Places; 2]> = gold.iter().map(|s| places(s, text)).collect();
        let own: Vec<[Places; 2]> = found.iter().map(|s| found_places(s, text)).collect();
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        for (g, [content, source]) in wanted.iter().enumerate() {
            for (p, [other, named]) in own.iter().enumerate() {
                let shared = dice(content, other);
                if shared >= ONE_CONTENT {
                    pairs.push((shared + SOURCE * dice(source, named), g, p));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((b.1, b.2).cmp(&(a.1, a.2))));
        let (mut used, mut taken) = (BTreeSet::new(), BTreeSet::new());
        for (_, g, p) in pairs {
            if !used.contains(&g) && !taken.contains(&p) {
                used.insert(g);
                taken.insert(p);
                let source = gold[g].source.as_ref().map(|_| !wanted[g][1].is_disjoint(&own[p][1]));
                self.matched.push(Matched { gold: &gold[g], found: found[p], source });
            }
        }
        self.missed.extend(gold.iter().enumerate().filter(|(g, _)| !used.contains(g)).map(|(_, s)| (doc, s)));
    }

    /// Share of the matched statements for which this holds, of those to which it applies; 1 where it applies to none.
    pub fn share(&self, holds: impl Fn(&Matched<'a>) -> Option<bool>) -> f64 {
        let asked: Vec<bool> = self.matched.iter().filter_map(holds).collect();
        if asked.is_empty() {
            1.0
        } else {
            asked.iter().filter(|right| **right).count() as f64 / asked.len() as f64
        }
    }

    /// Whether the figure that was annotated was read.
    pub fn figure(matched: &Matched<'a>) -> Option<bool> {
        let wanted = matched.gold.quantity?;
        Some(matched.found.quantities.iter().any(|q| Bounds { low: q.low, high: q.high } == wanted))
    }

    /// How actors are told apart: by the annotation and by what was found.
    pub fn actors(&self) -> BCubed {
        let own = |(at, m): (usize, &Matched<'a>)| match &m.found.actor {
            Some(actor) => actor.to_string(),
            None => format!("none {at}"),
        };
        BCubed::of(
            self.matched.iter().map(|m| m.gold.actor.clone()),
            self.matched.iter().enumerate().map(own),
        )
    }

    /// How statements are grouped into claims.
    pub fn grouping(&self, case: &Snapshot) -> BCubed {
        let claims = case.claim_of();
        let told = || self.matched.iter().enumerate().filter(|(_, m)| m.gold.claim.is_some());
        let own = |(at, m): (usize, &Matched<'a>)| {
            claims.get(&m.found.id).map_or_else(|| format!("none {at}"), |id| id.to_string())
        };
        BCubed::of(told().filter_map(|(_, m)| m.gold.claim.clone()), told().map(own))
    }

    /// How many claims were annotated, and for how many status and number of origins are right. Each claim is held against the one that has most of its
    /// statements; none against two.
    fn claims_right(&self, gold: &AnnotatedCase, case: &Snapshot) -> [usize; 3] {
        let claims = case.claim_of();
        let mut votes: BTreeMap<(&str, &ClaimId), usize> = BTreeMap::new();
        for matched in &self.matched {
            if let Some((wanted, own)) = matched.gold.claim.as_deref().zip(claims.get(&matched.found.id)) {
                *votes.entry((wanted, own)).or_default() += 1;
            }
        }
        let mut sorted: Vec<(usize, &str, &ClaimId)> =
            votes.into_iter().map(|((c, p), n)| (n, c, p)).collect();
        sorted.sort_by(|a, b| b.0.cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let (mut of, mut taken): (BTreeMap<&str, &Claim>, BTreeSet<&ClaimId>) = Default::default();
        for (_, wanted, own) in sorted {
            if !of.contains_key(wanted) && !taken.contains(own) {
                taken.insert(own);
                of.extend(case.claim(own).map(|claim| (wanted, claim)));
            }
        }
        let right = |holds: &dyn Fn(&Claim, &crate::annotated::AnnotatedClaim) -> bool| {
            gold.claims.iter().filter(|c| of.get(c.id.as_str()).is_some_and(|own| holds(own, c))).count()
        };
        let status = right(&|own, c| own.status.to_string() == c.status);
        let origins = right(&|own, c| own.independent_origins.len() == c.independent_origins.len());
        [gold.claims.len(), status, origins]
    }
}

/// Content and source of an annotated statement.
fn places(statement: &AnnotatedStatement, text: &WordPlaces) -> [Places; 2] {
    let content = text.all(&statement.content).into_iter().next().unwrap_or_default();
    let source = statement.source.as_deref().map_or_else(Places::new, |words| text.near(words, &content));
    [content, source]
}

/// Content and source of a statement that was found.
fn found_places(statement: &Statement, text: &WordPlaces) -> [Places; 2] {
    let content = statement.content.iter().flat_map(|span| text.within(span.start, span.end)).collect();
    [content, statement.source.map_or_else(Places::new, |span| text.within(span.start, span.end))]
}

/// Shared words, twice, of all words of both.
fn dice(a: &Places, b: &Places) -> f64 {
    let all = a.len() + b.len();
    if all == 0 { 0.0 } else { 2.0 * a.intersection(b).count() as f64 / all as f64 }
}

/// The file's name without folders and ending.
fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn docs(case: &Snapshot) -> BTreeMap<&ArticleId, &str> {
    case.articles.iter().map(|a| (&a.id, stem(&a.file))).collect()
}

fn overlap<T: Ord>(wanted: &BTreeSet<T>, found: &BTreeSet<T>) -> Prf {
    Prf { hit: wanted.intersection(found).count(), predicted: found.len(), gold: wanted.len() }
}

fn copies(gold: &AnnotatedCase, case: &Snapshot) -> Prf {
    let used: BTreeSet<&str> = gold.articles.iter().map(|a| a.doc.as_str()).collect();
    let pair = |a: &str, b: &str| (a.min(b).to_owned(), a.max(b).to_owned());
    let of = |a: &str, others: &[String]| {
        others.iter().filter(|b| used.contains(b.as_str())).map(|b| pair(a, b)).collect::<Vec<_>>()
    };
    let wanted = gold.articles.iter().flat_map(|a| of(&a.doc, &a.copied_from)).collect();
    let docs = docs(case);
    let both = |r: &sayso_model::TextReuse| Some((*docs.get(&r.first)?, *docs.get(&r.second)?));
    let own =
        case.reuse.iter().filter_map(both).filter(|(a, b)| used.contains(a) && used.contains(b) && a != b);
    overlap(&wanted, &own.map(|(a, b)| pair(a, b)).collect())
}

fn credits(gold: &AnnotatedCase, by_doc: &BTreeMap<&str, &Article>) -> Prf {
    let plain = |name: &str| {
        name.to_lowercase().chars().filter(|c| c.is_alphanumeric() || *c == '_').collect::<String>()
    };
    let wanted = gold.articles.iter().flat_map(|a| a.credits.iter().map(move |c| (a.doc.as_str(), plain(c))));
    let read = |a: &'_ crate::annotated::AnnotatedArticle| {
        by_doc.get(a.doc.as_str()).map(|article| article.credits.clone())
    };
    let own = gold
        .articles
        .iter()
        .flat_map(|a| read(a).unwrap_or_default().into_iter().map(move |c| (a.doc.as_str(), plain(&c.name))));
    overlap(&wanted.collect(), &own.collect())
}

fn drift(gold: &AnnotatedCase, case: &Snapshot) -> [usize; 3] {
    let docs = docs(case);
    let name = |id: &ArticleId| docs.get(id).copied().unwrap_or_default();
    let found: BTreeSet<(&str, &str, String)> = case
        .claims
        .iter()
        .flat_map(|c| &c.drift)
        .map(|d| (name(&d.from.article), name(&d.to.article), d.kind.to_string()))
        .collect();
    let is_found = |d: &&crate::annotated::AnnotatedDrift| {
        found.contains(&(d.from_doc.as_str(), d.to_doc.as_str(), d.kind.clone()))
    };
    [gold.drift.len(), gold.drift.iter().filter(is_found).count(), found.len()]
}
