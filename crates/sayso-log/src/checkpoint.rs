//! How does a log's state leave the program? The text of a C2SP checkpoint (<https://c2sp.org/tlog-checkpoint>), unsigned.

use std::{fmt, str::FromStr};

use thiserror::Error;

use crate::{base64, hash::Hash};

/// Names a log and says how many entries it holds and what their root is.
///
/// The text form has three lines, each ended by a line feed: the origin, the size in decimal digits, the root in base64. Whoever
/// keeps it can later demand a consistency proof. It is the text that [`SigningKey::sign`](crate::SigningKey::sign) signs.
///
/// ```
/// use sayso_log::{Checkpoint, Tree, leaf_hash};
/// let log = Tree::from_leaves(vec![leaf_hash(b"entry")]);
/// let checkpoint = Checkpoint::new("example.org/bridge-case", &log)?;
/// assert_eq!(checkpoint.to_string().parse::<Checkpoint>()?, checkpoint);
/// # Ok::<(), sayso_log::CheckpointError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    origin: String,
    size: u64,
    root: Hash,
    extensions: Vec<String>,
}

/// Says what keeps a text from being a checkpoint.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CheckpointError {
    /// The origin is empty, or would not stay one line.
    #[error("a checkpoint's first line names the log; {0:?} is empty or holds a control character")]
    Origin(String),
    /// The size is not decimal, has a leading zero, or is too large.
    #[error("a checkpoint's second line is the number of entries in decimal digits, not {0:?}")]
    Size(String),
    /// The root is not the base64 of 32 bytes.
    #[error("a checkpoint's third line is the root hash as 44 characters of base64, not {0:?}")]
    Root(String),
    /// The text ends before the third line or without a line feed.
    #[error("a checkpoint is at least three lines, each ended by a line feed")]
    Incomplete,
    /// An empty line begins the signatures of a signed note.
    #[error("line {line} is empty: a signed checkpoint is read as a note")]
    Signed {
        /// The line, counted from 1.
        line: usize,
    },
}

impl Checkpoint {
    /// Makes the checkpoint of a log under its `origin`: a name that is unique to this log, usually a URL without its scheme.
    ///
    /// # Errors
    /// When the origin is empty or holds a control character such as a line feed.
    pub fn new(origin: impl Into<String>, log: &crate::Tree) -> Result<Self, CheckpointError> {
        let (origin, size, root) = (checked_origin(origin.into())?, log.len(), log.root());
        Ok(Self { origin, size, root, extensions: Vec::new() })
    }

    /// The log's name.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// How many entries the log holds.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The root over these entries.
    pub fn root(&self) -> &Hash {
        &self.root
    }
}

fn checked_origin(origin: String) -> Result<String, CheckpointError> {
    let whole = !origin.is_empty() && !origin.chars().any(char::is_control);
    if whole { Ok(origin) } else { Err(CheckpointError::Origin(origin)) }
}

fn checked_size(text: &str) -> Result<u64, CheckpointError> {
    let written = text.parse::<u64>().ok().filter(|size| size.to_string() == text);
    written.ok_or_else(|| CheckpointError::Size(text.to_owned()))
}

impl FromStr for Checkpoint {
    type Err = CheckpointError;

    /// Reads a checkpoint's text; writing it again gives the same bytes. Lines after the third are kept and not interpreted.
    fn from_str(text: &str) -> Result<Self, CheckpointError> {
        let lines: Vec<&str> =
            text.strip_suffix('\n').ok_or(CheckpointError::Incomplete)?.split('\n').collect();
        let [origin, size, root, extensions @ ..] = lines.as_slice() else {
            return Err(CheckpointError::Incomplete);
        };
        if let Some(at) = extensions.iter().position(|line| line.is_empty()) {
            return Err(CheckpointError::Signed { line: at + 4 });
        }
        Ok(Self {
            origin: checked_origin((*origin).to_owned())?,
            size: checked_size(size)?,
            root: base64::decode(root).ok_or_else(|| CheckpointError::Root((*root).to_owned()))?,
            extensions: extensions.iter().map(|line| (*line).to_owned()).collect(),
        })
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n{}\n{}", self.origin, self.size, base64::encode(&self.root))?;
        self.extensions.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the C2SP specification, without its signature.
    const EXAMPLE: &str =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    #[test]
    fn the_specifications_example_is_read_and_written_again() {
        let checkpoint: Checkpoint = EXAMPLE.parse().unwrap();
        assert_eq!(checkpoint.origin(), "example.com/behind-the-sofa");
        assert_eq!(checkpoint.size(), 20_852_163);
        assert!(checkpoint.root().to_string().starts_with("0ac5186a"));
        assert_eq!(checkpoint.to_string(), EXAMPLE);
        let extended = format!("{EXAMPLE}more\n");
        assert_eq!(extended.parse::<Checkpoint>().unwrap().to_string(), extended);
    }

    #[test]
    fn each_wrong_line_is_named() {
        let refused = |text: String| text.parse::<Checkpoint>().unwrap_err();
        assert_eq!(refused(String::new()), CheckpointError::Incomplete);
        assert_eq!(refused("log\n1\n".into()), CheckpointError::Incomplete);
        assert_eq!(refused(EXAMPLE.trim_end().into()), CheckpointError::Incomplete);
        assert!(matches!(
            refused(EXAMPLE.replace("example.com/behind-the-sofa", "")),
            CheckpointError::Origin(_)
        ));
        for size in ["", "-1", "+1", "01", "1 ", "18446744073709551616", "١"] {
            assert!(matches!(refused(EXAMPLE.replace("20852163", size)), CheckpointError::Size(_)), "{size}");
        }
        assert!(matches!(refused(EXAMPLE.replace("q2I=", "q2J=")), CheckpointError::Root(_)));
        assert_eq!(refused(format!("{EXAMPLE}\n— example.com AAAA\n")), CheckpointError::Signed { line: 4 });
    }

    #[test]
    fn an_origin_cannot_smuggle_in_a_line() {
        let log = crate::Tree::new();
        assert!(Checkpoint::new("log\n999", &log).is_err());
        assert!(Checkpoint::new("", &log).is_err());
    }
}
