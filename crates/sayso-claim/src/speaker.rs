//! Who stands for whom among those who speak.

use sayso_model::{Actor, ActorId, ActorKind};

/// Bodies within bodies that are followed: no chain is longer, and a ring would have no end.
const CHAIN: usize = 8;

/// Whether an actor is known by name rather than a source that nobody names or an outlet's own voice.
pub(crate) fn is_named(actor: &Actor) -> bool {
    !matches!(actor.kind, ActorKind::Anonymous | ActorKind::Publisher)
}

/// Whether one speaks for the other, directly or through others, or both for a third.
pub(crate) fn speaks_for<'a>(
    id: &ActorId,
    other: &Actor,
    find: &impl Fn(&ActorId) -> Option<&'a Actor>,
) -> bool {
    let mut at = find(id);
    for _ in 0..CHAIN {
        let Some(above) = at.and_then(|actor| actor.affiliation.as_ref()) else { return false };
        if *above == other.id || other.affiliation.as_ref() == Some(above) {
            return true;
        }
        at = find(above);
    }
    false
}
