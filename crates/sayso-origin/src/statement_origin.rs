//! From which origin does each statement come? Two statements that share their origin never confirm each other.

use std::collections::{BTreeMap, BTreeSet};

use sayso_model::{
    Actor, ActorId, ActorKind, Article, ArticleId, Credit, Evidence, Origin, OriginKind, Reason, Shared,
    Span, Statement, StatementId, StatementOrigin, TextReuse, Voice,
};

use crate::{
    carriers::{Carriers, Places},
    media::{medium, publisher},
    nearby::{credit_near, is_medium},
    prepared::name_of,
    root::{credit_of, crediting, way_to},
};

/// What the origin of statements is worked out from.
#[derive(Clone, Copy, Debug)]
pub struct OriginInput<'a> {
    /// The articles that the statements stand in.
    pub articles: &'a [Article],
    /// The statements.
    pub statements: &'a [Statement],
    /// Whoever their sources resolve to.
    pub actors: &'a [Actor],
    /// What [`crate::text_reuse`] found in the articles.
    pub reuse: &'a [TextReuse],
}

/// Tells the origin of every statement, sorted by statement id.
///
/// - Named actors vouch for what they say. Someone who speaks for a body or state has its origin if that body or state
///   speaks in the statements too, or another who speaks for it.
/// - Actors who say one thing in one breath have one origin.
/// - Anonymous actors count together with the medium that carries them first, so that copies of one report add nothing; those
///   whom two media call the same are perhaps the same, which a reason tells. An unnamed medium only passes on.
/// - What an outlet says itself, and what nobody is named for, starts where the outlet's text starts. Another outlet
///   that is named as the source vouches for what it reports.
///
/// The order of the input does not matter, and nothing in it makes the function fail: an actor or article that is
/// missing gives an origin of its own.
pub fn statement_origins(input: OriginInput<'_>) -> Vec<StatementOrigin> {
    let finder = Finder::new(input);
    let mut origins: BTreeMap<&StatementId, StatementOrigin> =
        input.statements.iter().map(|s| (&s.id, finder.origin(s))).collect();
    for group in joint_groups(input.statements) {
        finder.join(&group, &mut origins);
    }
    finder.compare_unnamed(input.statements, &mut origins);
    origins.into_values().collect()
}

/// Looks up what the rules need.
struct Finder<'a> {
    carriers: Carriers<'a>,
    actors: BTreeMap<&'a ActorId, &'a Actor>,
    /// Actors who speak in the statements.
    speaking: BTreeSet<&'a ActorId>,
    /// Bodies for which two or more of them speak.
    spoken_for: BTreeSet<&'a ActorId>,
}

impl<'a> Finder<'a> {
    fn new(input: OriginInput<'a>) -> Self {
        let actors: BTreeMap<&ActorId, &Actor> = input.actors.iter().map(|a| (&a.id, a)).collect();
        let speaking: BTreeSet<&ActorId> = input.statements.iter().filter_map(|s| s.actor.as_ref()).collect();
        let mut once = BTreeSet::new();
        let bodies = speaking.iter().filter_map(|id| actors.get(*id)?.affiliation.as_ref());
        let spoken_for = bodies.filter(|body| !once.insert(*body)).collect();
        Self { carriers: Carriers::new(input.articles, input.reuse), actors, speaking, spoken_for }
    }

    fn origin(&self, statement: &Statement) -> StatementOrigin {
        let actor = statement.actor.as_ref().filter(|_| statement.voice != Voice::Publisher);
        let (origin, reasons) = match actor.map(|id| (id, self.actors.get(id))) {
            None => self.of_outlet(statement),
            Some((id, Some(actor))) => match actor.kind {
                ActorKind::Anonymous if is_medium(&actor.name) => self.of_outlet(statement),
                ActorKind::Anonymous => self.of_anonymous(statement, actor),
                ActorKind::Publisher => self.of_medium(statement, actor),
                ActorKind::Person | ActorKind::Organization | ActorKind::Government => {
                    self.of_named(statement, id, &actor.name)
                }
            },
            Some((id, None)) => self.of_named(statement, id, id.as_str()),
        };
        StatementOrigin { statement: statement.id.clone(), origin: origin.into(), reasons }
    }

