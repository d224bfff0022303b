//! Claims from statements: grouping first, then what follows from each group.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use sayso_model::{
    Actor, ActorId, Article, ArticleId, Claim, ClaimId, Headline, Statement, StatementId, StatementOrigin,
    TextReuse,
};

use crate::{
    compared::Compared,
    drift::Retellings,
    features::{FEATURES, features},
    group::groups,
    headline::Headlines,
    independence::independent_origins,
    meaning::Meaning,
    names::{CountryOf, known_names, names_of},
    position::positions,
    proposition::Proposition,
    related::relate,
    status::Weighing,
    wording::wording,
};

/// Everything that claims follow from.
#[derive(Clone, Copy)]
pub struct ClaimInput<'a> {
    /// The articles of the statements.
    pub articles: &'a [Article],
    /// The statements, actors resolved.
    pub statements: &'a [Statement],
    /// Who they are.
    pub actors: &'a [Actor],
    /// What each statement's content means; a statement that is not in it is left out.
    pub meanings: &'a BTreeMap<StatementId, Meaning>,
    /// Which country words name.
    pub country_of: CountryOf,
    /// When each article was first retrieved; for one that is not in it, when its present text was. The earliest statement founds
    /// a claim and gives it its id, which so survives a revision of its article.
    pub first_seen: &'a BTreeMap<ArticleId, Timestamp>,
    /// Which articles share text.
    pub reuse: &'a [TextReuse],
    /// Where each statement comes from.
    pub origins: &'a [StatementOrigin],
    /// What the headlines say; what they mean is among `meanings`, by the ids of their statements.
    pub headlines: &'a [Headline],
}

/// Groups statements into claims and says of each who stands where, on how many origins, with which status and drift.
///
/// In ledger order: the claims that most articles carry first, then those with most independent origins, then by id. The order of the input does not matter.
pub fn claims(input: &ClaimInput<'_>) -> Vec<Claim> {
    let items = propositions(input);
    let maps = Maps::of(input, &items);
    let case = Compared::of(&items);
    let grouping = groups(&case, input.reuse);
    let made = grouping.groups.par_iter().filter_map(|group| {
        let mut said: Vec<&Proposition<'_>> = group.iter().map(|&i| &items[i]).collect();
        order(&mut said);
        Some((group, maps.claim(&said)?))
    });
    let (made, mut out): (Vec<&Vec<usize>>, Vec<Claim>) = made.unzip();
    let mut claim_of = vec![None; items.len()];
    for (place, group) in made.into_iter().enumerate() {
        group.iter().for_each(|&i| claim_of[i] = Some(place));
    }
    relate(&case, &grouping.near, &claim_of, &mut out);
    out.sort_by(ledger_order);
    out
}

/// The claims that these statements make when each list is one claim, whatever their contents are like: what a person has moved,
/// merged or split. `None` where a list holds no statement of the input.
pub fn claims_of(input: &ClaimInput<'_>, lists: &[Vec<StatementId>]) -> Vec<Option<Claim>> {
    let items = propositions(input);
    let maps = Maps::of(input, &items);
    let by_id: BTreeMap<&StatementId, &Proposition<'_>> =
        items.iter().map(|p| (&p.statement.id, p)).collect();
    let of = |id: &StatementId| by_id.get(id).copied();
    let claim = |list: &Vec<StatementId>| {
        let mut group: Vec<&Proposition<'_>> = list.iter().filter_map(of).collect();
        order(&mut group);
        if group.is_empty() { None } else { maps.claim(&group) }
    };
    lists.iter().map(claim).collect()
}

