//! Where to find things in a snapshot: made once for each state of a case, so that a page costs what it shows and not what the
//! case holds.
//!
//! It is made anew after each decision, so that it finds places by hashes and not by searching sorted lists (which took most of the time of
//! a decision), and holds few large pieces of memory and not many small ones, which would stay scattered when it is let go.

use std::collections::HashMap;

use jiff::Timestamp;
use sayso_model::{
    Act, Actor, ActorId, Article, ArticleId, Claim, ClaimId, Reliability, Review, Snapshot, Standing,
    Statement, StatementId, TextReuse,
};

use crate::lists::{Lists, Wordings};

/// The places of everything that pages look up.
#[derive(Clone, Debug, Default)]
pub struct Index {
    claims: HashMap<ClaimId, u32>,
    claim_of: Vec<Option<u32>>,
    of_article: Lists,
    of_actor: HashMap<ActorId, Vec<u32>>,
    reuse_of: Lists,
    articles_by_time: Vec<u32>,
    speakers: Vec<u32>,
    last: Vec<Option<Timestamp>>,
    /// The wordings of the claims in small letters.
    wordings: Wordings,
    /// For each claim the place of the actor with most statements on it among all names; claims of nobody come last.
    speaker_rank: Vec<u32>,
    reviews_of: HashMap<String, Vec<u32>>,
    reliability: HashMap<ActorId, Reliability>,
}

impl Index {
    /// Finds everything once.
    pub fn of(snapshot: &Snapshot) -> Self {
        let mut index = Self::default();
        index.add_claims(snapshot);
        index.add_statements(snapshot);
        index.add_articles(snapshot);
        index.add_ranks(snapshot);
        for (at, (review, standing)) in (0..).zip(&snapshot.reviews) {
            if let (Act::SetReliability { actor, grade }, Standing::Holds) = (&review.act, standing) {
                index.reliability.insert(actor.clone(), *grade);
            }
            for id in review.act.subjects() {
                index.reviews_of.entry(id.to_owned()).or_default().push(at);
            }
        }
        index
    }

    fn add_claims(&mut self, snapshot: &Snapshot) {
        self.claims.reserve(snapshot.claims.len());
        let mut claim_of: HashMap<&StatementId, u32> = HashMap::with_capacity(snapshot.statements.len());
        for (at, claim) in (0..).zip(&snapshot.claims) {
            self.claims.insert(claim.id.clone(), at);
            self.wordings.push(&claim.text);
            self.last.push(claim.positions.iter().filter_map(|p| p.last).map(|p| p.earliest()).max());
            claim_of.extend(claim.statements.iter().map(|id| (id, at)));
        }
        self.claim_of = snapshot.statements.iter().map(|s| claim_of.get(&s.id).copied()).collect();
    }

    fn add_statements(&mut self, snapshot: &Snapshot) {
        let articles: HashMap<&ArticleId, u32> = snapshot.articles.iter().map(|a| &a.id).zip(0..).collect();
        let mut of_article = Vec::with_capacity(snapshot.statements.len());
        for (at, statement) in (0..).zip(&snapshot.statements) {
            if let Some(article) = articles.get(&statement.article) {
                of_article.push((*article, statement.content_hull().start, at));
            }
            if let Some(actor) = &statement.actor {
                self.of_actor.entry(actor.clone()).or_default().push(at);
            }
        }
        of_article.sort_unstable();
        let of_article = of_article.into_iter().map(|(article, _, statement)| (article, statement));
        self.of_article = Lists::of(snapshot.articles.len(), of_article);
        let spoken = |actor: &Actor| self.of_actor.get(&actor.id).map_or(0, Vec::len);
        let mut speakers: Vec<(usize, u32)> =
            (0..).zip(&snapshot.actors).map(|(at, a)| (spoken(a), at)).filter(|(n, _)| *n > 0).collect();
        speakers.sort_by_key(|(n, at)| (std::cmp::Reverse(*n), *at));
        self.speakers = speakers.into_iter().map(|(_, at)| at).collect();
    }

    fn add_ranks(&mut self, snapshot: &Snapshot) {
        let mut by_name: Vec<&Actor> = snapshot.actors.iter().collect();
        by_name.sort_by(|a, b| a.name.cmp(&b.name).then_with(|| a.id.cmp(&b.id)));
        let rank: HashMap<&ActorId, u32> = by_name.into_iter().map(|a| &a.id).zip(0..).collect();
        let of = |claim: &Claim| speaker(claim).and_then(|id| rank.get(id)).copied().unwrap_or(u32::MAX);
        self.speaker_rank = snapshot.claims.iter().map(of).collect();
    }

    fn add_articles(&mut self, snapshot: &Snapshot) {
        let mut reuse_of: Vec<(u32, u32)> = Vec::with_capacity(2 * snapshot.reuse.len());
        for (at, pair) in (0..).zip(&snapshot.reuse) {
            let both = [&pair.first, &pair.second].into_iter().filter_map(|id| article_at(snapshot, id));
            reuse_of.extend(both.filter_map(|article| u32::try_from(article).ok()).map(|a| (a, at)));
        }
        reuse_of.sort_unstable();
        self.reuse_of = Lists::of(snapshot.articles.len(), reuse_of.into_iter());
        let mut by_time: Vec<u32> = (0..).zip(&snapshot.articles).map(|(at, _)| at).collect();
        by_time.sort_by_key(|at| {
            let article = &snapshot.articles[*at as usize];
            (article.published.map(|p| p.earliest()), &article.file)
        });
        self.articles_by_time = by_time;
    }

