//! Positions: what each actor's statements add up to on one claim.

use std::collections::BTreeMap;

use sayso_model::{ActorId, Position, Stance};

use crate::proposition::Proposition;

/// One position for each actor and stance, in the order of stance and actor; an actor who first denied and later confirmed
/// has both, with their dates.
pub(crate) fn positions(group: &[&Proposition<'_>]) -> Vec<Position> {
    let mut out: BTreeMap<(Stance, Option<&ActorId>), Position> = BTreeMap::new();
    for item in group {
        let statement = item.statement;
        let position = out.entry((statement.stance, statement.actor.as_ref())).or_insert_with(|| Position {
            actor: statement.actor.clone(),
            stance: statement.stance,
            statements: Vec::new(),
            first: None,
            last: None,
        });
        position.statements.push(statement.id.clone());
        let published = item.article.published;
        position.first = [position.first, published].into_iter().flatten().min_by_key(|p| p.earliest());
        position.last = [position.last, published].into_iter().flatten().max_by_key(|p| p.earliest());
    }
    out.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use sayso_model::Embedding;
    use sayso_testkit::{article, statement};

    #[test]
    fn an_actor_who_denied_and_later_confirmed_has_both_positions() {
        let mut a = article("a", "She denied the pier fell. She confirmed it later.");
        a.published = "2031-03-01".parse().ok();
        let e = crate::Meaning::from(Embedding::normalised(vec![1.0]));
        let mut one = statement(&a, "She", "denied", "the pier fell");
        let mut two = statement(&a, "She", "confirmed", "it later");
        (one.stance, two.stance) = (Stance::Denies, Stance::Confirms);
        let items = [
            Proposition::new(&one, &a, &e, &Default::default(), |_| None),
            Proposition::new(&two, &a, &e, &Default::default(), |_| None),
        ];
        let p = positions(&items.iter().collect::<Vec<_>>());
        assert_eq!(p.iter().map(|p| p.stance).collect::<Vec<_>>(), [Stance::Confirms, Stance::Denies]);
        assert_eq!(p[0].first, a.published);
    }
}
