//! Tests of what follows from a group.

use super::*;
use sayso_model::{ActorKind, Certainty, DriftKind, Embedding, Origin, Stance, Status};
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
    fn says(mut self, who: &str, kind: ActorKind, stance: Stance, certainty: Certainty, words: &str) -> Self {
        let n = self.articles.len();
        let a = article(&format!("{n}"), &format!("{who} said {words}."));
        let mut s = statement(&a, who, "said", words);
        let id = ActorId::derive(kind.as_str(), who);
        (s.stance, s.certainty, s.actor) = (stance, certainty, Some(id.clone()));
        self.origins.push(StatementOrigin {
            statement: s.id.clone(),
            origin: Origin::actor(&id, who).into(),
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
        let meanings = self
            .statements
            .iter()
            .map(|s| (s.id.clone(), Meaning::from(Embedding::normalised(vec![1.0]))))
            .collect::<BTreeMap<_, _>>();
        claims(&ClaimInput {
            articles: &self.articles,
            statements: &self.statements,
            actors: &self.actors,
            meanings: &meanings,
            country_of: |_| None,
            first_seen: &BTreeMap::new(),
            reuse: &self.reuse,
            headlines: &[],
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
    let own =
        scene().says("Port Authority", ActorKind::Organization, Stance::Confirms, Certainty::Certain, PIER);
    assert_eq!(own.status(), Status::Contested, "its own confirmation adds no origin");
    let other =
        scene().says("Tide Institute", ActorKind::Organization, Stance::Confirms, Certainty::Certain, PIER);
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
    let anonymous =
        Scene::default().says("officials", ActorKind::Anonymous, Stance::Asserts, Certainty::Certain, PIER);
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
    let mut scene = Scene::default().asserts("Port Authority").asserts("Tide Institute").asserts("Voss Line");
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
