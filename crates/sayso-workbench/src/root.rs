//! The root of the log as it was when its last entry was appended, kept beside the log.

use sayso_log::{Hash, Tree};
use sayso_store::{LogEntry, Store, Transaction};

use crate::error::WorkbenchError;

/// Under which key the store keeps it: the number of entries, a space, the root.
const KEY: &str = "log_root";

/// The tree over the log's entries; an entry whose hash is none counts as nothing, so that the root differs.
pub(crate) fn tree(log: &[LogEntry]) -> Tree {
    Tree::from_leaves(log.iter().filter_map(|entry| Hash::parse(entry.leaf_hash.as_str())).collect())
}

/// What to do about the root at the end of an act, decided before it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Agrees(bool);

/// Whether the kept root is that of the log before the act.
pub(crate) fn kept(store: &Store) -> Result<Agrees, WorkbenchError> {
    Ok(Agrees(difference(store, &tree(&store.log_entries()?))?.is_none()))
}

/// Keeps the root that the log has with this act's entries. A root that did not agree before stays, so that the difference can
/// still be found.
pub(crate) fn keep(transaction: &mut Transaction<'_>, before: Agrees) -> Result<(), WorkbenchError> {
    let tree = tree(&transaction.log_entries()?);
    let now = written(&tree);
    if before.0 && !tree.is_empty() && transaction.meta(KEY)?.as_ref() != Some(&now) {
        transaction.put_meta(KEY, &now)?;
    }
    Ok(())
}

/// How the log differs from the root that was kept with it, in words. Where none was kept, as in a case without entries, nothing
/// can differ.
pub(crate) fn difference(store: &Store, tree: &Tree) -> Result<Option<String>, WorkbenchError> {
    let kept = store.meta(KEY)?;
    Ok(kept.filter(|kept| *kept != written(tree)).map(|kept| {
        let (entries, root) = kept.split_once(' ').unwrap_or_default();
        format!(
            "the log has {} entries with root {}, kept was root {root} of {entries}",
            tree.len(),
            tree.root()
        )
    }))
}

fn written(tree: &Tree) -> String {
    format!("{} {}", tree.len(), tree.root())
}
