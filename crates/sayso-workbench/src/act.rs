//! Acts as the log records them: canonical bytes whose hash is a leaf of the Merkle tree.

use sayso_model::{ArticleId, Capture, Digest, MediaType};

/// The kind of entry that records a capture.
pub(crate) const CAPTURE: &str = "capture";

/// The canonical bytes of a capture's entry: one `key value` line each, in this order, so that anyone can write them again.
pub(crate) fn capture_entry(capture: &Capture, media_type: MediaType, article: &ArticleId) -> Vec<u8> {
    let media_type = match media_type {
        MediaType::Text => "text",
        MediaType::Html => "html",
    };
    let Capture { digest, location, retrieved, .. } = capture;
    format!(
        "sayso capture v1\nsha256 {digest}\ntype {media_type}\nfrom {}\nretrieved {retrieved}\narticle {article}\n",
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
