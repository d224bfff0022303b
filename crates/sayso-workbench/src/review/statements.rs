//! Decisions about one statement: rejected, or with another stance, source or content.

use sayso_model::{Act, Actor, ActorId, ActorKind, Snapshot, Statement, StatementId};

use super::correct::Changed;

/// Whether this is a decision about what a statement says.
pub(super) fn concerns(act: &Act) -> bool {
    matches!(
        act,
        Act::Reject { .. }
            | Act::SetStance { .. }
            | Act::SetSource { .. }
            | Act::SetSourceWords { .. }
            | Act::SetContent { .. }
    )
}

/// Applies it; `false` where the statement is not there any more.
pub(super) fn apply(snapshot: &mut Snapshot, act: &Act, change: &mut Changed) -> bool {
    let id = match act {
        Act::Reject { statement }
        | Act::SetStance { statement, .. }
        | Act::SetSource { statement, .. }
        | Act::SetSourceWords { statement, .. }
        | Act::SetContent { statement, .. } => statement,
        _ => return true,
    };
    let Some(at) = find(snapshot, id) else { return false };
    change.statements.insert(id.clone());
    // Where a statement starts does not depend on its stance.
    if !matches!(act, Act::SetStance { .. }) {
        change.reach.take_in(&snapshot.statements[at]);
    }
    match act {
        Act::Reject { .. } => snapshot.statements.remove(at),
        Act::SetStance { stance, .. } => snapshot.statements[at].stance = *stance,
        Act::SetSource { name, kind, .. } => {
            let actor = actor_named(snapshot, name, *kind);
            change.reach.actors.insert(actor.clone());
            snapshot.statements[at].actor = Some(actor);
        }
        Act::SetSourceWords { source, .. } => snapshot.statements[at].source = Some(*source),
        Act::SetContent { content, .. } => set_content(&mut snapshot.statements[at], *content),
        _ => {}
    }
    true
}

pub(super) fn find(snapshot: &Snapshot, id: &StatementId) -> Option<usize> {
    snapshot.statements.binary_search_by(|s| s.id.cmp(id)).ok()
}

/// Figures, times and places outside of the new content do not belong to the statement any more.
fn set_content(statement: &mut Statement, content: sayso_model::Span) {
    statement.content = vec![content];
    let inside = |span: sayso_model::Span| content.start <= span.start && span.end <= content.end;
    statement.quantities.retain(|q| inside(q.span));
    statement.times.retain(|t| inside(t.span));
    statement.places.retain(|p| inside(p.span));
}

/// The actor of this name, added where the case has none.
pub(super) fn actor_named(snapshot: &mut Snapshot, name: &str, kind: ActorKind) -> ActorId {
    let name = name.trim();
    if let Some(known) = snapshot.actors.iter().find(|a| a.name == name && a.kind == kind) {
        return known.id.clone();
    }
    let id = ActorId::derive(kind.as_str(), name);
    if let Err(at) = snapshot.actors.binary_search_by(|a| a.id.cmp(&id)) {
        let (aliases, reasons) = (Vec::new(), Vec::new());
        let actor =
            Actor { id: id.clone(), name: name.to_owned(), kind, aliases, affiliation: None, reasons };
        snapshot.actors.insert(at, actor);
    }
    id
}
