//! Claims from statements: grouping first, then what follows from each group.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sayso_model::{
    Actor, ActorId, Article, ArticleId, Claim, ClaimId, Embedding, Statement, StatementId, StatementOrigin,
    TextReuse,
};

use crate::{
    drift::Retellings,
    group::groups,
    independence::independent_origins,
    position::positions,
    proposition::{Proposition, leave_out_topic},
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
    /// The embedding of each statement's content; a statement without one is left out.
    pub embeddings: &'a BTreeMap<StatementId, Embedding>,
    /// When each article was first retrieved; for one that is not in it, when its present text was. The earliest statement founds
    /// a claim and gives it its id, which so survives a revision of its article.
    pub first_seen: &'a BTreeMap<ArticleId, Timestamp>,
    /// Which articles share text.
    pub reuse: &'a [TextReuse],
    /// Where each statement comes from.
    pub origins: &'a [StatementOrigin],
}

/// Groups statements into claims and says of each who stands where, on how many origins, with which status and drift.
///
/// In ledger order: the claims that most articles carry first, then those with most independent origins, then by id. The order of the input does not matter.
pub fn claims(input: &ClaimInput<'_>) -> Vec<Claim> {
    let items = propositions(input);
    let maps = Maps::of(input);
    let mut out: Vec<Claim> = groups(&items, input.reuse)
        .into_iter()
        .filter_map(|group| {
            let mut group: Vec<&Proposition<'_>> = group.into_iter().map(|i| &items[i]).collect();
            group.sort_by_key(|p| {
                (p.article.published.map(|t| t.earliest()), p.article.retrieved, &p.statement.id)
            });
            maps.claim(&group)
        })
        .collect();
    out.sort_by(|a, b| {
        let size = |c: &Claim| (c.articles.len(), c.independent_origins.len());
        size(b).cmp(&size(a)).then_with(|| a.id.cmp(&b.id))
    });
    out
}

/// The statements that can be grouped, sorted by id.
fn propositions<'a>(input: &ClaimInput<'a>) -> Vec<Proposition<'a>> {
    let articles: BTreeMap<&ArticleId, &Article> = input.articles.iter().map(|a| (&a.id, a)).collect();
    let mut out: Vec<Proposition<'a>> = input
        .statements
        .iter()
        .filter_map(|s| Some(Proposition::new(s, articles.get(&s.article)?, input.embeddings.get(&s.id)?)))
        .collect();
    let speaks_for: BTreeMap<&ActorId, &ActorId> =
        input.actors.iter().filter_map(|a| Some((&a.id, a.affiliation.as_ref()?))).collect();
    for item in &mut out {
        item.speaker = item.speaker.map(|actor| speaks_for.get(actor).copied().unwrap_or(actor));
    }
    out.sort_by(|a, b| a.statement.id.cmp(&b.statement.id));
    leave_out_topic(&mut out);
    out
}

/// The inputs by id.
struct Maps<'a> {
    first_seen: &'a BTreeMap<ArticleId, Timestamp>,
    actors: BTreeMap<&'a ActorId, &'a Actor>,
    origins: BTreeMap<&'a StatementId, &'a StatementOrigin>,
    reuse: BTreeMap<(&'a ArticleId, &'a ArticleId), &'a TextReuse>,
}