    /// A named actor vouches for it, or the body or state that the actor speaks for.
    fn of_named(&self, statement: &Statement, id: &ActorId, name: &str) -> (Origin, Vec<Reason>) {
        let own = Reason::with(format!("{name} vouches for it"), naming(statement));
        match self.spoken_for(id) {
            None => (Origin::actor(id, name), vec![own]),
            Some(body) => {
                let others =
                    if self.speaking.contains(&body.id) { "which speaks" } else { "for whom others speak" };
                let text = format!("{name} speaks for {}, {others} here too", body.name);
                (Origin::actor(&body.id, &body.name), vec![Reason::with(text, naming(statement))])
            }
        }
    }

    /// The last one in the chain of affiliations that speaks in the statements or has several who do; of a chain that bites its own tail, the
    /// smallest id in the ring, so that all in it have one origin.
    fn spoken_for(&self, id: &ActorId) -> Option<&'a Actor> {
        let mut chain: Vec<&ActorId> = vec![id];
        let mut at = self.actors.get(id).copied();
        let mut last = None;
        while let Some(next) = at.and_then(|a| a.affiliation.as_ref()) {
            if let Some(ring) = chain.iter().position(|seen| *seen == next) {
                let smallest = chain[ring..].iter().filter(|a| self.is_heard(a)).min();
                last = smallest.and_then(|a| self.actors.get(*a).copied()).or(last);
                break;
            }
            chain.push(next);
            at = self.actors.get(next).copied();
            last = at.filter(|a| self.is_heard(&a.id)).or(last);
        }
        last.filter(|actor| actor.id != *id)
    }

    /// Whether a body speaks in the statements, or several who speak for it do.
    fn is_heard(&self, body: &ActorId) -> bool {
        self.speaking.contains(body) || self.spoken_for.contains(body)
    }

    /// Someone whom the text does not name counts together with the medium that has the words first.
    fn of_anonymous(&self, statement: &Statement, actor: &Actor) -> (Origin, Vec<Reason>) {
        let (carrier, mut reasons) = self.medium_of(statement, Scope::NearThePlace);
        let text =
            format!("{} is not named, so the report counts once: through {}", actor.name, carrier.name);
        reasons.insert(0, Reason::with(text, naming(statement)));
        let origin = Origin {
            kind: OriginKind::Actor,
            key: format!("{} via {}", Origin::actor(&actor.id, &actor.name).key, carrier.key),
            name: format!("{} through {}", actor.name, carrier.name),
        };
        (origin, reasons)
    }

    /// An outlet that is named as the source vouches for what it reports, unless it is the article's own publisher.
    fn of_medium(&self, statement: &Statement, actor: &Actor) -> (Origin, Vec<Reason>) {
        let named = medium(&actor.name);
        let own = self.carriers.article(&statement.article).and_then(publisher);
        if own.is_none_or(|own| own.key == named.key) {
            return self.of_outlet(statement);
        }
        let text = format!("{} reports it; the article only passes it on", actor.name);
        (named, vec![Reason::with(text, naming(statement))])
    }

    /// The outlet's own voice, or nobody's: it starts where the text starts.
    fn of_outlet(&self, statement: &Statement) -> (Origin, Vec<Reason>) {
        let (carrier, mut reasons) = self.medium_of(statement, Scope::WholeReport);
        let text = match statement.voice {
            Voice::Publisher => {
                format!("it stands in the voice of the outlet and starts with {}", carrier.name)
            }
            Voice::Attributed | Voice::Carried => format!("no one else vouches for it than {}", carrier.name),
        };
        let evidence = Evidence::in_text(&statement.article, place(statement));
        reasons.insert(0, Reason::with(text, vec![evidence]));
        (carrier, reasons)
    }

    /// The medium that has the words of a statement first: the credit of the root article, else its publisher.
    fn medium_of(&self, statement: &Statement, scope: Scope) -> (Origin, Vec<Reason>) {
        let Some(article) = self.carriers.article(&statement.article) else {
            return (Origin::article(&statement.article, statement.article.as_str()), Vec::new());
        };
        let places = self.carriers.of_words(&article.id, place(statement));
        let root = self.carriers.root(&places).unwrap_or(article);
        let mut reasons = way_to(&self.carriers, article, root);
        let whole = || credit_of(root).filter(|credit| !self.is_added(root, credit, &places));
        let credited = match scope {
            Scope::NearThePlace => {
                places.get(&root.id).and_then(|place| credit_near(root, *place)).or_else(whole)
            }
            Scope::WholeReport => whole(),
        };
        let origin = match credited {
            Some(credit) => {
                reasons.push(crediting(root, credit));
                medium(&credit.name)
            }
            None => publisher(root).unwrap_or_else(|| Origin::article(&root.id, name_of(root))),
        };
        (origin, reasons)
    }

    /// Whether the credited medium's own article is there and lacks the words: then the one who credits it has added them.
    fn is_added(&self, root: &Article, credit: &Credit, places: &Places) -> bool {
        let credited = medium(&credit.name).key;
        let is_original = |id: &&ArticleId| {
            self.carriers.article(id).and_then(publisher).is_some_and(|p| p.key == credited)
        };
        let mut originals = self.carriers.sources_of(&root.id).filter(is_original).peekable();
        let Some(place) = places.get(&root.id) else { return false };
        originals.peek().is_some() && originals.all(|id| !self.carriers.share_words(&root.id, id, *place))
    }

    /// Gives the statements of a joint source the origin of the one with the smallest actor id.
    fn join(&self, group: &[&Statement], origins: &mut BTreeMap<&StatementId, StatementOrigin>) {
        let Some(common) = group.first().and_then(|s| origins.get(&s.id)).map(|o| o.origin.clone()) else {
            return;
        };
        let names: Vec<&str> =
            group.iter().filter_map(|s| s.actor.as_ref()).map(|id| self.name(id)).collect();
        let text = format!("they say it jointly: {}", names.join(" and "));
        for statement in group {
            if let Some(origin) = origins.get_mut(&statement.id) {
                origin.origin = common.clone();
                origin.reasons.push(Reason::with(text.clone(), naming(statement)));
            }
        }
    }

    /// Says of unnamed actors whom several media call the same that they are perhaps the same.
    fn compare_unnamed(
        &self,
        statements: &'a [Statement],
        origins: &mut BTreeMap<&StatementId, StatementOrigin>,
    ) {
        let is_unnamed = |id: &ActorId| self.actors.get(id).is_some_and(|a| a.kind == ActorKind::Anonymous);
        let unnamed: Vec<(&StatementId, &ActorId)> = statements
            .iter()
            .filter_map(|s| Some((&s.id, s.actor.as_ref().filter(|id| is_unnamed(id))?)))
            .filter(|(id, _)| origins.get(id).is_some_and(|o| o.origin.kind == OriginKind::Actor))
            .collect();
        let mut known: BTreeMap<&ActorId, BTreeSet<Shared<Origin>>> = BTreeMap::new();
        for (statement, actor) in &unnamed {
            known.entry(actor).or_default().extend(origins.get(statement).map(|o| o.origin.clone()));
        }
        for (statement, actor) in unnamed {
            let Some(own) = origins.get_mut(statement) else { continue };
            let other = known.get(actor).and_then(|all| all.iter().find(|origin| **origin != own.origin));
            if let Some(other) = other {
                let text = format!("perhaps the same as {}: neither is named", other.name);
                own.reasons.push(Reason::new(text));
            }
        }
    }

    fn name(&self, id: &'a ActorId) -> &'a str {
        self.actors.get(id).map_or(id.as_str(), |a| &a.name)
    }
}

