//! How does a bundle become a case again? Captures and log are kept as they were; all that follows is worked out anew.

use std::{collections::BTreeMap, fs, path::Path};

use sayso_model::{Capture, Claim, MediaType};
use sayso_store::{StoreError, replace};

use super::Bundle;
use crate::{
    CHECKPOINT_FILE, Engines, Progress,
    archive::{ARCHIVE_FOLDER, Recorded},
    error::WorkbenchError,
    root,
    workbench::Workbench,
};

impl Workbench {
    /// Makes a case in `dir` of a bundle, and says in words where this version works out other claims than the bundle holds.
    ///
    /// The bundle should have been verified. The case has no key: its checkpoint is the sender's, and it is not signed again.
    ///
    /// # Errors
    /// When the folder holds a case already or cannot be written.
    pub fn open_bundle(
        dir: impl AsRef<Path>,
        bundle: &Bundle,
        engines: &Engines,
        progress: &dyn Progress,
    ) -> Result<(Self, Vec<String>), WorkbenchError> {
        let mut case = Self::create(dir)?;
        // Files come before the log that records them: what is interrupted here is made anew from the bundle.
        case.keep_archives_of(bundle)?;
        case.keep_timestamps_of(&bundle.log, &bundle.timestamps)?;
        case.keep_log_of(bundle)?;
        if let Some(checkpoint) = &bundle.checkpoint {
            let path = case.dir.join(CHECKPOINT_FILE);
            replace(&path, checkpoint.as_bytes())
                .map_err(|source| StoreError::Inaccessible { path, source })?;
        }
        case.refresh(engines, progress)?;
        let differences = differing(&bundle.claims, &Vec::from(case.store.snapshot()?.claims));
        Ok((case, differences))
    }

    fn keep_archives_of(&self, bundle: &Bundle) -> Result<(), WorkbenchError> {
        let recorded: Vec<&str> =
            bundle.log.iter().filter_map(Recorded::of).map(|recorded| recorded.name).collect();
        let folder = self.dir.join(ARCHIVE_FOLDER);
        for (name, bytes) in bundle.archives.iter().filter(|(name, _)| recorded.contains(&name.as_str())) {
            let path = folder.join(name);
            let inaccessible = |source| StoreError::Inaccessible { path: path.clone(), source };
            fs::create_dir_all(&folder).map_err(inaccessible)?;
            replace(&path, bytes).map_err(inaccessible)?;
        }
        Ok(())
    }

    /// Captures, articles, readings and log entries in one act.
    fn keep_log_of(&mut self, bundle: &Bundle) -> Result<(), WorkbenchError> {
        let bytes: BTreeMap<&str, &Vec<u8>> =
            bundle.captures.iter().map(|(name, bytes)| (name.as_str(), bytes)).collect();
        let mut transaction = self.store.transaction()?;
        let root = root::kept(&transaction)?;
        let mut known = std::collections::BTreeSet::new();
        for seen in &bundle.seen {
            let Some(bytes) = bytes.get(seen.capture.as_str()) else { continue };
            let capture = Capture {
                digest: seen.capture.clone(),
                location: seen.sighting.location.clone(),
                retrieved: seen.sighting.retrieved,
                media_type: seen.media_type.unwrap_or(MediaType::Text),
                bytes: (*bytes).clone(),
            };
            transaction.put_capture(&capture, seen.sighting.article.as_ref())?;
            if known.insert(&seen.capture) {
                let article = sayso_article::article(&capture);
                transaction.put_article(&article)?;
            }
        }
        for kept in &bundle.readings {
            transaction.put_reading(&kept.text, &kept.reading)?;
        }
        for entry in &bundle.log {
            transaction.append_log(&entry.leaf_hash, &entry.kind, &entry.subject, entry.time)?;
        }
        root::keep(&mut transaction, root)?;
        transaction.commit()?;
        Ok(())
    }
}

/// Where one list of claims differs from the other, in words.
fn differing(kept: &[Claim], made: &[Claim]) -> Vec<String> {
    let by_id = |claims| -> BTreeMap<String, &Claim> {
        <[Claim]>::iter(claims).map(|c| (c.id.to_string(), c)).collect()
    };
    let (kept, made) = (by_id(kept), by_id(made));
    let mut out = Vec::new();
    for (id, claim) in &kept {
        match made.get(id) {
            Some(now) if now == claim => {}
            Some(now) if now.status != claim.status => {
                out.push(format!("claim {id} was {} and is worked out as {}", claim.status, now.status));
            }
            Some(_) => out.push(format!("claim {id} is worked out otherwise than in the bundle")),
            None => out.push(format!("claim {id} ({}) is not worked out again", claim.text)),
        }
    }
    out.extend(
        made.keys()
            .filter(|id| !kept.contains_key(*id))
            .map(|id| format!("claim {id} is in no bundle and is worked out")),
    );
    out
}
