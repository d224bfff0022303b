//! Which origins may be others after decisions, and what they are then?
//!
//! Only those within reach of what was decided are worked out again: all of a large case would take seconds, and as much memory as it.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use sayso_model::{ActorId, ArticleId, Snapshot, Span, Statement, StatementId, StatementOrigin, TextReuse};
use sayso_origin::{OriginInput, article_origins, statement_origins};

use super::correct::Changed;

/// What decisions touched of that which origins follow from.
#[derive(Debug, Default)]
pub(super) struct Reach {
    /// Actors who say less or more than before, or are others.
    pub actors: BTreeSet<ActorId>,
    /// Articles in which somebody says something else, or whose links are others.
    pub articles: BTreeSet<ArticleId>,
    /// Whether links between articles are others.
    pub copies: bool,
}

impl Reach {
    /// Takes in what a statement was before a decision about it.
    pub fn take_in(&mut self, statement: &Statement) {
        self.articles.insert(statement.article.clone());
        self.actors.extend(statement.actor.clone());
    }
}

/// Works out the origins again that may be others, and notes the statements whose origin is.
pub(super) fn origins_again(snapshot: &mut Snapshot, change: &mut Changed) {
    if change.reach.copies {
        snapshot.article_origins = article_origins(&snapshot.articles, &snapshot.reuse).into();
    }
    let reach = std::mem::take(&mut change.reach);
    if reach.actors.is_empty() && reach.articles.is_empty() {
        return;
    }
    forget_rejected(snapshot, change);
    let actors = speakers(snapshot, &reach);
    let within = |s: &&Statement| {
        reach.articles.contains(&s.article) || s.actor.as_ref().is_some_and(|a| actors.contains(a))
    };
    let statements: Vec<Statement> = snapshot.statements.iter().filter(within).cloned().collect();
    let origins = statement_origins(OriginInput {
        articles: &snapshot.articles,
        statements: &statements,
        actors: &snapshot.actors,
        reuse: &snapshot.reuse,
    });
    for origin in origins {
        put(snapshot, origin, change);
    }
}

/// Statements that were rejected have no origin.
fn forget_rejected(snapshot: &mut Snapshot, change: &Changed) {
    let gone: HashSet<&StatementId> =
        change.statements.iter().filter(|id| snapshot.statement(id).is_none()).collect();
    if !gone.is_empty() {
        snapshot.origins.retain(|o| !gone.contains(&o.statement));
    }
}

fn put(snapshot: &mut Snapshot, origin: StatementOrigin, change: &mut Changed) {
    match snapshot.origins.binary_search_by(|o| o.statement.cmp(&origin.statement)) {
        Ok(at) if snapshot.origins[at] == origin => {}
        Ok(at) => {
            change.statements.insert(origin.statement.clone());
            snapshot.origins[at] = origin;
        }
        Err(at) => {
            change.statements.insert(origin.statement.clone());
            snapshot.origins.insert(at, origin);
        }
    }
}

/// Everybody whose statements may start elsewhere now. What somebody's statements start with depends on whether those speak for whom they
/// speak, on who else speaks for these, and on who says the same in one breath: so all of these belong to it.
fn speakers(snapshot: &Snapshot, reach: &Reach) -> HashSet<ActorId> {
    let own = snapshot.statements.iter().filter(|s| reach.articles.contains(&s.article));
    let mut known: HashSet<ActorId> =
        own.filter_map(|s| s.actor.clone()).chain(reach.actors.iter().cloned()).collect();
    loop {
        let before = known.len();
        add_affiliated(snapshot, &mut known);
        add_joint(snapshot, &mut known);
        if known.len() == before {
            return known;
        }
    }
}

/// Adds those for whom somebody speaks, and those who speak for somebody, through any number of steps.
fn add_affiliated(snapshot: &Snapshot, known: &mut HashSet<ActorId>) {
    let mut beside: BTreeMap<&ActorId, Vec<&ActorId>> = BTreeMap::new();
    for actor in &snapshot.actors {
        if let Some(body) = &actor.affiliation {
            beside.entry(&actor.id).or_default().push(body);
            beside.entry(body).or_default().push(&actor.id);
        }
    }
    let mut open: Vec<ActorId> = known.iter().cloned().collect();
    while let Some(actor) = open.pop() {
        for other in beside.get(&actor).into_iter().flatten() {
            if known.insert((*other).clone()) {
                open.push((*other).clone());
            }
        }
    }
}

/// Adds those who say something jointly with them.
fn add_joint(snapshot: &Snapshot, known: &mut HashSet<ActorId>) {
    type Breath<'a> = (&'a ArticleId, Option<Span>, &'a [Span]);
    fn breath(s: &Statement) -> Breath<'_> {
        (&s.article, s.cue, &s.content)
    }
    let is_known =
        |s: &Statement, known: &HashSet<ActorId>| s.actor.as_ref().is_some_and(|a| known.contains(a));
    let joint: HashSet<Breath<'_>> =
        snapshot.statements.iter().filter(|s| is_known(s, known)).map(breath).collect();
    let others = snapshot.statements.iter().filter(|s| joint.contains(&breath(s)));
    let found: Vec<ActorId> = others.filter_map(|s| s.actor.clone()).collect();
    known.extend(found);
}

/// These articles, and all that share text with them through any number of others.
pub(super) fn connected(reuse: &[TextReuse], articles: [&ArticleId; 2]) -> BTreeSet<ArticleId> {
    let mut beside: BTreeMap<&ArticleId, Vec<&ArticleId>> = BTreeMap::new();
    for pair in reuse {
        beside.entry(&pair.first).or_default().push(&pair.second);
        beside.entry(&pair.second).or_default().push(&pair.first);
    }
    let mut out: BTreeSet<ArticleId> = articles.into_iter().cloned().collect();
    let mut open: Vec<&ArticleId> = articles.to_vec();
    while let Some(article) = open.pop() {
        for &other in beside.get(article).into_iter().flatten() {
            if out.insert(other.clone()) {
                open.push(other);
            }
        }
    }
    out
}
