//! Which records are in the file? One after the other, in memory that does not grow with the file.

use std::io::{BufRead, Read};

use super::{
    bytes::{Counted, Packed, Source},
    record::{Record, RecordError},
};

/// Reads the records of a plain or gzipped archive in order.
///
/// A record that is damaged is given as an error with its offset, and reading goes on at the next place where a record begins.
/// One record is in memory at a time, and of a block of more than `limit` bytes nothing.
pub struct WarcReader<R: Read> {
    source: Source<R>,
    limit: u64,
    /// Where the next record, or the gzip member that holds it, begins.
    offset: u64,
    done: bool,
}

impl<R: Read> WarcReader<R> {
    /// Begins to read; blocks of more than `limit` bytes are checked and passed over.
    pub fn new(reader: R, limit: u64) -> Self {
        Self { source: Source::Plain(Counted::new(reader)), limit, offset: 0, done: false }
    }

    /// Goes to the next record; whether there is one.
    fn advance(&mut self) -> Result<bool, RecordError> {
        loop {
            self.skip_line_ends()?;
            let buffer = self.source.fill_buf().map_err(RecordError::Unreadable)?;
            let (is_empty, is_packed) = (buffer.is_empty(), buffer.starts_with(&[0x1F, 0x8B]));
            match std::mem::replace(&mut self.source, Source::Spent) {
                Source::Packed(packed) if is_empty => {
                    let file = packed.close();
                    self.offset = file.taken;
                    self.source = Source::Plain(file);
                }
                Source::Plain(file) if is_packed => {
                    self.offset = file.taken;
                    self.source = Source::Packed(Box::new(Packed::open(file)));
                }
                source => {
                    if let Source::Plain(file) = &source {
                        self.offset = file.taken;
                    }
                    self.source = source;
                    return Ok(!is_empty);
                }
            }
        }
    }

    /// Passes over the line ends between records.
    fn skip_line_ends(&mut self) -> Result<(), RecordError> {
        loop {
            let buffer = self.source.fill_buf().map_err(RecordError::Unreadable)?;
            let n = buffer.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
            if n == 0 {
                return Ok(());
            }
            self.source.consume(n);
        }
    }

    /// After damage: looks for the next gzip member or the next record in the plain file; whether there is one.
    fn resume(&mut self) -> Result<bool, RecordError> {
        if let Source::Packed(_) = &self.source
            && let Source::Packed(packed) = std::mem::replace(&mut self.source, Source::Spent)
        {
            self.source = Source::Plain(packed.close());
        }
        if let Source::Plain(file) = &mut self.source
            && file.taken == self.offset
        {
            // Nothing was taken of what could not be read: it must not be tried again.
            file.consume(1);
        }
        // One byte at a time is fast enough for what is rare.
        let mut last = [0_u8; 4];
        loop {
            let buffer = self.source.fill_buf().map_err(RecordError::Unreadable)?;
            if buffer.is_empty() {
                return Ok(false);
            }
            let begins = buffer.starts_with(&[0x1F, 0x8B, 0x08])
                || last == *b"\r\n\r\n" && buffer.starts_with(b"WARC/1.");
            if begins {
                return Ok(true);
            }
            last = [last[1], last[2], last[3], buffer[0]];
            self.source.consume(1);
        }
    }
}

impl<R: Read> Iterator for WarcReader<R> {
    type Item = Result<Record, (u64, RecordError)>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let read = match self.advance() {
            Ok(false) => {
                self.done = true;
                return None;
            }
            // The checksum of a gzip member comes after the record, and a record counts only when that holds.
            Ok(true) => Record::read(&mut self.source, self.offset, self.limit).and_then(|record| {
                self.skip_line_ends()?;
                Ok(record)
            }),
            Err(error) => Err(error),
        };
        let error = match read {
            Ok(record) => return Some(Ok(record)),
            Err(error) => error,
        };
        // After a wrong digest the next record is where it should be; after anything else it has to be looked for.
        if !matches!(error, RecordError::Digest(_)) {
            self.done = !self.resume().unwrap_or(false);
        }
        Some(Err((self.offset, error)))
    }
}