impl<'a> Maps<'a> {
    fn of(input: &ClaimInput<'a>) -> Self {
        Self {
            first_seen: input.first_seen,
            actors: input.actors.iter().map(|a| (&a.id, a)).collect(),
            origins: input.origins.iter().map(|o| (&o.statement, o)).collect(),
            reuse: input.reuse.iter().map(|r| ((&r.first, &r.second), r)).collect(),
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
        let retellings = Retellings { actors: &self.actors, origins: &self.origins, reuse: &self.reuse };
        let mut articles: Vec<ArticleId> = Vec::new();
        for item in group {
            if !articles.contains(&item.article.id) {
                articles.push(item.article.id.clone());
            }
        }
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
            independent_origins: legs,
            last_change: group.iter().map(|p| p.article.retrieved).max(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sayso_model::{ActorKind, Certainty, DriftKind, Origin, Stance, Status};
    use sayso_testkit::{article, statement};

    /// A claim in the making: one line for each speaker on one proposition.
    #[derive(Default)]
    struct Scene {
        articles: Vec<Article>,
        statements: Vec<Statement>,
        actors: Vec<Actor>,
        origins: Vec<StatementOrigin>,
        reuse: Vec<TextReuse>,
    }

    impl Scene {
        fn says(
            mut self,
            who: &str,
            kind: ActorKind,
            stance: Stance,
            certainty: Certainty,
            words: &str,
        ) -> Self {
            let n = self.articles.len();
            let a = article(&format!("{n}"), &format!("{who} said {words}."));
            let mut s = statement(&a, who, "said", words);
            let id = ActorId::derive(kind.as_str(), who);
            (s.stance, s.certainty, s.actor) = (stance, certainty, Some(id.clone()));
            self.origins.push(StatementOrigin {
                statement: s.id.clone(),
                origin: Origin::actor(&id, who),
                reasons: vec![],
            });
            if !self.actors.iter().any(|a| a.id == id) {
                self.actors.push(Actor {
                    id,
                    name: who.into(),
                    kind,
                    aliases: vec![],
                    affiliation: None,
                    reasons: vec![],
                });
            }
            self.articles.push(a);
            self.statements.push(s);
            self
        }

        fn asserts(self, who: &str) -> Self {
            self.says(
                who,
                ActorKind::Organization,
                Stance::Asserts,
                Certainty::Certain,
                "the old pier fell into the sea",
            )
        }

        fn claims(&self) -> Vec<Claim> {
            let embeddings = self
                .statements
                .iter()
                .map(|s| (s.id.clone(), Embedding::normalised(vec![1.0])))
                .collect::<BTreeMap<_, _>>();
            claims(&ClaimInput {
                articles: &self.articles,
                statements: &self.statements,
                actors: &self.actors,
                embeddings: &embeddings,
                first_seen: &BTreeMap::new(),
                reuse: &self.reuse,
                origins: &self.origins,
            })
        }

        fn status(&self) -> Status {
            let all = self.claims();
            assert_eq!(all.len(), 1);
            all[0].status
        }
    }

    const PIER: &str = "the old pier fell into the sea";

    #[test]
    fn one_origin_is_single_source_and_two_corroborate() {
        assert_eq!(Scene::default().asserts("Port Authority").status(), Status::SingleSource);
        assert_eq!(
            Scene::default().asserts("Port Authority").asserts("Port Authority").status(),
            Status::SingleSource
        );
        assert_eq!(
            Scene::default().asserts("Port Authority").asserts("Tide Institute").status(),
            Status::Corroborated
        );
    }

    #[test]
    fn a_denial_contests_and_an_independent_confirmation_settles() {
        let scene = || {
            Scene::default().asserts("Port Authority").says(
                "Voss Line",
                ActorKind::Organization,
                Stance::Denies,
                Certainty::Certain,
                PIER,
            )
        };
        assert_eq!(scene().status(), Status::Contested);
        let own = scene().says(
            "Port Authority",
            ActorKind::Organization,
            Stance::Confirms,
            Certainty::Certain,
            PIER,
        );
        assert_eq!(own.status(), Status::Contested, "its own confirmation adds no origin");
        let other = scene().says(
            "Tide Institute",
            ActorKind::Organization,
            Stance::Confirms,
            Certainty::Certain,
            PIER,
        );
        assert_eq!(other.status(), Status::Confirmed);
    }

    #[test]
    fn withholding_and_conditional_speakers_assert_nothing() {
        let scene = Scene::default()
            .says("Mara Lind", ActorKind::Person, Stance::Withholds, Certainty::Unspecified, PIER)
            .says("Otto Brandt", ActorKind::Person, Stance::Conditional, Certainty::Unspecified, PIER);
        assert_eq!(scene.status(), Status::Unconfirmed);
        assert!(scene.claims()[0].independent_origins.is_empty());
    }

    #[test]
    fn anonymous_and_hedged_speakers_leave_it_unconfirmed() {
        let anonymous = Scene::default().says(
            "officials",
            ActorKind::Anonymous,
            Stance::Asserts,
            Certainty::Certain,
            PIER,
        );
        assert_eq!(anonymous.status(), Status::Unconfirmed);
        let hedged = Scene::default().says(
            "Port Authority",
            ActorKind::Organization,
            Stance::Asserts,
            Certainty::Possible,
            PIER,
        );
        assert_eq!(hedged.status(), Status::Unconfirmed);
    }

    #[test]
    fn the_order_of_input_changes_no_claim() {
        let mut scene =
            Scene::default().asserts("Port Authority").asserts("Tide Institute").asserts("Voss Line");
        let before = scene.claims();
        scene.articles.reverse();
        scene.statements.reverse();
        scene.origins.reverse();
        assert_eq!(scene.claims(), before);
    }

    #[test]
    fn a_lost_hedge_is_drift_from_the_hedged_wording() {
        let mut scene = Scene::default().asserts("Port Authority").asserts("Port Authority");
        for (s, relation) in
            scene.statements.iter_mut().zip([sayso_model::Relation::AtMost, sayso_model::Relation::Equal])
        {
            let span = s.content[0];
            s.quantities = vec![sayso_model::Quantity {
                span,
                low: None,
                high: Some(40.0),
                unit: Some("drums".into()),
                relation,
            }];
        }
        scene.articles[0].published = "2031-03-01".parse().ok();
        scene.articles[1].published = "2031-03-02".parse().ok();
        let all = scene.claims();
        assert_eq!(all[0].drift.len(), 1);
        assert_eq!(all[0].drift[0].kind, DriftKind::HedgeLost);
        assert_eq!(all[0].drift[0].from.article, scene.articles[0].id);
    }

    #[test]
    fn the_same_words_by_another_actor_are_a_changed_actor() {
        let all = Scene::default().asserts("Tide Institute").asserts("Port Authority").claims();
        assert_eq!(all[0].drift.first().map(|d| d.kind), Some(DriftKind::ActorChanged));
    }
}
