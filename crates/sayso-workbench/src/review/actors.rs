//! Decisions about actors: two are one, or one name is somebody else's.

use sayso_model::{Act, ActorId, Snapshot};

use super::{correct::Changed, statements::actor_named};

/// Whether this is a decision about actors.
pub(super) fn concerns(act: &Act) -> bool {
    matches!(act, Act::MergeActors { .. } | Act::SplitActor { .. })
}

/// Applies it; `false` where an actor is not there any more.
pub(super) fn apply(snapshot: &mut Snapshot, act: &Act, change: &mut Changed) -> bool {
    match act {
        Act::MergeActors { actor, into } => {
            change.reach.actors.extend([actor.clone(), into.clone()]);
            merge(snapshot, actor, into, change)
        }
        Act::SplitActor { actor, alias } => {
            change.reach.actors.insert(actor.clone());
            split(snapshot, actor, alias, change)
        }
        _ => true,
    }
}

fn merge(snapshot: &mut Snapshot, actor: &ActorId, into: &ActorId, change: &mut Changed) -> bool {
    let at = |snapshot: &Snapshot, id: &ActorId| snapshot.actors.binary_search_by(|a| a.id.cmp(id)).ok();
    let (Some(gone), Some(_)) = (at(snapshot, actor), at(snapshot, into)) else { return false };
    let gone = snapshot.actors.remove(gone);
    for other in snapshot.actors.iter_mut() {
        if other.affiliation.as_ref() == Some(actor) {
            other.affiliation = Some(into.clone()).filter(|id| *id != other.id);
        }
    }
    if let Some(kept) = at(snapshot, into).map(|i| &mut snapshot.actors[i]) {
        kept.aliases.push(gone.name);
        kept.aliases.extend(gone.aliases);
        kept.aliases.sort();
        kept.aliases.dedup();
        let name = kept.name.clone();
        kept.aliases.retain(|alias| *alias != name);
    }
    for i in of_actor(snapshot, actor) {
        snapshot.statements[i].actor = Some(into.clone());
        change.statements.insert(snapshot.statements[i].id.clone());
    }
    true
}

fn split(snapshot: &mut Snapshot, actor: &ActorId, alias: &str, change: &mut Changed) -> bool {
    let alias = alias.trim();
    let Some(of) = snapshot.actor(actor).filter(|a| a.name != alias) else { return false };
    let other = actor_named(snapshot, alias, of.kind);
    if other == *actor {
        return false;
    }
    if let Ok(at) = snapshot.actors.binary_search_by(|a| a.id.cmp(actor)) {
        snapshot.actors[at].aliases.retain(|a| a != alias);
    }
    change.reach.actors.insert(other.clone());
    let own: Vec<usize> = of_actor(snapshot, actor)
        .into_iter()
        .filter(|&i| source_words(snapshot, i).as_deref() == Some(alias))
        .collect();
    for i in &own {
        snapshot.statements[*i].actor = Some(other.clone());
        change.statements.insert(snapshot.statements[*i].id.clone());
    }
    !own.is_empty()
}

/// The places of an actor's statements.
fn of_actor(snapshot: &Snapshot, actor: &ActorId) -> Vec<usize> {
    let own = snapshot.statements.iter().enumerate().filter(|(_, s)| s.actor.as_ref() == Some(actor));
    own.map(|(i, _)| i).collect()
}

/// The words that name the source, on one line.
fn source_words(snapshot: &Snapshot, statement: usize) -> Option<String> {
    let statement = &snapshot.statements[statement];
    let text = &snapshot.article(&statement.article)?.text;
    Some(statement.source?.of(text).split_whitespace().collect::<Vec<_>>().join(" "))
}
