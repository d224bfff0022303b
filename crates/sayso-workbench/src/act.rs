//! Acts as the log records them: canonical bytes whose hash is a leaf of the Merkle tree.

use jiff::Timestamp;
use sayso_model::{ArticleId, Digest, Location};

/// The kind of entry that records a capture.
pub(crate) const CAPTURE: &str = "capture";

/// The canonical bytes of a capture's entry: one `key value` line each, in this order, so that anyone can write them again.
pub(crate) fn capture_entry(
    digest: &Digest,
    location: &Location,
    article: &ArticleId,
    time: Timestamp,
) -> Vec<u8> {
    format!(
        "sayso capture v1\nsha256 {digest}\nfrom {}\nretrieved {time}\narticle {article}\n",
        location.as_str()
    )
    .into_bytes()
}

/// The leaf hash of an entry, in the form in which the store keeps it.
pub(crate) fn leaf(entry: &[u8]) -> Digest {
    let hex = sayso_log::leaf_hash(entry).to_string();
    // A leaf hash is a SHA-256 hash too: 64 hexadecimal digits.
    Digest::parse(&hex).unwrap_or_else(|| Digest::of(entry))
}
