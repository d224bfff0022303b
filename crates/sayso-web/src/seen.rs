//! The case as one page sees it, and what of it is another after a decision.

use std::{
    collections::BTreeSet,
    sync::{Arc, OnceLock},
    time::Duration,
};

use sayso_model::{Article, ArticleId, Claim, Snapshot, StatementId};
use sayso_pages::{EventView, Index, PlaceView};
use sayso_workbench::Generation;

/// The case as it was read last. Every page takes a copy, which costs some counts of references.
#[derive(Clone)]
pub(crate) struct Seen {
    pub(crate) snapshot: Arc<Snapshot>,
    pub(crate) index: Arc<Index>,
    /// The same without any decision, so that the next decision need not read the whole case again. The two share what no decision
    /// touches.
    pub(crate) worked_out: Arc<Snapshot>,
    /// Places and days of the whole case, worked out when they are asked for first.
    pub(crate) places: Arc<OnceLock<Vec<PlaceView>>>,
    pub(crate) events: Arc<OnceLock<Vec<EventView>>>,
    /// Whether everything that follows from the articles has been worked out.
    pub(crate) is_current: bool,
    pub(crate) generation: Generation,
    /// How long it took to read.
    pub(crate) took: Duration,
}

impl Seen {
    /// The places that statements name.
    pub(crate) fn places(&self) -> &[PlaceView] {
        self.places.get_or_init(|| sayso_pages::places(&self.snapshot, &self.index))
    }

    /// The days that statements name.
    pub(crate) fn events(&self) -> &[EventView] {
        self.events.get_or_init(|| sayso_pages::events(&self.snapshot, &self.index))
    }
}

/// The two cases with nothing but the claims that are not the same in both, and what these rest on: a decision touches few of them,
/// and comparing all of a large case takes seconds.
pub(crate) fn differing(before: &Seen, after: &Seen) -> (Snapshot, Snapshot) {
    let claims = |of: &Seen, other: &Seen| -> Vec<Claim> {
        // Claims that no decision touches are the same in memory, which is seen without comparing them.
        let same = |c: &&Claim| {
            let there = other.index.claim(&other.snapshot, &c.id);
            there.is_some_and(|o| std::ptr::eq(o, *c) || o == *c)
        };
        of.snapshot.claims.iter().filter(|c| !same(c)).cloned().collect()
    };
    let part = |of: &Seen, claims: Vec<Claim>| {
        let ids: BTreeSet<&StatementId> = claims.iter().flat_map(|c| &c.statements).collect();
        let statements = ids.iter().filter_map(|id| of.snapshot.statement(id)).cloned().collect();
        let actors = of.snapshot.actors.clone();
        Snapshot { claims: claims.into(), statements, actors, ..Snapshot::default() }
    };
    let mut earlier = part(before, claims(before, after));
    let mut later = part(after, claims(after, before));
    // Decisions change no article: both have the same.
    let carry: BTreeSet<&ArticleId> =
        earlier.claims.iter().chain(&later.claims).flat_map(|c| &c.articles).collect();
    let articles: Vec<Article> = carry.iter().filter_map(|id| after.snapshot.article(id)).cloned().collect();
    earlier.articles = articles.into();
    later.articles = earlier.articles.clone();
    (earlier, later)
}
