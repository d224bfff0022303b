//! Proofs that what a claim rests on stands in the log.

use std::collections::BTreeSet;

use sayso_model::{ArticleId, Snapshot};
use serde::Serialize;

use crate::{act, error::WorkbenchError, verify::capture, workbench::Workbench};

/// Proofs for one claim or article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proofs {
    /// The id of the claim or article.
    pub id: String,
    /// The signed checkpoint; `None` where the case is not signed. Its root is the one that the proofs lead to where it covers the
    /// whole log: entries may come after it, in a case without its key or while another program adds.
    pub checkpoint: Option<String>,
    /// Entries of the log that the proofs are about.
    pub size: u64,
    /// The root over them, as hexadecimal digits.
    pub root: String,
    /// One proof for each capture.
    pub proofs: Vec<Proof>,
}

/// The proof that one entry is in the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proof {
    /// The entry's canonical bytes, which are text.
    pub entry: String,
    /// Its place in the log, counted from 0.
    pub index: u64,
    /// Hashes from the leaf to the root, as hexadecimal digits.
    pub hashes: Vec<String>,
}

impl Workbench {
    /// Proofs for the captures of an article, or of all articles that carry a claim; `None` for any other id.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn proofs(&self, snapshot: &Snapshot, id: &str) -> Result<Option<Proofs>, WorkbenchError> {
        let Some(articles) = carriers(snapshot, id) else { return Ok(None) };
        let checkpoint = self.note()?.map(|note| note.to_string());
        let (log, sightings) = self
            .store
            .at_once(|| Ok::<_, WorkbenchError>((self.log_proofs()?, self.store.all_sightings()?)))?;
        let mut proofs = Vec::new();
        for (entry, seen) in log.captures().iter().zip(sightings) {
            let Some(article) = seen.sighting.article.as_ref().filter(|article| articles.contains(article))
            else {
                continue;
            };
            let Some(media_type) = seen.media_type else { continue };
            let bytes = act::capture_entry(&capture(&seen, media_type, Vec::new()), media_type, article);
            let Some(inclusion) = log.inclusion(entry) else { continue };
            proofs.push(Proof {
                entry: String::from_utf8_lossy(&bytes).into_owned(),
                index: entry.index,
                hashes: inclusion.hashes,
            });
        }
        let (size, root) = (log.size(), log.root());
        Ok(Some(Proofs { id: id.to_owned(), checkpoint, size, root, proofs }))
    }
}

/// The article with this id, or the articles whose statements make the claim with it.
fn carriers<'a>(snapshot: &'a Snapshot, id: &str) -> Option<BTreeSet<&'a ArticleId>> {
    if let Some(article) = snapshot.articles.iter().find(|article| article.id.as_str() == id) {
        return Some([&article.id].into());
    }
    let claim = snapshot.claims.iter().find(|claim| claim.id.as_str() == id)?;
    let statements: BTreeSet<_> = claim.positions.iter().flat_map(|position| &position.statements).collect();
    let carrying = snapshot.statements.iter().filter(|statement| statements.contains(&statement.id));
    Some(carrying.map(|statement| &statement.article).collect())
}
