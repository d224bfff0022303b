//! Status: what positions and origins add up to, by the rules of the glossary in their order.
//!
//! 1. contested: someone denies it, or an actor in a position to know doubts it, and it is not confirmed by an actor who
//!    shares no origin with those who assert it;
//! 2. confirmed: an actor other than the origin confirms it;
//! 3. corroborated: two or more independent origins assert it and nobody denies it;
//! 4. single-source: one origin asserts it firmly;
//! 5. unconfirmed: nobody named asserts it firmly.

use std::collections::{BTreeMap, BTreeSet};

use sayso_model::{
    Actor, ActorId, ActorKind, Certainty, Evidence, IndependentOrigin, Reason, Stance, StatementId,
    StatementOrigin, Status,
};

use crate::proposition::Proposition;

/// One claim's statements with what is known of their actors and origins.
pub(crate) struct Weighing<'a> {
    pub group: &'a [&'a Proposition<'a>],
    pub actors: &'a BTreeMap<&'a ActorId, &'a Actor>,
    pub origins: &'a BTreeMap<&'a StatementId, &'a StatementOrigin>,
    pub legs: &'a [IndependentOrigin],
}

impl Weighing<'_> {
    /// The status, with the reasons in words; each names the statements that it rests on.
    pub fn status(&self) -> (Status, Vec<Reason>) {
        let denials = self.with(|p| p.statement.stance == Stance::Denies);
        let doubts = self.with(|p| p.statement.stance == Stance::Doubts && self.may_doubt(p));
        let confirmations = self.independent_confirmations();
        let mut reasons = Vec::new();
        let disputed = !denials.is_empty() || !doubts.is_empty();
        if disputed {
            reasons.extend(self.reason(&denials, |who| format!("denied by {who}")));
            reasons.extend(self.reason(&doubts, |who| format!("doubted by {who}")));
        }
        if disputed && confirmations.is_empty() {
            reasons.push(Reason::new("nobody who shares no origin with those who assert it confirms it"));
            return (Status::Contested, reasons);
        }
        if !confirmations.is_empty() {
            reasons.extend(self.reason(&confirmations, |who| {
                format!("confirmed by {who}, who shares no origin with those who assert it")
            }));
            return (Status::Confirmed, reasons);
        }
        self.undisputed()
    }

    /// Rules 3 to 5.
    fn undisputed(&self) -> (Status, Vec<Reason>) {
        let firm = self.with(|p| self.is_firm(p));
        let firm_origins: BTreeSet<&str> = firm.iter().filter_map(|p| self.origin_key(p)).collect();
        if firm_origins.len() >= 2 {
            let names: Vec<&str> = self
                .legs
                .iter()
                .filter(|l| firm_origins.contains(l.origin.key.as_str()))
                .map(|l| l.origin.name.as_str())
                .collect();
            let text = format!(
                "{} independent origins assert it: {}; nobody denies it",
                names.len(),
                listed(&names)
            );
            return (Status::Corroborated, vec![Reason::with(text, evidence(&firm))]);
        }
        if !firm.is_empty() {
            let who = self.named(&firm);
            let text = format!("one origin asserts it: {who}");
            return (Status::SingleSource, vec![Reason::with(text, evidence(&firm))]);
        }
        (Status::Unconfirmed, vec![self.why_unconfirmed()])
    }

    fn why_unconfirmed(&self) -> Reason {
        let support = self.with(|p| matches!(p.statement.stance, Stance::Asserts | Stance::Confirms));
        let text = if support.is_empty() {
            "nobody asserts it: those who speak of it withhold, doubt, or speak under a condition"
        } else if support.iter().all(|p| self.kind(p).is_none_or(|k| k == ActorKind::Anonymous)) {
            "nobody who asserts it is named"
        } else {
            "it is asserted only with hedges or as hearsay"
        };
        Reason::with(text, evidence(&support))
    }

    fn with(&self, keep: impl Fn(&Proposition<'_>) -> bool) -> Vec<&Proposition<'_>> {
        self.group.iter().copied().filter(|p| keep(p)).collect()
    }

    /// A named actor that says it flatly or holds it probable.
    fn is_firm(&self, p: &Proposition<'_>) -> bool {
        matches!(p.statement.stance, Stance::Asserts | Stance::Confirms)
            && matches!(p.statement.certainty, Certainty::Certain | Certainty::Probable)
            && self.kind(p).is_some_and(|k| k != ActorKind::Anonymous)
    }

    /// Confirmations by named actors whose origin none of the assertions has.
    fn independent_confirmations(&self) -> Vec<&Proposition<'_>> {
        let asserting: BTreeSet<&str> = self
            .with(|p| p.statement.stance == Stance::Asserts)
            .iter()
            .filter_map(|p| self.origin_key(p))
            .collect();
        let supporting: BTreeSet<&str> = self
            .with(|p| matches!(p.statement.stance, Stance::Asserts | Stance::Confirms))
            .iter()
            .filter_map(|p| self.origin_key(p))
            .collect();
        self.with(|p| {
            p.statement.stance == Stance::Confirms
                && matches!(p.statement.certainty, Certainty::Certain | Certainty::Probable)
                && self.may_know(p)
                && self
                    .origin_key(p)
                    .is_some_and(|o| !asserting.contains(o) && supporting.iter().any(|s| *s != o))
        })
    }

    /// Whether the actor can have knowledge of its own: a body, a state or a named person, not an outlet that passes on.
    fn may_know(&self, p: &Proposition<'_>) -> bool {
        matches!(self.kind(p), Some(ActorKind::Person | ActorKind::Organization | ActorKind::Government))
    }

    /// Whether its doubt weighs: officials of a state know what the state knows, named or not.
    fn may_doubt(&self, p: &Proposition<'_>) -> bool {
        let of_state = self.actor(p).is_some_and(|a| a.affiliation.is_some());
        self.may_know(p) || of_state && self.kind(p) == Some(ActorKind::Anonymous)
    }

    fn kind(&self, p: &Proposition<'_>) -> Option<ActorKind> {
        self.actor(p).map(|a| a.kind)
    }

    fn actor(&self, p: &Proposition<'_>) -> Option<&Actor> {
        p.statement.actor.as_ref().and_then(|id| self.actors.get(id)).copied()
    }

    fn origin_key(&self, p: &Proposition<'_>) -> Option<&str> {
        self.origins.get(&p.statement.id).map(|o| o.origin.key.as_str())
    }

    /// The actors of these statements, each once.
    fn named(&self, items: &[&Proposition<'_>]) -> String {
        let mut names: Vec<&str> = Vec::new();
        for item in items {
            let name = self.actor(item).map_or("someone unnamed", |a| a.name.as_str());
            if !names.contains(&name) {
                names.push(name);
            }
        }
        listed(&names)
    }

    fn reason(&self, items: &[&Proposition<'_>], text: impl Fn(&str) -> String) -> Option<Reason> {
        (!items.is_empty()).then(|| Reason::with(text(&self.named(items)), evidence(items)))
    }
}

fn evidence(items: &[&Proposition<'_>]) -> Vec<Evidence> {
    items.iter().map(|p| Evidence::in_text(&p.article.id, p.statement.content_hull())).collect()
}

/// "a, b and c".
pub(crate) fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
