//! Everything that a case holds at one moment, for reading only.

use std::collections::BTreeMap;

use crate::{
    actor::Actor,
    article::Article,
    claim::Claim,
    id::{ActorId, ArticleId, ClaimId, StatementId},
    origin::{Origin, Reason, StatementOrigin, TextReuse},
    review::{Review, Standing},
    shared::{List, Shared},
    statement::Statement,
};

/// The articles of a case in their latest revision, and all that was worked out from them.
///
/// Every list is sorted by id, except `claims`, which are in ledger order (those that most articles carry first). Copies share what
/// none of them has changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snapshot {
    /// The articles.
    pub articles: Shared<Vec<Article>>,
    /// How many texts each article has had; 1 for an article that was never revised.
    pub revisions: Shared<BTreeMap<ArticleId, u32>>,
    /// What is said in them.
    pub statements: List<Statement>,
    /// Who says it.
    pub actors: Shared<Vec<Actor>>,
    /// Which articles share text.
    pub reuse: Shared<Vec<TextReuse>>,
    /// Where each statement comes from.
    pub origins: List<StatementOrigin>,
    /// Where each article's report starts, and why.
    pub article_origins: Shared<BTreeMap<ArticleId, (Origin, Vec<Reason>)>>,
    /// What the statements add up to.
    pub claims: List<Claim>,
    /// What people decided, in order; everything above follows these decisions where they hold.
    pub reviews: Vec<(Review, Standing)>,
}

impl Snapshot {
    /// The article with this id.
    pub fn article(&self, id: &ArticleId) -> Option<&Article> {
        self.articles.binary_search_by(|a| a.id.cmp(id)).ok().map(|i| &self.articles[i])
    }

    /// The statement with this id.
    pub fn statement(&self, id: &StatementId) -> Option<&Statement> {
        self.statements.binary_search_by(|s| s.id.cmp(id)).ok().map(|i| &self.statements[i])
    }

    /// The actor with this id.
    pub fn actor(&self, id: &ActorId) -> Option<&Actor> {
        self.actors.binary_search_by(|a| a.id.cmp(id)).ok().map(|i| &self.actors[i])
    }

    /// The origin of the statement with this id.
    pub fn origin(&self, id: &StatementId) -> Option<&StatementOrigin> {
        self.origins.binary_search_by(|o| o.statement.cmp(id)).ok().map(|i| &self.origins[i])
    }

    /// The claim with this id.
    pub fn claim(&self, id: &ClaimId) -> Option<&Claim> {
        self.claims.iter().find(|c| c.id == *id)
    }

    /// Which claim each statement belongs to.
    pub fn claim_of(&self) -> BTreeMap<&StatementId, &ClaimId> {
        self.claims.iter().flat_map(|c| c.statements.iter().map(|s| (s, &c.id))).collect()
    }
}
