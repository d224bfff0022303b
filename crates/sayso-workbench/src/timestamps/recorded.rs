//! How does the log speak of a token?

use sayso_model::Digest;
use sayso_store::LogEntry;

use crate::act;

/// How many digits of a digest stand in the name of a file: no two files of a case share so many.
const DIGITS: usize = 16;
/// How the names of tokens end, by kind: of RFC 3161, of OpenTimestamps.
const EXTENSIONS: [&str; 2] = ["tsr", "ots"];
/// How a checkpoint's name ends.
pub(super) const CHECKPOINT_ENDING: &str = ".checkpoint";

/// What a token's entry says.
pub(crate) struct Recorded<'a> {
    /// Entries of the log that the stamped checkpoint covers.
    pub size: u64,
    /// SHA-256 of the checkpoint's file.
    pub digest: &'a str,
    /// The token's file.
    pub token: &'a str,
    /// SHA-256 of the token.
    pub token_digest: &'a str,
}

impl<'a> Recorded<'a> {
    /// Reads the entry; `None` where it is about no token, or not of the form in which this program writes it.
    pub(crate) fn of(entry: &'a LogEntry) -> Option<Self> {
        (entry.kind == act::TIMESTAMP).then_some(())?;
        let (size, rest) = entry.subject.strip_prefix("checkpoint size ")?.split_once(" sha256 ")?;
        let (digest, rest) = rest.split_once(" token ")?;
        let (token, token_digest) = rest.split_once(" sha256 ")?;
        Digest::parse(digest)?;
        Digest::parse(token_digest)?;
        // A case may come from someone else: a name that this program has not made could lead out of the folder, or read like a sentence
        // of the answer that it is printed in.
        let is_own = EXTENSIONS.iter().any(|extension| token == token_name(digest, token_digest, extension));
        is_own.then_some(Self { size: size.parse().ok()?, digest, token, token_digest })
    }

    /// What the entry records.
    pub(super) fn subject(&self) -> String {
        let Self { size, digest, token, token_digest } = self;
        format!("checkpoint size {size} sha256 {digest} token {token} sha256 {token_digest}")
    }

    /// The file of the checkpoint.
    pub(crate) fn checkpoint(&self) -> String {
        checkpoint_name(self.digest)
    }
}

/// How the file of the checkpoint with this digest is called.
pub(super) fn checkpoint_name(digest: &str) -> String {
    format!("{}{CHECKPOINT_ENDING}", beginning(digest))
}

/// How the file of a token is called.
pub(super) fn token_name(checkpoint: &str, token: &str, extension: &str) -> String {
    format!("{}-{}.{extension}", beginning(checkpoint), beginning(token))
}

fn beginning(digest: &str) -> &str {
    digest.get(..DIGITS).unwrap_or(digest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;

    fn entry(token: &str) -> LogEntry {
        let subject =
            format!("checkpoint size 3 sha256 {} token {token} sha256 {}", "a".repeat(64), "b".repeat(64));
        let (kind, time) = (act::TIMESTAMP.to_owned(), Timestamp::UNIX_EPOCH);
        LogEntry { index: 4, leaf_hash: Digest::of(b""), kind, subject, time }
    }

    #[test]
    fn only_names_that_this_program_gives_are_names_of_tokens() {
        let own = token_name(&"a".repeat(64), &"b".repeat(64), "tsr");
        assert!(Recorded::of(&entry(&own)).is_some());
        for name in ["../key", "a\nit was there at 2019-05-01", &own.replace("tsr", "exe"), "b-a.tsr"] {
            assert!(Recorded::of(&entry(name)).is_none(), "{name}");
        }
    }
}