/// By publication, then by when it was got.
fn order(group: &mut [&Proposition<'_>]) {
    group.sort_by_key(|p| (p.article.published.map(|t| t.earliest()), p.article.retrieved, &p.statement.id));
}

/// The order in which the ledger shows claims: those that most articles carry first, then those with most independent origins.
pub fn ledger_order(a: &Claim, b: &Claim) -> std::cmp::Ordering {
    let size = |c: &Claim| (c.articles.len(), c.independent_origins.len());
    size(b).cmp(&size(a)).then_with(|| a.id.cmp(&b.id))
}

/// The statements that can be grouped, in an order that does not depend on that of the input.
pub(crate) fn propositions<'a>(input: &ClaimInput<'a>) -> Vec<Proposition<'a>> {
    let articles: FxHashMap<&ArticleId, &Article> = input.articles.iter().map(|a| (&a.id, a)).collect();
    let actors: FxHashMap<&ActorId, &Actor> = input.actors.iter().map(|a| (&a.id, a)).collect();
    let meanings: FxHashMap<&StatementId, &Meaning> = input.meanings.iter().collect();
    let known: FxHashMap<&ArticleId, BTreeSet<String>> =
        input.articles.par_iter().map(|a| (&a.id, known_names(&a.text))).collect();
    let mut out: Vec<Proposition<'a>> = input
        .statements
        .par_iter()
        .filter_map(|s| {
            let (article, meaning) = (articles.get(&s.article)?, meanings.get(&s.id)?);
            Some(Proposition::new(s, article, meaning, &known[&article.id], input.country_of))
        })
        .collect();
    for item in &mut out {
        let Some(actor) = item.speaker.and_then(|id| actors.get(id)) else { continue };
        item.speaker = actor.affiliation.as_ref().or(item.speaker);
        item.speaker_names = names_of(&actor.name, input.country_of);
        if let Some(body) = actor.affiliation.as_ref().and_then(|id| actors.get(id)) {
            item.speaker_names.extend(names_of(&body.name, input.country_of));
        }
        if item.denies_own_part {
            item.doers.names.clone_from(&item.speaker_names);
            item.doers.asked = true;
        }
    }
    // What means the like lies close together, and where each stands follows from itself and its id alone: very many pairs are compared, most
    // of them of neighbours, and looking up what lies far off takes longer than comparing it.
    out.sort_by(|a, b| (a.sides[0], &a.statement.id).cmp(&(b.sides[0], &b.statement.id)));
    out
}

/// The features of all pairs of different wordings that are compared: what the scorer is trained on. Pairs with a content that only
/// points back are left out, as they are by the scorer.
pub fn pair_features(input: &ClaimInput<'_>) -> Vec<(StatementId, StatementId, [f32; FEATURES])> {
    let items = propositions(input);
    let case = Compared::of(&items);
    let own: Vec<usize> = (0..items.len()).filter(|&i| !items[i].waits()).collect();
    let pairs = own.iter().enumerate().flat_map(|(n, &i)| own[n + 1..].iter().map(move |&j| (i, j)));
    let different = pairs.filter(|&(i, j)| items[i].words != items[j].words);
    let id = |i: usize| items[i].statement.id.clone();
    different.map(|(i, j)| (id(i), id(j), features(&case, i, j))).collect()
}

/// The inputs by id.
struct Maps<'a> {
    first_seen: &'a BTreeMap<ArticleId, Timestamp>,
    actors: BTreeMap<&'a ActorId, &'a Actor>,
    origins: BTreeMap<&'a StatementId, &'a StatementOrigin>,
    reuse: BTreeMap<(&'a ArticleId, &'a ArticleId), &'a TextReuse>,
    headlines: Headlines<'a>,
}

impl<'a> Maps<'a> {
    fn of(input: &ClaimInput<'a>, items: &[Proposition<'a>]) -> Self {
        Self {
            first_seen: input.first_seen,
            actors: input.actors.iter().map(|a| (&a.id, a)).collect(),
            origins: input.origins.iter().map(|o| (&o.statement, o)).collect(),
            reuse: input.reuse.iter().map(|r| ((&r.first, &r.second), r)).collect(),
            headlines: Headlines::of(input, items),
        }
    }

    fn claim(&self, group: &[&Proposition<'a>]) -> Option<Claim> {
        let founder = group.iter().min_by_key(|p| {
            let seen = self.first_seen.get(&p.article.id).copied();
            (seen.unwrap_or(p.article.retrieved), &p.statement.id)
        })?;
        let (text, evidence) = wording(group)?;
        let legs = independent_origins(group, &self.origins);
        let weighing = Weighing { group, actors: &self.actors, origins: &self.origins, legs: &legs };
        let (status, reasons) = weighing.status();
        let retellings = Retellings {
            actors: &self.actors,
            origins: &self.origins,
            reuse: &self.reuse,
            headlines: &self.headlines,
        };
        let mut seen: BTreeSet<&ArticleId> = BTreeSet::new();
        let first = group.iter().map(|item| &item.article.id).filter(|id| seen.insert(id));
        let articles: Vec<ArticleId> = first.cloned().collect();
        Some(Claim {
            id: ClaimId::derive(&[founder.statement.id.as_str()]),
            text,
            wording: evidence,
            status,
            reasons,
            statements: group.iter().map(|p| p.statement.id.clone()).collect(),
            articles,
            positions: positions(group),
            drift: retellings.drift(group),
            related: Vec::new(),
            independent_origins: legs,
            last_change: group.iter().map(|p| p.article.retrieved).max(),
        })
    }
}

#[cfg(test)]
mod tests;
