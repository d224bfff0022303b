//! Is the database file, byte for byte, the one that the last act left? A seal beside it: digests of its parts, and which act it
//! goes with.
//!
//! The database's own checks and the digests of captures do not cover unused bytes, indexes and what was worked out. The seal
//! covers every byte. It is written when a store that has written is closed. A crash before that leaves a seal of an earlier act,
//! which says nothing; the checks of what the file holds still do.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::Path,
};

use sayso_model::Digest;

use crate::{
    error::{Fault, StoreError},
    replace::replace,
    store::{CASE_FILE, Store},
};

/// The name of the seal.
pub const SEAL_FILE: &str = "case.seal";
/// Key of the number of acts so far, with a checksum.
const ACTS: &str = "acts";
/// Bytes under one digest: small enough to say where a change is, large enough that a case of 1 GB has a seal of 66 KB.
const PART: usize = 1024 * 1024;
/// First line of a seal.
const FORM: &str = "sayso seal v1";

/// What a seal says.
#[derive(Debug, PartialEq, Eq)]
struct Seal {
    acts: u64,
    size: u64,
    parts: Vec<Digest>,
}

/// What a look at the file found, before the database is opened.
#[derive(Debug)]
pub struct Sealed {
    seal: Result<Seal, String>,
    now: Option<(u64, Vec<Digest>)>,
}

impl Sealed {
    /// Compares the database file in `dir` with its seal. To be called before the database is opened, since opening may mend
    /// what was changed. `None` where there is no seal.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn look(dir: impl AsRef<Path>) -> Result<Option<Self>, StoreError> {
        let dir = dir.as_ref();
        let path = dir.join(SEAL_FILE);
        let inaccessible = |path: &Path| {
            let path = path.to_owned();
            move |source| StoreError::Inaccessible { path, source }
        };
        let seal = match fs::read(&path) {
            Ok(bytes) => parse(&bytes).ok_or_else(|| format!("{SEAL_FILE} is damaged")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(inaccessible(&path)(error)),
        };
        let file = dir.join(CASE_FILE);
        // Where an act waits in the journal, the file is not yet what the seal will be about.
        let journal = fs::metadata(dir.join(format!("{CASE_FILE}-wal"))).map_or(0, |data| data.len());
        let now = (journal == 0).then(|| parts_of(&file)).transpose().map_err(inaccessible(&file))?;
        Ok(Some(Self { seal, now }))
    }

    /// What differs, in words, for a case whose acts are counted as `acts`.
    pub(crate) fn differences(&self, acts: Option<u64>) -> Vec<String> {
        let seal = match &self.seal {
            Ok(seal) => seal,
            Err(reason) => return vec![reason.clone()],
        };
        let Some((size, parts)) = &self.now else { return Vec::new() };
        if acts != Some(seal.acts) {
            // An act came after the seal. That no act is taken back is seen by the log and its checkpoint.
            return Vec::new();
        }
        let mut out = Vec::new();
        if *size != seal.size {
            out.push(format!("{CASE_FILE} has {size} bytes and was sealed with {}", seal.size));
        }
        for (number, (now, then)) in parts.iter().zip(&seal.parts).enumerate() {
            if now != then {
                let from = number * PART;
                let to = (from + PART).min(usize::try_from(*size).unwrap_or(usize::MAX));
                out.push(format!(
                    "{CASE_FILE} was changed between bytes {from} and {to} after it was sealed"
                ));
            }
        }
        out
    }
}

impl Store {
    /// What differs from the seal, in words; see [`Sealed::look`].
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn seal_differences(&self, sealed: Option<&Sealed>) -> Result<Vec<String>, StoreError> {
        let Some(sealed) = sealed else { return Ok(Vec::new()) };
        let acts = match self.meta(ACTS)? {
            None => None,
            Some(text) => match counted(&text) {
                Some(acts) => Some(acts),
                None => return Ok(vec![format!("{CASE_FILE}: the number of acts is damaged")]),
            },
        };
        Ok(sealed.differences(acts))
    }

    /// Writes the seal of the present state, if nobody else uses the case now; whoever closes it last seals it.
    ///
    /// # Errors
    /// When the database cannot be read or the seal cannot be written.
    pub fn seal(&self) -> Result<(), StoreError> {
        let busy: i64 =
            self.run(|c| Ok(c.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?))?;
        let Some(acts) = self.meta(ACTS)?.as_deref().and_then(counted) else { return Ok(()) };
        if busy != 0 {
            return Ok(());
        }
        let dir = self.file().parent().unwrap_or(Path::new("."));
        let inaccessible = |source| StoreError::Inaccessible { path: dir.join(SEAL_FILE), source };
        let (size, parts) = parts_of(self.file()).map_err(inaccessible)?;
        // Another program may have written meanwhile; then its own seal is the right one.
        if self.meta(ACTS)?.as_deref().and_then(counted) != Some(acts) {
            return Ok(());
        }
        let text = written(&Seal { acts, size, parts });
        replace(&dir.join(SEAL_FILE), text.as_bytes()).map_err(inaccessible)
    }
}

/// Counts one more act.
pub(crate) fn count_act(connection: &rusqlite::Connection) -> Result<(), Fault> {
    let before = crate::generation::value(connection, ACTS)?.and_then(|text| counted(&text)).unwrap_or(0);
    let number = (before + 1).to_string();
    let check = Digest::of(number.as_bytes());
    crate::generation::set(connection, ACTS, &format!("{number} {check}"))
}

/// The number that was written with its checksum; `None` where either was changed.
fn counted(text: &str) -> Option<u64> {
    let (number, check) = text.split_once(' ')?;
    (Digest::of(number.as_bytes()).as_str() == check).then(|| number.parse().ok()).flatten()
}

fn parts_of(path: &Path) -> io::Result<(u64, Vec<Digest>)> {
    let file = File::open(path)?;
    let (mut size, mut parts, mut buffer) = (0, Vec::new(), Vec::with_capacity(PART));
    loop {
        buffer.clear();
        let read = (&file).take(PART as u64).read_to_end(&mut buffer)?;
        if read == 0 {
            return Ok((size, parts));
        }
        size += read as u64;
        parts.push(Digest::of(&buffer));
    }
}

fn written(seal: &Seal) -> String {
    let mut text = format!("{FORM}\nacts {}\nsize {}\n", seal.acts, seal.size);
    seal.parts.iter().for_each(|part| text += &format!("{part}\n"));
    let check = Digest::of(text.as_bytes());
    text + &format!("sha256 {check}\n")
}

fn parse(bytes: &[u8]) -> Option<Seal> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut lines = text.lines();
    (lines.next()? == FORM).then_some(())?;
    let acts = lines.next()?.strip_prefix("acts ")?.parse().ok()?;
    let size = lines.next()?.strip_prefix("size ")?.parse().ok()?;
    let parts = lines.map_while(Digest::parse).collect();
    let seal = Seal { acts, size, parts };
    (written(&seal) == text).then_some(seal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_has_one_written_form() {
        let seal = Seal { acts: 7, size: 3, parts: vec![Digest::of(b"abc")] };
        let text = written(&seal);
        assert_eq!(parse(text.as_bytes()), Some(seal));
        for bit in 0..8 * text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(parse(&bytes), None, "bit {bit}");
        }
    }
}