    /// The claim with this id.
    pub fn claim<'s>(&self, snapshot: &'s Snapshot, id: &ClaimId) -> Option<&'s Claim> {
        self.claims.get(id).and_then(|at| snapshot.claims.get(*at as usize))
    }

    /// The claim that a statement belongs to.
    pub fn claim_of<'s>(&self, snapshot: &'s Snapshot, id: &StatementId) -> Option<&'s Claim> {
        self.claim_of_place(snapshot, statement_at(snapshot, id)?)
    }

    /// The claim that the statement in this place belongs to.
    pub(crate) fn claim_of_place<'s>(&self, snapshot: &'s Snapshot, statement: usize) -> Option<&'s Claim> {
        self.claim_of.get(statement).copied().flatten().and_then(|at| snapshot.claims.get(at as usize))
    }

    /// The statements of an article, in the order of its text.
    pub fn of_article<'s>(
        &'s self,
        snapshot: &'s Snapshot,
        id: &ArticleId,
    ) -> impl Iterator<Item = &'s Statement> {
        let list = article_at(snapshot, id).map_or(&[][..], |at| self.of_article.get(at));
        found(list, |at| snapshot.statements.get(at))
    }

    /// The statements of an actor, sorted by id.
    pub fn of_actor<'s>(
        &'s self,
        snapshot: &'s Snapshot,
        id: &ActorId,
    ) -> impl Iterator<Item = &'s Statement> {
        found(self.statements_of(id), |at| snapshot.statements.get(at))
    }

    /// The pairs of articles that share text of which this is one.
    pub fn reuse_of<'s>(
        &'s self,
        snapshot: &'s Snapshot,
        id: &ArticleId,
    ) -> impl Iterator<Item = &'s TextReuse> {
        let list = article_at(snapshot, id).map_or(&[][..], |at| self.reuse_of.get(at));
        found(list, |at| snapshot.reuse.get(at))
    }

    fn statements_of(&self, actor: &ActorId) -> &[u32] {
        self.of_actor.get(actor).map_or(&[], Vec::as_slice)
    }

    /// The articles by publication and then by file.
    pub fn articles_by_time<'s>(&'s self, snapshot: &'s Snapshot) -> impl Iterator<Item = &'s Article> {
        found(&self.articles_by_time, |at| snapshot.articles.get(at))
    }

    /// The actors who speak, those with the most statements first.
    pub fn speakers<'s>(&'s self, snapshot: &'s Snapshot) -> impl Iterator<Item = &'s Actor> {
        found(&self.speakers, |at| snapshot.actors.get(at))
    }

    /// When the latest article about the claim in this place was published.
    pub(crate) fn last(&self, claim: usize) -> Option<Timestamp> {
        self.last.get(claim).copied().flatten()
    }

    /// The wording of the claim in this place, in small letters.
    pub(crate) fn wording(&self, claim: usize) -> &str {
        self.wordings.get(claim)
    }

    /// By which claims are sorted that are grouped by who says most on them.
    pub(crate) fn speaker_rank(&self, claim: usize) -> u32 {
        self.speaker_rank.get(claim).copied().unwrap_or(u32::MAX)
    }

    /// How many claims the statements of an actor belong to.
    pub(crate) fn claims_of_actor(&self, id: &ActorId) -> usize {
        let own = self.statements_of(id).iter();
        let mut claims: Vec<u32> = own.filter_map(|at| self.claim_of.get(*at as usize).copied()?).collect();
        claims.sort_unstable();
        claims.dedup();
        claims.len()
    }

    /// The grade that a person gave an actor last.
    pub fn reliability(&self, id: &ActorId) -> Option<Reliability> {
        self.reliability.get(id).copied()
    }

    /// The decisions about one thing, in order.
    pub fn reviews_of<'s>(
        &'s self,
        snapshot: &'s Snapshot,
        id: &str,
    ) -> impl Iterator<Item = &'s (Review, Standing)> {
        let list = self.reviews_of.get(id).map_or(&[][..], Vec::as_slice);
        found(list, |at| snapshot.reviews.get(at))
    }
}

/// What stands in these places.
fn found<'s, T: 's>(places: &'s [u32], at: impl Fn(usize) -> Option<&'s T>) -> impl Iterator<Item = &'s T> {
    places.iter().filter_map(move |place| at(*place as usize))
}

/// The actor with most statements on a claim.
pub(crate) fn speaker(claim: &Claim) -> Option<&ActorId> {
    let most = claim.positions.iter().filter(|p| p.actor.is_some()).max_by_key(|p| p.statements.len());
    most.and_then(|p| p.actor.as_ref())
}

/// The place of the statement with this id.
fn statement_at(snapshot: &Snapshot, id: &StatementId) -> Option<usize> {
    snapshot.statements.binary_search_by(|s| s.id.cmp(id)).ok()
}

/// The place of the article with this id.
fn article_at(snapshot: &Snapshot, id: &ArticleId) -> Option<usize> {
    snapshot.articles.binary_search_by(|a| a.id.cmp(id)).ok()
}
