//! Acts as the log records them: canonical bytes whose hash is a leaf of the Merkle tree.

use jiff::Timestamp;
use sayso_model::{ArticleId, Capture, Digest, Location, MediaType};
use sayso_store::Transaction;

use crate::error::WorkbenchError;

/// The kind of entry that records a capture.
pub(crate) const CAPTURE: &str = "capture";

/// The canonical bytes of a capture's entry: one `key value` line each, in this order, so that anyone can write them again. The
/// address, the time of archiving and the character set stand there where the place has them.
pub(crate) fn capture_entry(capture: &Capture, media_type: MediaType, article: &ArticleId) -> Vec<u8> {
    let Capture { digest, location, retrieved, .. } = capture;
    let mut entry = format!(
        "sayso capture v1\nsha256 {digest}\ntype {}\nfrom {}\n",
        media_type.as_str(),
        location.as_str()
    );
    if let Location::Record { url, archived, .. } = location {
        entry += &format!("url {url}\n");
        entry += &archived.map(|time| format!("archived {time}\n")).unwrap_or_default();
    }
    entry += &location.charset().map(|charset| format!("charset {charset}\n")).unwrap_or_default();
    entry += &format!("retrieved {retrieved}\narticle {article}\n");
    entry.into_bytes()
}

/// The kinds of entries beside captures. Their subject says all that they record.
pub(crate) const READING: &str = "reading";
/// A claim's status, as it was worked out.
pub(crate) const STATUS: &str = "status";
/// An archive of fetched pages beside the database.
pub(crate) const ARCHIVE: &str = "archive";
/// A time-stamp token of a checkpoint.
pub(crate) const TIMESTAMP: &str = "timestamp";
/// The key that signs the case's checkpoints.
pub(crate) const KEY: &str = "key";

/// The canonical bytes of any other entry.
pub(crate) fn entry(kind: &str, subject: &str, time: Timestamp) -> Vec<u8> {
    format!("sayso {kind} v1\n{subject}\ntime {time}\n").into_bytes()
}

/// Appends an entry of any other kind.
pub(crate) fn append(
    transaction: &mut Transaction<'_>,
    kind: &str,
    subject: &str,
    time: Timestamp,
) -> Result<(), WorkbenchError> {
    transaction.append_log(&leaf(&entry(kind, subject, time)), kind, subject, time)?;
    Ok(())
}

/// What a reading's entry records.
pub(crate) fn reading_subject(text: &Digest, model: &Digest, reading: &Digest) -> String {
    format!("text {text} model {model} sha256 {reading}")
}

/// The leaf hash of an entry, in the form in which the store keeps it.
pub(crate) fn leaf(entry: &[u8]) -> Digest {
    let hex = sayso_log::leaf_hash(entry).to_string();
    // A leaf hash is a SHA-256 hash too: 64 hexadecimal digits.
    Digest::parse(&hex).unwrap_or_else(|| Digest::of(entry))
}