/// Which credits of an article answer for a statement.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    /// Those in its sentences first, then those for the whole report.
    NearThePlace,
    /// Those for the whole report.
    WholeReport,
}

/// Where a statement stands: its content, else its cue or source.
fn place(statement: &Statement) -> Span {
    if statement.content.is_empty() {
        let named = statement.cue.into_iter().chain(statement.source);
        return named.reduce(Span::hull).unwrap_or(Span::new(0, 0));
    }
    statement.content_hull()
}

/// The words that name and attribute; the content where neither stands in the text.
fn naming(statement: &Statement) -> Vec<Evidence> {
    let named = statement.source.into_iter().chain(statement.cue);
    let span = named.reduce(Span::hull).unwrap_or_else(|| place(statement));
    vec![Evidence::in_text(&statement.article, span)]
}

/// Groups of statements that several actors make in one breath: one article, one cue, one content. Each is sorted by
/// actor and holds at least two actors.
fn joint_groups(statements: &[Statement]) -> Vec<Vec<&Statement>> {
    let mut groups: BTreeMap<_, Vec<&Statement>> = BTreeMap::new();
    let voiced = |s: &&Statement| s.actor.is_some() && s.voice != Voice::Publisher && !s.content.is_empty();
    for statement in statements.iter().filter(voiced) {
        groups.entry((&statement.article, statement.cue, &statement.content)).or_default().push(statement);
    }
    let mut joint: Vec<_> = groups.into_values().collect();
    for group in &mut joint {
        group.sort_by_key(|s| (&s.actor, &s.id));
        group.dedup_by_key(|s| &s.id);
    }
    joint.retain(|group| group.iter().any(|s| s.actor != group[0].actor));
    joint
}
