//! Which bytes does a revisit stand for? It names a payload by its digest, which an earlier record of the archive holds.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
    io::{self, Read},
};

use super::{reader::WarcReader, record::Record};

/// Payloads that are remembered, 16 bytes each: a million of them are some 30 MB, and an archive of a gigabyte holds about 30,000.
const MAX_KNOWN: usize = 1_000_000;

/// Gives the archive's bytes from a place on to whoever reads the record there.
pub type Lookup<'a> = dyn FnMut(u64, &mut dyn FnMut(&mut dyn Read)) -> io::Result<()> + 'a;

/// Where the payloads stand that were read so far.
#[derive(Default)]
pub(crate) struct Payloads {
    known: HashMap<u64, u64>,
}

impl Payloads {
    /// Remembers where the payload of an answer or a resource stands.
    pub(crate) fn remember(&mut self, record: &Record) {
        if let Some(digest) = record.get("warc-payload-digest")
            && self.known.len() < MAX_KNOWN
        {
            self.known.entry(key(digest)).or_insert(record.offset);
        }
    }

    /// Reads the record again that holds the payload of a revisit; `None` where the archive holds none before it.
    pub(crate) fn find(
        &self,
        revisit: &Record,
        limit: u64,
        lookup: &mut Lookup<'_>,
    ) -> io::Result<Option<Record>> {
        let Some(digest) = revisit.get("warc-payload-digest") else { return Ok(None) };
        let Some(offset) = self.known.get(&key(digest)) else { return Ok(None) };
        let mut found = None;
        lookup(*offset, &mut |bytes| {
            // One gzip member may hold several records, and two digests one key: the record must name the digest itself.
            let same = |record: &Record| {
                record.get("warc-type") != Some("revisit")
                    && record.get("warc-payload-digest").is_some_and(|of| of.eq_ignore_ascii_case(digest))
            };
            let next = |(_, record): (usize, Result<Record, _>)| record.ok().filter(same);
            found = WarcReader::new(bytes, limit).enumerate().take(MAX_IN_MEMBER).find_map(next);
        })?;
        Ok(found)
    }
}

/// Records of one gzip member that are looked at: programs write one member for each record.
const MAX_IN_MEMBER: usize = 1_000;

fn key(digest: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    digest.trim().to_ascii_lowercase().hash(&mut hasher);
    hasher.finish()
}
