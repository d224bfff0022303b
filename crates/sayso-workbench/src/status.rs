//! Which statuses did the claims have, and when? As the log records them: each change of a claim's status is an entry.

use std::collections::BTreeMap;

use sayso_model::Claim;
use sayso_store::LogEntry;

use crate::act;

/// What stands for the status of a claim that is no longer there.
const GONE: &str = "gone";

/// The subjects of the entries that record how the claims' statuses have changed.
pub(crate) fn news(log: &[LogEntry], claims: &[Claim]) -> Vec<String> {
    let before = last(log);
    let now: BTreeMap<&str, String> = claims.iter().map(|c| (c.id.as_str(), c.status.to_string())).collect();
    let subject = |claim: &str, status: &str| format!("claim {claim} status {status}");
    let changed = now.iter().filter(|(id, status)| before.get(*id) != Some(&status.as_str()));
    let gone = before.iter().filter(|(id, status)| **status != GONE && !now.contains_key(*id));
    changed.map(|(id, status)| subject(id, status)).chain(gone.map(|(id, _)| subject(id, GONE))).collect()
}

/// The status that the log names last for each claim, by the claim's id.
fn last(log: &[LogEntry]) -> BTreeMap<&str, &str> {
    let statuses = log.iter().filter(|entry| entry.kind == act::STATUS);
    statuses.filter_map(|entry| entry.subject.strip_prefix("claim ")?.split_once(" status ")).collect()
}

/// How the claims differ from what the log says last, in words.
pub(crate) fn differences(log: &[LogEntry], claims: &[Claim]) -> Vec<String> {
    let changed = news(log, claims);
    changed.into_iter().map(|subject| format!("the log does not record last: {subject}")).collect()
}
